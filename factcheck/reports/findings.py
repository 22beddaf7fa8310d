"""Turns conflicts into findings and findings with one cause into cards, worst first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.model import Claim, Conflict, Decision, digest, fold
from factcheck.reports.anchors import anchor, side_label
from factcheck.reports.changes import change_of
from factcheck.reports.contents import Anchored, Card, Cards, Finding, SideView
from factcheck.reports.on_demand import OnDemand
from factcheck.reports.passages import Places
from factcheck.reports.rulings import told, verdicts_in_force
from factcheck.reports.witnesses import Testimony
from factcheck.reports.wording import SEVERITIES, STATES, counted

_STATE_ORDER = {state: place for place, state in enumerate(STATES)}
_SEVERITY_ORDER = {severity: place for place, severity in enumerate(SEVERITIES)}
_QUOTED = re.compile(r"[「『“《«][^「『“《«」』”》»]{0,400}[」』”》»]|\"[^\"]{0,400}\"")
_NUMBER = re.compile(r"\d{1,40}")
"""What differs between two messages of one cause: the words quoted and the numbers."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What findings are made from beside the conflicts: decisions by fingerprint, claims by id."""

    history: Mapping[str, Sequence[Decision]]
    claims: Mapping[str, Claim]
    testimony: Testimony
    places: Places

    def card(self, group: Sequence[Anchored]) -> Card:
        """The card of conflicts with one cause."""
        return _card([self._finding(conflict, name) for conflict, name in group])

    def _finding(self, conflict: Conflict, name: str) -> Finding:
        history = tuple(self.history.get(conflict.fingerprint, ()))
        verdicts = verdicts_in_force(history, conflict)
        witnesses, count = self.testimony.about(conflict, self.claims)
        return Finding(
            anchor=name,
            conflict=conflict,
            sides=tuple(
                SideView(
                    label=side_label(index), role=side.role,
                    passage=self.places.passage(side.quote), reading=side.reading,
                    verdict=verdicts.get(side_label(index), ""),
                    mark=self.places.mark(side.quote, name, side_label(index)),
                )
                for index, side in enumerate(conflict.sides)
            ),
            why=conflict.explanation,
            change=change_of(conflict.suggestion, self.places),
            history=told(history, conflict),
            witnesses=witnesses,
            witness_count=count,
        )  # fmt: skip


def cards_of(conflicts: Iterable[Conflict], evidence: Evidence) -> Cards:
    """All conflicts as cards, worst first."""
    groups: dict[str, list[Anchored]] = {}
    used: Counter[str] = Counter()
    for conflict in sorted(conflicts, key=_worst_first):
        name = anchor("c", conflict.fingerprint)
        used[name] += 1
        if used[name] > 1:
            name = f"{name}-{used[name]}"
        ruled = bool(evidence.history.get(conflict.fingerprint))
        groups.setdefault(_cause(conflict, ruled), []).append((conflict, name))
    return OnDemand(list(groups.values()), evidence.card)


def _worst_first(conflict: Conflict) -> tuple[object, ...]:
    first = conflict.sides[0].quote
    return (
        _STATE_ORDER[conflict.state], _SEVERITY_ORDER[conflict.severity],
        -conflict.confidence_percent, first.source, first.start, first.end, conflict.code,
        conflict.fingerprint,
    )  # fmt: skip


def _cause(conflict: Conflict, ruled: bool) -> str:
    """Equal for conflicts that one card shows. A conflict that somebody ruled on stands alone.

    One-sided findings share a cause when their sentences differ only in the words quoted and the
    numbers; others when the same words stand against each other in the same sources.
    """
    if ruled:
        return conflict.fingerprint
    shared = (conflict.code, conflict.state, conflict.severity, conflict.sources)
    if len(conflict.sides) == 1:
        return digest("cause", *shared, _NUMBER.sub("…", _QUOTED.sub("…", conflict.message)))
    words = [(s.quote.source, fold(s.quote.exact)) for s in conflict.sides]
    return digest("cause", *shared, words)


def _card(findings: Sequence[Finding]) -> Card:
    lead = findings[0].conflict
    others = len(findings) - 1
    headline = lead.message
    if others:
        headline = f"{headline.rstrip('.')}, here and in {counted(others, 'other place')}"
    noted = (replace(finding, note=_note(finding.conflict, lead)) for finding in findings[1:])
    return Card(
        anchor=findings[0].anchor, headline=headline, code=lead.code, kind=lead.kind,
        severity=lead.severity, state=lead.state, findings=(findings[0], *noted),
    )  # fmt: skip


def _note(conflict: Conflict, lead: Conflict) -> str:
    """The sentence of a further place, unless it is the lead's with other words quoted."""
    same = _QUOTED.sub("…", conflict.message) == _QUOTED.sub("…", lead.message)
    return "" if same else conflict.message
