"""What became of every claim when its article was changed: compared value by value between two
versions, and followed over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from factcheck.claims import Extraction
from factcheck.model import (
    Claim,
    Entity,
    EntityList,
    Json,
    Notice,
    Quantity,
    Quote,
    Text,
    Value,
    exact_number,
    fold,
)
from factcheck.reconcile.carrying import Carrying, Reading
from factcheck.values import parse_values

Outcome = Literal[
    "unchanged", "moved", "reworded_same_value", "value_changed", "removed", "unanchorable"
]
NOTICING = ("correction", "retraction", "update", "omission")
"""Kinds of notice by which an article says that it was changed."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One claim of the older version, and what became of it. `quote` is where it stands now, None
    where it does not; `value` what is read there, `now` the claim that says so, where one does.
    `notice` is what the newer version says of the change, None where it says nothing."""

    before: Claim
    outcome: Outcome
    quote: Quote | None = None
    value: Value | None = None
    now: Claim | None = None
    notice: Notice | None = None

    @property
    def silent(self) -> bool:
        """Whether a value changed or went, and nothing says so."""
        return self.outcome in ("value_changed", "removed") and self.notice is None

    def to_dict(self) -> Json:
        """The shape that `sources refresh` and `sources history` print."""
        changes = self.outcome in ("value_changed", "removed")
        return {
            "outcome": self.outcome,
            "notice": ("with_notice" if self.notice else "without_notice") if changes else None,
            "key": self.before.key, "subject": self.before.subject,
            "predicate": self.before.predicate, "before": _standing(self.before.quote),
            "after": _standing(self.quote) if self.quote else None,
            "value_before": self.before.value.to_dict(),
            "value_after": self.value.to_dict() if self.value else None,
        }  # fmt: skip


def _standing(quote: Quote) -> Json:
    return {"start": quote.start, "end": quote.end, "quote": quote.exact}


class Versions:
    """One version of an article against the next."""

    def __init__(self, old: Extraction, new: Extraction) -> None:
        self.old, self.new = old, new
        self.carrying = Carrying(Reading(old.document), Reading(new.document))

    def changes(self, claims: Iterable[Claim] | None = None) -> list[Change]:
        """What became of the older version's claims, in their order; of other claims that quote it
        when they are given."""
        return [self._change(c) for c in (self.old.claims if claims is None else claims)]

    def _change(self, claim: Claim) -> Change:
        placed = self.carrying.place(claim.quote)
        if placed.quote is None:
            outcome: Outcome = "unanchorable" if placed.how == "lost" else "removed"
            change = Change(before=claim, outcome=outcome)
        else:
            value, here = self._value(claim, placed.quote)
            same = value is not None and value.key() == claim.value.key()
            if here is not None and (here.modality == "negated") != (claim.modality == "negated"):
                same = False
            if not same:
                outcome = "value_changed"
            elif placed.quote.exact != claim.quote.exact or (
                self.carrying.lost_name(claim.subject, claim.quote, placed.quote)
                and self._of_another(claim, here)
            ):
                outcome = "reworded_same_value"
            else:
                outcome = "moved" if placed.how == "moved" else "unchanged"
            change = Change(before=claim, outcome=outcome, quote=placed.quote, value=value,
                            now=here)  # fmt: skip
        return replace(change, notice=self.notice_of(change)) if change.silent else change

    def _value(self, claim: Claim, quote: Quote) -> tuple[Value | None, Claim | None]:
        """What is read at the place now, and the claim that says so, if one does."""
        here = [c for c in self.claims_at(quote) if c.predicate == claim.predicate]
        if here:
            subject, key = fold(claim.subject), claim.value.key()
            best = min(here, key=lambda c: (c.value.key() != key, fold(c.subject) != subject,
                                            abs(c.quote.start - quote.start)))  # fmt: skip
            return best.value, best
        if isinstance(claim.value, Text | Entity | EntityList):
            return (claim.value if fold(quote.exact) == fold(claim.quote.exact)
                    else Text(value=quote.exact)), None  # fmt: skip
        was = self.carrying.old.values_at(claim.quote.start, claim.quote.end)
        now = self.carrying.new.values_at(quote.start, quote.end)
        if [v.value.key() for v in was] == [v.value.key() for v in now]:
            return claim.value if was or quote.exact == claim.quote.exact else None, None
        unlike = [v for v in now if v.value.key() not in {w.value.key() for w in was}]
        return (unlike[0].value if unlike else Text(value=quote.exact)), None

    def claims_at(self, quote: Quote) -> list[Claim]:
        """The newer version's claims that touch a place in it."""
        return [c for c in self._by_line.get(self._line(quote.start), ())
                if c.quote.overlaps(quote)]  # fmt: skip

    @cached_property
    def _by_line(self) -> dict[int, list[Claim]]:
        lines: dict[int, list[Claim]] = {}
        for claim in self.new.claims:
            first, last = self._line(claim.quote.start), self._line(claim.quote.end - 1)
            for line in range(first, last + 1):
                lines.setdefault(line, []).append(claim)
        return lines

    def _line(self, offset: int) -> int:
        return self.new.document.position(offset)[0]

    def _of_another(self, claim: Claim, here: Claim | None) -> bool:
        """Whether the same words are now said of another subject."""
        return here is not None and fold(here.subject) != fold(claim.subject) and not any(
            fold(c.subject) == fold(claim.subject) and c.predicate == claim.predicate
            and c.value.key() == claim.value.key() for c in self.new.claims)  # fmt: skip

    @cached_property
    def news(self) -> tuple[Notice, ...]:
        """The notices that the older version did not have."""
        before = {fold(n.quote.exact) for n in self.old.notices}
        return tuple(n for n in self.new.notices
                     if n.kind in NOTICING and fold(n.quote.exact) not in before)  # fmt: skip

    def notice_of(self, change: Change) -> Notice | None:
        """The new notice that tells of a change: one that names either value, one beside it, or one
        that names none and so speaks of the whole article."""
        return next((n for n in self.news if _tells(n, change) or self._beside(n, change)), None)

    def _beside(self, notice: Notice, change: Change) -> bool:
        if change.quote is None or notice.wrong or notice.right:
            return False
        return self._line(notice.quote.start) == self._line(change.quote.start)


