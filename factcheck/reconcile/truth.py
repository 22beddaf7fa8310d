"""Which side is likelier right: a vote of independent sources, each weighted by how it did
elsewhere, with rank, recency, precision and arithmetic as further evidence. It proposes; a person
decides."""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

ROUNDS = 8
"""Rounds of estimating truth from trust and trust from truth; the ranking settles before."""
_ACCURACY, _SAMPLE, _WAYS = 0.8, 5, 5
"""Of single values: how often an unknown source is right, how many items that guess is worth, and
in how many ways a source that errs may err."""
_UNLIKELY = 0.5
_RARE = 6
"""A value is a trace of copying when it is unlikely and at most so many sources hold it."""
_SHARED, _SHARE = 3, 0.5
"""Unlikely values that two sources must share, and the share of the poorer one's, to be copies."""
_PER_RANK, _PER_ARITHMETIC, _PER_RECENCY = 1.5, 2.0, 0.7
"""What a rank, a sum that works out and the newest date add, as logarithms of odds."""


@dataclass(frozen=True, kw_only=True)
class Priors:
    """What is held of a source of which nothing is known, as (yes, no) counts. It names a true
    part less often than not: lists are cut short. It rarely names a false one: leaving out is
    common, inventing is not. benchmarks/truth.py measures them by cross-validation."""

    names_true: tuple[float, float] = (2.0, 6.0)
    names_false: tuple[float, float] = (1.0, 39.0)


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What one source says of one item. `parts` are the values named: one for a number or a name,
    several for a list. `rank` is 0 for a source that tells, higher for one that keeps the record;
    `date` is ISO, where what is told changes with time; `adds_up` says whether arithmetic inside
    the source confirms (or refutes) it; `precision` is the number of significant digits."""

    item: str
    source: str
    parts: frozenset[str]
    rank: int = 0
    date: str | None = None
    adds_up: bool | None = None
    precision: int = 0


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What is likelier right of one item. `odds` gives each value's probability; `evidence` says
    in words what spoke for it, a line each."""

    item: str
    value: frozenset[str]
    odds: Mapping[str, float]
    evidence: tuple[str, ...]


@dataclass
class _Trust:
    """How often a source names what is true, and what is not."""

    names_true: float
    names_false: float = 0.0


def _unknown(priors: Priors) -> _Trust:
    """A source before anything is known of it."""
    return _Trust(
        names_true=priors.names_true[0] / sum(priors.names_true),
        names_false=priors.names_false[0] / sum(priors.names_false),
    )


Facts = Mapping[tuple[str, str], float]


def judge(
    statements: Iterable[Statement], *, one_value: bool = False, priors: Priors = Priors()
) -> dict[str, Verdict]:
    """A verdict per item. Without `one_value` each part is judged by itself (an author list holds
    every author who is likelier there than not); with it the likeliest single value is taken. The
    order of the statements does not matter; an empty one says nothing."""
    by_item: dict[str, list[Statement]] = defaultdict(list)
    for told in sorted(statements, key=lambda t: (t.item, t.source, sorted(t.parts))):
        if told.parts:
            by_item[told.item].append(told)
    trust: dict[str, _Trust] = {}
    shares: Mapping[str, Mapping[str, float]] = {}
    facts: Facts = {}
    for _ in range(ROUNDS):
        facts = {
            (item, part): likely
            for item, rows in by_item.items()
            for part, likely in (
                _rivals(rows, trust, shares) if one_value
                else _members(rows, trust, shares, _unknown(priors))
            ).items()
        }  # fmt: skip
        trust = _accuracy(by_item, facts) if one_value else _trust(by_item, facts, priors)
        shares = _independence(by_item, facts)
    return {item: _verdict(item, rows, facts, shares, one_value) for item, rows in by_item.items()}


def _named(rows: Sequence[Statement]) -> list[str]:
    return sorted(frozenset[str]().union(*(told.parts for told in rows)))


def _members(
    rows: Sequence[Statement],
    trust: Mapping[str, _Trust],
    shares: Mapping[str, Mapping[str, float]],
    unknown: _Trust,
) -> dict[str, float]:
    """How likely each part belongs to the list, given who names it and who, speaking of the item,
    does not."""
    weights = {told.source: _weight(told, rows, shares) for told in rows}
    found = {}
    for part in _named(rows):
        score = _beside(part, rows)
        for told in rows:
            known = trust.get(told.source, unknown)
            yes, no = known.names_true, known.names_false
            odds = yes / no if part in told.parts else (1 - yes) / (1 - no)
            score += weights[told.source] * math.log(odds)
        found[part] = 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))
    return found


def _rivals(
    rows: Sequence[Statement],
    trust: Mapping[str, _Trust],
    shares: Mapping[str, Mapping[str, float]],
) -> dict[str, float]:
    """How likely each value is the one right value: who names it is right as often as elsewhere,
    and otherwise errs in any of many ways."""
    scores = {}
    for part in _named(rows):
        score = _beside(part, rows)
        for told in rows:
            if part in told.parts:
                right = trust[told.source].names_true if told.source in trust else _ACCURACY
                score += _weight(told, rows, shares) * math.log(_WAYS * right / (1 - right))
        scores[part] = score
    top = max(scores.values())
    total = sum(math.exp(score - top) for score in scores.values())
    return {part: math.exp(score - top) / total for part, score in scores.items()}


