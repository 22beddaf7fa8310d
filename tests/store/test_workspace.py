"""A whole workspace in every kind of database: the same ledger, the same revision."""

from __future__ import annotations

from pathlib import Path

from factcheck import workflow
from factcheck.workflow import Act
from tests.workflow.conftest import ENGLISH, JAPANESE, NEWS, NOW, write


def test_a_workspace_is_the_same_in_every_database(database: str, tmp_path: Path) -> None:
    desk = workflow.init(tmp_path / "desk")
    for slug, text in (("lyra", ENGLISH + JAPANESE), ("monday", NEWS)):
        write(desk, slug, text)
    found = workflow.run(desk, now=NOW).ledger.conflicts
    assert found
    workflow.dismiss(desk, found[0].id, "wont_fix", Act(actor="Ana", reason="known", now=NOW))
    here = workflow.run(desk, now=NOW)
    there = workflow.run(desk, database, now=NOW)
    assert there.imported == 1
    assert there.ledger == here.ledger
    assert there.written == ()
    assert not workflow.run(desk, database).changed
    assert workflow.verify(desk, database).ok
