"""What people decided, as it is told: histories, verdicts on sides, rulings to look at again,
claims that people spoke on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.corrections.active import active_decisions, undone
from factcheck.corrections.exhibits import put_forward
from factcheck.corrections.ledger import StaleRuling
from factcheck.corrections.standing import closes
from factcheck.model import Claim, ClaimStatus, Conflict, Decision, fold
from factcheck.reports.anchors import anchor, side_label
from factcheck.reports.contents import Exhibit, Ruling, SpokenClaim, StaleView
from factcheck.reports.passages import Places
from factcheck.reports.value_words import value_words
from factcheck.reports.wording import DEEDS, DETAILS, VERDICTS

_DETAIL_FIELDS = ("as", "stance", "assignee")
"""Fields of a decision's body that say which sort of it this was."""


def told(decisions: Sequence[Decision], conflict: Conflict | None = None) -> tuple[Ruling, ...]:
    """The decisions on one thing as they are told, oldest first; verdicts by the sides that the
    conflict has now."""
    gone = undone(decisions)
    return tuple(_ruling(decision, conflict, decision.id in gone) for decision in decisions)


def verdicts_in_force(decisions: Sequence[Decision], conflict: Conflict) -> Mapping[str, str]:
    """Side label → what the ruling in force says of it; nothing where none decided."""
    if conflict.state != "decided":
        return {}
    # a correction that was accepted, edited or rejected settles the conflict behind it as well
    ruled = [d for d in active_decisions(decisions) if closes(d)]
    return _verdicts(ruled[-1], conflict) if ruled else {}


def stale_views(
    stale: Iterable[StaleRuling], conflicts: Iterable[Conflict]
) -> tuple[StaleView, ...]:
    """The rulings that no longer fit, by time; linked where their conflict is still there."""
    by_fingerprint = {c.fingerprint: c for c in conflicts}
    ordered = sorted(stale, key=lambda s: (s.decision.at, s.decision.id, s.why))
    return tuple(_stale_view(one, by_fingerprint.get(one.decision.object)) for one in ordered)


def _stale_view(one: StaleRuling, conflict: Conflict | None) -> StaleView:
    seen = one.decision.body.get("seen")
    return StaleView(
        ruling=_ruling(one.decision, conflict, taken_back=False), why=one.why,
        anchor=anchor("c", conflict.fingerprint) if conflict else "",
        words=tuple(words for _, words in _seen_sides(seen)),
    )  # fmt: skip


def spoken_claims(
    claims: Iterable[Claim],
    history: Mapping[str, Sequence[Decision]],
    statuses: Mapping[str, ClaimStatus],
    places: Places,
) -> tuple[SpokenClaim, ...]:
    """The claims that a person logged, disputed or retracted, in text order."""
    spoken = [claim for claim in claims if history.get(claim.key)]
    spoken.sort(key=lambda c: (c.source, c.quote.start, c.quote.end, c.predicate, c.id))
    return tuple(
        SpokenClaim(
            anchor=anchor("k", claim.key), claim=claim, passage=places.passage(claim.quote),
            value=value_words(claim.value), status=statuses.get(claim.key),
            history=told(history[claim.key]),
        )
        for claim in spoken
    )  # fmt: skip


def _ruling(decision: Decision, conflict: Conflict | None, taken_back: bool) -> Ruling:
    body = decision.body
    words = [str(body[name]) for name in _DETAIL_FIELDS if body.get(name)]
    details = [detail for detail in (DETAILS.get(word, word) for word in words) if detail]
    return Ruling(
        id=decision.id, at=decision.at, actor=decision.actor,
        did=DEEDS.get(decision.kind, decision.kind.replace("_", " ")),
        reason=decision.reason, detail=", ".join(details), taken_back=taken_back,
        evidence=tuple(Exhibit(words=words, url=url) for words, url in put_forward(body)),
        verdicts=_verdicts(decision, conflict) if conflict else {},
    )  # fmt: skip


def _verdicts(decision: Decision, conflict: Conflict) -> dict[str, str]:
    """Verdicts by the labels of the sides as they stand now: matched by their words, since a
    re-run may order sides otherwise, else by their order."""
    ruled = decision.body.get("verdicts")
    if not isinstance(ruled, list | tuple):
        return {}
    order: list[tuple[str, str] | None] = list(_seen_sides(decision.body.get("seen")))
    now = [(side.quote.source, fold(side.quote.exact)) for side in conflict.sides]
    labels = {}
    for index, verdict in enumerate(ruled):
        seen = order[index] if index < len(order) else None
        place = now.index(seen) if seen in now and now.count(seen) == 1 else index
        labels[side_label(place)] = VERDICTS.get(str(verdict), str(verdict))
    return dict(sorted(labels.items()))


def _seen_sides(seen: object) -> list[tuple[str, str]]:
    """(source, folded words) of the sides that a ruling saw."""
    sides = seen.get("sides", ()) if isinstance(seen, Mapping) else ()
    return [(str(s.get("source", "")), fold(str(s.get("exact", ""))))
            for s in sides if isinstance(s, Mapping)]  # fmt: skip