def _tells(notice: Notice, change: Change) -> bool:
    before = _spellings(change.before.quote.exact, change.before.value)
    after = _spellings(change.quote.exact, change.value) if change.quote else frozenset()
    if notice.wrong or notice.right:
        return bool((notice.wrong and _spellings(notice.wrong) & before)
                    or (notice.right and _spellings(notice.right) & after))  # fmt: skip
    words = fold(notice.quote.exact)
    stated = {key for key in _spellings(notice.quote.exact) - {words} if not key.startswith("date")}
    named = fold(change.before.subject) in words
    if stated:
        return named or bool(stated & (before | after))
    return named or not (notice.target and fold(notice.target) in words)


def _spellings(words: str, value: Value | None = None) -> frozenset[str]:
    """The words folded, and the values that are read in them, numbers also without their unit."""
    values = [*(found.value for found in parse_values(words, None)), *([value] if value else ())]
    numbers = {f"number:{exact_number(v.value)}" for v in values if isinstance(v, Quantity)}
    return frozenset(filter(None, {fold(words), *(v.key() for v in values), *numbers}))


@dataclass(frozen=True, kw_only=True)
class Step:
    """A claim in one version: the number of the version (from 0) and what became of it there; no
    change where it appeared first."""

    version: int
    claim: Claim
    change: Change | None = None


@dataclass(kw_only=True)
class Trace:
    """One claim over the versions of an article, from its first one on."""

    steps: list[Step] = field(default_factory=list)

    @property
    def first(self) -> Step:
        return self.steps[0]

    @property
    def last(self) -> Step:
        return self.steps[-1]

    @property
    def alive(self) -> bool:
        """Whether it stands in the last version followed."""
        return self.last.change is None or self.last.change.quote is not None


@dataclass(frozen=True, kw_only=True)
class History:
    """An article over time: its versions, the comparisons between neighbours, and its claims."""

    versions: tuple[Extraction, ...]
    pairs: tuple[Versions, ...]
    traces: tuple[Trace, ...]

    def stood_before(self, version: int, quote: Quote) -> bool:
        """Whether the sentence around words of the latest version stands in one before `version`:
        then what changed there since was taken back."""
        sentence = self.pairs[-1].carrying.new.around(quote.start)
        return sentence is not None and any(
            sentence.words in pair.carrying.old.by_words for pair in self.pairs[:version]
        )

    def changes(self, version: int) -> Iterator[Change]:
        """What became of the claims on the way to a version."""
        for trace in self.traces:
            for step in trace.steps:
                if step.version == version and step.change is not None:
                    yield step.change


def follow(versions: Sequence[Extraction]) -> History:
    """Follow every claim from the version where it first stands, oldest version first."""
    traces = [Trace(steps=[Step(version=0, claim=claim)]) for claim in versions[0].claims]
    active, pairs = list(traces), []
    for number in range(1, len(versions)):
        pair = Versions(versions[number - 1], versions[number])
        pairs.append(pair)
        known: set[tuple[str, int]] = set()
        for trace, change in zip(active, pair.changes(t.last.claim for t in active), strict=True):
            claim = trace.last.claim
            if change.quote is not None:
                claim = _carried(claim, change)
                known.update((claim.predicate, c.quote.start) for c in pair.claims_at(change.quote))
            trace.steps.append(Step(version=number, claim=claim, change=change))
        born = [Trace(steps=[Step(version=number, claim=c)]) for c in versions[number].claims
                if (c.predicate, c.quote.start) not in known]  # fmt: skip
        traces += born
        active = [trace for trace in active if trace.alive] + born
    return History(versions=tuple(versions), pairs=tuple(pairs), traces=tuple(traces))


def _carried(claim: Claim, change: Change) -> Claim:
    """The claim as it stands in the newer version."""
    assert change.quote is not None
    return replace(claim, quote=change.quote, value=change.value or claim.value,
                   modality=change.now.modality if change.now else claim.modality)  # fmt: skip
