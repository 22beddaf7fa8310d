"""FC112: a number that an article tells again, and not the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import Conflict
from factcheck.reconcile.mentions import YEAR, Mention, mentions
from factcheck.reconcile.rules.building import Finding, conflict, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Document

DOC = RuleDoc(
    code="FC112", version=1, kind="internal", severity="medium",
    title="a number is told again, and not the same",
    what="Two sentences of one article, or its headline and its body, count the same thing and "
    "give two numbers: digits changed places (18,400 and 14,800 seats), or a number that points "
    "back (all 24 turbines, 这8人, 全24基) to one that was never told. Other names, years, "
    "opposite sides and parts (the first 24) are left alone.",
    why="One of the two is a slip, and the reader cannot tell which.",
    example="`The wind park has 42 turbines` … `all 24 turbines were turning`",
)  # fmt: skip

_MOST_VALUES = 6
"""Different values of one counted thing beyond which an article is a table in prose."""
_GENERAL = frozenset(
    [
        *"人个個年日月回次元円号時分秒点件度名歳岁天种種位万千百米",
        "seconds", "minutes", "hours", "days", "weeks", "months", "years", "euros", "dollars",
        "pounds", "metres", "meters", "km", "kg", "cm", "mm", "grams", "tonnes", "percent",
        "times", "points", "miles", "litres", "degrees", "people", "メートル", "キロ", "グラム",
        "パーセント", "ドル", "トン", YEAR,
    ]
)  # fmt: skip
"""Units and counters of everything: the same one says nothing about what is counted."""
_LARGE, _LONG, _SIZE = 1000, 3, 2


class ToldAgain:
    """Pairs of mentions of one document; each later one is told once."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            if extraction.document.kind != "record":
                yield from _again(extraction.document)


def _again(document: Document) -> Iterator[Conflict]:
    told = mentions(document)
    by_head: dict[str, list[Mention]] = {}
    for one in told:
        by_head.setdefault(one.head, []).append(one)
    counted = Counter((m.head, m.figure.value) for m in told)
    done: set[int] = set()
    said: set[Decimal] = set()
    for later in told:
        if later.figure.value in said:
            continue
        said.add(later.figure.value)
        for earlier in _candidates(later, told, by_head):
            if later.figure.start in done or earlier.figure.start in done:
                break
            if _differ(earlier, later, by_head):
                done.add(later.figure.start)
                done.add(earlier.figure.start)
                yield _conflict(document, earlier, later, counted)


def _candidates(
    later: Mention, told: Sequence[Mention], by_head: dict[str, list[Mention]]
) -> Iterator[Mention]:
    """Earlier mentions of other sentences that may be the same count: those of one head where
    there are few of it, and any whose digits only changed places."""
    rows = by_head[later.head] if len(_values(by_head[later.head])) <= _MOST_VALUES else []
    places = {m.figure.start for m in rows}
    alike = [
        m for m in told
        if (m.head == later.head or later.figure.value >= _LARGE) and m.figure.start not in places
        and _swapped(m, later)
    ]  # fmt: skip
    for earlier in (*rows, *alike):
        if earlier.sentence.start < later.sentence.start:
            yield earlier


def _values(rows: Sequence[Mention]) -> set[object]:
    return {m.figure.value for m in rows}


def _differ(earlier: Mention, later: Mention, by_head: dict[str, list[Mention]]) -> bool:
    if earlier.figure.value == later.figure.value or earlier.language != later.language:
        return False
    if earlier.is_apart(later) or (not later.back and earlier.later != later.later):
        return False
    return _is_slip(earlier, later) or _points_nowhere(earlier, later, by_head)


def _is_slip(earlier: Mention, later: Mention) -> bool:
    """Digits that changed places, and enough words to say that one thing is meant: two for a year
    or a short number, one for a longer one or where the number points back."""
    if not _swapped(earlier, later):
        return False
    shared = earlier.shares(later) + (earlier.head == later.head and later.head not in _GENERAL)
    if later.head == YEAR:
        return earlier.head == YEAR and _one_event(earlier, later)
    long = len(_digits(later).strip("0")) >= _LONG
    if later.back or earlier.heading:
        return shared >= 1 or later.head == earlier.head
    return shared >= (1 if long and earlier.shares(later) else 2)


def _one_event(earlier: Mention, later: Mention) -> bool:
    """Whether two years date one event: the same words, and in Han text hardly any others."""
    if later.language == "en":
        return earlier.shares(later) >= 2
    least = 1 if later.language == "zh" else 2
    return earlier.shares(later) >= least and len(later.near - earlier.near) <= 1


def _points_nowhere(earlier: Mention, later: Mention, by_head: dict[str, list[Mention]]) -> bool:
    """A number that points back to a thing of which only another number was told."""
    if not later.back or later.head != earlier.head or not _of_one_size(earlier, later):
        return False
    before = [m for m in by_head[later.head]
              if m.sentence.start < later.sentence.start and m.later == later.later]  # fmt: skip
    if later.head in _GENERAL:
        before = [m for m in before if m.shares(later)]
        return bool(before) and len(_values(before)) == 1 and earlier.shares(later) >= 1
    return len(_values(before)) == 1


def _of_one_size(one: Mention, other: Mention) -> bool:
    """Whether one number may be a slip for the other; one far larger counts another group."""
    low, high = sorted((one.figure.value, other.figure.value))
    return high <= low * _SIZE


def _swapped(one: Mention, other: Mention) -> bool:
    """Whether two digits of the numbers changed places and nothing else."""
    a, b = _digits(one), _digits(other)
    if len(a) != len(b) or a == b:
        return False
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(differing) == 2 and a[differing[0]] == b[differing[1]] and (
        a[differing[1]] == b[differing[0]])  # fmt: skip


def _digits(mention: Mention) -> str:
    return format(mention.figure.value, "f")


def _conflict(
    document: Document, earlier: Mention, later: Mention, counted: Counter[tuple[str, Decimal]]
) -> Conflict:
    text = document.text
    a, b = earlier.figure, later.figure
    first, second = text[a.start : a.end], text[b.start : b.end]
    more = [counted[m.head, m.figure.value] for m in (earlier, later)]
    lines = []
    if _swapped(earlier, later):
        lines.append("the same digits in another order")
    if more[0] > more[1]:
        lines.append(f"likelier right: {first}, which the article says {more[0]} times")
    elif later.back:
        lines.append(f"{second} points back, and no {second} was told before: {first} was")
    else:
        lines.append("the text cannot tell which of the two is right")
    supported = more[0] > more[1] or later.back
    return conflict(DOC, Finding(
        sides=(side(document, b.start, b.end, role="told again"),
               side(document, a.start, a.end, role="told before")),
        message=f"{second} {later.head if later.head != YEAR else ''}".rstrip()
        + f" here, {first} before",
        explanation=tuple(lines), confidence=75,
        suggestion=suggest(document, b.start, b.end, first) if supported else None,
    ))  # fmt: skip
