"""arXiv's Atom answers, read by a scanner of tags that keeps places and expands nothing.

No document type is read and no entity but the five of XML and numbers, so that a bomb stays words
and an outside entity is never asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.sources.document import Span
from factcheck.sources.records.record import Record, Stated
from factcheck.sources.records.shapes import bare_doi

FIELDS = {
    "title": "title", "published": "date", "updated": "updated", "summary": "abstract",
    "arxiv:doi": "doi", "arxiv:journal_ref": "journal", "arxiv:comment": "note", "id": "id",
}  # fmt: skip
_TAG = re.compile(
    r"<!--.{0,100000}?-->|<!\[CDATA\[(?P<cdata>.{0,1000000}?)\]\]>|<\?[^>]{0,2000}>|"
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:_.-]{0,60})(?P<rest>(?:\s[^<>]{0,4000})?)>",
    re.DOTALL,
)
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ARXIV = re.compile(r"arxiv\.org/abs/([a-z.-]{0,20}/?\d{4,7}(?:\.\d{4,5})?(?:v\d{1,2})?)")
_BLANKS = re.compile(r"\s{1,10000}")


def parse(text: str, notes: list[str]) -> Iterator[Record]:
    """The entries of a feed. A feed that ends inside an entry is noted."""
    entry: _Entry | None = None
    opened: list[tuple[str, int]] = []
    for match in _TAG.finditer(text):
        name = match["name"]
        if name is None:
            continue
        if match["close"]:
            while opened and opened[-1][0] != name and any(n == name for n, _ in opened[-4:]):
                opened.pop()
            if opened and opened[-1][0] == name:
                _, start = opened.pop()
                if entry is not None:
                    entry.take(name, text, start, match.start(), [n for n, _ in opened])
            if name == "entry" and entry is not None:
                yield entry.record(match.end())
                entry = None
        elif name == "entry":
            entry = _Entry(match.start())
            opened = [("entry", match.end())]
        elif not match["rest"].endswith("/"):
            opened.append((name, match.end()))
    if entry is not None:
        notes.append("the feed ends inside an entry, which was skipped")


class _Entry:
    """One entry being read."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.fields: dict[str, Stated] = {}
        self.authors: list[Stated] = []
        self.places: dict[str, Stated] = {}

    def take(self, name: str, text: str, start: int, end: int, inside: list[str]) -> None:
        """Take in an element that has just been closed."""
        stated = _stated(text, start, end)
        if stated is None:
            return
        if name == "name" and inside[-1:] == ["author"]:
            self.authors.append(stated)
        elif name == "arxiv:affiliation":
            self.places.setdefault(stated.value, stated)
        elif inside == ["entry"] and name in FIELDS:
            if name == "arxiv:doi":
                stated = Stated(value=bare_doi(stated.value), span=stated.span)
            self.fields.setdefault(FIELDS[name], stated)

    def record(self, end: int) -> Record:
        fields = dict(self.fields)
        key = ""
        identity = fields.pop("id", None)
        found = _ARXIV.search(identity.value) if identity else None
        if identity and found:
            key = found[1]
            fields["eprint"] = Stated(value=key, span=identity.span)
        return Record(
            entry_type="preprint", key=key, span=Span(start=self.start, end=end), fields=fields,
            authors=tuple(self.authors), institutions=tuple(self.places.values()),
        )  # fmt: skip


def _stated(text: str, start: int, end: int) -> Stated | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    if not words or "<" in words.replace("<![CDATA[", ""):
        return None
    words = words.removeprefix("<![CDATA[").removesuffix("]]>")
    value = _BLANKS.sub(" ", _ENTITY.sub(_character, words))
    return Stated(value=value, span=Span(start=start, end=end)) if value.strip() else None


def _character(match: re.Match[str]) -> str:
    named, decimal, hexadecimal = match.groups()
    if named:
        return _NAMED[named]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    storable = 0 < code < 0x110000 and not 0xD800 <= code <= 0xDFFF
    return chr(code) if storable else "\ufffd"
