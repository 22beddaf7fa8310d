"""What people do to the ledger: each act is checked against what stands at that moment, inside the
transaction that records it, so that of two at once one is told about the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from factcheck.claims import load_catalogue
from factcheck.corrections import Signed, Standing, rulings
from factcheck.corrections.active import active_decisions
from factcheck.corrections.ledger import Ledger
from factcheck.errors import UsageError
from factcheck.model import Decision, Json
from factcheck.workflow import texts
from factcheck.workflow.byhand import LoggedClaim, make_claim
from factcheck.workflow.catalogues import load_catalogues
from factcheck.workflow.clock import stamp
from factcheck.workflow.documents import read_archive
from factcheck.workflow.find import find_claim, find_conflict, find_one
from factcheck.workflow.state import fetch, make_ledger
from factcheck.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Act:
    """Who acts, why, when (default: now) and in which store (default: the workspace's). `actor`
    falls back on FACTCHECK_ACTOR and factcheck.toml. `idem` is a key of the request: the same
    request under the same key is done once, and another one under it is refused."""

    actor: str | None = None
    reason: str = ""
    now: datetime | None = None
    database: str | None = None
    idem: str = ""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is asked for: kind and target of the decision, what its body must say, and how it is
    made from what stands."""

    kind: str
    target: str
    make: Callable[[Ledger, Standing, Signed], Sequence[Decision]]
    body: Json = field(default_factory=dict)

    def made(self, decision: Decision, signed: Signed) -> bool:
        """Whether a decision is what this request made."""
        about = (decision.object, str(decision.body.get("object", "")))
        return (
            (decision.kind, decision.actor, decision.reason)
            == (self.kind, signed.actor, signed.reason)
            and any(name.startswith(self.target) for name in about)
            and all(decision.body.get(name) == value for name, value in self.body.items())
        )


def decide(workspace: Workspace, conflict: str, verdicts: Sequence[str], act: Act) -> Decision:
    """Rule on the conflict whose id begins so: a verdict per side, in the order of its sides.
    Raises UsageError for anything but that, StaleError when somebody ruled before."""

    def make(ledger: Ledger, standing: Standing, signed: Signed) -> list[Decision]:
        return [rulings.decide(find_conflict(ledger, conflict), verdicts, signed, standing)]

    return perform(workspace, act, Request(kind="decide", target=conflict, make=make,
                                           body={"verdicts": list(verdicts)}))  # fmt: skip


def dismiss(workspace: Workspace, conflict: str, as_: str, act: Act) -> Decision:
    """Set the conflict whose id begins so aside, as `false_positive` or `wont_fix`."""

    def make(ledger: Ledger, standing: Standing, signed: Signed) -> list[Decision]:
        return [rulings.dismiss(find_conflict(ledger, conflict), as_, signed, standing)]

    return perform(workspace, act, Request(kind="dismiss", target=conflict, make=make,
                                           body={"as": as_}))  # fmt: skip


def dispute(
    workspace: Workspace, claim: str, act: Act, *, stance: str = "refutes",
    evidence: Sequence[str] = (),
) -> Decision:  # fmt: skip
    """Say that the claim whose key begins so is doubted, and why; `evidence` is URLs, files or
    quotes, kept as given."""

    def make(ledger: Ledger, standing: Standing, signed: Signed) -> list[Decision]:
        found = find_claim(ledger, claim)
        return [rulings.dispute(found, signed, standing, stance=stance, evidence=evidence)]

    body = {"stance": stance, "evidence": list(evidence)}
    return perform(workspace, act, Request(kind="dispute", target=claim, make=make, body=body))


def retract(workspace: Workspace, claim: str, act: Act) -> Decision:
    """Take the claim whose key begins so out of what the ledger stands by."""

    def make(ledger: Ledger, standing: Standing, signed: Signed) -> list[Decision]:
        return [rulings.retract(find_claim(ledger, claim), signed, standing)]

    return perform(workspace, act, Request(kind="retract", target=claim, make=make))


def undo(workspace: Workspace, target: str, act: Act) -> Decision:
    """Take back a decision by its id, or the ruling in force on a conflict, or the last decision
    on a claim, by theirs."""

    def make(ledger: Ledger, standing: Standing, signed: Signed) -> list[Decision]:
        return [rulings.undo(_last_on(ledger, target), signed, standing)]

    return perform(workspace, act, Request(kind="undo", target=target, make=make))


def log_claim(
    workspace: Workspace, claim: LoggedClaim, act: Act, *, disputed: bool = False
) -> Decision:
    """Record a claim by hand, its words found in the source; with `disputed`, dispute it at once
    for the act's reason. Raises InputError when the words are absent, UsageError when they stand
    in several places, each with the candidates."""

    def make(ledger: Ledger, standing: Standing, signed: Signed) -> list[Decision]:
        made = make_claim(ledger, load_catalogue(workspace.predicates), claim, signed.actor)
        decisions = [rulings.log(made, signed, claim.to_dict())]
        if disputed:
            decisions.append(rulings.dispute(made, signed, standing))
        return decisions

    return perform(workspace, act, Request(kind="log", target="", make=make,
                                           body={"asked": claim.to_dict()}))  # fmt: skip


def perform(workspace: Workspace, act: Act, request: Request) -> Decision:
    """Record what is asked for on the ledger as it stands, and write the decisions as text.
    Returns the decision made, or the one that the same request made before under its key."""
    from factcheck.store import Acting, open_store

    signed = Signed(actor=workspace.actor(act.actor), at=stamp(act.now), reason=act.reason.strip())
    archived, catalogues = read_archive(workspace), load_catalogues(workspace)
    with open_store(workspace.database(act.database), create=False) as store:
        with store.write(Acting(at=signed.at)) as writer:
            before = writer.decision_of(act.idem) if act.idem else None
            if before is None:
                ledger = make_ledger(workspace, fetch(writer), archived, catalogues)
                standing = Standing(claims=ledger.claims, conflicts=ledger.conflicts,
                                    decisions=ledger.decisions)  # fmt: skip
                decisions = request.make(ledger, standing, signed)
                for number, decision in enumerate(decisions):
                    writer.put_decision(decision, idem="" if number else act.idem)
                before = decisions[0]
            elif not request.made(before, signed):
                raise UsageError(act.idem, "this key was used for another request",
                                 "give every request its own key")  # fmt: skip
        texts.export_decisions(workspace, store)
    return before


def _last_on(ledger: Ledger, target: str) -> Decision:
    """The decision with this id, or the last one in force on the conflict or claim with it."""
    last = {}
    for decision in active_decisions(ledger.decisions):
        last[decision.object] = decision
    for conflict in ledger.conflicts:
        ruled = [d for d in ledger.history.get(conflict.id, ()) if d in last.values()]
        if ruled:
            last[conflict.id] = ruled[-1]
    by_id = {decision.id: decision for decision in ledger.decisions}
    return find_one("decision", target, {**by_id, **last})
