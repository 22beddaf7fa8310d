"""Dates that lean on another date: 今年3月, 去年, last June, three days ago. With a reference they
become a date that records it; without one only what the words themselves say is kept."""

# ruff: noqa: E501, SIM905 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.values.dates import MONTH_GATE, opens
from factcheck.values.english import ONES
from factcheck.values.folding import compile_folded

_MONTH_NAMES = (
    "january february march april may june july august september october november december".split()
)
_YEAR_WORDS = {
    "今年": 0, "本年": 0, "去年": -1, "昨年": -1, "前年": -2, "明年": 1, "来年": 1, "一昨年": -2,
    "this year": 0, "last year": -1, "next year": 1,
}  # fmt: skip
_YEARS = compile_folded(
    r"(?<![A-Za-z])(?P<year>一昨年|今年|本年|去年|昨年|前年|明年|来年|this year|last year|next year)(?![A-Za-z])"
    r"(?:[のに]?[ ]?(?P<month>1[0-2]|[1-9])[ ]?月(?:[ ]?(?P<day>[0-3]?[0-9])[ ]?[日号])?)?",
    re.IGNORECASE,
)
_NAMED = compile_folded(
    rf"(?<![A-Za-z])(?P<which>last|this|next)[ ](?P<month>{'|'.join(_MONTH_NAMES)})(?![A-Za-z])",
    re.IGNORECASE,
)
_AGO = compile_folded(
    r"(?<![A-Za-z0-9.])(?P<count>[0-9]{1,3}|" + "|".join(w for w in ONES if len(w) > 2)
    + r")[ ](?P<unit>days?|weeks?|months?|years?)[ ]ago(?![A-Za-z])",
    re.IGNORECASE,
)  # fmt: skip
_AGO_HAN = compile_folded(
    r"(?<![0-9〇一二三四五六七八九十百千万])(?<![0-9][.,])(?P<count>[0-9]{1,3}|[一二两三四五六七八九十])[ ]?"
    r"(?P<unit>日|天|周間?|个?月|か月|ヶ月|カ月|年)(?:以)?前(?!の?[一-鿿]{0,2}回)"
)
_UNIT_DAYS = {"day": 1, "week": 7, "日": 1, "天": 1, "周": 7, "周间": 7}


def relative_dates(
    text: str, low: str, reference: str | None
) -> Iterator[tuple[int, int, str, str | None]]:
    """Start, end, EDTF value and the reference used, for every relative date of folded text; `low` is
    the text in small letters."""
    today = _parsed(reference)
    against = reference if today else None
    for match in _YEARS.finditer(text):
        year = today.year + _YEAR_WORDS[match["year"].lower()] if today else None
        yield match.start(), match.end(), _joined(year, match["month"], match["day"]), against
    for match in _NAMED.finditer(text) if opens(MONTH_GATE, low) else ():
        month = _MONTH_NAMES.index(match["month"].lower()) + 1
        yield (
            match.start(),
            match.end(),
            _joined(_year_of(match["which"].lower(), month, today), str(month), None),
            against,
        )
    for gate, pattern in ((" ago", _AGO), ("前", _AGO_HAN)):
        if gate not in low:
            continue
        for match in pattern.finditer(text):
            unit = match["unit"].lower().removesuffix("s")
            yield match.start(), match.end(), _ago(today, _count(match["count"]), unit), against


def _parsed(reference: str | None) -> date | None:
    try:
        return date.fromisoformat(reference[:10]) if reference else None
    except ValueError:
        return None


def _joined(year: int | None, month: str | None, day: str | None) -> str:
    parts = [f"{year:04d}" if year else "XXXX"]
    if month:
        parts.append(f"{int(month):02d}")
    if day:
        parts.append(f"{int(day):02d}")
    return "-".join(parts)


def _year_of(which: str, month: int, today: date | None) -> int | None:
    """The year of "last June": the latest June that is over; "next June": the first to come."""
    if today is None:
        return None
    if which == "last":
        return today.year if month < today.month else today.year - 1
    if which == "next":
        return today.year if month > today.month else today.year + 1
    return today.year


def _count(words: str) -> int:
    if words.isdigit():
        return int(words)
    han = "零一二三四五六七八九十"
    return ONES.get(words.lower()) or (
        2 if words == "两" else han.index(words) if words in han else 0
    )


def _ago(today: date | None, count: int, unit: str) -> str:
    """The day, month or year that lies `count` units back, as precise as the unit."""
    if unit in _UNIT_DAYS:
        if today is None:
            return "XXXX-XX-XX"
        return (today - timedelta(days=count * _UNIT_DAYS[unit])).isoformat()
    if unit in ("year", "年"):
        return f"{today.year - count:04d}" if today else "XXXX"
    if today is None:
        return "XXXX-XX"
    months = today.year * 12 + today.month - 1 - count
    return f"{months // 12:04d}-{months % 12 + 1:02d}"
