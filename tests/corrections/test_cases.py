"""Corrections: from the suggestion to the published text, and what each step refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.cli import options
from factcheck.corrections import fixing, reasons
from factcheck.corrections.transitions import FIX_STEPS, next_state
from factcheck.errors import StaleError, UsageError
from factcheck.model import CorrectionState, Decision
from tests.corrections.sample import TEXT, Desk, by, document, finding


def states(desk: Desk) -> dict[str, str]:
    return {case.target.exact: case.state for case in desk.cases}


def test_suggestions_are_proposed_in_text_order() -> None:
    assert states(Desk()) == {"7 billion": "proposed", "2019": "proposed", "3 trillion": "proposed"}


def test_accepting_decides_the_conflict_for_the_reason_that_the_suggestion_rests_on() -> None:
    desk = Desk()
    decision = desk.accept("7 billion", by("Ana"))
    assert desk.case("7 billion").state == "accepted"
    assert desk.conflict("7 billion").state == "decided"
    assert (decision.body["verdicts"], decision.body["code"]) == (["wrong"], "source")


def test_the_version_seen_is_in_the_decision() -> None:
    desk = Desk()
    version = desk.judged.version(desk.conflict("7 billion"))
    assert desk.accept("7 billion", by("Ana")).body["seen"]["version"] == version
    assert desk.judged.version(desk.conflict("7 billion")) != version


def test_an_edit_has_words_of_its_own_and_keeps_the_id() -> None:
    desk = Desk()
    before = desk.case("7 billion")
    desk.edit("7 billion", "about 70 billion", by("Ana"))
    after = desk.case("7 billion")
    assert (after.id, after.state, after.replacement) == (before.id, "edited", "about 70 billion")
    with pytest.raises(UsageError, match="it changes nothing"):
        desk.edit("2019", "2019", by("Ana", 1))


@pytest.mark.parametrize(("code", "state"), [
    ("words_right", "decided"), ("unneeded", "decided"), ("wrong_fix", "open"), ("other", "open"),
])  # fmt: skip
def test_a_rejection_settles_the_conflict_only_where_nothing_is_wrong(
    code: str, state: str
) -> None:
    desk = Desk()
    desk.reject("7 billion", code, by("Ana"))
    assert desk.case("7 billion").state == "rejected"
    assert desk.conflict("7 billion").state == state


def test_a_rejection_needs_a_code_and_other_needs_words() -> None:
    desk = Desk()
    with pytest.raises(UsageError, match="needs a reason code"):
        desk.reject("7 billion", "", by("Ana"))
    with pytest.raises(UsageError, match="'banana' is unknown"):
        desk.reject("7 billion", "banana", by("Ana"))
    with pytest.raises(UsageError, match="“other” needs words"):
        desk.reject("7 billion", "other", by("Ana", reason=" "))


def test_the_second_of_two_is_told_by_whom() -> None:
    desk = Desk()
    desk.accept("7 billion", by("Ana"))
    acts: tuple[Callable[[], Decision], ...] = (
        lambda: desk.accept("7 billion", by("Bo", 1)),
        lambda: desk.edit("7 billion", "8 billion", by("Bo", 1)),
        lambda: desk.reject("7 billion", "words_right", by("Bo", 1)),
        lambda: desk.dismiss("7 billion", "wont_fix", by("Bo", 1)),
    )
    for act in acts:
        with pytest.raises(StaleError, match="already accepted by Ana at 2026-01-05 08:00"):
            act()
    assert len(desk.decisions) == 1


def test_a_fix_is_accepted_after_a_verdict_that_its_words_are_wrong() -> None:
    desk = Desk()
    desk.decide("7 billion", "wrong", by("Ana"))
    assert desk.accept("7 billion", by("Bo", 1)).body.get("verdicts") is None
    assert states(desk)["7 billion"] == "accepted"


@pytest.mark.parametrize("verdict", ["right", "unknown"])
def test_a_verdict_for_the_words_takes_the_suggestion_away(verdict: str) -> None:
    desk = Desk()
    made = desk.decide("7 billion", verdict, by("Ana"))
    assert states(desk)["7 billion"] == "rejected"
    with pytest.raises(StaleError, match=f"already decided by Ana at .* as {verdict}: seen"):
        desk.accept("7 billion", by("Bo", 1))
    desk.undo(made, by("Ana", 1))
    assert states(desk)["7 billion"] == "proposed"


def test_every_step_that_the_table_lacks_is_refused() -> None:
    every = {act for steps in FIX_STEPS.values() for act in steps}
    desk = Desk()
    last = desk.accept("7 billion", by("Ana"))
    for state, steps in FIX_STEPS.items():
        for act in every - set(steps):
            with pytest.raises((StaleError, UsageError)):
                next_state(state, act, "x", None if state == "proposed" else last)


def test_applied_then_published_and_undone_backwards() -> None:
    desk = Desk()
    accepted = desk.accept("7 billion", by("Ana"))
    applied = desk.add(fixing.apply(desk.case("7 billion"), by("Ana", 1), {"after": "x"}))
    published = desk.add(fixing.publish(desk.case("7 billion"), by("Ana", 2), {"where": "p. 1"}))
    expected: list[CorrectionState] = ["published", "applied", "accepted", "proposed"]
    with pytest.raises(UsageError, match="went on from it"):
        desk.undo(accepted, by("Bo", 3))
    for state, decision in zip(expected, (published, applied, accepted, None), strict=True):
        assert desk.case("7 billion").state == state
        if decision:
            desk.undo(decision, by("Bo", 4))


def test_a_correction_follows_its_words_and_is_superseded_when_they_are_gone() -> None:
    desk = Desk()
    desk.accept("7 billion", by("Ana"))
    moved = document(TEXT.replace("# Ossia", "# Ossia\n\nNews of the week."))
    there = Desk(documents={"weekly": moved}, decisions=desk.decisions)
    assert there.case("7 billion").state == "accepted"
    assert there.case("7 billion").id == desk.case("7 billion").id
    gone = document(TEXT.replace("7 billion", "many"))
    left = (finding(gone, "2019", "2020"),)
    after = Desk(documents={"weekly": gone}, conflicts=left, decisions=desk.decisions)
    assert (after.case("7 billion").state, after.case("7 billion").why) == (
        "superseded", "its words are gone")  # fmt: skip


def test_rulings_that_contradict_each_other_after_a_merge_wait_for_a_third() -> None:
    one, other = Desk(), Desk()
    one.accept("7 billion", by("Ana"))
    other.reject("7 billion", "words_right", by("Bo", 1))
    merged = Desk(decisions=(*one.decisions, *other.decisions))
    case = merged.case("7 billion")
    assert case.state == "proposed"
    assert "contradict each other: Ana" in case.why
    merged.accept("7 billion", by("Cy", 2))
    assert merged.case("7 billion").state == "accepted"
    assert merged.conflict("7 billion").state == "decided"


def test_the_same_acceptance_on_two_sides_of_a_merge_is_one() -> None:
    one, other = Desk(), Desk()
    one.accept("7 billion", by("Ana"))
    other.accept("7 billion", by("Bo", 1))
    merged = Desk(decisions=(*one.decisions, *other.decisions))
    assert merged.case("7 billion").state == "accepted"
    assert merged.conflict("7 billion").state == "decided"


def test_the_command_line_knows_the_codes() -> None:
    assert tuple(reasons.GROUNDS) == options.GROUNDS
    assert tuple(reasons.REJECTIONS) == options.REJECTIONS
