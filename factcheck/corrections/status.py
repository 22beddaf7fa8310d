"""What follows from the decisions: the state of every conflict, the status of every claim, and
the rulings that no longer fit what is there. Computed, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.corrections.active import active_decisions, in_order
from factcheck.corrections.case import Case
from factcheck.corrections.ledger import StaleRuling
from factcheck.corrections.reasons import SETTLING
from factcheck.corrections.standing import (
    Standing,
    closes,
    conflict_of,
    likeness,
    seen_conflict,
)
from factcheck.model import (
    Agreement,
    Claim,
    ClaimStatus,
    Conflict,
    ConflictState,
    Decision,
    Source,
    digest,
    fold,
)

MARKS = ("comment", "assign")
"""Acts that change nothing of what is ruled: whoever did not see them is not stale."""
FROM_VERDICT: dict[str, ClaimStatus] = {
    "right": "upheld", "less_precise": "upheld", "different_scope": "upheld",
    "wrong": "corrected", "outdated": "corrected", "unknown": "unverifiable",
}  # fmt: skip
"""Verdict on a side → status of the claim behind it."""
CORROBORATING = ("same_value", "rounding")
"""Relations of an agreement that make a second source a witness."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """Conflicts with their states, the ruling in force on each, the stale rulings on each that
    has some (`unsettled`), and all rulings that fit nothing any more. By fingerprint also:
    `bound`, every decision in force on it, oldest first; the deferral (`deferred`) and the person
    (`assignees`) that count. `followed` says on which conflict a decision (by id) is now."""

    conflicts: tuple[Conflict, ...]
    rulings: Mapping[str, Decision] = field(default_factory=dict)
    unsettled: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    stale: tuple[StaleRuling, ...] = ()
    bound: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    deferred: Mapping[str, Decision] = field(default_factory=dict)
    assignees: Mapping[str, str] = field(default_factory=dict)
    followed: Mapping[str, str] = field(default_factory=dict)

    def version(self, conflict: Conflict) -> str:
        """What changes whenever the conflict's words, its fix or the rulings on it do."""
        fix = conflict.suggestion
        made = [d.id for d in self.bound.get(conflict.fingerprint, ()) if d.kind not in MARKS]
        return digest("version", list(likeness(conflict)),
                      [fix.quote.exact, fix.replacement] if fix else None, made)  # fmt: skip


def judge(standing: Standing) -> Judged:
    """Bind every decision to its conflict. One whose fingerprint is gone follows its words to
    the one conflict of the same rule that has them; with several it becomes stale, never a guess.
    One that saw other values, or that another one contradicts, is stale and its conflict too."""
    by_fingerprint = {c.fingerprint: c for c in standing.conflicts}
    bound, lost = _bind(standing, by_fingerprint)
    states: dict[str, ConflictState] = {}
    rulings: dict[str, Decision] = {}
    unsettled: dict[str, tuple[Decision, ...]] = {}
    deferred: dict[str, Decision] = {}
    stale = [one for one in lost if closes(one.decision)]
    for fingerprint, made in bound.items():
        ruled = [d for d in made if closes(d)]
        problem = _problem(ruled, by_fingerprint[fingerprint], standing) if ruled else ""
        waiting = [d for d in made if d.kind == "defer"]
        if problem:
            states[fingerprint] = "stale"
            unsettled[fingerprint] = tuple(ruled)
            stale += [StaleRuling(decision=d, why=problem) for d in ruled]
        elif ruled:
            states[fingerprint] = "dismissed" if ruled[-1].kind == "dismiss" else "decided"
            rulings[fingerprint] = ruled[-1]
        elif waiting and not _problem(waiting[-1:], by_fingerprint[fingerprint], standing):
            states[fingerprint] = "deferred"
            deferred[fingerprint] = waiting[-1]
    return Judged(
        conflicts=tuple(replace(c, state=states.get(c.fingerprint, "open"))
                        for c in standing.conflicts),
        rulings=rulings, unsettled=unsettled, deferred=deferred,
        bound={name: tuple(made) for name, made in bound.items()}, assignees=_assignees(bound),
        followed={d.id: name for name, made in bound.items() for d in made},
        stale=tuple(sorted(stale, key=lambda s: (s.decision.at, s.decision.id))),
    )  # fmt: skip


