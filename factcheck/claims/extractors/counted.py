"""The noun behind a number, in the form in which it can be compared: `runners` of `runners this
year`, 选手 of 选手参赛."""

# ruff: noqa: E501, SIM905 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re

from factcheck.claims.names import NOT_A_NAME

_FUNCTION = NOT_A_NAME | frozenset(
    "a about above across again ago all already also although among an and any are around as away "
    "back be because been before behind being below between but by can come could down during each "
    "either even ever every far for from had has have here how if in into is just last later less "
    "made may more most much near next no nor not now of off on once only or out over past per "
    "rather same since so still than that the their then there these they this those though "
    "through throughout to today together too toward under until up upon very was were what when "
    "where which while who whom will with within without would yet including worldwide".split()
)
_IRREGULAR = frozenset(
    "people children men women fish sheep staff police crew data feet mice".split()
)
_CUT_ZH = "参来在为是于和与及将从到被已有都均后中内外以等获完建投受出报签接共的了并或可能会由对向经未不也就还"
_NOUN = re.compile(
    r"[ ]?(?P<noun>(?P<first>[A-Za-z][A-Za-z-]{1,20})(?: (?P<second>[a-z][a-z-]{1,20}))?"
    rf"(?: (?P<third>[a-z][a-z-]{{1,20}}))?|(?![{_CUT_ZH}])[\u4e00-\u9fff](?:(?![{_CUT_ZH}])[\u4e00-\u9fff]){{0,5}}|"
    r"[\u30a1-\u30fa\u30fc]{2,10})"
)


def noun_behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """The counted noun that begins at `start`, as a match whose group `noun` is its clean form;
    None where no noun follows before `end`."""
    match = _NOUN.match(text, start, end)
    if match is None or match["first"] is None:
        return match
    words = [w for w in (match["first"], match["second"], match["third"]) if w]
    kept = 0
    for place, word in enumerate(words):
        if word.lower() in _FUNCTION:
            break
        kept = place + 1
        if _is_plural(word):
            break
    else:
        kept = kept if kept == 1 or _is_plural(words[kept - 1]) else 1
    if kept == 0:
        return None
    if kept > 1 and not _is_plural(words[kept - 1]):
        kept = 1
    stop = match.start("noun") + len(" ".join(words[:kept]))
    return _NOUN.match(text, start, stop)


def _is_plural(word: str) -> bool:
    return word in _IRREGULAR or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
