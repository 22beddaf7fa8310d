"""What may be asked for, as requests that a session performs: on conflicts, on corrections, on a
decision to be taken back. The same ones serve commands, the terminal and the web page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.corrections import Signed, Standing, fixing, rulings
from factcheck.corrections.active import active_decisions
from factcheck.corrections.case import Case
from factcheck.corrections.grouping import group
from factcheck.corrections.ledger import Ledger
from factcheck.corrections.status import MARKS
from factcheck.errors import StaleError
from factcheck.model import Conflict, Decision, Json, digest
from factcheck.workflow.find import find_case, find_conflict, find_one
from factcheck.workflow.session import Request
from factcheck.workflow.state import View

Ruling = Callable[[Conflict, Signed, Standing], Decision]
Step = Callable[[Case, Signed, View], Decision]
UNSETTLED = ("open", "deferred", "stale")


@dataclass(frozen=True, kw_only=True)
class Scope:
    """How far an act goes: with `whole`, to everything of the same cause that waits for a ruling.
    `seen` are the versions (by id) that the person saw, where they are known."""

    whole: bool = False
    seen: Mapping[str, str] = field(default_factory=dict)


ONE = Scope()
"""Just what is named."""


def on_conflicts(
    kind: str, targets: Sequence[str], ruling: Ruling, body: Json, scope: Scope = ONE
) -> Request:
    """A ruling on the conflicts whose ids begin so, or on all of the first one's cause."""

    def make(view: View, signed: Signed) -> list[Decision]:
        conflicts = [find_conflict(view.ledger, target) for target in targets]
        if scope.whole:
            conflicts = cause_of(view.ledger, conflicts[0])
        return [ruling(conflict, signed, view.standing) for conflict in conflicts]

    return Request(kind=kind, target=targets[0], make=make, body=body, seen=scope.seen)


def cause_of(ledger: Ledger, conflict: Conflict) -> list[Conflict]:
    """The conflict with the others of its cause that wait for a ruling, itself first."""
    waiting = [c for c in ledger.conflicts if c.state in UNSETTLED or c.id == conflict.id]
    for finding in group(waiting):
        if any(c.id == conflict.id for c in finding.conflicts):
            return [conflict, *(c for c in finding.conflicts if c.id != conflict.id)]
    return [conflict]


def decide(targets: Sequence[str], verdicts: Sequence[str], scope: Scope = ONE) -> Request:
    """A verdict per side."""

    def ruling(conflict: Conflict, signed: Signed, standing: Standing) -> Decision:
        return rulings.decide(conflict, verdicts, signed, standing)

    return on_conflicts("decide", targets, ruling, {"verdicts": list(verdicts)}, scope)


def dismiss(targets: Sequence[str], as_: str, scope: Scope = ONE) -> Request:
    """Set aside, as `false_positive` or `wont_fix`."""

    def ruling(conflict: Conflict, signed: Signed, standing: Standing) -> Decision:
        return rulings.dismiss(conflict, as_, signed, standing)

    return on_conflicts("dismiss", targets, ruling, {"as": as_}, scope)


def defer(targets: Sequence[str], until: str, scope: Scope = ONE) -> Request:
    """Put off until a day."""

    def ruling(conflict: Conflict, signed: Signed, standing: Standing) -> Decision:
        return rulings.defer(conflict, until, signed, standing)

    return on_conflicts("defer", targets, ruling, {"until": until}, scope)


def assign(targets: Sequence[str], assignee: str, scope: Scope = ONE) -> Request:
    """Give to a person."""

    def ruling(conflict: Conflict, signed: Signed, standing: Standing) -> Decision:
        return rulings.assign(conflict, assignee, signed, standing)

    return on_conflicts("assign", targets, ruling, {"assignee": assignee.strip()}, scope)


def comment(targets: Sequence[str]) -> Request:
    """Say something."""
    return on_conflicts("comment", targets, rulings.comment, {})


