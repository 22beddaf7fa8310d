"""FC103 to FC108: checks that need nothing but the text's own arithmetic and calendar."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from factcheck.model import Conflict, Identifier, Year
from factcheck.reconcile.rules.building import Finding, conflict, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.rules.measures import BOUNDS, UNITS, bounds, two_units
from factcheck.sources.document import Block, Document

WEEKDAY = RuleDoc(
    code="FC103", version=2, kind="internal", severity="medium",
    title="the weekday does not fit the date",
    what="A full date stands beside a weekday on which it did not fall.",
    why="One of the two is wrong, and readers may come on the wrong day.",
    example="Monday, 5 March 2024 (it was a Tuesday)",
)  # fmt: skip
SHARE = RuleDoc(
    code="FC104", version=2, kind="internal", severity="medium",
    title="n of m is not the percentage given",
    what="`12 of 48 (30 %)`: the two numbers give another percentage than the one beside them.",
    why="One of the three numbers is wrong.",
    example="12 of 48 (30 %) → 25 %",
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
_CLOSING = re.compile(r"(?:曜日?)?\s?[)）]")
_HAN_DAYS = {**{d: i for i, d in enumerate("一二三四五六日")}, "天": 6}
_JAPANESE_DAYS = "月火水木金土日"

_COUNTER = (
    r"(?:人|名|个|個|件|社|家|项|項|例|篇|本|票|所|台|校|艘|隻|只|题|題|道|棵|辆|輛|匹|头|頭|"
    r"点|局|店|国|國|座|栋|棟|次|回|组|組)?"
)
_SHARES = (
    re.compile(r"(?<![\d.,/])(?P<n>\d[\d,]{0,11}) (?:out )?of (?:the |all )?(?P<m>\d[\d,]{0,11})"
               r"(?: [a-z]{1,16}){0,3},?\s?[(（]\s?(?P<p>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|％|percent|"
               r"per cent)"),
    re.compile(r"(?<!\d)(?<!\d[.,/])(?P<n>\d[\d,]{0,11})/(?P<m>\d[\d,]{0,11})\s?[(（]\s?"
               r"(?P<p>\d{1,3}(?:\.\d{1,2})?)\s?[%％]"),
    re.compile(rf"(?P<m>\d[\d,]{{0,11}})\s?{_COUNTER}[^\d。，、,;；\n]{{0,6}}?(?:中|里|之中)[、,，]?\s?"
               rf"(?:的|有|の)?\s?(?P<n>\d[\d,]{{0,11}})\s?{_COUNTER}"
               r"\s?[(（]\s?(?:约|約|占)?\s?(?P<p>\d{1,3}(?:\.\d{1,2})?)\s?[%％]"),
)  # fmt: skip
_ISBN = re.compile(
    r"(?<![A-Za-z0-9])ISBN(?:-1[03])?:?\s?(?P<id>97[89][- ]?(?:\d[- ]?){9}\d|"
    r"(?:\d[- ]?){9}[\dXx])(?![\d-])"
)
_ORCID = re.compile(r"(?<![0-9-])(?P<id>0000-000\d-\d{4}-\d{3}[\dX])(?![0-9-])")
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
    opened = set("(（") & set(found.group())
    closing = _CLOSING.match(document.text, found.end()) if opened else None
    end = closing.end() if closing else found.end()
    yield conflict(WEEKDAY, Finding(
        sides=(side(document, found.start(), end, role="date"),),
        message=f"“{document.text[found.start() : end]}”: "
        f"that day was a {_DAYS_EN[right].capitalize()}",
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
        Sense(WEEKDAY, _weekdays), Sense(SHARE, _shares), Sense(BOUNDS, bounds),
        Sense(UNITS, two_units), Sense(CHECKSUM, _checksums), YoungIdentifiers(),
    )  # fmt: skip
