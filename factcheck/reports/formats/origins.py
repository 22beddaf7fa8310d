"""What people said of claims, and from whom it came where it was imported: told again as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model import Decision
from factcheck.reports.contents import Contents, SpokenClaim


def disputes(contents: Contents) -> Iterator[tuple[SpokenClaim, Decision]]:
    """Every dispute in force, and every statement in support, with its claim."""
    decisions = {decision.id: decision for decision in contents.decisions}
    for view in contents.spoken:
        for ruling in view.history:
            decision = decisions.get(ruling.id)
            if decision and decision.kind == "dispute" and not ruling.taken_back:
                yield view, decision


def origin_of(decision: Decision | None) -> Mapping[str, str]:
    """Where an imported decision comes from; empty for one that was made here."""
    origin = decision.body.get("from") if decision else None
    return origin if isinstance(origin, Mapping) else {}
