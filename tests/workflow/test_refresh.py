"""An article that changes in a workspace: what becomes of its claims, and who is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factcheck import workflow
from factcheck.errors import NetworkRefused, UsageError
from factcheck.workflow import Act
from factcheck.workspace import Workspace
from tests.workflow.conftest import NEWS, NOW

SECOND = "\n## Heron\n\nHeron has 27 billion parameters. It was released in 2023.\n"


@pytest.fixture
def watched(desk: Workspace) -> Workspace:
    changed(desk, NEWS + SECOND, 1)
    workflow.run(desk, now=NOW)
    return desk


def changed(desk: Workspace, text: str, hours: int) -> workflow.Refreshed:
    path = desk.root.parent / "monday.md"
    path.write_text(text, encoding="utf-8")
    return workflow.refresh(desk, "monday", str(path), now=NOW + timedelta(hours=hours))


def codes(desk: Workspace) -> list[str]:
    return sorted(c.code for c in workflow.run(desk, now=NOW).ledger.conflicts
                  if c.kind == "changed_text")  # fmt: skip


def test_refresh_says_what_became_of_every_claim(watched: Workspace) -> None:
    found = changed(watched, (NEWS + SECOND).replace("27 billion", "2.7 billion"), 2)
    assert found.added.new
    assert found.counts["value_changed"] == len(found.silent) == 1
    assert sum(found.counts.values()) == len(found.changes)
    assert not changed(watched, (NEWS + SECOND).replace("27 billion", "2.7 billion"), 3).added.new


def test_a_silent_change_becomes_a_conflict_and_goes_when_it_is_taken_back(
    watched: Workspace,
) -> None:
    assert codes(watched) == []
    changed(watched, (NEWS + SECOND).replace("27 billion", "2.7 billion"), 2)
    assert codes(watched) == ["FC801"]
    before = workflow.load_ledger(watched).revision
    changed(watched, NEWS + SECOND, 3)  # the bytes of the first version
    assert codes(watched) == []
    assert workflow.load_ledger(watched).revision != before


def test_a_ruling_follows_its_words_through_a_new_version(watched: Workspace) -> None:
    [conflict] = [c for c in workflow.load_ledger(watched).conflicts if c.code == "FC101"]
    workflow.dismiss(watched, conflict.id, "wont_fix", Act(actor="ada", reason="both are meant"))
    moved = "# Monday notes\n\nA line that is new today.\n" + (
        NEWS + SECOND).removeprefix("# Monday notes\n")  # fmt: skip
    changed(watched, moved, 2)
    after = workflow.run(watched, now=NOW).ledger
    [again] = [c for c in after.conflicts if c.code == "FC101"]
    assert again.state == "dismissed"
    assert again.sides[0].quote.start != conflict.sides[0].quote.start


def test_history_shows_a_claim_from_version_to_version(watched: Workspace) -> None:
    changed(watched, (NEWS + SECOND).replace("27 billion", "28 billion"), 2)
    changed(watched, (NEWS + SECOND).replace("27 billion", "29 billion"), 3)
    found = workflow.history(watched, "monday")
    values = [c.to_dict()["after"]["quote"] for n in (2, 3) for c in found.changes(n)
              if c.outcome == "value_changed"]  # fmt: skip
    assert ["28" in values[0], "29" in values[1], len(values)] == [True, True, 2]


def test_what_cannot_be_refreshed(watched: Workspace) -> None:
    with pytest.raises(NetworkRefused):
        workflow.refresh(watched, "monday", "https://example.org/monday")
    with pytest.raises(UsageError, match="no address"):
        workflow.refresh(watched, "monday")
    with pytest.raises(UsageError, match="no such source"):
        workflow.refresh(watched, "tuesday")
