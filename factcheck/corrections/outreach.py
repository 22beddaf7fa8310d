"""Letters to another publisher about what its article says: which were written, and what came of
them. Nothing is sent from here; a person writes and notes it down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.corrections.active import active_decisions
from factcheck.corrections.rulings import Signed, decision_of
from factcheck.corrections.transitions import OUTREACH_STATES, OUTREACH_STEPS, minute
from factcheck.errors import StaleError, UsageError
from factcheck.model import Decision, Json, digest


@dataclass(frozen=True, kw_only=True)
class Outreach:
    """One matter with one publisher: about a source, or about one conflict in it."""

    id: str
    source: str
    about: str
    to: str
    state: str
    decisions: tuple[Decision, ...] = ()

    def to_dict(self) -> Json:
        """The shape that listings print."""
        last = self.decisions[-1]
        return {"id": self.id, "source": self.source, "about": self.about or None, "to": self.to,
                "state": self.state, "since": last.at, "by": last.actor,
                "reason": last.reason}  # fmt: skip


def outreach_id(source: str, about: str = "") -> str:
    """Identity of a matter: the source, and the conflict's fingerprint if it is about one."""
    return digest("outreach", source, about)


def outreaches(decisions: Iterable[Decision]) -> tuple[Outreach, ...]:
    """All matters with their states, by source."""
    grouped: dict[str, list[Decision]] = {}
    for decision in active_decisions(decisions):
        if decision.kind == "outreach":
            grouped.setdefault(decision.object, []).append(decision)
    found = []
    for name, made in grouped.items():
        body = made[-1].body
        to = next((d.body["to"] for d in reversed(made) if d.body["to"]), "")
        found.append(Outreach(id=name, source=body["source"], about=body["about"], to=to,
                              state=body["state"], decisions=tuple(made)))  # fmt: skip
    return tuple(sorted(found, key=lambda o: (o.source, o.about)))


def contact(
    source: str, state: str, signed: Signed, decisions: Iterable[Decision], *, about: str = "",
    to: str = "",
) -> Decision:  # fmt: skip
    """Note the next step of a matter. Raises UsageError for a step that cannot follow, StaleError
    when the matter is there already, told by whom."""
    if state not in OUTREACH_STATES:
        raise UsageError("state", f"{state!r} is unknown", f"one of {', '.join(OUTREACH_STATES)}")
    name = outreach_id(source, about)
    known = next((o for o in outreaches(decisions) if o.id == name), None)
    before = known.state if known else ""
    if state not in OUTREACH_STEPS[before]:
        if known and state == before:
            last = known.decisions[-1]
            raise StaleError(source, f"already {state} by {last.actor} at {minute(last.at)}",
                             "see `factcheck outreach list`")  # fmt: skip
        steps = ", ".join(OUTREACH_STEPS[before])
        raise UsageError(
            source, f"{state} does not follow {before or 'nothing'}",
            f"what may follow: {steps}" if steps else "undo the last step if it was wrong",
        )  # fmt: skip
    return decision_of("outreach", name, signed, {
        "source": source, "about": about, "state": state, "from": before, "to": to,
    })  # fmt: skip
