"""Dates and times as EDTF with the precision of their words: ISO, RFC 2822, English, Chinese and
Japanese forms, eras, quarters, seasons, partial and relative dates. Read before any number."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from factcheck.model import Date, Year
from factcheck.values.folding import compile_folded
from factcheck.values.han import read_han

MONTHS = {
    name: number for number, names in enumerate((
        ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
        ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"),
        ("october", "oct"), ("november", "nov"), ("december", "dec")), start=1)
    for name in names
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "春": 21, "夏": 22,
           "秋": 23, "冬": 24}  # fmt: skip
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民国": 1911}
ORDINAL_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
WEEKDAYS = "mon|tue|wed|thu|fri|sat|sun"

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9A-Za-z])"
_YEAR = r"(?P<year>[12][0-9]{3})(?![0-9])"
_TIME = (
    r"(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:\.[0-9]{1,6})?)?"
    r"[ ]{0,1}(?P<zone>Z|GMT|UTC|[+-][0-9]{2}:?[0-9]{2})?"
)
LEFT = r"(?<![A-Za-z0-9_.])"
_HAN = "〇零○一二三四五六七八九十廿卅元"
HAN_YEAR = r"(?:[12][0-9]{3}|[〇零○一二三四五六七八九]{4})"
N12 = rf"(?:[01]?[0-9]|[{_HAN}]{{1,3}})"
N31 = rf"(?:[0-3]?[0-9]|[{_HAN}]{{1,3}})"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and its extent in the text."""

    start: int
    end: int
    value: Date | Year


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """EDTF of the parts, None where they are no date."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None:
        try:
            date(year or 2000, month or 1, day)
        except ValueError:
            return None
    parts = [f"{year:04d}" if year else "XXXX"]
    if month is not None:
        parts.append(f"{month:02d}")
    if day is not None:
        parts.append(f"{day:02d}")
    return "-".join(parts)


def number_of(words: str | None) -> int | None:
    """The number that a part of a date is written with, in digits or Han; None for no words."""
    if words is None:
        return None
    if words == "元":
        return 1
    if words.isdigit():
        return int(words)
    read = read_han(words, 0, "ja")
    return int(read.value) if read is not None and read.end == len(words) else None


def _with_time(day: str, match: re.Match[str]) -> str:
    """The date with its time; a stated zone is turned into UTC."""
    if match["hour"] is None or int(match["hour"]) > 23:
        return day
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    zone = match["zone"]
    if not zone:
        seconds = f":{second:02d}" if match["second"] else ""
        return f"{day}T{hour:02d}:{minute:02d}{seconds}"
    offset = timedelta()
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        offset = -offset if zone[0] == "-" else offset
    try:
        moment = datetime.fromisoformat(f"{day}T{hour:02d}:{minute:02d}:{second:02d}") - offset
    except (ValueError, OverflowError):
        return day
    return moment.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def _iso(match: re.Match[str]) -> str | None:
    day = edtf(int(match["year"]), int(match["month"]), int(match["day"]))
    return _with_time(day, match) if day else None


def _english(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    day_number = int(groups["day"]) if groups.get("day") else None
    day = edtf(year, MONTHS[match["month"].lower()], day_number)
    if day is None or year is None or not groups.get("hour"):
        return day
    return _with_time(day, match)


def _slashed(match: re.Match[str]) -> str | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first > 12:
        first, second = second, first
    return edtf(year, first, second)


def _cjk(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    year = number_of(groups.get("year"))
    if groups.get("era"):
        offset = number_of(match["era_year"])
        year = ERAS[match["era"]] + offset if offset else None
        if year is None:
            return None
    return edtf(year, number_of(groups.get("month")), number_of(groups.get("day")))


def _quarter(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    words = groups.get("q") or groups.get("q2") or ""
    number = ORDINAL_WORDS.get(words.lower()) or number_of(words)
    year = number_of(groups.get("year") or groups.get("year2"))
    if not number or number > 4:
        return None
    return f"{year:04d}-{32 + number}" if year else f"XXXX-{32 + number}"


def _season(match: re.Match[str]) -> str | None:
    return f"{int(match['year']):04d}-{SEASONS[match['season'].lower()]}"


def _decade(match: re.Match[str]) -> str | None:
    return f"{match['decade']}X"


def _interval(match: re.Match[str]) -> str | None:
    first, last = int(match["year"]), int(match["last"])
    return f"{first:04d}/{last:04d}" if first < last and last - first < 200 else None


def _year(match: re.Match[str]) -> str | None:
    year = number_of(match["year"])
    return f"{year:04d}" if year else None


Gate = tuple[str, ...]
"""Words in small letters, folded, of which a text must have one for a pattern to be tried in it:
looking for a word costs far less than trying a pattern at every letter."""
MONTH_GATE: Gate = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_Rule = tuple[Gate, re.Pattern[str], Callable[[re.Match[str]], str | None]]


def opens(gate: Gate, low: str) -> bool:
    """Whether a text in small letters has one of the words; an empty gate is always open."""
    return not gate or any(word in low for word in gate)


def _rule(pattern: str, reading: Callable[[re.Match[str]], str | None], *gate: str) -> _Rule:
    if _MONTH in pattern:
        gate = MONTH_GATE
    return gate, compile_folded(pattern, re.IGNORECASE), reading


_RULES: tuple[_Rule, ...] = (
    _rule(
        rf"{LEFT}{_YEAR}-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?:(?:T|[ ]){_TIME})?(?![0-9])",
        _iso,
    ),
    _rule(
        rf"{LEFT}(?:(?:{WEEKDAYS})[a-z]{{0,6}},[ ])?{_DAY}(?:[ ]|-)?(?:of[ ])?{_MONTH},?(?:[ ]|-)?{_YEAR}(?:,?[ ](?:at[ ])?{_TIME})?",
        _english,
    ),
    _rule(rf"{LEFT}{_MONTH}[ ]?{_DAY},?[ ]{_YEAR}(?:,?[ ](?:at[ ])?{_TIME})?", _english),
    _rule(rf"{LEFT}{_MONTH},?[ ](?:of[ ])?{_YEAR}", _english),
    _rule(rf"{LEFT}{_MONTH}[ ]{_DAY}(?![,.][0-9]|[ ]?%|[ ](?:million|billion|percent))", _english),
    _rule(
        rf"{LEFT}(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?[ ](?:of[ ])?{_MONTH}(?![ ]?[0-9])", _english
    ),
    _rule(
        rf"{LEFT}{_YEAR}(?P<sep>[/.])(?P<month>[01]?[0-9])(?P=sep)(?P<day>[0-3]?[0-9])(?P<hour>(?!))?(?![0-9/.][0-9]?)",
        lambda m: edtf(int(m["year"]), int(m["month"]), int(m["day"])),
    ),
    _rule(rf"{LEFT}(?P<a>[0-3]?[0-9])/(?P<b>[0-3]?[0-9])/{_YEAR}", _slashed),
    _rule(
        rf"(?P<era>{'|'.join(ERAS)})[ ]?(?P<era_year>[0-9]{{1,2}}|[{_HAN}]{{1,3}})年(?:(?P<month>{N12})月(?:(?P<day>{N31})[日号])?)?",
        _cjk,
        "年",
    ),
    _rule(
        rf"(?<![0-9])(?<![0-9][.,])(?P<year>{HAN_YEAR})[ ]?年[ ]?(?:第[ ]?)?(?P<q>[1-4一二三四])(?:个)?(?:季度|四半期)",
        _quarter,
        "季度",
        "四半期",
    ),
    _rule(
        rf"{LEFT}(?:Q(?P<q>[1-4])[ ]?{_YEAR}|(?P<year2>[12][0-9]{{3}})[ ]?Q(?P<q2>[1-4])(?![0-9]))",
        _quarter,
    ),
    _rule(r"第(?P<q>[1-4一二三四])(?:季度|四半期)", _quarter, "季度", "四半期"),
    _rule(rf"{LEFT}(?P<q>first|second|third|fourth) quarter(?: of)? {_YEAR}", _quarter, "quarter"),
    _rule(
        rf"(?<![0-9])(?<![0-9][.,])(?P<year>{HAN_YEAR})[ ]?年[ ]?(?P<month>{N12})[ ]?月(?:[ ]?(?P<day>{N31})[ ]?[日号])?(?!前|間|间)",
        _cjk,
        "月",
    ),
    _rule(
        rf"{LEFT}(?P<season>spring|summer|autumn|fall|winter)(?: of)? {_YEAR}",
        _season,
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
    ),
    _rule(
        r"(?<![0-9])(?<![0-9][.,])(?P<year>[12][0-9]{3})[ ]?年(?:の)?(?P<season>[春夏秋冬])",
        _season,
        "年",
    ),
    _rule(
        rf"(?<![0-9{_HAN}])(?<![0-9][.,])(?P<month>{N12})[ ]?月[ ]?(?P<day>{N31})[ ]?[日号]",
        _cjk,
        "月",
    ),
    _rule(rf"{LEFT}(?P<decade>[12][0-9]{{2}})0(?:'?s(?![A-Za-z])|[ ]?年代)", _decade),
    _rule(
        rf"{LEFT}{_YEAR}[ ]?年?[ ]?(?:–|-|~|から|到|至)[ ]?(?P<last>[12][0-9]{{3}})(?![0-9%A-Za-z-]|[.,][0-9])[ ]?年?",
        _interval,
    ),
    _rule(rf"{LEFT}{_YEAR}-(?P<month>0[1-9]|1[0-2])(?![0-9-])", _cjk),
    _rule(
        rf"(?<![0-9])(?<![0-9][.,])(?P<year>{HAN_YEAR})[ ]?年(?!前|間|间|以上|の歴史|历史|的历史|代|来)",
        _year,
        "年",
    ),
    _rule(
        rf"(?<![0-9{_HAN}第每毎个か两])(?<![0-9][.,])(?P<month>{N12})[ ]?月(?!前|間|间|大|齢|龄)",
        _cjk,
        "月",
    ),
    _rule(
        r"(?=[12][0-9])(?:(?<=[ ]in[ ])|(?<=^in[ ])|(?<=[ ]since[ ])|(?<=^since[ ])|(?<=[ ]by[ ])|(?<=[ ]of[ ])|(?<=[ ]from[ ])|(?<=[ ]until[ ])"
        r"|(?<=[ ]during[ ])|(?<=[ ]before[ ])|(?<=[ ]after[ ])|(?<=[ ]early[ ])|(?<=[ ]late[ ])|(?<=[ ]year[ ])|(?<=mid-)|(?<=mid[ ]-[ ])|(?<=early-)|(?<=late-)"
        r"|(?<=\()|(?<=et[ ]al\.,[ ])|(?<=et[ ]al[ ],[ ])|(?<=et[ ]al,[ ])|(?<=et[ ]al\.[ ])|(?<=al\.[ ]\()|(?<=[a-z],[ ]))(?P<year>(?:1[5-9]|20)[0-9]{2})(?P<letter>[a-z])?(?![0-9A-Za-z%]|[.,][0-9]|[ ]?-[0-9]|[ ](?:parameters|tokens|people|documents|steps|models))",
        _year,
    ),
)


def find_dates(text: str, original: str, reference: str | None = None) -> list[FoundDate]:
    """Every date of folded `text`, in order, none overlapping; `original` gives the words.
    `reference` is an ISO date against which relative words are resolved; None leaves them open."""
    taken: list[tuple[int, int]] = []
    found = []
    for start, end, value, against in _matches(text, reference):
        if any(start < e and s < end for s, e in taken[-64:]):
            continue
        taken.append((start, end))
        words = original[start:end]
        if len(value) == 4 and value.isdigit() and against is None:
            if int(value):
                found.append(FoundDate(start, end, Year(value=int(value), as_written=words)))
        else:
            found.append(
                FoundDate(start, end, Date(value=value, reference=against, as_written=words))
            )
    return sorted(found, key=lambda f: f.start)


def _matches(text: str, reference: str | None) -> Iterator[tuple[int, int, str, str | None]]:
    """Candidates in text order; of those that begin together the earliest rule first."""
    from factcheck.values.date_spans import date_spans
    from factcheck.values.relative_dates import relative_dates

    low = text.lower()
    candidates = [
        (start, -1, end, value, against)
        for start, end, value, against in relative_dates(text, low, reference)
    ]
    candidates += [(start, -1, end, value, None) for start, end, value in date_spans(text, low)]
    for rank, (gate, pattern, reading) in enumerate(_RULES):
        if not opens(gate, low):
            continue
        for match in pattern.finditer(text):
            value = reading(match)
            if value is not None:
                candidates.append((match.start(), rank, match.end(), value, None))
    candidates.sort(key=lambda c: (c[0], c[1]))
    for start, _, end, value, against in candidates:
        yield start, end, value, against