def on_fixes(
    kind: str, targets: Sequence[str], step: Step, body: Json, scope: Scope = ONE
) -> Request:
    """A ruling on the corrections whose ids, or whose conflicts' ids, begin so, or on all proposed
    ones of the first one's cause."""

    def make(view: View, signed: Signed) -> list[Decision]:
        cases = [find_case(view.ledger, target) for target in targets]
        if scope.whole:
            cases = _same_cause(view.ledger, cases[0])
        return [step(case, signed, view) for case in cases]

    return Request(kind=kind, target=targets[0], make=make, body=body, seen=scope.seen)


def _same_cause(ledger: Ledger, case: Case) -> list[Case]:
    conflicts = {c.id: c for c in ledger.conflicts}
    if case.conflict not in conflicts:
        return [case]
    by_conflict = {c.conflict: c for c in ledger.corrections if c.state == "proposed"}
    cause = cause_of(ledger, conflicts[case.conflict])
    return [case, *(by_conflict[c.id] for c in cause[1:] if c.id in by_conflict)]


def accept(targets: Sequence[str], scope: Scope = ONE) -> Request:
    """Take corrections as they are proposed."""

    def step(case: Case, signed: Signed, view: View) -> Decision:
        return fixing.accept(case, signed, view.standing, view.judged)

    return on_fixes("accept", targets, step, {}, scope)


def edit(targets: Sequence[str], replacement: str, scope: Scope = ONE) -> Request:
    """Take corrections in other words."""

    def step(case: Case, signed: Signed, view: View) -> Decision:
        return fixing.edit(case, replacement, signed, view.standing, view.judged)

    return on_fixes("edit", targets, step, {"replacement": replacement}, scope)


def reject(targets: Sequence[str], scope: Scope = ONE) -> Request:
    """Leave the words as they are."""

    def step(case: Case, signed: Signed, view: View) -> Decision:
        return fixing.reject(case, signed, view.standing, view.judged)

    return on_fixes("reject", targets, step, {}, scope)


def reword(conflict: str, replacement: str, scope: Scope = ONE) -> Request:
    """Other words where a conflict suggests none: at the words that it is about."""

    def make(view: View, signed: Signed) -> list[Decision]:
        found = find_conflict(view.ledger, conflict)
        case = unsuggested(found)
        return [fixing.edit(case, replacement, signed, view.standing, view.judged)]

    return Request(kind="edit", target=conflict, make=make, body={"replacement": replacement},
                   seen=scope.seen)  # fmt: skip


def unsuggested(conflict: Conflict) -> Case:
    """The correction of a conflict for which a person finds the words."""
    target = conflict.sides[0].quote
    return Case(
        id=digest("correction", conflict.fingerprint, target.source, target.exact, None),
        target=target, replacement=target.exact, proposed=target.exact,
        conflict=conflict.fingerprint, code=conflict.code, message=conflict.message,
        severity=conflict.severity, confidence_percent=conflict.confidence_percent,
    )  # fmt: skip


def undo(target: str, *, whole: bool = False) -> Request:
    """Take back a decision by its id, or the last one in force on whatever has this id; with
    `whole`, with those that were made together with it."""

    def make(view: View, signed: Signed) -> list[Decision]:
        last = last_on(view.ledger, target)
        every = [last]
        if whole:
            every += [
                d for d in active_decisions(view.ledger.decisions)
                if (d.at, d.actor) == (last.at, last.actor) and d.id != last.id
            ]  # fmt: skip
        return [rulings.undo(d, signed, view.standing) for d in every]

    return Request(kind="undo", target=target, make=make)


def last_on(ledger: Ledger, target: str) -> Decision:
    """The decision with this id, or the last one in force on the conflict, correction, claim or
    matter with it: a ruling before a comment. Raises UsageError for none and for several."""
    force = {d.id for d in active_decisions(ledger.decisions)}
    last = {}
    for name, made in ledger.history.items():
        ruled = [d for d in made if d.id in force]
        if ruled:
            last[name] = ([d for d in ruled if d.kind not in MARKS] or ruled)[-1]
    by_id = {decision.id: decision for decision in ledger.decisions}
    meant = {**by_id, **last}
    if target and not any(name.startswith(target) for name in meant):
        quiet = {*ledger.history, *(conflict.id for conflict in ledger.conflicts)}
        if any(name.startswith(target) for name in quiet):
            raise StaleError(target[:10], "no decision on it is in force", "nothing is left to do")
    return find_one("decision", target, meant)
