"""The first screen of a report: what was read, what is wrong, in figures and in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.model import Conflict, ConflictKind, Coverage, Severity, Source, Tally
from factcheck.reports.contents import Summary
from factcheck.reports.wording import (
    FAMILIES,
    KINDS,
    SEVERITIES,
    SEVERITY_MEANINGS,
    STANDING,
    STATES,
    counted,
    listed,
    number,
    sentence,
)

MENTION = "number, date, identifier or name"
MENTIONS = "numbers, dates, identifiers and names"


def tallies(coverage: Coverage) -> tuple[tuple[str, Tally], ...]:
    """The tally of each family of mentions, in the order of the report."""
    by_name = {"numbers": coverage.numbers, "dates": coverage.dates,
               "identifiers": coverage.identifiers, "names": coverage.names}  # fmt: skip
    return tuple((family, by_name[family]) for family in FAMILIES)


def summarise(
    sources: Sequence[Source],
    conflicts: Sequence[Conflict],
    coverage: Iterable[Coverage],
    *,
    claims: int,
    notices: int,
    skipped: int,
) -> Summary:
    """The figures of one report, and the sentences that say them."""
    standing = [c for c in conflicts if c.state in STANDING]
    every = [tally for one in coverage for _, tally in tallies(one)]
    states = Counter(c.state for c in conflicts)
    records = sum(1 for source in sources if source.kind == "record")
    summary = Summary(
        sources=len(sources), records=records, claims=claims, notices=notices,
        conflicts=len(conflicts), standing=len(standing),
        ready=sum(1 for c in standing if c.suggestion is not None),
        found=sum(t.found for t in every), claimed=sum(t.claimed for t in every),
        set_aside=sum(count for t in every for _, count in t.set_aside),
        by_state={state: states[state] for state in STATES if states[state]},
        by_severity=_by_severity(standing),
        by_kind=_by_kind(standing),
    )  # fmt: skip
    return _told(summary, skipped)


def _by_severity(conflicts: Iterable[Conflict]) -> dict[Severity, int]:
    counts = Counter(c.severity for c in conflicts)
    return {severity: counts[severity] for severity in SEVERITIES if counts[severity]}


def _by_kind(conflicts: Iterable[Conflict]) -> dict[ConflictKind, Mapping[Severity, int]]:
    by_kind: dict[ConflictKind, list[Conflict]] = {}
    for conflict in conflicts:
        by_kind.setdefault(conflict.kind, []).append(conflict)
    return {kind: _by_severity(by_kind[kind]) for kind in KINDS if kind in by_kind}


def _told(summary: Summary, skipped: int) -> Summary:
    lines = (_read(summary), _wrong(summary), _settled(summary), _covered(summary, skipped))
    return replace(summary, sentences=tuple(sentence(line) for line in lines if line))


def _read(summary: Summary) -> str:
    articles = summary.sources - summary.records
    read = [counted(articles, "article")] if articles or not summary.records else []
    if summary.records:
        read.append(counted(summary.records, "record file"))
    were = "was" if summary.sources == 1 else "were"
    told = f"{listed(read)} {were} read: {counted(summary.claims, 'checkable claim')}"
    if summary.notices:
        told += f", and {counted(summary.notices, 'notice')} in which an article corrects itself"
        told += " or another"
    return told


def _wrong(summary: Summary) -> str:
    if not summary.standing:
        return "no conflict stands" if summary.conflicts else "no conflict was found"
    told = f"{counted(summary.standing, 'conflict')} stand{'s' if summary.standing == 1 else ''}"
    grave = summary.by_severity.get("high", 0)
    if grave:
        verb = "changes" if grave == 1 else "change"
        meaning = SEVERITY_MEANINGS["high"].replace("changes", verb, 1)
        told += f"; {number(grave)} of them {meaning}"
    if summary.ready:
        told += f"; {counted(summary.ready, 'correction')} "
        told += "is ready to be reviewed" if summary.ready == 1 else "are ready to be reviewed"
    return told


def _settled(summary: Summary) -> str:
    states = summary.by_state
    settled = [
        f"{number(states[state])} {'has' if states[state] == 1 else 'have'} been {state}"
        for state in ("decided", "dismissed", "deferred")
        if states.get(state)
    ]
    return listed(settled)


def _covered(summary: Summary, skipped: int) -> str:
    told = ""
    if summary.found:
        told = f"of {counted(summary.found, MENTION, MENTIONS)} in the text, "
        told += f"{number(summary.claimed)} became part of a claim"
        if summary.set_aside:
            told += f", {_were(summary.set_aside)} set aside for a stated reason"
        if summary.left:
            told += f" and {number(summary.left)} could not be tied to a statement"
    if skipped:
        told += f"{'; ' if told else ''}{counted(skipped, 'document')} could not be read at all"
    return told


def _were(count: int) -> str:
    return f"{number(count)} {'was' if count == 1 else 'were'}"
