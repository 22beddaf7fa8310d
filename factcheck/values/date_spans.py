"""Stretches of time told as one: `March 3–5, 2021`, 3月3日至5日, `2024/25`, the 18th century,
20世纪80年代. Read before single dates, whose words they begin with."""

# ruff: noqa: E501 - patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factcheck.values.dates import (
    HAN_YEAR,
    LEFT,
    MONTH_GATE,
    MONTHS,
    N12,
    N31,
    Gate,
    edtf,
    number_of,
    opens,
)
from factcheck.values.english import ORDINALS
from factcheck.values.folding import compile_folded

_DASH = r"[ ]?(?:–|-|~|から|到|至)[ ]?"
_TO = r"(?:[ ]?(?:–|-|~)[ ]?|[ ](?:to|through)[ ])"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_NAMED = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_OF_YEAR = r"(?:,?[ ](?P<year>[12][0-9]{3})(?![0-9]))?"
_FREE = r"(?<![0-9])(?<![0-9][.,])"
_CENTURY_WORDS = [word for word, value in ORDINALS.items() if 10 <= value <= 20]


def _days(match: re.Match[str]) -> str | None:
    month = MONTHS.get(match["month"].lower()) or number_of(match["month"])
    last_month = number_of(match.groupdict().get("last_month")) or month
    year = number_of(match["year"])
    day, last = (number_of(match[name].rstrip("stndrh")) for name in ("day", "last"))
    return _joined(edtf(year, month, day), edtf(year, last_month, last))


def _months(match: re.Match[str]) -> str | None:
    year = number_of(match["year"])
    return _joined(
        edtf(year, number_of(match["month"])), edtf(year, number_of(match["last_month"]))
    )


def _joined(first: str | None, last: str | None) -> str | None:
    return f"{first}/{last}" if first and last and first < last else None


def _years(match: re.Match[str]) -> str | None:
    """`2024/25` is a season of two years; `1994–97` a stretch, where 2021-05 is a month."""
    first, tail = int(match["year"]), int(match["last"])
    last = first - first % 100 + tail
    season = (first + 1) % 100 == tail
    if match["joint"] == "/":
        return f"{first:04d}/{first + 1:04d}" if season else None
    return f"{first:04d}/{last:04d}" if last > first and tail > 12 else None


def _century(match: re.Match[str]) -> str | None:
    words = match["century"].lower()
    century = ORDINALS.get(words) or number_of(words) or 0
    if not 1 <= century <= 21 or (century < 10 and not match.groupdict().get("ordinal")):
        return None
    decade = number_of(match.groupdict().get("decade"))
    return f"{century - 1:02d}{decade}X" if decade is not None else f"{century - 1:02d}XX"


_Rule = tuple[Gate, re.Pattern[str], Callable[[re.Match[str]], str | None]]
_RULES: tuple[_Rule, ...] = tuple(
    (gate, compile_folded(pattern, re.IGNORECASE), reading) for gate, pattern, reading in (
        (MONTH_GATE, rf"{LEFT}{_NAMED}[ ]?(?P<day>{_DAY}){_TO}(?P<last>{_DAY})(?![0-9A-Za-z%]|[.,][0-9]|[ ](?:million|billion|percent)){_OF_YEAR}", _days),
        (MONTH_GATE, rf"{LEFT}(?P<day>{_DAY}){_TO}(?P<last>{_DAY})[ ](?:of[ ])?{_NAMED}{_OF_YEAR}", _days),
        (("月",), rf"{_FREE}(?:(?P<year>{HAN_YEAR})[ ]?年[ ]?)?(?P<month>{N12})[ ]?月[ ]?(?P<day>{N31})[ ]?[日号]?{_DASH}(?:(?P<last_month>{N12})[ ]?月[ ]?)?(?P<last>{N31})[ ]?[日号](?!间)", _days),
        (("月",), rf"{_FREE}(?:(?P<year>{HAN_YEAR})[ ]?年[ ]?)?(?P<month>{N12})[ ]?月?{_DASH}(?P<last_month>{N12})[ ]?月(?!间|[ ]?(?:{N31})[ ]?[日号])", _months),
        ((), rf"{LEFT}(?P<year>(?:1[5-9]|20)[0-9]{{2}})(?P<joint>–|-|/)(?P<last>[0-9]{{2}})(?![0-9A-Za-z%/-]|[.,][0-9])", _years),
        (("世纪",), r"(?P<ordinal>第)?(?<![0-9.,一二三四五六七八九十百个])(?P<century>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[ ]?世纪(?:(?P<decade>[1-9一二三四五六七八九])[0十][ ]?年代|(?!以|间|の间|に(?:わた|及)|[0-9]))", _century),
        (("century",), rf"{LEFT}(?P<century>[0-9]{{1,2}}|{'|'.join(_CENTURY_WORDS)})(?P<ordinal>st|nd|rd|th)?[ -]century(?![A-Za-z])", _century),
    )
)  # fmt: skip


def date_spans(text: str, low: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and EDTF of every stretch of time in folded text; `low` is the text in small
    letters."""
    for gate, pattern, reading in _RULES:
        if not opens(gate, low):
            continue
        for match in pattern.finditer(text):
            value = reading(match)
            if value is not None:
                yield match.start(), match.end(), value
