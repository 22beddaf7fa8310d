"""What people may do, as checked decisions: each function says what was ruled, on what was seen,
and refuses what no longer fits. Machines suggest; only these, with a name, decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from factcheck.corrections.active import active_decisions, undone
from factcheck.corrections.reasons import check_code
from factcheck.corrections.standing import Standing, seen_conflict
from factcheck.corrections.status import Judged, judge
from factcheck.corrections.transitions import already
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
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")

Stance = Literal["refutes", "supports"]


@dataclass(frozen=True, kw_only=True)
class Signed:
    """Who acts, when (UTC, `2026-01-05T08:00:00.000000Z`), and why: in words, and in one word of
    those that `reasons` lists."""

    actor: str
    at: str
    reason: str = ""
    code: str = ""
    actor_kind: ActorKind = "human"


def log(claim: Claim, signed: Signed, asked: Json | None = None) -> Decision:
    """Record a claim by hand. The claim names its person as extractor; `asked` is the request as
    the person wrote it."""
    return decision_of("log", claim.key, signed, {"claim": claim_body(claim), "asked": asked or {}})


def claim_body(claim: Claim) -> Json:
    """A claim as a decision holds it: the same fields, numbers as their exact text."""
    return {**claim.to_dict(), "value": value_identity(claim.value)}


def dispute(
    claim: Claim, signed: Signed, standing: Standing, *, stance: str = "refutes",
    evidence: Sequence[str] = (), exhibits: Sequence[Json] = (),
) -> Decision:  # fmt: skip
    """Say that a claim is doubted, and why. `evidence` is kept as given, `exhibits` as it was
    found. Raises StaleError when the claim was retracted."""
    _needs_reason(signed)
    _one_of("stance", stance, get_args(Stance))
    _refuse_retracted(claim, standing)
    return decision_of("dispute", claim.key, signed, {
        "stance": stance, "evidence": list(evidence), "exhibits": list(exhibits),
        "seen": _seen_claim(claim),
    })  # fmt: skip


def retract(claim: Claim, signed: Signed, standing: Standing) -> Decision:
    """Take a claim out of the ledger; it stays in the log. Raises StaleError when it was."""
    _needs_reason(signed)
    _refuse_retracted(claim, standing)
    return decision_of("retract", claim.key, signed, {"seen": _seen_claim(claim)})


def decide(
    conflict: Conflict, verdicts: Sequence[str], signed: Signed, standing: Standing
) -> Decision:
    """Rule on a conflict: one verdict per side, in the order of its sides, with a reason code.
    Raises UsageError for anything but that, StaleError when somebody ruled before."""
    _needs_reason(signed)
    if len(verdicts) != len(conflict.sides):
        sides = "; ".join(f"{n}. {s.quote.source}: {s.quote.exact[:40]}"
                          for n, s in enumerate(conflict.sides, 1))  # fmt: skip
        raise UsageError("verdicts", f"{len(verdicts)} given for {len(conflict.sides)} sides",
                         f"one each, in this order: {sides}")  # fmt: skip
    for verdict in verdicts:
        _one_of("verdict", verdict, get_args(Verdict))
    code = check_code("decide", signed.code)
    return _ruling("decide", conflict, signed, standing,
                   {"verdicts": list(verdicts), "code": code})  # fmt: skip


def dismiss(conflict: Conflict, as_: str, signed: Signed, standing: Standing) -> Decision:
    """Set a conflict aside, as a false_positive of the rule or as one that wont_fix. Raises
    UsageError for another word, StaleError when somebody ruled before."""
    _needs_reason(signed)
    _one_of("dismissal", as_, get_args(Dismissal))
    return _ruling("dismiss", conflict, signed, standing, {"as": as_})


def defer(conflict: Conflict, until: str, signed: Signed, standing: Standing) -> Decision:
    """Put a conflict off until a day (`2026-02-01`), or for good with none. Raises UsageError for
    another form of day or one that has passed, StaleError when somebody ruled before."""
    if until and not _DAY.fullmatch(until):
        raise UsageError(until, "this is no day", "write it as 2026-02-01")
    if until and until <= signed.at[:10]:
        raise UsageError(until, "this day is not to come", f"it is {signed.at[:10]}")
    return _ruling("defer", conflict, signed, standing, {"until": until})


def assign(conflict: Conflict, assignee: str, signed: Signed, standing: Standing) -> Decision:
    """Say who looks at a conflict; an empty name takes the person off. A hint, not a lock."""
    judged = judge(standing)
    if judged.assignees.get(conflict.fingerprint, "") == assignee.strip():
        last = [d for d in judged.bound.get(conflict.fingerprint, ()) if d.kind == "assign"]
        if last:
            raise already(conflict.id[:10], last[-1])
        raise UsageError(conflict.id[:10], "nobody is assigned to it", "give --to NAME")
    return decision_of("assign", conflict.fingerprint, signed, {
        "assignee": assignee.strip(), "seen": seen_conflict(conflict, standing),
    })  # fmt: skip


def comment(conflict: Conflict, signed: Signed, standing: Standing) -> Decision:
    """Say something about a conflict without ruling on it. Raises UsageError without words."""
    _needs_reason(signed)
    return decision_of("comment", conflict.fingerprint, signed,
                       {"seen": seen_conflict(conflict, standing)})  # fmt: skip


def undo(decision: Decision, signed: Signed, standing: Standing) -> Decision:
    """Take back one decision: what it changed is as before. Raises StaleError when it was taken
    back before, UsageError when it is itself an undo, or when later ones rest on it."""
    if decision.kind == "undo":
        raise UsageError(decision.id[:10], "an undo cannot be undone", "rule again instead")
    by = undone(standing.decisions).get(decision.id)
    if by is not None:
        raise StaleError(decision.id[:10], f"already undone by {by.actor} at {by.at}",
                         "nothing is left to do")  # fmt: skip
    for later in active_decisions(standing.decisions):
        if later.object == decision.object and decision.kind in RESTS_ON.get(later.kind, ()):
            raise UsageError(decision.id[:10], f"{later.actor} went on from it ({later.kind}, "
                             f"{later.at})", f"undo {later.id[:10]} first")  # fmt: skip
    return decision_of("undo", decision.id, signed,
                       {"kind": decision.kind, "object": decision.object})  # fmt: skip


RESTS_ON = {
    "apply": ("propose", "accept", "edit"), "publish": ("propose", "accept", "edit", "apply"),
    "accept": ("propose",), "edit": ("propose",), "reject": ("propose",),
}  # fmt: skip
"""Kind of decision → kinds on the same thing without which it would make no sense."""


def _ruling(
    kind: str, conflict: Conflict, signed: Signed, standing: Standing, body: Json
) -> Decision:
    judged = judge(standing)
    last = judged.rulings.get(conflict.fingerprint)
    if last is not None:
        raise already(conflict.id[:10], last)
    settled = [] if kind == "defer" else list(_unsettled(conflict, judged))
    return decision_of(kind, conflict.fingerprint, signed, {
        **body, "seen": {**seen_conflict(conflict, standing),
                         "version": judged.version(conflict)},
        "replaces": settled,
    })  # fmt: skip


def _unsettled(conflict: Conflict, judged: Judged) -> Sequence[str]:
    return [d.id for d in judged.unsettled.get(conflict.fingerprint, ())]


def _seen_claim(claim: Claim) -> Json:
    return {"claim": claim.id, "value": claim.value.key(), "source": claim.source,
            "exact": claim.quote.exact}  # fmt: skip


def _refuse_retracted(claim: Claim, standing: Standing) -> None:
    for d in active_decisions(standing.decisions):
        if d.kind == "retract" and d.object == claim.key:
            raise StaleError(claim.key[:10], f"already retracted by {d.actor} at {d.at}: "
                             f"{d.reason}", "undo that first")  # fmt: skip


def decision_of(kind: str, obj: str, signed: Signed, body: Json) -> Decision:
    """A decision whose words can be stored. Raises UsageError for those that cannot."""
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
