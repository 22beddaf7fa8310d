"""What people may do, as checked decisions: each function says what was ruled, on what was seen,
and refuses what no longer fits. Machines suggest; only these, with a name, decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from factcheck.corrections.active import active_decisions, undone
from factcheck.corrections.standing import Standing, seen_conflict
from factcheck.corrections.status import judge
from factcheck.errors import StaleError, UsageError
from factcheck.model import (
    ActorKind,
    Claim,
    Conflict,
    Decision,
    Dismissal,
    Json,
    Verdict,
    canonical,
    value_identity,
)

MAX_REASON = 2_000
"""Characters of a reason (docs/limits.md)."""
DONE = {"decide": "decided", "dismiss": "dismissed"}
UNDO_HINT = "see `factcheck conflicts show`; undo it first if it is wrong"

Stance = Literal["refutes", "supports"]


@dataclass(frozen=True, kw_only=True)
class Signed:
    """Who acts, when (UTC, `2026-01-05T08:00:00.000000Z`), and why."""

    actor: str
    at: str
    reason: str = ""
    actor_kind: ActorKind = "human"


def log(claim: Claim, signed: Signed, asked: Json | None = None) -> Decision:
    """Record a claim by hand. The claim names its person as extractor; `asked` is the request as
    the person wrote it."""
    return _decision("log", claim.key, signed, {"claim": claim_body(claim), "asked": asked or {}})


def claim_body(claim: Claim) -> Json:
    """A claim as a decision holds it: the same fields, numbers as their exact text."""
    return {**claim.to_dict(), "value": value_identity(claim.value)}


def dispute(
    claim: Claim, signed: Signed, standing: Standing, *, stance: str = "refutes",
    evidence: Sequence[str] = (),
) -> Decision:  # fmt: skip
    """Say that a claim is doubted, and why. Raises StaleError when it was retracted."""
    _needs_reason(signed)
    _one_of("stance", stance, get_args(Stance))
    _refuse_retracted(claim, standing)
    return _decision("dispute", claim.key, signed, {
        "stance": stance, "evidence": list(evidence), "seen": _seen_claim(claim),
    })  # fmt: skip


def retract(claim: Claim, signed: Signed, standing: Standing) -> Decision:
    """Take a claim out of the ledger; it stays in the log. Raises StaleError when it was."""
    _needs_reason(signed)
    _refuse_retracted(claim, standing)
    return _decision("retract", claim.key, signed, {"seen": _seen_claim(claim)})


def decide(
    conflict: Conflict, verdicts: Sequence[str], signed: Signed, standing: Standing
) -> Decision:
    """Rule on a conflict: one verdict per side, in the order of its sides. Raises UsageError for
    anything but that, StaleError when somebody ruled before."""
    _needs_reason(signed)
    if len(verdicts) != len(conflict.sides):
        sides = "; ".join(f"{n}. {s.quote.source}: {s.quote.exact[:40]}"
                          for n, s in enumerate(conflict.sides, 1))  # fmt: skip
        raise UsageError("verdicts", f"{len(verdicts)} given for {len(conflict.sides)} sides",
                         f"one each, in this order: {sides}")  # fmt: skip
    for verdict in verdicts:
        _one_of("verdict", verdict, get_args(Verdict))
    return _ruling("decide", conflict, signed, standing, {"verdicts": list(verdicts)})


def dismiss(conflict: Conflict, as_: str, signed: Signed, standing: Standing) -> Decision:
    """Set a conflict aside, as a false_positive of the rule or as one that wont_fix. Raises
    UsageError for another word, StaleError when somebody ruled before."""
    _needs_reason(signed)
    _one_of("dismissal", as_, get_args(Dismissal))
    return _ruling("dismiss", conflict, signed, standing, {"as": as_})


def undo(decision: Decision, signed: Signed, standing: Standing) -> Decision:
    """Take back one decision: what it changed is as before. Raises StaleError when it was taken
    back before, UsageError when it is itself an undo."""
    if decision.kind == "undo":
        raise UsageError(decision.id[:10], "an undo cannot be undone", "rule again instead")
    by = undone(standing.decisions).get(decision.id)
    if by is not None:
        raise StaleError(decision.id[:10], f"already undone by {by.actor} at {by.at}",
                         "nothing is left to do")  # fmt: skip
    return _decision("undo", decision.id, signed,
                     {"kind": decision.kind, "object": decision.object})  # fmt: skip


def _ruling(
    kind: str, conflict: Conflict, signed: Signed, standing: Standing, body: Json
) -> Decision:
    judged = judge(standing)
    last = judged.rulings.get(conflict.fingerprint)
    if last is not None:
        ruled = ", ".join(last.body.get("verdicts", ())) or last.body.get("as", "")
        raise StaleError(
            conflict.id[:10], f"already {DONE[last.kind]} by {last.actor} at {last.at} as {ruled}: "
            f"{last.reason}", UNDO_HINT,
        )  # fmt: skip
    return _decision(kind, conflict.fingerprint, signed, {
        **body, "seen": seen_conflict(conflict, standing),
        "replaces": [d.id for d in judged.unsettled.get(conflict.fingerprint, ())],
    })  # fmt: skip


def _seen_claim(claim: Claim) -> Json:
    return {"claim": claim.id, "value": claim.value.key(), "source": claim.source,
            "exact": claim.quote.exact}  # fmt: skip


def _refuse_retracted(claim: Claim, standing: Standing) -> None:
    for d in active_decisions(standing.decisions):
        if d.kind == "retract" and d.object == claim.key:
            raise StaleError(claim.key[:10], f"already retracted by {d.actor} at {d.at}: "
                             f"{d.reason}", "undo that first")  # fmt: skip


def _decision(kind: str, obj: str, signed: Signed, body: Json) -> Decision:
    if len(signed.reason) > MAX_REASON:
        raise UsageError("reason", f"{len(signed.reason)} characters; limit {MAX_REASON}",
                         "shorten it")  # fmt: skip
    asked = canonical(body).decode("utf-8", "surrogatepass")
    for name, words in (("actor", signed.actor), ("reason", signed.reason), ("request", asked)):
        if "\0" in words or any("\ud800" <= character <= "\udfff" for character in words):
            raise UsageError(name, "it holds characters that are none", "write it as plain UTF-8")
    return Decision(at=signed.at, actor=signed.actor, actor_kind=signed.actor_kind, kind=kind,
                    object=obj, body=body, reason=signed.reason)  # fmt: skip


def _needs_reason(signed: Signed) -> None:
    if not signed.reason.strip():
        raise UsageError("reason", "a ruling needs a reason", "give --reason TEXT")


def _one_of(name: str, value: str, choices: Sequence[str]) -> None:
    if value not in choices:
        raise UsageError(name, f"{value!r} is unknown", f"one of {', '.join(choices)}")
