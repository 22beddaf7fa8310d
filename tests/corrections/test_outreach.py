"""Letters to other publishers: which step may follow which, and who took it."""

from __future__ import annotations

import pytest

from factcheck.cli.outreach import STATES
from factcheck.corrections import Signed, Standing, undo
from factcheck.corrections.outreach import contact, outreaches
from factcheck.corrections.transitions import OUTREACH_STATES, OUTREACH_STEPS
from factcheck.errors import StaleError, UsageError
from factcheck.model import Decision


def by(actor: str, second: int) -> Signed:
    return Signed(actor=actor, at=f"2026-01-05T08:00:{second:02d}.000000Z", reason="by e-mail")


def walked(*states: str) -> list[Decision]:
    made: list[Decision] = []
    for second, state in enumerate(states):
        made.append(contact("weekly", state, by("Ana", second), made, to="The Weekly"))
    return made


def test_a_matter_goes_from_open_to_corrected() -> None:
    (matter,) = outreaches(walked("open", "contacted", "contacted", "responded", "corrected"))
    assert (matter.state, matter.to, len(matter.decisions)) == ("corrected", "The Weekly", 5)


def test_every_step_that_the_table_lacks_is_refused() -> None:
    paths = {"": (), "open": ("open",), "contacted": ("open", "contacted"),
             "responded": ("open", "contacted", "responded"),
             "partially_corrected": ("open", "contacted", "partially_corrected"),
             "corrected": ("open", "contacted", "corrected"),
             "declined": ("open", "contacted", "declined"),
             "withdrawn": ("open", "withdrawn")}  # fmt: skip
    assert set(paths) == set(OUTREACH_STEPS)
    for state, path in paths.items():
        made = walked(*path)
        for wanted in set(OUTREACH_STATES) - set(OUTREACH_STEPS[state]):
            with pytest.raises((UsageError, StaleError)):
                contact("weekly", wanted, by("Bo", 30), made)


def test_the_second_of_two_is_told() -> None:
    with pytest.raises(StaleError, match="already open by Ana"):
        contact("weekly", "open", by("Bo", 9), walked("open"))


def test_undo_restores_the_step_before() -> None:
    made = walked("open", "contacted", "declined")
    made.append(undo(made[-1], by("Ana", 20), Standing(decisions=tuple(made))))
    (matter,) = outreaches(made)
    assert matter.state == "contacted"


def test_the_command_line_knows_the_states() -> None:
    assert STATES == OUTREACH_STATES
