"""What a program needs to run: the version of another program (`Python 3.10 or later`)."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.claims.making import Maker
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Text

_PROGRAM = (
    r"(?P<what>[A-Z][A-Za-z+#.]{1,20}(?: [A-Z][A-Za-z]{1,12})? v?[0-9]{1,3}(?:\.[0-9]{1,3}){0,2})"
)
_LATER = (
    r"(?P<later>\+| ?(?:or (?:later|newer|higher|above|greater)|and (?:later|above|up))|"
    r" ?(?:及|或|以)?(?:以上|更高|之后|後)(?:版本)?|以降|以上)"
)
_NEEDED = (
    re.compile(
        rf"(?i:requires?|needs?|needed:?|required:?|depends on|runs on|works with) (?-i:{_PROGRAM}){_LATER}?"
    ),
    re.compile(rf"(?:需要|要求|需|依赖|须有|必须|必要)\s?{_PROGRAM}{_LATER}?"),
    re.compile(rf"{_PROGRAM}{_LATER}?\s?(?:が必要|を必要|is required|are required|で動作)"),
    re.compile(rf"(?:^|(?<=[\n、,，;；：:] )|(?<=[\n、,，;；：:])){_PROGRAM}{_LATER}"),
)


class Requirements:
    """`requirement` claims that name a program and its version."""

    name = "requirements"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for clause in reading.clauses:
            if clause.end - clause.start > 400:
                continue
            for pattern in _NEEDED:
                match = pattern.search(maker.text, clause.start, clause.end)
                if match is not None:
                    subject = reading.subjects.topic(clause.block) or reading.subjects.work(
                        clause.block
                    )
                    more = {"bound": "at least"} if match["later"] else {}
                    yield from maker.made(subject, "requirement", Text(value=match["what"]),
                                          match.span(), more=more)  # fmt: skip
                    break