def _assignees(bound: Mapping[str, Sequence[Decision]]) -> dict[str, str]:
    """Who looks at each conflict; assigning to nobody takes the person off it."""
    people = {}
    for fingerprint, made in bound.items():
        given = [d.body["assignee"] for d in made if d.kind == "assign"]
        if given and given[-1]:
            people[fingerprint] = given[-1]
    return people


def _bind(
    standing: Standing, by_fingerprint: Mapping[str, Conflict]
) -> tuple[dict[str, list[Decision]], list[StaleRuling]]:
    bound: dict[str, list[Decision]] = {}
    homeless = []
    for decision in active_decisions(standing.decisions):
        about = conflict_of(decision)
        if not about:
            continue
        if about in by_fingerprint:
            bound.setdefault(about, []).append(decision)
        else:
            homeless.append(decision)
    ruled = {name for name, made in bound.items() if any(map(closes, made))}
    candidates: dict[tuple[object, ...], list[str]] = {}
    for conflict in standing.conflicts if homeless else ():
        if conflict.fingerprint not in ruled:
            candidates.setdefault(likeness(conflict), []).append(conflict.fingerprint)
    lost = []
    for decision in homeless:
        found = candidates.get(_seen_likeness(decision), [])
        if len(found) == 1 and decision.body["seen"]["alike"] == 1:
            bound.setdefault(found[0], []).append(decision)
        else:
            why = (f"{len(found)} conflicts look like the one it was made on" if found
                   else "the conflict it was made on is gone")  # fmt: skip
            lost.append(StaleRuling(decision=decision, why=why))
    for made in bound.values():
        made.sort(key=lambda d: (d.at, d.id))
    return bound, lost


def _seen_likeness(decision: Decision) -> tuple[object, ...]:
    seen: Mapping[str, Any] = decision.body.get("seen", {})
    words = sorted((s["source"], fold(s["exact"])) for s in seen.get("sides", ()))
    return seen.get("code"), tuple(words)


def _problem(ruled: Sequence[Decision], conflict: Conflict, standing: Standing) -> str:
    """Why the rulings on a conflict do not hold, empty when they do."""
    rulings = {(tuple(d.body.get("verdicts", ())), d.body.get("as"), d.body.get("replacement"))
               for d in ruled}  # fmt: skip
    if len(rulings) > 1:
        return "rulings contradict each other: " + " and ".join(
            f"{d.actor} ({d.kind}, {d.at})" for d in ruled)  # fmt: skip
    before: Mapping[str, Any] = ruled[-1].body.get("seen", {})
    now = seen_conflict(conflict, standing)
    if before.get("alike", 1) != now["alike"]:
        return f"it was one of {before.get('alike', 1)} alike, now there are {now['alike']}"
    values = [{(s["source"], fold(s["exact"]), s["value"]) for s in seen.get("sides", ())}
              for seen in (before, now)]  # fmt: skip
    return "" if values[0] == values[1] else "a value has changed since: " + ", ".join(
        sorted(str(value) for _, _, value in values[1] - values[0]))  # fmt: skip


