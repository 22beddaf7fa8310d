"""What stands in the ledger when somebody rules, and what of it a ruling binds to."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from factcheck.model import Claim, Conflict, Decision, Entity, Json, Quote, Side, fold

RULINGS = ("decide", "dismiss")
"""Kinds of decision that close a conflict."""
ON_CONFLICT = (*RULINGS, "defer", "assign", "comment")
"""Kinds of decision that are made on a conflict."""
ON_FIX = ("propose", "accept", "edit", "reject", "hold", "apply", "publish")
"""Kinds of decision that are made on a correction; some name the conflict behind it."""


def conflict_of(decision: Decision) -> str:
    """Fingerprint of the conflict that a decision was made on or settles, empty for none."""
    if decision.kind in ON_FIX:
        return str(decision.body.get("conflict", ""))
    return decision.object if decision.kind in ON_CONFLICT else ""


def closes(decision: Decision) -> bool:
    """Whether a decision closes the conflict that it was made on."""
    return decision.kind in RULINGS or (decision.kind in ON_FIX and "verdicts" in decision.body)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What stands in the ledger at the moment of a ruling."""

    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @cached_property
    def claims_by_id(self) -> dict[str, Claim]:
        """Claims by their immutable id, as the sides of conflicts name them."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _places(self) -> dict[str, tuple[list[int], list[Claim], int]]:
        """Source → starts of its claims in order, the claims, and the length of the longest."""
        grouped: dict[str, list[Claim]] = {}
        for claim in sorted(self.claims, key=lambda c: c.quote.start):
            grouped.setdefault(claim.source, []).append(claim)
        return {
            source: ([c.quote.start for c in found], found,
                     max(c.quote.end - c.quote.start for c in found))
            for source, found in grouped.items()
        }  # fmt: skip

    def claims_at(self, quote: Quote) -> list[Claim]:
        """The claims that share a character with the quote, in text order."""
        starts, claims, longest = self._places.get(quote.source, ([], [], 0))
        first = bisect_left(starts, quote.start - longest)
        last = bisect_left(starts, quote.end)
        return [claim for claim in claims[first:last] if claim.quote.overlaps(quote)]

    @cached_property
    def alike(self) -> dict[tuple[object, ...], int]:
        """How many conflicts there are of the same rule, section and words."""
        counts: dict[tuple[object, ...], int] = {}
        for conflict in self.conflicts:
            place = (*likeness(conflict), fold(conflict.section))
            counts[place] = counts.get(place, 0) + 1
        return counts


def claim_behind(side: Side, standing: Standing) -> Claim | None:
    """The claim that a side speaks of: the one it names, else the only one whose value is written
    in its words, at its place."""
    if side.claim is not None:
        return standing.claims_by_id.get(side.claim)
    touching = standing.claims_at(side.quote)
    found = [claim for claim in touching if _written_in(claim, side.quote.exact)]
    return found[0] if len(found) == 1 else None


def _written_in(claim: Claim, words: str) -> bool:
    """Whether the words are those of the value: a name is it whole, a number or date as written."""
    if isinstance(claim.value, Entity):
        return fold(claim.value.value) == fold(words)
    written = fold(getattr(claim.value, "as_written", ""))
    return bool(written) and (written in fold(words) or fold(words) in written)


def likeness(conflict: Conflict) -> tuple[object, ...]:
    """What stays of a conflict when its section moves: the rule and the words of its sides."""
    words = sorted((side.quote.source, fold(side.quote.exact)) for side in conflict.sides)
    return conflict.code, tuple(words)


def seen_conflict(conflict: Conflict, standing: Standing) -> Json:
    """What a ruling binds to: the words, and the values behind them at that moment."""
    place = (*likeness(conflict), fold(conflict.section))
    return {
        "code": conflict.code, "rule": conflict.rule, "section": conflict.section,
        "alike": standing.alike.get(place, 1),
        "sides": [
            {"source": side.quote.source, "exact": side.quote.exact, "role": side.role,
             "key": claim.key if claim else None, "value": claim.value.key() if claim else None}
            for side in conflict.sides
            for claim in [claim_behind(side, standing)]
        ],
    }  # fmt: skip
