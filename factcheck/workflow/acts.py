"""What people do to the ledger, one act at a time: each is checked against what stands at that
moment, inside the transaction that records it, so that of two at once one is told of the other."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import load_catalogue
from factcheck.corrections import Signed, rulings
from factcheck.corrections import fixing as fixes
from factcheck.corrections import outreach as letters
from factcheck.corrections.cases import Draft
from factcheck.corrections.exhibits import exhibits
from factcheck.errors import UsageError
from factcheck.model import Decision
from factcheck.workflow import requests
from factcheck.workflow.byhand import LoggedClaim, claim_at, make_claim, place_of
from factcheck.workflow.find import find_claim, find_conflict, find_source
from factcheck.workflow.session import Act, Request, Session
from factcheck.workflow.state import View
from factcheck.workspace import Workspace


def perform(workspace: Workspace, act: Act, request: Request) -> tuple[Decision, ...]:
    """Record what is asked for on the ledger as it stands, and write the decisions as text.
    Returns the decisions made, or the one that the same request made before under its key."""
    with Session(workspace, act.database) as session:
        return session.perform(act, request)


def _one(workspace: Workspace, act: Act, request: Request) -> Decision:
    return perform(workspace, act, request)[0]


def decide(workspace: Workspace, conflict: str, verdicts: Sequence[str], act: Act) -> Decision:
    """Rule on the conflict whose id begins so: a verdict per side, in the order of its sides.
    Raises UsageError for anything but that, StaleError when somebody ruled before."""
    return _one(workspace, act, requests.decide([conflict], verdicts))


def dismiss(workspace: Workspace, conflict: str, as_: str, act: Act) -> Decision:
    """Set the conflict whose id begins so aside, as `false_positive` or `wont_fix`."""
    return _one(workspace, act, requests.dismiss([conflict], as_))


def undo(workspace: Workspace, target: str, act: Act) -> Decision:
    """Take back a decision by its id, or the ruling in force on a conflict or correction, or the
    last decision on a claim, by theirs."""
    return _one(workspace, act, requests.undo(target))


def dispute(
    workspace: Workspace, claim: str, act: Act, *, stance: str = "refutes",
    evidence: Sequence[str] = (),
) -> Decision:  # fmt: skip
    """Say that the claim whose key begins so is doubted, and why; `evidence` is addresses, files
    or words of a source (`SOURCE:WORDS`), each looked up."""

    def make(view: View, signed: Signed) -> list[Decision]:
        found = find_claim(view.ledger, claim)
        shown = exhibits(evidence, view.ledger.documents, signed.at)
        return [rulings.dispute(found, signed, view.standing, stance=stance, evidence=evidence,
                                exhibits=shown)]  # fmt: skip

    body = {"stance": stance, "evidence": list(evidence)}
    return _one(workspace, act, Request(kind="dispute", target=claim, make=make, body=body))


def dispute_words(
    workspace: Workspace, claim: LoggedClaim, act: Act, *, stance: str = "refutes",
    evidence: Sequence[str] = (),
) -> tuple[Decision, ...]:  # fmt: skip
    """Dispute the claim that stands at these words of a source. Where no extractor found one, the
    claim is logged first, in the same transaction. Raises UsageError when several stand there."""

    def make(view: View, signed: Signed) -> list[Decision]:
        ledger = view.ledger
        shown = exhibits(evidence, ledger.documents, signed.at)
        found, made = claim_at(ledger, claim), []
        if found is None:
            catalogue = load_catalogue(workspace.predicates)
            found = make_claim(ledger, catalogue, claim, signed.actor)
            made.append(rulings.log(found, signed, claim.to_dict()))
        return [rulings.dispute(found, signed, view.standing, stance=stance, evidence=evidence,
                                exhibits=shown), *made]  # fmt: skip

    body = {"stance": stance, "evidence": list(evidence)}
    return perform(workspace, act, Request(kind="dispute", target="", make=make, body=body))


def retract(workspace: Workspace, claim: str, act: Act) -> Decision:
    """Take the claim whose key begins so out of what the ledger stands by."""

    def make(view: View, signed: Signed) -> list[Decision]:
        return [rulings.retract(find_claim(view.ledger, claim), signed, view.standing)]

    return _one(workspace, act, Request(kind="retract", target=claim, make=make))


def log_claim(
    workspace: Workspace, claim: LoggedClaim, act: Act, *, disputed: bool = False
) -> Decision:
    """Record a claim by hand, its words found in the source; with `disputed`, dispute it at once
    for the act's reason. Raises InputError when the words are absent, UsageError when they stand
    in several places each with the candidates."""

    def make(view: View, signed: Signed) -> list[Decision]:
        catalogue = load_catalogue(workspace.predicates)
        made = make_claim(view.ledger, catalogue, claim, signed.actor)
        decisions = [rulings.log(made, signed, claim.to_dict())]
        if disputed:
            decisions.append(rulings.dispute(made, signed, view.standing))
        return decisions

    return _one(workspace, act, Request(kind="log", target="", make=make,
                                        body={"asked": claim.to_dict()}))  # fmt: skip


def propose(workspace: Workspace, words: LoggedClaim, replacement: str, act: Act) -> Decision:
    """Propose other words for words of a source that no rule speaks of. Of `words`, the source,
    the quote and the occurrence count."""

    def make(view: View, signed: Signed) -> list[Decision]:
        target = place_of(view.ledger, words)
        case = Draft(target=target, replacement=replacement, message=signed.reason).case()
        known = next((c for c in view.ledger.corrections if c.id == case.id), None)
        if known is not None:
            raise UsageError(case.id[:10], f"this is proposed already and {known.state}",
                             "see `factcheck corrections show`")  # fmt: skip
        return [fixes.propose(case, signed)]

    return _one(workspace, act, Request(kind="propose", target="", make=make))


def publish(workspace: Workspace, target: str, where: str, act: Act) -> Decision:
    """Note that readers see the correction whose id begins so, at `where`."""
    return _one(workspace, act, requests.on_fixes(
        "publish", [target], lambda case, signed, _: fixes.publish(case, signed, {"where": where}),
        {"where": where}))  # fmt: skip


def contact(
    workspace: Workspace, source: str, state: str, act: Act, *, about: str = "", to: str = ""
) -> Decision:
    """Note the next step of a matter with another publisher: about a source, or about one conflict
    in it. Nothing is sent. Raises UsageError for a step that cannot follow."""

    def make(view: View, signed: Signed) -> list[Decision]:
        found = find_source(view.ledger, source)
        conflict = find_conflict(view.ledger, about).id if about else ""
        return [letters.contact(found.slug, state, signed, view.ledger.decisions, about=conflict,
                                to=to or found.publisher)]  # fmt: skip

    return _one(workspace, act, Request(kind="outreach", target="", make=make,
                                        body={"state": state}))  # fmt: skip