def claim_statuses(
    standing: Standing, judged: Judged, agreements: Iterable[Agreement],
    sources: Iterable[Source], corrections: Iterable[Case] = (),
) -> tuple[dict[str, ClaimStatus], list[StaleRuling]]:  # fmt: skip
    """Claim key → status, and the disputes and retractions that saw another value or words that
    are gone. The latest decision on a claim or on its words counts; a retraction is the last
    word."""
    by_key = {claim.key: claim for claim in standing.claims}
    statuses: dict[str, ClaimStatus] = dict.fromkeys(by_key, "logged")
    statuses |= dict.fromkeys(_corroborated(standing, agreements, sources), "corroborated")
    in_force = {d.id for d in judged.rulings.values()}
    fixes = {d.id: case for case in corrections if not case.why for d in case.decisions}
    stale = []
    for decision in active_decisions(standing.decisions):
        if decision.kind == "dispute" or decision.kind == "retract":
            why = _claim_problem(decision, by_key.get(decision.object))
            if why:
                stale.append(StaleRuling(decision=decision, why=why))
            elif statuses[decision.object] != "retracted":
                statuses[decision.object] = _from_words(decision, statuses[decision.object])
        elif decision.id in in_force and "verdicts" in decision.body:
            seen = decision.body["seen"]["sides"]
            for side, verdict in zip(seen, decision.body["verdicts"], strict=True):
                if side["key"] in by_key and statuses[side["key"]] != "retracted":
                    statuses[side["key"]] = FROM_VERDICT[verdict]
        elif decision.id in fixes and (status := _from_fix(decision)):
            for claim in _changed(fixes[decision.id], standing):
                if statuses[claim.key] != "retracted":
                    statuses[claim.key] = status
    return statuses, stale


def _from_fix(decision: Decision) -> ClaimStatus | None:
    """What a ruling on a correction that no conflict is behind says of the claim in its words."""
    if decision.kind == "reject":
        return "upheld" if decision.body["code"] in SETTLING else None
    return "corrected" if decision.kind in ("accept", "edit") else None


def _changed(case: Case, standing: Standing) -> Iterator[Claim]:
    """The claims whose words a correction takes away: they hold its target, or stand in it and not
    in what comes instead."""
    for claim in standing.claims_at(case.target):
        quote, target = claim.quote, case.target
        holds_it = quote.start <= target.start and target.end <= quote.end
        if holds_it or fold(quote.exact) not in fold(case.replacement):
            yield claim


def _from_words(decision: Decision, before: ClaimStatus) -> ClaimStatus:
    if decision.kind == "retract":
        return "retracted"
    return "disputed" if decision.body.get("stance", "refutes") == "refutes" else before


def _claim_problem(decision: Decision, claim: Claim | None) -> str:
    if claim is None:
        return "the claim it was made on is gone"
    seen = decision.body.get("seen", {}).get("value")
    if seen == claim.value.key():
        return ""
    return f"the value was read as {seen}, and is read as {claim.value.key()} now"


def _corroborated(
    standing: Standing, agreements: Iterable[Agreement], sources: Iterable[Source]
) -> set[str]:
    """Keys of claims that another, independent source shares: a translation or a re-publication
    is no witness of its own."""
    origin = {s.slug: other for s in sources for kind, other in s.relations
              if kind in ("translation_of", "republishes")}  # fmt: skip
    keys: set[str] = set()
    for agreement in agreements:
        if agreement.relation not in CORROBORATING:
            continue
        sharing = [standing.claims_by_id[i] for i in agreement.claims
                   if i in standing.claims_by_id]  # fmt: skip
        if len({_root(claim.source, origin) for claim in sharing}) > 1:
            keys.update(claim.key for claim in sharing)
    return keys


def _root(slug: str, origin: Mapping[str, str]) -> str:
    visited: set[str] = set()
    while slug in origin and slug not in visited:
        visited.add(slug)
        slug = origin[slug]
    return slug


def histories(decisions: Iterable[Decision], judged: Judged) -> dict[str, tuple[Decision, ...]]:
    """Conflict fingerprint, correction id or claim key → everything that was decided on it, undone
    or not, with the undos, oldest first. A ruling on a correction is listed under its conflict
    too, one that followed its words under both conflicts."""
    ordered = in_order(decisions)
    by_id = {d.id: d for d in ordered}
    lists: dict[str, list[Decision]] = {}
    for decision in ordered:
        meant = by_id.get(decision.object, decision) if decision.kind == "undo" else decision
        about = (meant.object, conflict_of(meant), judged.followed.get(meant.id, ""))
        for name in dict.fromkeys(filter(None, about)):
            lists.setdefault(name, []).append(decision)
    return {name: tuple(listed) for name, listed in lists.items()}
