"""What the charts of a report show, as counts: conflicts by kind, work over time, how far sources
agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from factcheck.corrections.case import Case
from factcheck.model import Claim, Conflict, ConflictKind, Decision
from factcheck.reports.contents import Accord, Period, SourceAccord
from factcheck.reports.publication import moment_of
from factcheck.reports.wording import ACCORDS, KINDS, STANDING

RULINGS = frozenset({"decide", "dismiss"})
_MADE = {"accepted": "accepted", "edited": "accepted", "applied": "applied",
         "published": "published", "rejected": "rejected"}  # fmt: skip
"""States of corrections that somebody made, as the chart counts them."""
_DAYS, _MONTHS, _YEAR = 10, 7, 4
"""Length of a date cut to its day, its month, its year."""
COLUMNS_MOST = 24
"""Columns of a chart over time; where days are too many come months, then years."""


def settled_by_kind(conflicts: Iterable[Conflict]) -> Mapping[ConflictKind, int]:
    """How many conflicts of each kind were decided or dismissed, none zero."""
    counts = Counter(c.kind for c in conflicts if c.state not in STANDING)
    return {kind: counts[kind] for kind in KINDS if counts[kind]}


def timeline(
    decisions: Iterable[Decision], conflicts: Iterable[Conflict], cases: Iterable[Case]
) -> tuple[Period, ...]:
    """What people did, by the time of their decisions: rulings on conflicts, and corrections by
    what has become of them; by day, or by month or year where days or months are too many. Periods
    in between without any are there too."""
    known = {conflict.fingerprint for conflict in conflicts}
    events = [(moment_of(d), "ruled") for d in decisions
              if d.kind in RULINGS and d.object in known]  # fmt: skip
    events += [(moment_of(case.last), _MADE[case.state]) for case in cases if case.state in _MADE]
    dated = sorted(event for event in events if _is_day(event[0]))
    if not dated:
        return ()
    length = next((n for n in (_DAYS, _MONTHS) if _span(dated, n) <= COLUMNS_MOST), _YEAR)
    first, last = (_ordinal(dated[place][0][:length]) for place in (0, -1))
    counts = {_label(n, length): Counter[str]() for n in range(first, last + 1)}
    for at, deed in dated:
        counts[at[:length]][deed] += 1
    return tuple(Period(label=label, counts=dict(sorted(count.items())))
                 for label, count in counts.items())  # fmt: skip


def _is_day(at: str) -> bool:
    """Whether a time lies on a day that there is; `2026-02-31` is written like one."""
    try:
        return bool(date.fromisoformat(at[:_DAYS]))
    except ValueError:
        return False


def _span(dated: Sequence[tuple[str, str]], length: int) -> int:
    """How many periods lie between the first time and the last, both counted."""
    return _ordinal(dated[-1][0][:length]) - _ordinal(dated[0][0][:length]) + 1


def _ordinal(label: str) -> int:
    """The number of a day, a month or a year, one higher than that of the one before."""
    year, month, day = (*map(int, label.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day).toordinal()
    return year * 12 + month - 1 if month else year


def _label(ordinal: int, length: int) -> str:
    """The day, month or year of that number."""
    if length == _DAYS:
        return date.fromordinal(ordinal).isoformat()
    return f"{ordinal // 12:04d}-{ordinal % 12 + 1:02d}" if length == _MONTHS else f"{ordinal:04d}"


def source_accords(
    matters: Iterable[tuple[Accord, Sequence[Claim]]], titles: Mapping[str, str]
) -> tuple[SourceAccord, ...]:
    """For each source how many of its matters others state too, and how far they agree; those that
    differ most first."""
    counts: dict[str, Counter[Accord]] = {}
    for accord, said in matters:
        for slug in {claim.source for claim in said}:
            counts.setdefault(slug, Counter())[accord] += 1
    found = (
        SourceAccord(source=slug, title=titles.get(slug, slug),
                     counts={accord: count[accord] for accord in ACCORDS if count[accord]})
        for slug, count in counts.items()
    )  # fmt: skip
    order: list[Accord] = list(ACCORDS)
    return tuple(sorted(found, key=lambda one: (*(-one.counts.get(a, 0) for a in order),
                                                one.source)))  # fmt: skip
