"""Which step may follow which: the life of a correction and of a letter to another publisher, as
tables of data. What is not in a table is refused, with what happened before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from factcheck.corrections.standing import ON_FIX
from factcheck.errors import StaleError, UsageError
from factcheck.model import CorrectionState, Decision

FIX_STEPS: Mapping[CorrectionState, Mapping[str, CorrectionState]] = {
    "proposed": {"accept": "accepted", "edit": "edited", "reject": "rejected", "hold": "proposed"},
    "accepted": {"apply": "applied"},
    "edited": {"apply": "applied"},
    "applied": {"publish": "published"},
    "published": {},
    "rejected": {},
    "superseded": {},
}
"""State of a correction → act → state after it. Backwards there is only undo; one that is held for
the next version of its text waits on, with the name of who said so."""

OutreachState = Literal[
    "open", "contacted", "responded", "corrected", "partially_corrected", "declined", "withdrawn"
]
OUTREACH_STATES: tuple[OutreachState, ...] = get_args(OutreachState)
OUTREACH_STEPS: Mapping[str, tuple[OutreachState, ...]] = {
    "": ("open",),
    "open": ("contacted", "withdrawn"),
    "contacted": ("contacted", "responded", "corrected", "partially_corrected", "declined",
                  "withdrawn"),
    "responded": ("contacted", "corrected", "partially_corrected", "declined", "withdrawn"),
    "partially_corrected": ("contacted", "corrected", "declined", "withdrawn"),
    "corrected": (),
    "declined": ("contacted",),
    "withdrawn": (),
}  # fmt: skip
"""State of an outreach → states that may follow. `contacted` again is a reminder."""

PAST = {
    "decide": "decided", "dismiss": "dismissed", "accept": "accepted", "edit": "edited",
    "reject": "rejected", "defer": "deferred", "apply": "applied", "publish": "published",
    "assign": "assigned", "propose": "proposed", "hold": "held",
}  # fmt: skip
"""Kind of decision → what it is called once done."""
UNDO_HINT = "see `factcheck {} show`; undo it first if it is wrong"


def minute(at: str) -> str:
    """A moment as people read it: `2026-01-05 08:00`."""
    return at[:16].replace("T", " ")


def walk(state: CorrectionState, acts: Iterable[str]) -> CorrectionState:
    """Where a correction is after these acts. Raises ValueError for one that the table lacks."""
    for act in acts:
        if act not in FIX_STEPS[state]:
            raise ValueError(f"{act} does not follow {state}")
        state = FIX_STEPS[state][act]
    return state


def next_state(
    state: CorrectionState, act: str, name: str, last: Decision | None
) -> CorrectionState:
    """The state after an act on the correction called `name`. Raises StaleError that tells who did
    what before, UsageError when it is only too early."""
    after = FIX_STEPS[state].get(act)
    if after is not None:
        return after
    if last is not None and (act in FIX_STEPS["proposed"] or PAST[act] == state):
        raise already(name, last)
    if state == "superseded":
        raise StaleError(name, "the text is not the one that was reviewed: its words are gone",
                         "run `factcheck run` and review again")  # fmt: skip
    needed = " or ".join(s for s, steps in FIX_STEPS.items() if act in steps)
    raise UsageError(name, f"it is {state}, and must be {needed} before {act}",
                     "see `factcheck corrections show`")  # fmt: skip


def already(name: str, last: Decision) -> StaleError:
    """What the second of two people is told: who did what, when, how and why."""
    ruled = ", ".join(last.body.get("verdicts", ())) or last.body.get("as", "")
    how = f" as {ruled}" if ruled else ""
    reason = f": {last.reason}" if last.reason else ""
    done = PAST.get(last.kind, last.kind)
    return StaleError(
        name, f"already {done} by {last.actor} at {minute(last.at)}{how}{reason}",
        UNDO_HINT.format("corrections" if last.kind in ON_FIX else "conflicts"),
    )  # fmt: skip
