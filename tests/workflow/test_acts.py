"""What people do: rule, dispute, log by hand, take back; what is refused, and in which words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from factcheck import workflow
from factcheck.errors import FactcheckError, InputError, StaleError, UsageError
from factcheck.model import Claim, Conflict, Quantity
from factcheck.workflow import Act, LoggedClaim
from factcheck.workspace import Workspace
from tests.workflow.conftest import JAPANESE, NEWS, NOW, write


@pytest.fixture
def run_desk(desk: Workspace) -> Workspace:
    workflow.run(desk, now=NOW)
    return desk


def by(actor: str | None, reason: str = "checked", minutes: int = 0, idem: str = "") -> Act:
    return Act(actor=actor, reason=reason, code="source", now=NOW + timedelta(minutes=minutes),
               idem=idem)  # fmt: skip


def conflict(workspace: Workspace, code: str) -> Conflict:
    return next(c for c in workflow.load_ledger(workspace).conflicts if c.code == code)


def claim(workspace: Workspace, words: str) -> Claim:
    return next(c for c in workflow.load_ledger(workspace).claims if words in c.quote.exact)


def status(workspace: Workspace, words: str) -> str:
    return workflow.load_ledger(workspace).statuses[claim(workspace, words).key]


def refused(kind: type[FactcheckError], act: Callable[[], object]) -> str:
    with pytest.raises(kind) as caught:
        act()
    return str(caught.value)


def test_a_ruling_decides_a_conflict_and_says_which_side_is_wrong(run_desk: Workspace) -> None:
    found = conflict(run_desk, "FC101")
    decision = workflow.decide(run_desk, found.id[:8], ["right", "wrong"], by("Ana"))
    ledger = workflow.load_ledger(run_desk)
    assert conflict(run_desk, "FC101").state == "decided"
    assert ledger.history[found.fingerprint] == (decision,)
    assert (status(run_desk, "has 7"), status(run_desk, "7 billion")) == ("upheld", "corrected")
    assert decision.id in run_desk.decisions.read_text(encoding="utf-8")


def test_a_ruling_on_a_translation_reaches_the_claim_behind_it(run_desk: Workspace) -> None:
    workflow.decide(run_desk, conflict(run_desk, "FC301").id, ["wrong", "right"], by("Ana"))
    ledger = workflow.load_ledger(run_desk)
    counts = {c.source: ledger.statuses[c.key] for c in ledger.claims
              if c.predicate == "parameter_count" and c.source != "monday"}  # fmt: skip
    assert counts == {"lyra-ja": "corrected", "lyra-en": "upheld"}


def test_the_second_of_two_is_told_who_decided_and_why(run_desk: Workspace) -> None:
    found = conflict(run_desk, "FC101")
    workflow.decide(run_desk, found.id, ["right", "wrong"], by("Ana", "the paper says 70"))
    said = refused(StaleError, lambda: workflow.dismiss(run_desk, found.id, "wont_fix", by("Bo")))
    assert "already decided by Ana at 2026-01-05 08:00" in said
    assert "the paper says 70" in said
    assert StaleError.exit_code == 4
    assert len(workflow.load_ledger(run_desk).decisions) == 1


def test_undo_restores_and_the_log_keeps_both(run_desk: Workspace) -> None:
    before = workflow.load_ledger(run_desk)
    found = conflict(run_desk, "FC301")
    workflow.dismiss(run_desk, found.id, "false_positive", by("Ana"))
    assert conflict(run_desk, "FC301").state == "dismissed"
    workflow.undo(run_desk, found.id, by("Bo", "it is real", 1))
    after = workflow.load_ledger(run_desk)
    assert after.conflicts == before.conflicts
    assert after.statuses == before.statuses
    assert [d.kind for d in after.history[found.fingerprint]] == ["dismiss", "undo"]
    workflow.decide(run_desk, found.id, ["wrong", "right"], by("Bo", "it is real", 2))
    assert conflict(run_desk, "FC301").state == "decided"


def test_undo_by_the_id_of_the_decision(run_desk: Workspace) -> None:
    decision = workflow.dismiss(run_desk, conflict(run_desk, "FC301").id, "wont_fix", by("Ana"))
    workflow.undo(run_desk, decision.id[:10], by("Ana", "", 1))
    said = refused(StaleError, lambda: workflow.undo(run_desk, decision.id, by("Bo", "", 2)))
    assert "already undone by Ana" in said
    undone = workflow.load_ledger(run_desk).decisions[-1]
    assert "cannot be undone" in refused(
        UsageError, lambda: workflow.undo(run_desk, undone.id, by("Bo", "", 3)))  # fmt: skip


def test_a_ruling_sticks_when_the_text_around_it_moves(run_desk: Workspace) -> None:
    found = conflict(run_desk, "FC301")
    workflow.decide(run_desk, found.id, ["wrong", "right"], by("Ana"))
    write(run_desk, "lyra-ja", JAPANESE.replace("私たち", "先週の発表によると、私たち"))
    workflow.run(run_desk, now=NOW)
    moved = conflict(run_desk, "FC301")
    assert moved.sides[0].quote.start > found.sides[0].quote.start
    assert moved.state == "decided"
    assert workflow.load_ledger(run_desk).stale == ()


def test_a_ruling_on_words_that_are_gone_is_listed_as_stale(run_desk: Workspace) -> None:
    decision = workflow.decide(run_desk, conflict(run_desk, "FC301").id, ["wrong", "right"],
                               by("Ana"))  # fmt: skip
    write(run_desk, "lyra-ja", JAPANESE.replace("12億", "120億"))
    workflow.run(run_desk, now=NOW)
    (stale,) = workflow.load_ledger(run_desk).stale
    assert (stale.decision, stale.why) == (decision, "the conflict it was made on is gone")


def test_a_dispute_needs_a_reason_and_shows_in_the_status(run_desk: Workspace) -> None:
    key = claim(run_desk, "has 7").key
    said = refused(UsageError, lambda: workflow.dispute(run_desk, key, by("Ana", " ")))
    assert "a ruling needs a reason" in said
    workflow.dispute(
        run_desk, key[:8], by("Ana", "the card says 8"), evidence=["https://example.org/card"]
    )
    assert status(run_desk, "has 7") == "disputed"
    workflow.undo(run_desk, key, by("Ana", "", 1))
    assert status(run_desk, "has 7") != "disputed"


def test_a_dispute_on_a_claim_whose_words_changed_is_stale(run_desk: Workspace) -> None:
    workflow.dispute(run_desk, claim(run_desk, "7 billion").key, by("Ana"))
    write(run_desk, "monday", NEWS.replace("7 billion", "8 billion"))
    workflow.run(run_desk, now=NOW)
    (stale,) = workflow.load_ledger(run_desk).stale
    assert stale.why == "the claim it was made on is gone"


def test_a_retracted_claim_takes_no_dispute(run_desk: Workspace) -> None:
    key = claim(run_desk, "has 7").key
    workflow.retract(run_desk, key, by("Ana", "not ours"))
    assert status(run_desk, "has 7") == "retracted"
    said = refused(StaleError, lambda: workflow.dispute(run_desk, key, by("Bo")))
    assert "already retracted by Ana" in said


def logged(quote: str, **more: object) -> LoggedClaim:
    fields = {"source": "monday", "quote": quote, "subject": "Ossia", "predicate": "licence_note",
              "value": "free of charge", **more}  # fmt: skip
    return LoggedClaim(**fields)  # type: ignore[arg-type]


def test_a_claim_by_hand_is_tied_to_its_words(run_desk: Workspace) -> None:
    workflow.log_claim(run_desk, logged("is free"), by("Ana", ""))
    found = claim(run_desk, "is free")
    assert (found.extractor, found.language) == ("person:Ana", "en")
    assert NEWS[found.quote.start : found.quote.end] == "is free"
    assert status(run_desk, "is free") == "logged"
    again = workflow.run(run_desk, now=NOW)
    assert found in again.ledger.claims


def test_a_claim_by_hand_follows_its_words_and_is_stale_without_them(run_desk: Workspace) -> None:
    workflow.log_claim(run_desk, logged("is free"), by("Ana", ""))
    write(run_desk, "monday", NEWS.replace("# Monday notes", "# Notes of Monday morning"))
    workflow.run(run_desk, now=NOW)
    assert claim(run_desk, "is free").quote.start == NEWS.index("is free") + 11
    write(run_desk, "monday", NEWS.replace("is free", "costs nothing"))
    workflow.run(run_desk, now=NOW)
    assert [s.why for s in workflow.load_ledger(run_desk).stale] == ["its words are gone"]


def test_a_person_reads_the_same_words_otherwise(run_desk: Workspace) -> None:
    machine = claim(run_desk, "7 billion")
    workflow.log_claim(run_desk, logged(
        machine.quote.exact, subject=machine.subject, predicate=machine.predicate,
        value="8 billion",
    ), by("Ana", ""))  # fmt: skip
    person = claim(run_desk, "7 billion")
    assert person.key == machine.key
    assert person.extractor == "person:Ana"
    assert isinstance(person.value, Quantity) and person.value.value == 8_000_000_000
    assert len({c.key for c in workflow.load_ledger(run_desk).claims}) == len(
        workflow.load_ledger(run_desk).claims)  # fmt: skip


def test_a_disputed_claim_by_hand_in_one_go(run_desk: Workspace) -> None:
    workflow.log_claim(run_desk, logged("is free"), by("Ana", "it costs 5 euros"), disputed=True)
    assert status(run_desk, "is free") == "disputed"
    kinds = {decision.kind for decision in workflow.load_ledger(run_desk).decisions}
    assert kinds == {"log", "dispute"}


def test_absent_words_are_refused_with_the_nearest(run_desk: Workspace) -> None:
    said = refused(InputError, lambda: workflow.log_claim(run_desk, logged("is freely"), by("Ana")))
    assert "these words do not stand in monday" in said
    assert "is free" in said.split("nearest")[1]


def test_words_in_several_places_are_refused_with_the_places(run_desk: Workspace) -> None:
    said = refused(UsageError, lambda: workflow.log_claim(run_desk, logged("Ossia has"), by("Ana")))
    assert "stand 2 times" in said
    assert "1. 5:1" in said and "2. 7:1" in said
    workflow.log_claim(run_desk, logged("Ossia has", occurrence=2), by("Ana", ""))
    assert claim(run_desk, "Ossia has").quote.start < NEWS.rindex("Ossia")
    last = [c for c in workflow.load_ledger(run_desk).claims if c.quote.exact == "Ossia has"]
    assert [c.quote.start for c in last] == [NEWS.rindex("Ossia has")]


def test_a_value_of_the_wrong_kind_is_refused(run_desk: Workspace) -> None:
    plenty = logged("is free", predicate="parameter_count", value="plenty")
    said = refused(UsageError, lambda: workflow.log_claim(run_desk, plenty, by("Ana")))
    assert "this is no quantity" in said


def test_unknown_and_ambiguous_ids(run_desk: Workspace) -> None:
    said = refused(UsageError, lambda: workflow.decide(run_desk, "", ["right"], by("Ana")))
    assert "no conflict" in said
    said = refused(UsageError, lambda: workflow.dispute(run_desk, "zzzz", by("Ana")))
    assert "there is no claim with this id" in said
    keys = sorted(c.key for c in workflow.load_ledger(run_desk).claims)
    near = keys[0][:6] + ("0" if keys[0][6] != "0" else "1")
    assert keys[0][:7] in refused(UsageError, lambda: workflow.dispute(run_desk, near, by("Ana")))


def test_one_verdict_for_each_side(run_desk: Workspace) -> None:
    found = conflict(run_desk, "FC101")
    said = refused(UsageError, lambda: workflow.decide(run_desk, found.id, ["right"], by("Ana")))
    assert "1 given for 2 sides" in said and "1. monday: Ossia has 70" in said
    said = refused(UsageError, lambda: workflow.decide(
        run_desk, found.id, ["right", "banana"], by("Ana")))  # fmt: skip
    assert "less_precise" in said


def test_nobody_acts_without_a_name(run_desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTCHECK_ACTOR", raising=False)
    found = conflict(run_desk, "FC301")
    said = refused(UsageError, lambda: workflow.dismiss(run_desk, found.id, "wont_fix", by(None)))
    assert "nobody is named" in said
    monkeypatch.setenv("FACTCHECK_ACTOR", "Ana")
    assert workflow.dismiss(run_desk, found.id, "wont_fix", by(None)).actor == "Ana"


def test_a_repeated_request_is_done_once(run_desk: Workspace) -> None:
    found = conflict(run_desk, "FC101")
    verdicts = ["right", "wrong"]
    first = workflow.decide(run_desk, found.id, verdicts, by("Ana", idem="form-7"))
    again = workflow.decide(run_desk, found.id, verdicts, by("Ana", minutes=5, idem="form-7"))
    assert again == first
    assert len(workflow.load_ledger(run_desk).decisions) == 1
    said = refused(UsageError, lambda: workflow.decide(
        run_desk, found.id, ["wrong", "right"], by("Ana", idem="form-7")))  # fmt: skip
    assert "this key was used for another request" in said


def test_a_time_needs_a_zone(run_desk: Workspace) -> None:
    act = Act(actor="Ana", reason="x", now=datetime(2026, 1, 5))
    with pytest.raises(ValueError, match="time zone"):
        workflow.dismiss(run_desk, conflict(run_desk, "FC301").id, "wont_fix", act)


def test_the_store_stays_sound_through_it_all(run_desk: Workspace) -> None:
    found = conflict(run_desk, "FC101")
    workflow.decide(run_desk, found.id, ["right", "wrong"], by("Ana"))
    workflow.undo(run_desk, found.id, by("Bo", "", 1))
    workflow.log_claim(run_desk, logged("is free"), by("Ana", "doubtful", 2), disputed=True)
    workflow.run(run_desk, now=NOW)
    assert workflow.verify(run_desk).ok
