"""Numbers that belong to a name: the 2 of `Gemma 2`, the 4090 of `RTX 4090`."""

# ruff: noqa: E501, SIM905 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re

from factcheck.values.measure import Measure

_NAME = re.compile(r"(?<![A-Za-z0-9])(?P<name>[A-Za-z][A-Za-z0-9-]{1,30})[ ]$")
_NOT_NAMES = frozenset(
    "in on at by of to for from with and or the an is are was were has have had over about around only just "
    "some than under up out as if but nearly almost some between within since until we they it he she you all "
    "these those our their its each every both when where while after before during january february march april "
    "may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "usd eur gbp cny jpy rmb top last first next more less least most no not exceed surpass x y".split()
)
_GOES_ON_AS_NAME = re.compile(
    r"[ ]?(?:(?:is|was|has|can|uses|and)(?![A-Za-z])|[ぁ-ヺ一-鿿(（,:0-9]|$)", re.IGNORECASE
)


def is_name_number(text: str, measure: Measure) -> bool:
    """The 2 of `Gemma 2`, the 4090 of `RTX 4090`: a bare number right behind a capitalised name
    that does not begin the sentence, or behind letters in capitals."""
    number = measure.number
    if (
        number.kind != "digits"
        or number.suffix
        or measure.start != number.start
        or measure.end != number.end
    ):
        return False
    before = text[max(0, number.start - 34) : number.start]
    name = _NAME.search(before)
    if name is None or name["name"].lower() in _NOT_NAMES or number.value >= 10000:
        return False
    word = name["name"]
    if any(c.isupper() for c in word[1:]) or any(c.isdigit() for c in word):
        return True
    begins = before[: name.start()].rstrip(" \"'(“")[-1:] in ("", ".", "!", "?", "\n", ":")
    if begins and not _GOES_ON_AS_NAME.match(text, number.end):
        return False
    return word[0].isupper() and len(word) > 2
