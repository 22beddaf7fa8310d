"""From suggestions and decisions to corrections with a state. Computed, never stored: a suggestion
is a proposal with an id of its own, and what people decided on it follows its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from factcheck.corrections.active import active_decisions
from factcheck.corrections.case import Case
from factcheck.corrections.standing import ON_FIX
from factcheck.corrections.status import Judged
from factcheck.corrections.transitions import minute, walk
from factcheck.model import Conflict, CorrectionState, Decision, Quote, digest
from factcheck.sources.document import Document
from factcheck.sources.quotes import reanchor

WRONG = ("wrong", "outdated", "less_precise")
"""Verdicts on a side after which its words may still be changed."""
GONE = "its words are gone"


def correction_id(conflict: Conflict) -> str:
    """Identity of the correction that a conflict suggests: the conflict and both wordings, no
    positions. ValueError when it suggests none."""
    fix = conflict.suggestion
    if fix is None:
        raise ValueError("this conflict suggests nothing")
    return digest("correction", conflict.fingerprint, fix.quote.source, fix.quote.exact,
                  fix.replacement)  # fmt: skip


def cases(
    decisions: Iterable[Decision], judged: Judged, documents: Mapping[str, Document]
) -> tuple[Case, ...]:
    """All corrections, by source and place: the suggestions that are open or were ruled on, and
    what people proposed themselves. One whose words are gone before it was applied is superseded;
    one on which two rulings contradict each other waits for a third."""
    proposed = {c.id: c for c in _proposals(judged)}
    acts: dict[str, list[Decision]] = {}
    for decision in active_decisions(decisions):
        if decision.kind in ON_FIX:
            acts.setdefault(_followed(decision, judged, proposed), []).append(decision)
    found = [
        _settled(case, acts.get(case.id, ()))
        for case in (*proposed.values(), *_on_record(acts, proposed, documents))
    ]
    ruled = {case.conflict for case in found if case.decisions and case.conflict}
    kept = [c if c.decisions or (_wanted(c, judged) and c.conflict not in ruled)
            else _overruled(c, judged) for c in found]  # fmt: skip
    return tuple(sorted(kept, key=lambda c: (c.source, c.target.start, c.target.end, c.id)))


def _proposals(judged: Judged) -> Iterator[Case]:
    for conflict in judged.conflicts:
        fix = conflict.suggestion
        if fix is not None:
            yield Case(
                id=correction_id(conflict), target=fix.quote, replacement=fix.replacement,
                proposed=fix.replacement, conflict=conflict.fingerprint, code=conflict.code,
                message=conflict.message, severity=conflict.severity,
                confidence_percent=conflict.confidence_percent,
            )  # fmt: skip


def _followed(decision: Decision, judged: Judged, proposed: Mapping[str, Case]) -> str:
    """Id of the correction that a decision is on now: its own, or, where its conflict went on under
    another fingerprint, the one there with the same words on both sides."""
    if decision.object in proposed:
        return decision.object
    conflict = judged.followed.get(decision.id, "")
    seen = decision.body["correction"]
    for case in proposed.values():
        if (case.conflict, case.target.exact, case.proposed) == (
                conflict, seen["target"]["exact"], seen["proposed"]):  # fmt: skip
            return case.id
    return decision.object


def _on_record(
    acts: Mapping[str, list[Decision]], proposed: Mapping[str, Case],
    documents: Mapping[str, Document],
) -> Iterator[Case]:  # fmt: skip
    """Corrections that stand in the decisions alone: those that people proposed, and those whose
    conflict is gone."""
    for name, made in acts.items():
        if name in proposed:
            continue
        seen = made[0].body["correction"]
        target = Quote.from_dict(seen["target"])
        if seen["proposed"] == target.exact:  # a ruling on words that nobody proposed to change
            continue
        document = documents.get(target.source)
        now = reanchor(target, document) if document else None
        yield Case(
            id=name, target=now or target, replacement=seen["proposed"],
            proposed=seen["proposed"], conflict=made[0].body.get("conflict", ""),
            code=seen.get("code", ""), message=seen.get("message", ""),
            severity=seen.get("severity", "medium"),
            confidence_percent=seen.get("confidence_percent", 50), why="" if now else GONE,
        )  # fmt: skip


def _settled(case: Case, made: Iterable[Decision]) -> Case:
    """The case with the state that its decisions give it."""
    made = tuple(made)
    state: CorrectionState = "proposed"
    why = case.why
    try:
        state = walk("proposed", _steps(made))
    except ValueError:
        why = "rulings contradict each other: " + " and ".join(
            f"{d.actor} ({d.kind}, {minute(d.at)})" for d in made)  # fmt: skip
    if why == GONE and state in ("proposed", "accepted", "edited"):
        state = "superseded"
    edits = [d.body["replacement"] for d in made if d.kind == "edit"]
    return replace(case, state=state, decisions=made, why=why,
                   replacement=edits[-1] if edits else case.replacement)  # fmt: skip


def _steps(made: Iterable[Decision]) -> Iterator[str]:
    """The acts one after the other; the same one twice, by two people who did not know of each
    other, is one."""
    last: tuple[str, object] = ("", None)
    for decision in made:
        step = decision.kind, decision.body.get("replacement")
        if decision.kind != "propose" and step != last:
            yield decision.kind
            last = step


def _wanted(case: Case, judged: Judged) -> bool:
    """Whether a suggestion that nobody ruled on may still be taken: not after its conflict was
    dismissed, or decided in favour of its words."""
    ruling = judged.rulings.get(case.conflict)
    if ruling is None:
        return True
    seen = zip(ruling.body["seen"]["sides"], ruling.body.get("verdicts", ()), strict=False)
    return any(side["source"] == case.source and verdict in WRONG for side, verdict in seen)


def versions(judged: Judged, found: Iterable[Case]) -> dict[str, str]:
    """Conflict fingerprint or correction id → what changes with every ruling on it."""
    return {
        **{case.id: digest("version", case.target.exact, case.replacement,
                           [decision.id for decision in case.decisions]) for case in found},
        **{conflict.fingerprint: judged.version(conflict) for conflict in judged.conflicts},
    }  # fmt: skip


def _overruled(case: Case, judged: Judged) -> Case:
    """A suggestion that a ruling on its conflict left no room for; it names that ruling."""
    ruling = judged.rulings.get(case.conflict)
    return replace(case, state="rejected", decisions=(ruling,) if ruling else ())


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A correction that a person writes: words of a source, and what should stand there."""

    target: Quote
    replacement: str
    message: str = ""

    @property
    def id(self) -> str:
        return digest("correction", self.target.to_dict(), self.replacement)

    def case(self) -> Case:
        """It as a correction that is not in the ledger yet."""
        return Case(id=self.id, target=self.target, replacement=self.replacement,
                    proposed=self.replacement, message=self.message)  # fmt: skip
