"""What people may do with a correction, as checked decisions: accept, reword, reject, apply,
publish, or propose one. Accepting or rejecting also rules on the conflict that is behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.corrections.case import Case
from factcheck.corrections.reasons import BY_KIND, SETTLING, check_code
from factcheck.corrections.rulings import Signed, decision_of
from factcheck.corrections.standing import Standing, seen_conflict
from factcheck.corrections.status import Judged
from factcheck.corrections.transitions import already, next_state
from factcheck.errors import UsageError
from factcheck.model import Conflict, Decision, Json

MAX_REPLACEMENT = 5_000
"""Characters of a replacement, as of a quote (docs/limits.md)."""


def propose(case: Case, signed: Signed) -> Decision:
    """Put a correction before the others. Raises UsageError when it changes nothing."""
    _check_words(case, case.replacement)
    return decision_of("propose", case.id, signed, {
        "code": check_code("propose", signed.code or "other"), "correction": seen_correction(case),
    })  # fmt: skip


def accept(case: Case, signed: Signed, standing: Standing, judged: Judged) -> Decision:
    """Take a correction as it is proposed, for the reason code given or the one that the
    suggestion rests on. Raises StaleError when somebody ruled before."""
    return _rule("accept", case, signed, standing, judged, _because("accept", case, signed, judged))


def edit(
    case: Case, replacement: str, signed: Signed, standing: Standing, judged: Judged
) -> Decision:
    """Take a correction in other words. Raises UsageError for words that change nothing."""
    _check_words(case, replacement)
    body = {**_because("edit", case, signed, judged), "replacement": replacement}
    return _rule("edit", case, signed, standing, judged, body)


def reject(case: Case, signed: Signed, standing: Standing, judged: Judged) -> Decision:
    """Leave the words as they are. With the codes that say that nothing is wrong, the conflict is
    settled as well; with the others it stays open. Raises UsageError without words for `other`."""
    code = check_code("reject", signed.code)
    if code == "other" and not signed.reason.strip():
        raise UsageError("reason", "“other” needs words", "give --reason TEXT")
    return _rule("reject", case, signed, standing, judged, {"code": code})


def apply(case: Case, signed: Signed, facts: Mapping[str, str]) -> Decision:
    """Note that the words were put into a copy or a file; `facts` are the digests of its bytes
    before and after. Raises UsageError when it was not accepted."""
    next_state(case.state, "apply", case.id[:10], case.last)
    return _step("apply", case, signed, facts)


def publish(case: Case, signed: Signed, facts: Mapping[str, str]) -> Decision:
    """Note that readers see the corrected words; `facts` say where. Raises UsageError when it was
    not applied."""
    next_state(case.state, "publish", case.id[:10], case.last)
    return _step("publish", case, signed, facts)


def seen_correction(case: Case) -> Json:
    """A correction as a decision holds it: what was seen, and enough to find it again."""
    return {
        "target": case.target.to_dict(), "proposed": case.proposed, "code": case.code,
        "message": case.message, "severity": case.severity,
        "confidence_percent": case.confidence_percent,
    }  # fmt: skip


def implied(conflict: Conflict, case: Case, verdict: str, other: str) -> list[str]:
    """Verdicts, in the order of the sides, that follow from what is done to the words of one."""
    touched = [side.quote.overlaps(case.target) for side in conflict.sides]
    if not any(touched):
        return ["unknown"] * len(touched)
    return [verdict if here else other for here in touched]


def _rule(
    kind: str, case: Case, signed: Signed, standing: Standing, judged: Judged, body: Json
) -> Decision:
    next_state(case.state, kind, case.id[:10], case.last)
    conflict = next((c for c in judged.conflicts if c.fingerprint == case.conflict), None)
    ruling = judged.rulings.get(case.conflict)
    more: Json = {}
    if conflict is not None:
        if ruling is not None and kind == "reject":
            raise already(case.id[:10], ruling)
        more = {"conflict": case.conflict, "seen": {
            **seen_conflict(conflict, standing), "version": judged.version(conflict)}}  # fmt: skip
        if ruling is None:
            more |= _verdicts(kind, case, conflict, body)
    stale = [d.id for d in judged.unsettled.get(case.conflict, ())] + (
        [d.id for d in case.decisions if d.kind != "propose"] if case.why else [])  # fmt: skip
    return decision_of(kind, case.id, signed, {
        **body, **more, "correction": seen_correction(case),
        "replaces": list(dict.fromkeys(stale)),
    })  # fmt: skip


def _verdicts(kind: str, case: Case, conflict: Conflict, body: Json) -> Json:
    if kind != "reject":
        return {"verdicts": implied(conflict, case, "wrong", "right")}
    if body["code"] in SETTLING:
        return {"verdicts": implied(conflict, case, "right", "unknown")}
    return {}


def _because(kind: str, case: Case, signed: Signed, judged: Judged) -> Json:
    """The reason code: the one given, else what the suggestion itself rests on."""
    code = signed.code
    if not code:
        kinds = [c.kind for c in judged.conflicts if c.fingerprint == case.conflict]
        code = BY_KIND[kinds[0]] if kinds else "other"
    return {"code": check_code(kind, code)}


def _step(kind: str, case: Case, signed: Signed, facts: Mapping[str, str]) -> Decision:
    body: Json = {"correction": seen_correction(case), "replacement": case.replacement, **facts}
    if case.conflict:
        body["conflict"] = case.conflict
    return decision_of(kind, case.id, signed, body)


def _check_words(case: Case, replacement: str) -> None:
    if replacement == case.target.exact:
        raise UsageError("replacement", "it changes nothing", "reject the fix instead")
    if len(replacement) > MAX_REPLACEMENT:
        raise UsageError("replacement", f"{len(replacement)} characters; limit {MAX_REPLACEMENT}",
                         "shorten it")  # fmt: skip


def of_source(cases: Sequence[Case], slug: str, states: Sequence[str]) -> list[Case]:
    """The corrections of a source that are in one of the states."""
    return [case for case in cases if case.source == slug and case.state in states]
