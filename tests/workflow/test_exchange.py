"""The ledger as text: out of one database and into another, and two people's texts together."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.errors import InputError, UsageError
from factcheck.workflow import Act
from factcheck.workspace import Workspace, open_workspace
from tests.workflow.conftest import NOW, everything, write

LATER = NOW.replace(hour=9)


@pytest.fixture
def ruled(desk: Workspace) -> Workspace:
    """A workspace with a run, a ruling, a claim by hand and a dispute."""
    ledger = workflow.run(desk, now=NOW).ledger
    workflow.dismiss(desk, ledger.conflicts[0].id, "wont_fix", Act(
        actor="ada", reason="meant so", now=NOW))  # fmt: skip
    workflow.log_claim(desk, workflow.LoggedClaim(
        source="monday", quote="is free", subject="Ossia", predicate="license", value="free",
    ), Act(actor="ada", reason="heard", now=NOW), disputed=True)  # fmt: skip
    workflow.run(desk, now=NOW)
    return desk


def test_an_export_in_an_empty_database_is_the_same_ledger(
    ruled: Workspace, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    workflow.export(ruled, target)
    copy = open_workspace(target)
    done = workflow.import_ledger(copy, now=LATER)
    assert done.result.ledger.revision == workflow.load_ledger(ruled).revision
    assert done.decisions == len(workflow.load_ledger(ruled).decisions) > 0
    assert not done.read_otherwise
    assert everything(copy) == everything(ruled)
    assert workflow.verify(copy).ok
    assert workflow.export(ruled, target) == []  # nothing is written twice


def test_an_import_into_another_workspace_brings_sources_and_rulings(
    ruled: Workspace, tmp_path: Path
) -> None:
    workflow.export(ruled, tmp_path / "out")
    other = workflow.init(tmp_path / "other", "desk")
    done = workflow.import_ledger(other, tmp_path / "out", now=LATER)
    assert sorted(done.sources) == ["lyra-en", "lyra-ja", "monday"]
    assert done.result.ledger.revision == workflow.load_ledger(ruled).revision
    again = workflow.import_ledger(other, tmp_path / "out", now=LATER)
    assert (again.decisions, again.sources, again.result.changed) == (0, (), False)


def test_contradicting_rulings_are_reported(ruled: Workspace, tmp_path: Path) -> None:
    workflow.export(ruled, tmp_path / "out")
    theirs = open_workspace(tmp_path / "out")
    workflow.run(theirs, now=NOW)
    open_one = next(c for c in workflow.load_ledger(ruled).conflicts if c.state == "open")
    workflow.dismiss(ruled, open_one.id, "false_positive", Act(actor="ada", reason="no", now=NOW))
    workflow.dismiss(theirs, open_one.id, "wont_fix", Act(actor="bob", reason="yes", now=LATER))
    workflow.export(theirs)
    done = workflow.import_ledger(ruled, theirs.root, now=LATER)
    [found] = done.contradictions
    assert [d.actor for d in found.rulings] == ["ada", "bob"]
    [state] = [c.state for c in done.result.ledger.conflicts if c.id == open_one.id]
    assert state == "stale"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_two_exports_merge_in_git(ruled: Workspace, tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words],
                       cwd=ruled.root, check=True, capture_output=True)  # fmt: skip

    def rule(number: int, actor: str) -> None:
        conflicts = sorted(workflow.load_ledger(ruled).conflicts, key=lambda c: c.id)
        waiting = [c for c in conflicts if c.state == "open"]
        workflow.dismiss(ruled, waiting[number].id, "wont_fix", Act(
            actor=actor, reason=f"said {actor}", now=NOW if actor == "ada" else LATER))  # fmt: skip
        workflow.run(ruled, now=NOW)
        git("add", "-A")
        git("commit", "-qm", actor)

    write(ruled, "tuesday", "Arda has 3 billion parameters. Arda has 4 billion parameters.\n")
    workflow.run(ruled, now=NOW)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "first")
    database = (ruled.root / "factcheck.db").read_bytes()
    git("switch", "-qc", "bob")
    rule(0, "bob")
    git("switch", "-q", "main")
    (ruled.root / "factcheck.db").write_bytes(database)
    rule(1, "ada")
    git("merge", "-q", "--no-edit", "bob")
    done = workflow.import_ledger(ruled, now=LATER)
    assert {d.actor for d in done.result.ledger.decisions if d.kind == "dismiss"} >= {"ada", "bob"}
    assert done.contradictions == ()


@pytest.mark.parametrize(("name", "text", "message"), [
    ("decisions.jsonl", "<<<<<<< HEAD\n", "git has left a conflict"),
    ("decisions.jsonl", '{"id": "1"}\n', "this is no decision"),
    ("decisions.jsonl", "{\n", "no JSON"),
    ("decisions.jsonl", '{"format": "factcheck-decisions/9"}\n', "unknown"),
    ("ledger/monday.jsonl", '{"id": "1", "key": "2"}\n', "this is no claim"),
    ("ledger/monday.jsonl", "[]\n", "no object"),
])  # fmt: skip
def test_damaged_text_is_refused_with_its_line(
    ruled: Workspace, tmp_path: Path, name: str, text: str, message: str
) -> None:
    workflow.export(ruled, tmp_path / "out")
    path = tmp_path / "out" / "claims" / name
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    lines = path.read_text(encoding="utf-8").count("\n")
    before = everything(ruled)
    with pytest.raises(InputError, match=message) as caught:
        workflow.import_ledger(ruled, tmp_path / "out", now=LATER)
    assert caught.value.what.endswith(f"{name}:{lines}")
    assert everything(ruled) == before


def test_an_altered_claim_is_refused(ruled: Workspace, tmp_path: Path) -> None:
    workflow.export(ruled, tmp_path / "out")
    path = tmp_path / "out" / "claims" / "ledger" / "lyra-en.jsonl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("300 billion", "301 billion"), encoding="utf-8")
    with pytest.raises(InputError, match="altered"):
        workflow.import_ledger(ruled, tmp_path / "out", now=LATER)


def test_folders_that_are_no_ledger(ruled: Workspace, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("a", encoding="utf-8")
    with pytest.raises(UsageError, match="something else"):
        workflow.export(ruled, tmp_path / "notes")
    with pytest.raises(UsageError, match="no exported ledger"):
        workflow.import_ledger(ruled, tmp_path / "notes")
