"""Turns conflicts into findings and findings with one cause into cards, worst first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.model import Claim, Conflict, Decision, fold
from factcheck.reports.anchors import anchor, side_label
from factcheck.reports.changes import change_of
from factcheck.reports.contents import Card, Finding, SideView
from factcheck.reports.passages import Places
from factcheck.reports.rulings import told, verdicts_in_force
from factcheck.reports.witnesses import Testimony
from factcheck.reports.wording import SEVERITIES, STATES, counted

_STATE_ORDER = {state: place for place, state in enumerate(STATES)}
_SEVERITY_ORDER = {severity: place for place, severity in enumerate(SEVERITIES)}
_QUOTED = re.compile(r"[「『“《«][^「『“《«」』”》»]{0,400}[」』”》»]|\"[^\"]{0,400}\"")
_NUMBER = re.compile(r"\d{1,40}")
"""What differs between two messages of one cause: the words quoted and the numbers."""


def cards_of(
    conflicts: Iterable[Conflict],
    history: Mapping[str, Sequence[Decision]],
    claims: Mapping[str, Claim],
    testimony: Testimony,
    places: Places,
) -> tuple[Card, ...]:
    """All conflicts as cards, worst first."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    used: Counter[str] = Counter()
    for conflict in sorted(conflicts, key=_worst_first):
        rulings = tuple(history.get(conflict.fingerprint, ()))
        finding = _finding(conflict, rulings, claims, testimony, places)
        used[finding.anchor] += 1
        if used[finding.anchor] > 1:
            finding = replace(finding, anchor=f"{finding.anchor}-{used[finding.anchor]}")
        groups.setdefault(_cause(conflict, rulings), []).append(finding)
    return tuple(_card(findings) for findings in groups.values())


def _worst_first(conflict: Conflict) -> tuple[object, ...]:
    first = conflict.sides[0].quote
    return (
        _STATE_ORDER[conflict.state], _SEVERITY_ORDER[conflict.severity],
        -conflict.confidence_percent, first.source, first.start, first.end, conflict.code,
        conflict.fingerprint,
    )  # fmt: skip


def _cause(conflict: Conflict, rulings: Sequence[Decision]) -> tuple[object, ...]:
    """Equal for conflicts that one card shows. A conflict that somebody ruled on stands alone.

    One-sided findings share a cause when their sentences differ only in the words quoted and the
    numbers; others when the same words stand against each other in the same sources.
    """
    if rulings:
        return (conflict.fingerprint,)
    shared = (conflict.code, conflict.state, conflict.severity, conflict.sources)
    if len(conflict.sides) == 1:
        return (*shared, _NUMBER.sub("…", _QUOTED.sub("…", conflict.message)))
    return (*shared, tuple((s.quote.source, fold(s.quote.exact)) for s in conflict.sides))


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


def _finding(
    conflict: Conflict,
    history: Sequence[Decision],
    claims: Mapping[str, Claim],
    testimony: Testimony,
    places: Places,
) -> Finding:
    verdicts = verdicts_in_force(history, conflict)
    witnesses, count = testimony.about(conflict, claims)
    return Finding(
        anchor=anchor("c", conflict.fingerprint),
        conflict=conflict,
        sides=tuple(
            SideView(
                label=side_label(index), role=side.role, passage=places.passage(side.quote),
                reading=side.reading, verdict=verdicts.get(side_label(index), ""),
            )
            for index, side in enumerate(conflict.sides)
        ),
        why=conflict.explanation,
        change=change_of(conflict.suggestion, places),
        history=told(history, conflict),
        witnesses=witnesses,
        witness_count=count,
    )  # fmt: skip
