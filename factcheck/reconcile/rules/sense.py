"""FC103 to FC108: checks that need nothing but the text's own arithmetic and calendar."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from factcheck.model import Conflict, Identifier, Quantity, Year
from factcheck.reconcile.figures import figures
from factcheck.reconcile.number_words import spaced
from factcheck.reconcile.rules.building import Finding, conflict, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Block, Document
from factcheck.values import parse_values
from factcheck.values.units import SURFACES

WEEKDAY = RuleDoc(
    code="FC103", version=1, kind="internal", severity="medium",
    title="the weekday does not fit the date",
    what="A full date stands beside a weekday on which it did not fall.",
    why="One of the two is wrong, and readers may come on the wrong day.",
    example="Monday, 5 March 2024 (it was a Tuesday)",
)  # fmt: skip
SHARE = RuleDoc(
    code="FC104", version=1, kind="internal", severity="medium",
    title="n of m is not the percentage given",
    what="`12 of 48 (30 %)`: the two numbers give another percentage than the one beside them.",
    why="One of the three numbers is wrong.",
    example="12 of 48 (30 %) → 25 %",
)  # fmt: skip
BOUNDS = RuleDoc(
    code="FC105", version=1, kind="internal", severity="medium",
    title="the lower bound is above the upper one",
    what="A range `between A and B` whose first number is the larger.",
    why="Either the bounds are swapped or a digit slipped.",
    example="between 270 and 27 participants",
)  # fmt: skip
UNITS = RuleDoc(
    code="FC106", version=1, kind="internal", severity="medium",
    title="two units of one measure disagree",
    what="A measure is given in two units, and the conversion is off by more than a rounding.",
    why="Readers of one unit learn another size than readers of the other.",
    example="100 km (82 miles)",
)  # fmt: skip
CHECKSUM = RuleDoc(
    code="FC107", version=1, kind="internal", severity="medium",
    title="an identifier's check digit is wrong",
    what="An ISBN or ORCID whose last digit does not follow from the others.",
    why="A digit was mistyped: the identifier leads nowhere or to something else.",
    example="ISBN 978-3-16-148410-1",
)  # fmt: skip
ARXIV = RuleDoc(
    code="FC108", version=1, kind="internal", severity="low",
    title="an arXiv identifier is younger than the year given",
    what="The number of an arXiv paper holds the month it was submitted; the same work is dated "
    "to an earlier year.",
    why="The identifier or the year belongs to another paper.",
    example="arXiv:2310.06694 dated 2021",
)  # fmt: skip

_DAYS_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = r"(?P<day>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\.?"
_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6})\.?"
_DATES_EN = (
    re.compile(rf"(?<![A-Za-z]){_DAY},? (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?"
               rf"{_MONTH},? (?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?<![A-Za-z]){_DAY},? {_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?, "
               rf"(?P<y>(?:19|20)\d\d)(?!\d)"),
)  # fmt: skip
_DATE_CJK = re.compile(
    r"(?P<y>(?:19|20)\d\d)年\s?(?P<m>\d{1,2})月\s?(?P<d>\d{1,2})日\s?[(（]?\s?"
    r"(?:(?:星期|周|週|礼拜)(?P<zh>[一二三四五六日天])|(?P<ja>[月火水木金土日])(?=曜|[)）]))"
)
_HAN_DAYS = {**{d: i for i, d in enumerate("一二三四五六日")}, "天": 6}
_JAPANESE_DAYS = "月火水木金土日"

_SHARES = (
    re.compile(r"(?<![\d.,/])(?P<n>\d[\d,]{0,11}) (?:out )?of (?:the |all )?(?P<m>\d[\d,]{0,11})"
               r"(?: [a-z]{1,16}){0,3},?\s?[(（]\s?(?P<p>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|％|percent|"
               r"per cent)"),
    re.compile(r"(?<![\d.,/])(?P<n>\d[\d,]{0,11})/(?P<m>\d[\d,]{0,11})\s?[(（]\s?"
               r"(?P<p>\d{1,3}(?:\.\d{1,2})?)\s?[%％]"),
    re.compile(r"(?P<m>\d[\d,]{0,11})\s?(?:人|名|个|個|件|社|家|项|項|例|篇|本|票|所|台|校)?(?:中|"
               r"里|之中)"
               r"[、,，]?\s?(?:的|有|の)?\s?(?P<n>\d[\d,]{0,11})\s?(?:人|名|个|個|件|社|家|项|項|"
               r"例|篇|本|票|所|台|校)?"
               r"\s?[(（]\s?(?:约|約|占)?\s?(?P<p>\d{1,3}(?:\.\d{1,2})?)\s?[%％]"),
)  # fmt: skip
_BETWEEN = (
    re.compile(r"(?<![A-Za-z])between (?P<a>[^.;()\n]{1,40}?) and (?P<b>[$€£]?\d[^.;()\n]{0,20})"),
    re.compile(r"在(?P<a>[^。;；()（）\n]{1,20}?)(?:到|至|和|"
               r"与)(?P<b>[^。;；()（）\n]{1,20}?)之间"),
    re.compile(r"(?P<a>\d[^。;；()（）\n、]{0,16}?)から(?P<b>\d[^。;；()（）\n、]{0,16}?)の間"),
)  # fmt: skip
_ISBN = re.compile(
    r"(?<![A-Za-z0-9])ISBN(?:-1[03])?:?\s?(?P<id>97[89][- ]?(?:\d[- ]?){9}\d|"
    r"(?:\d[- ]?){9}[\dXx])(?![\d-])"
)
_ORCID = re.compile(r"(?<![0-9-])(?P<id>0000-000\d-\d{4}-\d{3}[\dX])(?![0-9-])")
_LENIENT = Decimal("1.12")
"""How far a converted measure may be off: `100 yards (100 m)` is a habit and no mistake."""

Finder = Callable[[Document, Block], Iterator[Conflict]]


class Sense:
    """One check over all body blocks."""

    def __init__(self, doc: RuleDoc, finder: Finder) -> None:
        self.doc = doc
        self._finder = finder

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind == "record":
                continue
            for block in document.blocks:
                if block.zone == "body" and block.kind != "code":
                    yield from self._finder(document, block)


def _weekdays(document: Document, block: Block) -> Iterator[Conflict]:
    text = document.text
    for pattern in _DATES_EN:
        for found in pattern.finditer(text, block.start, block.end):
            month = _MONTHS.index(found["month"][:3].casefold()) + 1
            said = next(
                i for i, d in enumerate(_DAYS_EN) if d.startswith(found["day"][:3].casefold())
            )
            yield from _weekday(document, found, (int(found["y"]), month, int(found["d"])), said)
    for found in _DATE_CJK.finditer(text, block.start, block.end):
        said = _HAN_DAYS[found["zh"]] if found["zh"] else _JAPANESE_DAYS.index(found["ja"])
        day = (int(found["y"]), int(found["m"]), int(found["d"]))
        yield from _weekday(document, found, day, said)


def _weekday(
    document: Document, found: re.Match[str], day: tuple[int, int, int], said: int
) -> Iterator[Conflict]:
    try:
        right = datetime.date(*day).weekday()
    except ValueError:
        yield conflict(WEEKDAY, Finding(
            sides=(side(document, found.start(), found.end(), role="date"),),
            message=f"“{found.group()}” is no day of the calendar", confidence=95))  # fmt: skip
        return
    if right == said:
        return
    name = next(group for group in ("day", "zh", "ja") if found.groupdict().get(group))
    yield conflict(WEEKDAY, Finding(
        sides=(side(document, found.start(), found.end(), role="date"),),
        message=f"“{found.group()}”: that day was a {_DAYS_EN[right].capitalize()}",
        explanation=(f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d} fell on a "
                     f"{_DAYS_EN[right].capitalize()}; the weekday or the date is wrong",),
        suggestion=suggest(document, found.start(name), found.end(name),
                           _written_day(found[name], right, name)), confidence=90,
    ))  # fmt: skip


def _written_day(written: str, day: int, form: str) -> str:
    if form == "zh":
        return "一二三四五六日"[day]
    if form == "ja":
        return _JAPANESE_DAYS[day]
    full = _DAYS_EN[day].capitalize()
    return full if written.casefold().endswith("day") else full[:3]


def _shares(document: Document, block: Block) -> Iterator[Conflict]:
    for pattern in _SHARES:
        for found in pattern.finditer(document.text, block.start, block.end):
            part, whole = (Decimal(found[g].replace(",", "")) for g in ("n", "m"))
            given = Decimal(found["p"])
            if whole == 0 or part > whole:
                continue
            places = len(found["p"].partition(".")[2])
            right = (part / whole * 100).quantize(Decimal(1).scaleb(-places))
            if abs(right - given) <= max(
                Decimal(1).scaleb(-places), Decimal("0.5") if not places else Decimal(0)
            ):
                continue
            yield conflict(SHARE, Finding(
                sides=(side(document, found.start("p"), found.end("p"), role="percentage"),
                       side(document, found.start("n"), found.end("n"), role="part"),
                       side(document, found.start("m"), found.end("m"), role="whole")),
                message=f"{found['n']} of {found['m']} is {right} %, not {found['p']} %",
                explanation=(f"{found['n']} ÷ {found['m']} = {right} %",),
                suggestion=suggest(document, found.start("p"), found.end("p"), str(right)),
                confidence=90,
            ))  # fmt: skip


def _bounds(document: Document, block: Block) -> Iterator[Conflict]:
    text = document.text
    for pattern in _BETWEEN:
        for found in pattern.finditer(text, block.start, block.end):
            low = [f for f in figures(text, *found.span("a"), block.language) if f.strong]
            end = min(block.end, found.end("b") + 6)
            high = [f for f in figures(text, found.start("b"), end, block.language) if f.strong]
            if len(low) != 1 or not high or len(high[0].readings) > 1:
                continue
            a, b = low[0], high[0]
            shared = b.magnitude if a.magnitude == 1 and a.value < b.value * b.magnitude else 1
            if a.value * shared <= b.value or a.value <= b.value or 1000 <= a.value <= 2100:
                continue
            yield conflict(BOUNDS, Finding(
                sides=(side(document, a.start, b.end, role="range"),),
                message=f"“{text[a.start : b.end]}”: the first bound is the larger one",
                explanation=(f"{spaced(a.value)} is more than {spaced(b.value)}",), confidence=80,
            ))  # fmt: skip


def _two_units(document: Document, block: Block) -> Iterator[Conflict]:
    text = document.text[block.start : block.end]
    if not any(sign in text for sign in "(（"):
        return
    values = [v for v in parse_values(text, language=block.language)
              if isinstance(v.value, Quantity)]  # fmt: skip
    for one, other in itertools.pairwise(values):
        between = text[one.end : other.start].strip()
        a, b = one.value, other.value
        if between not in ("(", "（", "(about", "(约", "（约", "（約") or not isinstance(
            a, Quantity
        ):
            continue
        if not isinstance(b, Quantity) or not text[other.end : other.end + 1].startswith(
            (")", "）")
        ):
            continue
        ratio = _ratio(a, b)
        if ratio is None or ratio <= _LENIENT:
            continue
        yield conflict(UNITS, Finding(
            sides=(side(document, block.start + one.start, block.start + one.end, role="one unit"),
                   side(document, block.start + other.start, block.start + other.end,
                        role="other unit")),
            message=f"“{one.quote}” and “{other.quote}” are not the same measure",
            explanation=(f"converted, the two differ by a factor of {round(ratio, 2)}",),
            confidence=85,
        ))  # fmt: skip


def _ratio(a: Quantity, b: Quantity) -> Decimal | None:
    """How far two measures of one dimension are apart, None where they cannot be compared."""
    if a.dimension in (None, "currency", "count", "temperature") or a.dimension != b.dimension:
        return None
    first, second = SURFACES.by_name.get(a.unit or ""), SURFACES.by_name.get(b.unit or "")
    if first is None or second is None or first is second or not first.worth or not second.worth:
        return None
    x, y = a.value * first.worth, b.value * second.worth
    if x <= 0 or y <= 0:
        return None
    return max(x, y) / min(x, y)


def _checksums(document: Document, block: Block) -> Iterator[Conflict]:
    for pattern, name, right in ((_ISBN, "ISBN", _isbn_holds), (_ORCID, "ORCID", _orcid_holds)):
        for found in pattern.finditer(document.text, block.start, block.end):
            digits = re.sub(r"[- ]", "", found["id"]).upper()
            if right(digits):
                continue
            yield conflict(CHECKSUM, Finding(
                sides=(side(document, found.start("id"), found.end("id"), role="identifier"),),
                message=f"{name} {found['id']}: the check digit does not fit the others",
                explanation=("one of its digits was mistyped",), confidence=95,
            ))  # fmt: skip


def _isbn_holds(digits: str) -> bool:
    if len(digits) == 13:
        return sum(int(d) * (1, 3)[i % 2] for i, d in enumerate(digits)) % 10 == 0
    values = [10 if d == "X" else int(d) for d in digits]
    return sum((10 - i) * d for i, d in enumerate(values)) % 11 == 0


def _orcid_holds(digits: str) -> bool:
    total = 0
    for digit in digits.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return digits[-1] == ("X" if rest == 10 else str(rest))


class YoungIdentifiers:
    """A work's arXiv number against the year the same article gives it."""

    doc = ARXIV

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            years = {c.subject: c for c in extraction.claims
                     if c.predicate == "publication_year" and isinstance(c.value, Year)
                     and c.qualifier("role") != "citation"}  # fmt: skip
            for claim in extraction.claims:
                year = years.get(claim.subject)
                if claim.predicate != "arxiv_id" or year is None:
                    continue
                if not isinstance(claim.value, Identifier) or not isinstance(year.value, Year):
                    continue
                found = re.match(r"(\d\d)\d\d\.\d{4,5}", claim.value.value)
                if found is None or year.value.value >= 2000 + int(found.group(1)):
                    continue
                document = extraction.document
                yield conflict(ARXIV, Finding(
                    sides=(side(document, year.quote.start, year.quote.end, role="year",
                                claim=year.id),
                           side(document, claim.quote.start, claim.quote.end, role="identifier",
                                claim=claim.id)),
                    message=f"arXiv {claim.value.value} was submitted in 20{found.group(1)}; the "
                    f"article dates the work {year.value.value}",
                    explanation=("the first four digits are year and month of submission",),
                    confidence=80,
                ))  # fmt: skip


def sense_rules() -> tuple[Sense | YoungIdentifiers, ...]:
    """The checks, in the order of their codes."""
    return (
        Sense(WEEKDAY, _weekdays), Sense(SHARE, _shares), Sense(BOUNDS, _bounds),
        Sense(UNITS, _two_units), Sense(CHECKSUM, _checksums), YoungIdentifiers(),
    )  # fmt: skip
