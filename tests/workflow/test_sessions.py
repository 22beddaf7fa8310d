"""Several people at once, and reviewers that are killed: nothing acknowledged is lost, nobody rules
on what another has ruled on, and everybody is told by whom."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.model import Source
from factcheck.workspace import Workspace
from tests.workflow.conftest import NOW, write

ROOT = Path(__file__).parent.parent.parent
COUNT = 200
REVIEWERS = 8


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with a translation in which every one of 200 numbers lost a digit."""
    workspace = workflow.init(tmp_path_factory.mktemp("many") / "desk", "desk")
    english, japanese = ["# Sizes\n"], ["# 規模\n"]
    for number in range(COUNT):
        size = 11 + number
        english.append(f"Model number {number + 1000} has {size} billion parameters.\n")
        japanese.append(f"モデル第{number + 1000}号は{size}億のパラメータを持つ。\n")
    write(workspace, "sizes", "\n".join(english))
    write(workspace, "sizes-ja", "\n".join(japanese), Source(
        slug="x", kind="translation", language="ja", relations=(("translation_of", "sizes"),),
    ))  # fmt: skip
    workflow.run(workspace, now=NOW)
    return workspace


def start(workspace: Workspace, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.workflow.reviewer_program", str(workspace.root), name],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip


def accepted(workspace: Workspace) -> dict[str, str]:
    """Id of a correction → who accepted it."""
    return {c.id: c.last.actor for c in workflow.load_ledger(workspace).corrections
            if c.state == "accepted" and c.last}  # fmt: skip


def test_killed_reviewers_lose_nothing_and_the_others_go_on(many: Workspace) -> None:
    for kill in range(4):
        reviewer = start(many, f"killed{kill}")
        assert reviewer.stdout is not None
        said = [reviewer.stdout.readline() for _ in range(3)]
        reviewer.send_signal(signal.SIGKILL)
        said += reviewer.stdout.readlines()
        reviewer.wait()
        reviewer.stdout.close()
        mine = {line.split()[1] for line in said if line.endswith("\n") and line[:5] == "ruled"}
        held = accepted(many)
        assert mine <= {name for name, who in held.items() if who == f"killed{kill}"}
        assert workflow.verify(many).ok
    for case in accepted(many):
        workflow.undo(many, case, workflow.Act(actor="Ana"))
    assert accepted(many) == {}


def test_eight_reviewers_rule_once_on_each_and_the_others_are_told(many: Workspace) -> None:
    reviewers = [start(many, f"r{number}") for number in range(REVIEWERS)]
    said = [line.split() for reviewer in reviewers
            for line in reviewer.communicate()[0].splitlines()]  # fmt: skip
    assert [reviewer.returncode for reviewer in reviewers] == [0] * REVIEWERS
    ruled = {case: who for word, case, who in said if word == "ruled"}
    told = [(case, who) for word, case, who in said if word == "told"]
    assert len([word for word, _, _ in said if word == "ruled"]) == len(ruled) == COUNT
    assert len(told) == COUNT * (REVIEWERS - 1)
    assert all(ruled[case] == who for case, who in told)
    assert accepted(many) == ruled
    assert workflow.verify(many).ok