def _beside(part: str, rows: Sequence[Statement]) -> float:
    """What rank, arithmetic, recency and precision add to a value."""
    newest = max((told.date for told in rows if told.date), default=None)
    finest = max(told.precision for told in rows)
    score = 0.0
    for told in rows:
        if part not in told.parts:
            continue
        score += _PER_RANK * told.rank
        if told.adds_up is not None:
            score += _PER_ARITHMETIC if told.adds_up else -_PER_ARITHMETIC
        if newest and told.date == newest and any(t.date != newest for t in rows):
            score += _PER_RECENCY
        if finest and told.precision == finest and any(t.precision < finest for t in rows):
            score += _PER_RECENCY / 2
    return score


def _weight(
    told: Statement, rows: Sequence[Statement], shares: Mapping[str, Mapping[str, float]]
) -> float:
    """1 for a source of its own, 1/n where n sources that copy each other say the same here."""
    copies = shares.get(told.source)
    if not copies:
        return 1.0
    same = sum(1 for other in rows if other.source in copies and other.parts == told.parts)
    return 1.0 / (1 + same)


def _trust(
    by_item: Mapping[str, Sequence[Statement]], facts: Facts, priors: Priors
) -> dict[str, _Trust]:
    """What each source names of what is held true and false, smoothed by the priors. The part of a
    list that most sources name is left out: all name the first author, and it would hide how often
    a source cuts its lists short."""
    counts: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for item, rows in by_item.items():
        parts = _named(rows)
        first = max(parts, key=lambda p: (sum(p in told.parts for told in rows), p))
        for told in rows:
            row = counts[told.source]
            for part in parts:
                if part == first and len(parts) > 1:
                    continue
                likely = facts[item, part]
                row[0 if part in told.parts else 1] += likely
                row[2 if part in told.parts else 3] += 1 - likely
    return {
        source: _Trust(
            names_true=_smoothed(row[0], row[1], priors.names_true),
            names_false=_smoothed(row[2], row[3], priors.names_false),
        )
        for source, row in counts.items()
    }  # fmt: skip


def _accuracy(by_item: Mapping[str, Sequence[Statement]], facts: Facts) -> dict[str, _Trust]:
    """How often each source was right where one value is right, smoothed."""
    counts: dict[str, list[float]] = defaultdict(list)
    for item, rows in by_item.items():
        for told in rows:
            counts[told.source].append(max(facts[item, part] for part in told.parts))
    return {
        source: _Trust(names_true=(sum(row) + _ACCURACY * _SAMPLE) / (len(row) + _SAMPLE))
        for source, row in counts.items()
    }


def _smoothed(yes: float, no: float, prior: tuple[float, float]) -> float:
    return (yes + prior[0]) / (yes + no + sum(prior))


def _independence(
    by_item: Mapping[str, Sequence[Statement]], facts: Facts
) -> dict[str, dict[str, float]]:
    """Per source those that share its unlikely values: errors agree by copying, truths by being
    true. Only values that few sources hold are compared, so the work stays linear."""
    errors: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    for item, rows in by_item.items():
        for part in _named(rows):
            if facts[item, part] >= _UNLIKELY:
                continue
            holders = sorted({told.source for told in rows if part in told.parts})
            errors.update(holders)
            if 1 < len(holders) <= _RARE:
                shared.update(itertools.combinations(holders, 2))
    copies: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), count in shared.items():
        share = count / min(errors[one], errors[other])
        if count >= _SHARED and share >= _SHARE:
            copies[one][other] = copies[other][one] = share
    return dict(copies)


def _verdict(
    item: str, rows: Sequence[Statement], facts: Facts,
    shares: Mapping[str, Mapping[str, float]], one_value: bool,
) -> Verdict:  # fmt: skip
    odds = {part: facts[item, part] for part in _named(rows)}
    best = max(odds, key=lambda part: (odds[part], part))
    likely = frozenset(part for part, odd in odds.items() if odd >= _UNLIKELY)
    value = frozenset({best}) if one_value or not likely else likely
    return Verdict(item=item, value=value, odds=odds,
                   evidence=tuple(_evidence(value, odds, rows, shares)))  # fmt: skip


def _evidence(
    value: frozenset[str], odds: Mapping[str, float], rows: Sequence[Statement],
    shares: Mapping[str, Mapping[str, float]],
) -> Iterable[str]:  # fmt: skip
    """What spoke for the value, in words."""
    for part in sorted(odds, key=lambda p: (p not in value, -odds[p], p))[:6]:
        naming = [told for told in rows if part in told.parts]
        apart = sum(_weight(told, rows, shares) for told in naming)
        copied = ", copies discounted" if apart < len(naming) else ""
        verdict = "likelier right" if part in value else "likelier wrong"
        yield (f"{part}: {verdict} ({odds[part]:.0%}); named by {len(naming)} of {len(rows)} "
               f"sources{copied}")  # fmt: skip
    backing = [told for told in rows if told.parts & value]
    top = max(told.rank for told in rows)
    if top and any(told.rank == top for told in backing):
        yield "a source that keeps the record says so"
    if any(told.adds_up for told in backing):
        yield "the other numbers of the same source add up to it"
    newest = max((told.date for told in rows if told.date), default=None)
    if newest and any(told.date == newest for told in backing):
        yield f"the newest source ({newest}) says so"
