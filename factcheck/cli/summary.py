"""The last lines of a check: what was read and found, and how much of it could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from factcheck.claims.extraction import Extraction
from factcheck.cli.output import Screen, escape
from factcheck.model import SEVERITIES, Conflict, Coverage, Tally
from factcheck.reconcile.result import CheckResult

FAMILIES = ("numbers", "dates", "identifiers", "names")


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: `1 claim`, `2 claims`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def summary_lines(
    result: CheckResult, shown: Sequence[Conflict], ruled: int, screen: Screen
) -> Iterator[str]:
    """What was read, what was found, what was left, and where to read more."""
    kinds = Counter(e.document.kind for e in result.extractions)
    read = [counted(kinds["article"], "article")] if kinds["article"] else []
    if kinds["record"]:
        read.append(counted(kinds["record"], "record file"))
    contents = f"{counted(len(result.claims), 'claim')}, " + counted(
        len(result.notices), "correction notice"
    )
    yield f"Read {', '.join(read)}: {contents}. {found_line(shown, ruled, screen)}"
    yield from coverage_lines(e.coverage for e in result.extractions)


def found_line(shown: Sequence[Conflict], ruled: int, screen: Screen) -> str:
    """How many conflicts, of which severity, how many with a fix."""
    if not shown:
        text = screen.paint("No conflicts.", "green", "bold")
    else:
        severities = Counter(conflict.severity for conflict in shown)
        parts = [f"{severities[s]} {s}" for s in reversed(SEVERITIES) if severities[s]]
        fixes = sum(conflict.suggestion is not None for conflict in shown)
        if fixes:
            parts.append(f"{fixes} with a fix")
        text = screen.paint(counted(len(shown), "conflict"), "bold") + f" ({', '.join(parts)})."
    return text + (f" {ruled} more were ruled on or dismissed." if ruled else "")


def coverage_lines(coverages: Iterable[Coverage]) -> Iterator[str]:
    """How many mentions became claims, how many were set aside and why, how many are left."""
    every = list(coverages)
    totals = {family: _total(getattr(c, family) for c in every) for family in FAMILIES}
    claimed = [f"{t.claimed} of {t.found} {name}" for name, t in totals.items() if t.found]
    if claimed:
        yield f"Became claims: {', '.join(claimed)}."
    left = [f"{t.left} {name}" for name, t in totals.items() if t.left > 0]
    aside = [f"{count} {name} ({escape(reason)})" for name, t in totals.items()
             for reason, count in t.set_aside]  # fmt: skip
    if aside:
        yield f"Set aside: {', '.join(aside)}."
    if left:
        yield f"Not read: {', '.join(left)} without a subject that could be told."


def skipped_notes(extractions: Iterable[Extraction]) -> Iterator[str]:
    """What readers had to do to a document, a line each."""
    for extraction in extractions:
        for remark in extraction.document.notes:
            yield f"{escape(extraction.document.name)}: {escape(remark)}"


def _total(tallies: Iterable[Tally]) -> Tally:
    found = claimed = 0
    aside: Counter[str] = Counter()
    for tally in tallies:
        found, claimed = found + tally.found, claimed + tally.claimed
        aside.update(dict(tally.set_aside))
    return Tally(found=found, claimed=claimed, set_aside=tuple(sorted(aside.items())))
