"""Which `key: value` lines are fields: the keys that records, bylines and abstracts go by.

A key alone proves little (`Gemma: Open Models …` is a title), so unknown keys count only in the
company of known ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.sources.lines import COLONS
from factcheck.sources.vocabulary import table

KEY_LIMIT = 48
"""Characters of the longest key; what is longer is a clause."""

KNOWN: dict[str, str] = {key: name for name, keys in table("fields").items() for key in keys}
"""The metadata that a key holds, by the folded key."""
PROSE = frozenset({"abstract", "note", "correction"})
"""Fields whose value is running text and may go on over several lines."""

_BYLINE_END = re.compile(
    r"(?:参与|參與|编辑|編輯|編集|撰文|整理|编译|編譯|报道|報道|供稿|出品|执笔|執筆|翻译|"
    r"翻訳|监制|取材|著|作者|著者|记者|記者)$"
)
_QUALIFIER = re.compile(r"\s{0,2}[(（\[][^()（）\[\]]{1,24}[)）\]]$")
_KEY = re.compile(
    r"(?P<mark>\*\*|__)?(?P<key>[^\s:：︰|｜丨*][^:：︰|｜丨\n]{0,47}?)"
    r"(?P<closing>\*\*|__)?[ \t\u3000]{0,2}(?P<colon>[:：︰|｜丨])(?(mark)(?:\*\*|"
    r"__)?)[ \t\u3000]{0,8}"
)
_NO_KEY = re.compile(
    r"[。．!?！？;；“”\"「」『』\n]|[,，、](?=\s)|\.\s|https?$|^\d{1,4}$|\d[:：]?$"
)
_BY = re.compile(
    r"(?P<key>By|BY|文/|文／|作者/|作者／|取材・文)[ \t\u3000=＝]{1,3}(?=[^\sa-z])|"
    r"(?P<slash>文[/／|｜丨])"
)
_FOLDED = str.maketrans({"’": "'"})


@dataclass(frozen=True, slots=True)
class Key:
    """A possible field at the head of a line: the key as written, where its value begins in the
    line, which metadata it names (`""` when unknown), and whether a colon ended it."""

    label: str
    value_at: int
    name: str


def key_of(head: str) -> Key | None:
    """The `key:` that a line's head (without its marker) begins with, None when there is none."""
    byline = _BY.match(head)
    if byline and len(head) < 120:
        label = (byline["key"] or byline["slash"]).rstrip("/／|｜丨=＝ \t\u3000")
        return Key(label, byline.end(), "authors")
    match = _KEY.match(head)
    if match is None or head[match.end() : match.end() + 2] == "//":
        return None
    label = match["key"].strip()
    name = field_name(label)
    if match["colon"] not in COLONS and name not in ("authors", "date", "publisher"):
        return None
    if not name and _NO_KEY.search(label):
        return None
    return Key(label, match.end(), name)


def field_name(label: str) -> str:
    """The metadata that a key names (`Title(参考訳)` → title), `""` when it is not known."""
    folded = " ".join(label.casefold().translate(_FOLDED).split())
    if folded in KNOWN:
        return KNOWN[folded]
    bare = _QUALIFIER.sub("", folded)
    if bare in KNOWN:
        return KNOWN[bare]
    if _BYLINE_END.search(folded) and len(folded) <= KEY_LIMIT:
        return "authors"
    for word in ("abstract", "title"):  # `Abstract要約`, `Title和訳`: a key in two languages
        if folded.startswith(word) and not folded[len(word) :].isascii():
            return word
    return ""


def plausible_key(label: str) -> bool:
    """Whether an unknown label could be a field's key: a few words, no clause."""
    if label.isascii():
        return len(label.split()) <= 4 and len(label) <= 32
    return len(label) <= 24
