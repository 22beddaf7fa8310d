"""Rules switched off by a comment in the text, where a writer who knows better has said so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.model import Conflict
from factcheck.sources.document import Document

_COMMENT = re.compile(
    r"factcheck:[ \t]{0,2}ignore(?P<file>-file)?"
    r"(?P<codes>(?:[ \t,]{1,3}FC\d{1,3}(?![A-Za-z0-9])){0,20})",
    re.IGNORECASE,
)
_CODE = re.compile(r"FC\d{1,3}", re.IGNORECASE)
_ALONE = re.compile(r"[\s<>!\-#%/*;]{0,24}")


@dataclass(frozen=True, kw_only=True)
class Suppression:
    """A stretch of a text in which some rules, or with no codes all, are silent."""

    start: int
    end: int
    codes: tuple[str, ...] = ()

    def covers(self, conflict: Conflict, source: str) -> bool:
        """Whether any side of the conflict in this text touches the stretch."""
        if self.codes and not conflict.code.startswith(self.codes):
            return False
        return any(
            side.quote.source == source and side.quote.start < self.end
            and self.start < max(side.quote.end, side.quote.start + 1)
            for side in conflict.sides
        )  # fmt: skip


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """What the comments of a text silence. `factcheck: ignore FC301` beside words covers its own
    line, on a line of its own the lines up to the next empty one; `factcheck: ignore-file` the
    whole text. Without codes all rules are meant."""
    text = document.text
    if "factcheck:" not in text.lower():  # nearly every text: a look is cheaper than a search
        return ()
    found = []
    for comment in _COMMENT.finditer(text):
        codes = tuple(code.upper() for code in _CODE.findall(comment["codes"]))
        start = text.rfind("\n", 0, comment.start()) + 1
        end = _line_end(text, comment.end())
        if comment["file"]:
            start, end = 0, len(text)
        elif _ALONE.fullmatch(text[start : comment.start()] + text[comment.end() : end]):
            end = _paragraph_end(text, end)
        found.append(Suppression(start=start, end=end, codes=codes))
    return tuple(found)


def without_suppressed(
    conflicts: Iterable[Conflict], documents: Mapping[str, Document]
) -> tuple[Conflict, ...]:
    """The conflicts that no comment in the texts of their sides silences."""
    silent = {source: found for source, document in documents.items()
              if (found := suppressions(document))}  # fmt: skip
    return tuple(
        conflict for conflict in conflicts
        if not any(one.covers(conflict, source) for source, row in silent.items() for one in row)
    )  # fmt: skip


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _paragraph_end(text: str, at: int) -> int:
    """The end of the paragraph that follows, empty lines before it left out."""
    while at < len(text) and text[at].isspace():
        at += 1
    end = text.find("\n\n", at)
    return end if end >= 0 else len(text)
