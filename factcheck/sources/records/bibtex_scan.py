"""Where entries, fields and values stand in a BibTeX file: offsets that no parser keeps.

One pass, linear; an entry that is broken is reported and reading goes on at the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from sys import intern

from factcheck.sources.document import Span

ENTRY = re.compile(r"@[ \t]{0,4}(?P<type>[A-Za-z]{1,30})[ \t\r\n]{0,40}[{(]")
_NEXT_ENTRY = re.compile(
    r"^[ \t]{0,40}(?=@[ \t]{0,4}[A-Za-z]{1,30}[ \t\r\n]{0,40}[{(])", re.MULTILINE
)
_KEY = re.compile(r"\s{0,200}(?P<key>[^\s,{}\"=#]{0,200})\s{0,200}(?P<end>[,})])")
_NAME = re.compile(r"[\s,]{0,400}(?P<name>[^\s=,{}\"#()@]{1,64})\s{0,200}=\s{0,200}")
_CLOSE = re.compile(r"[\s,]{0,400}(?P<close>[})])")
_BARE = re.compile(r"[^\s,{}\"#()]{1,200}")
_JOIN = re.compile(r"\s{0,200}#\s{0,200}")
_BRACE = re.compile(
    r"[{}\\\"]|^[ \t]{0,40}@[ \t]{0,4}[A-Za-z]{1,30}[ \t\r\n]{0,40}[{(]", re.MULTILINE
)


@dataclass(slots=True)
class ScannedField:
    """`name = value`: where the name begins, where the value ends with its delimiters, and the
    parts of the value (their inner spans; bare words are numbers or names of strings)."""

    name: str
    start: int
    end: int
    parts: list[tuple[Span, bool]]

    @property
    def value(self) -> Span:
        """From the beginning of the first part to the end of the last."""
        return Span(start=self.parts[0][0].start, end=self.parts[-1][0].end)


@dataclass(slots=True)
class ScannedEntry:
    """An entry with the span of its key and its fields in text order."""

    entry_type: str
    start: int
    end: int
    key: Span
    fields: list[ScannedField] = field(default_factory=list)


class _Broken(Exception):
    """The entry cannot be read further; never leaves this module."""


def scan(text: str, broken: list[int]) -> Iterator[ScannedEntry]:
    """The entries of a BibTeX file, one by one; the offsets at which broken ones begin are added to
    the list. Never raises."""
    position = 0
    while match := ENTRY.search(text, position):
        kind = match["type"].casefold()
        try:
            if kind in ("comment", "preamble"):
                position = _balanced(text, match.end())
                continue
            entry = _entry(text, match, kind)
            position = entry.end
            yield entry
        except _Broken:
            broken.append(match.start())
            following = _NEXT_ENTRY.search(text, match.end())
            position = following.end() if following else len(text)


def _entry(text: str, match: re.Match[str], kind: str) -> ScannedEntry:
    position = match.end()
    entry = ScannedEntry(kind, match.start(), position, Span(start=position, end=position))
    if kind != "string":
        key = _KEY.match(text, position)
        if key is None:
            raise _Broken
        entry.key = Span(start=key.start("key"), end=key.end("key"))
        position = key.end("end") if key["end"] == "," else key.start("end")
    while True:
        close = _CLOSE.match(text, position)
        if close:
            entry.end = close.end()
            return entry
        name = _NAME.match(text, position)
        if name is None:
            raise _Broken
        parts, position = _value(text, name.end())
        entry.fields.append(
            ScannedField(intern(name["name"].casefold()), name.start("name"), position, parts)
        )


def _value(text: str, position: int) -> tuple[list[tuple[Span, bool]], int]:
    parts: list[tuple[Span, bool]] = []
    while True:
        opening = text[position : position + 1]
        if opening in ("{", '"') and opening:
            end = _balanced(text, position + 1, opening)
            parts.append((Span(start=position + 1, end=end - 1), False))
        else:
            bare = _BARE.match(text, position)
            if bare is None:
                raise _Broken
            end = bare.end()
            parts.append((Span(start=position, end=end), True))
        join = _JOIN.match(text, end)
        if join is None:
            return parts, end
        position = join.end()


def _balanced(text: str, position: int, opening: str = "{") -> int:
    """The offset behind the delimiter that closes what was opened just before `position`."""
    depth, skip = 0, -1
    for match in _BRACE.finditer(text, position):
        if match.start() == skip:
            continue
        mark = match[0]
        if mark == "\\":
            skip = match.end()
        elif mark == "{":
            depth += 1
        elif mark == "}":
            if depth == 0 and opening == "{":
                return match.end()
            depth -= 1
        elif mark == '"':
            if opening == '"' and depth <= 0:
                return match.end()
        elif match.start() > position:
            raise _Broken  # the next entry begins, and this value was never closed
    raise _Broken
