"""A block in the making: one line (or several) with what its own words show, before the lines
around it have been asked."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.sources.document import BlockKind

Rank = str
"""The class of a heading, by which levels are given: title, part, number, hashes, year, plain,
leadin."""


@dataclass(slots=True)
class Draft:
    """One block being made. Offsets count in the whole text; `body` is where the content begins,
    `name` the metadata that a field's key names, `number` the numbering as written; `furniture`
    is why the block is the site's and not the article's, empty when it is the article's, and `site`
    the same where the format itself says so."""

    kind: BlockKind
    start: int
    end: int
    body: int
    text: str
    indent: int = 0
    after_blank: bool = False
    label: str = ""
    level: int = 0
    rank: Rank = ""
    name: str = ""
    number: str = ""
    bulleted: bool = False
    furniture: str = ""
    tail: int = 0
    site: str = ""

    @property
    def content(self) -> str:
        """The words of the block without marker or key."""
        return self.text[self.body - self.start : len(self.text) - self.tail]

    def extend(self, end: int, text: str) -> None:
        """Take in the text up to `end`, given as the whole new text of the block."""
        self.end = end
        self.text = text
