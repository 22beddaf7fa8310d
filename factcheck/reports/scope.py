"""What a report is about: the whole workspace, or what touches some sources, a subject, a period,
states or a person."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from factcheck.corrections.case import Case
from factcheck.corrections.ledger import Ledger
from factcheck.errors import UsageError
from factcheck.model import Claim, Conflict, Decision, Notice, fold
from factcheck.reports.wording import listed

_MOMENT = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_PERIOD = re.compile(rf"({_MOMENT})?(?:(\.\.)({_MOMENT})?)?")
_LAST = "~"
"""Sorts behind every character of a date, so that a month has all its days."""


@dataclass(frozen=True, kw_only=True)
class Period:
    """From the first to the last day, year or month, both inside; empty for no end."""

    first: str = ""
    last: str = ""

    def holds(self, at: str) -> bool:
        """Whether a moment (`2026-01-05T08:00:00Z`, or a day) lies in it."""
        return bool(at) and self.first <= at and (not self.last or at < self.last + _LAST)


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a report is narrowed to; nothing given is no limit. `sources` are slugs, `subject`
    words of it, `period` when people spoke, `statuses` states of conflicts, claims and
    corrections, `assignee` who looks at a conflict."""

    sources: tuple[str, ...] = ()
    subject: str = ""
    period: Period | None = None
    statuses: tuple[str, ...] = ()
    assignee: str = ""

    @property
    def whole(self) -> bool:
        return self == WHOLE

    @property
    def told(self) -> str:
        """The limits in words, empty for none."""
        period = self.period
        parts = [
            f"source {listed(self.sources)}" if self.sources else "",
            f"subject “{self.subject}”" if self.subject else "",
            f"what was said from {period.first or 'the beginning'} to {period.last or 'now'}"
            if period else "",
            f"status {listed(self.statuses)}" if self.statuses else "",
            f"assigned to {self.assignee}" if self.assignee else "",
        ]  # fmt: skip
        return "; ".join(filter(None, parts))


WHOLE = Scope()


def parse_period(text: str) -> Period:
    """`2026-01`, `2026-01-05..2026-02`, `..2025`. Raises UsageError for anything else."""
    found = _PERIOD.fullmatch(text)
    if not found or not (found[1] or found[3]):
        raise UsageError("--period", f"{text!r} is no period",
                         "write 2026, 2026-01 or 2026-01-05, or two with .. between")  # fmt: skip
    first, dots, last = found[1] or "", found[2], found[3] or ""
    return Period(first=first, last=last if dots else first)


def narrowed(ledger: Ledger, scope: Scope) -> Ledger:
    """The part of a ledger that a report of this scope is about: conflicts that meet every limit,
    claims that do or are a side of one, what belongs to them. The documents stay, so that every
    word keeps its place, and the revision is that of the whole."""
    if scope.whole:
        return ledger
    look = _Look(ledger, scope)
    conflicts = tuple(c for c in ledger.conflicts if look.at_conflict(c))
    shown = {c.fingerprint for c in conflicts}
    sides = {side.claim for c in conflicts for side in c.sides}
    claims = tuple(c for c in ledger.claims if c.id in sides or look.at_claim(c))
    cases = tuple(c for c in ledger.corrections if look.at_case(c, shown))
    notices = tuple(n for n in ledger.notices if look.at_notice(n))
    touched = {slug for c in conflicts for slug in c.sources} | {c.source for c in cases}
    touched |= {c.source for c in claims} | {n.source for n in notices} | set(scope.sources)
    known = shown | {c.key for c in claims} | {c.id for c in cases}
    return replace(
        ledger, conflicts=conflicts, claims=claims, corrections=cases, notices=notices,
        sources=tuple(s for s in ledger.sources if s.slug in touched),
        coverage={slug: held for slug, held in ledger.coverage.items() if slug in touched},
        skipped=tuple(s for s in ledger.skipped if not scope.sources or s.source in touched),
        agreements=tuple(a for a in ledger.agreements if sides.union(c.id for c in claims)
                         .issuperset(a.claims)),
        stale=tuple(s for s in ledger.stale if s.decision.object in known),
        decisions=tuple(_of(ledger, known)),
    )  # fmt: skip


def _of(ledger: Ledger, known: Collection[str]) -> Iterable[Decision]:
    """The decisions on what is known, in the ledger's order."""
    wanted = {d.id for name in known for d in ledger.history.get(name, ())}
    return (d for d in ledger.decisions if d.id in wanted or d.object in known)


class _Look:
    """Whether a thing meets the limits of a scope."""

    def __init__(self, ledger: Ledger, scope: Scope) -> None:
        self._ledger, self._scope = ledger, scope
        self._subject = fold(scope.subject)
        self._claims = {claim.id: claim for claim in ledger.claims}

    def at_conflict(self, conflict: Conflict) -> bool:
        subjects = [c.subject for s in conflict.sides if (c := self._claims.get(s.claim or ""))]
        return (
            self._in_sources(conflict.sources)
            and self._on_subject([*subjects, conflict.section])
            and self._spoken(conflict.fingerprint)
            and (not self._scope.statuses or conflict.state in self._scope.statuses)
            and self._scope.assignee in ("", self._ledger.assignees.get(conflict.fingerprint, ""))
        )

    def at_claim(self, claim: Claim) -> bool:
        status = self._ledger.statuses.get(claim.key, "logged")
        return (
            not self._scope.assignee
            and self._in_sources([claim.source])
            and self._on_subject([claim.subject])
            and self._spoken(claim.key)
            and (not self._scope.statuses or status in self._scope.statuses)
        )

    def at_case(self, case: Case, conflicts: Collection[str]) -> bool:
        """A correction of a conflict that is shown is shown; another one by its own facts."""
        if case.conflict in conflicts:
            return self._in_sources([case.source])
        return (
            not (self._scope.assignee or self._subject)
            and self._in_sources([case.source])
            and self._spoken(case.id)
            and (not self._scope.statuses or case.state in self._scope.statuses)
        )

    def at_notice(self, notice: Notice) -> bool:
        scope = self._scope
        if scope.statuses or scope.assignee or not self._in_sources([notice.source]):
            return False
        dated = scope.period is None or scope.period.holds(notice.date or "")
        return dated and self._on_subject([notice.target or "", notice.quote.exact])

    def _in_sources(self, slugs: Iterable[str]) -> bool:
        return not self._scope.sources or any(slug in self._scope.sources for slug in slugs)

    def _on_subject(self, names: Iterable[str]) -> bool:
        return not self._subject or any(self._subject in fold(name) for name in names)

    def _spoken(self, name: str) -> bool:
        period = self._scope.period
        return period is None or any(
            period.holds(d.at) for d in self._ledger.history.get(name, ())
        )  # fmt: skip
