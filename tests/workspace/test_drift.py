"""What is committed under claims/ and reports/ is what the program writes today, byte for byte."""

from __future__ import annotations

from factcheck import workflow
from factcheck.workflow import RunResult
from factcheck.workspace import Workspace
from tests.workspace.conftest import texts
from tests.workspace.planted import ROOT


def test_ledger_and_reports_are_those_that_are_committed(
    copied: Workspace, done: RunResult
) -> None:
    assert done.stored
    now, committed = texts(copied.root), texts(ROOT)
    assert sorted(now) == sorted(committed)
    changed = [path for path in now if now[path] != committed[path]]
    assert changed == [], "run `factcheck run` and commit what it writes"


def test_a_second_run_changes_nothing(copied: Workspace, done: RunResult) -> None:
    before = texts(copied.root)
    again = workflow.run(copied)
    assert not again.changed
    assert again.ledger.revision == done.ledger.revision
    assert texts(copied.root) == before


def test_the_log_is_whole(copied: Workspace, done: RunResult) -> None:
    assert done.ledger.conflicts
    assert workflow.verify(copied).ok


def test_one_conflict_is_ruled_on_and_one_is_dismissed(done: RunResult) -> None:
    states = [conflict.state for conflict in done.ledger.conflicts]
    assert states.count("decided") == 1
    assert states.count("dismissed") == 1
    assert "stale" not in states
    for decision in done.ledger.decisions:
        assert decision.actor and decision.reason


def test_every_side_quotes_its_source(done: RunResult) -> None:
    documents = done.ledger.documents
    for conflict in done.ledger.conflicts:
        for quote in (side.quote for side in conflict.sides):
            assert documents[quote.source].text[quote.start : quote.end] == quote.exact
