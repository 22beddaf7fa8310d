"""The last lines of a check: what was read and found, and how much of it could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from factcheck.cli.output import Screen, escape
from factcheck.cli.width import wrap
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
    lines = [f"Read {' and '.join(read)}: {contents}."]
    lines += coverage_lines(e.coverage for e in result.extractions)
    yield from (part for line in lines for part in folded(line, screen))
    styles = ("bold",) if shown else ("bold", "green")
    for part in folded(found_line(shown, ruled), screen):
        yield screen.paint(part, *styles)
    if shown and screen.terminal:
        gravest = max(shown, key=lambda conflict: SEVERITIES.index(conflict.severity))
        yield screen.paint(f"More: factcheck explain {gravest.code}", "dim")


def folded(line: str, screen: Screen) -> list[str]:
    """A line wrapped on a terminal, left whole in a pipe."""
    return wrap(line, screen.width, "  ") if screen.terminal else [line]


def found_line(shown: Sequence[Conflict], ruled: int) -> str:
    """How many conflicts, of which severity, how many with a fix."""
    text = "No conflicts." if not shown else f"{counted(len(shown), 'conflict')}: "
    if shown:
        severities = Counter(conflict.severity for conflict in shown)
        parts = [f"{severities[s]} {s}" for s in reversed(SEVERITIES) if severities[s]]
        fixes = sum(conflict.suggestion is not None for conflict in shown)
        text += ", ".join(parts) + (f"; {fixes} with a fix" if fixes else "") + "."
    if ruled:
        text += f" {ruled} more {'was' if ruled == 1 else 'were'} ruled on or dismissed."
    return text


def coverage_lines(coverages: Iterable[Coverage]) -> Iterator[str]:
    """How many mentions became claims, how many were set aside and why, how many are left."""
    every = list(coverages)
    totals = {family: _total(getattr(c, family) for c in every) for family in FAMILIES}
    claimed = [f"{t.claimed} of {_named(t.found, name)}" for name, t in totals.items() if t.found]
    if claimed:
        yield f"Became claims: {', '.join(claimed)}."
    left = [_named(t.left, name) for name, t in totals.items() if t.left > 0]
    aside = [f"{_named(count, name)} ({escape(reason)})" for name, t in totals.items()
             for reason, count in t.set_aside]  # fmt: skip
    if aside:
        yield f"Set aside: {', '.join(aside)}."
    if left:
        yield f"Not read: {', '.join(left)} without a subject that could be told."


def _named(number: int, family: str) -> str:
    return counted(number, family.removesuffix("s"))


def _total(tallies: Iterable[Tally]) -> Tally:
    found = claimed = 0
    aside: Counter[str] = Counter()
    for tally in tallies:
        found, claimed = found + tally.found, claimed + tally.claimed
        aside.update(dict(tally.set_aside))
    return Tally(found=found, claimed=claimed, set_aside=tuple(sorted(aside.items())))
