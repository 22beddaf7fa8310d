"""Places in a ranking that are worded without a number: 榜首, the top spot, third overall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.claims.making import Maker
from factcheck.model import Claim, Quantity
from factcheck.values.english import ORDINALS

_FIRST = re.compile(
    r"榜首|居首|排名第一|名列第一|位列第一|位居第一|トップランク|首位|第1位|トップに立|"
    r"(?<![A-Za-z])(?i:tops? the (?:[a-z ]{0,20})(?:leaderboard|ranking|list|charts?)|"
    r"ranked first|ranks first|"
    r"first place|top spot|top rank)(?![A-Za-z])"
)
_ORDINAL = "|".join(word for word, place in ORDINALS.items() if place <= 12)
_ORDINAL_RANK = re.compile(
    rf"(?<![A-Za-z])(?:(?:came(?: in| home)?|finish(?:ed|es|ing)|placed)"
    rf" (?:a |an |in )?(?P<after>{_ORDINAL})(?![A-Za-z])|"
    rf"(?P<before>{_ORDINAL}) overall)(?![A-Za-z])",
    re.IGNORECASE,
)


def worded_ranks(maker: Maker) -> Iterator[Claim]:
    """The `ranking` claims of a text whose places are words."""
    yield from _first_ranks(maker)
    yield from _ordinal_ranks(maker)


def _ordinal_ranks(maker: Maker) -> Iterator[Claim]:
    """Places that are worded with an ordinal: `came in sixth`, `third overall`."""
    for match in _ORDINAL_RANK.finditer(maker.text):
        clause = maker.reading.clause_at(match.start())
        place = ORDINALS[(match["after"] or match["before"]).lower()]
        if clause is not None:
            value = Quantity(value=Decimal(place), unit="rank", dimension="rank",
                             as_written=match.group())  # fmt: skip
            subject = maker.reading.subjects.of(clause, "any")
            scope = "overall" if match["before"] else match.group().split()[0].lower()
            yield from maker.made(subject, "ranking", value, match.span(), more={"scope": scope})


def _first_ranks(maker: Maker) -> Iterator[Claim]:
    """First places that are worded without a number: 榜首, トップランク, the top spot."""
    for match in _FIRST.finditer(maker.text):
        clause = maker.reading.clause_at(match.start())
        if clause is not None:
            value = Quantity(value=Decimal(1), unit="rank", dimension="rank",
                             as_written=match.group())  # fmt: skip
            yield from maker.made(maker.reading.subjects.of(clause, "system"), "ranking", value,
                                  (clause.start, clause.end))  # fmt: skip
