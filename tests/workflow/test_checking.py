"""Checking a file inside a workspace: its catalogues and rulings hold, and nothing is written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.errors import NetworkRefused, UsageError
from factcheck.model import Conflict
from factcheck.sources import read_file
from factcheck.workflow import Act
from factcheck.workspace import Workspace, open_workspace
from tests.workflow.conftest import NEWS, NOW, everything, write


def check(workspace: Workspace, *paths: Path) -> list[Conflict]:
    documents = [read_file(path, path.name) for path in paths]
    return list(workflow.check_in_workspace(workspace, documents).conflicts)


def monday(workspace: Workspace, text: str = NEWS, name: str = "monday.md") -> Path:
    path = workspace.root.parent / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_rulings_a_conflict_is_open(desk: Workspace) -> None:
    before = everything(desk)
    assert [(c.code, c.state) for c in check(desk, monday(desk))] == [("FC101", "open")]
    assert everything(desk) == before
    assert not (desk.root / "factcheck.db").exists()


@pytest.mark.parametrize("name", ["monday.md", "draft.md"])
def test_a_ruling_holds_for_the_file_that_the_source_came_from(desk: Workspace, name: str) -> None:
    """By its name, or by its bytes under another one."""
    ledger = workflow.run(desk, now=NOW).ledger
    found = next(c for c in ledger.conflicts if c.code == "FC101")
    workflow.dismiss(desk, found.id, "wont_fix", Act(actor="Ana", reason="known", now=NOW))
    (desk.root / "factcheck.db").unlink()
    assert [(c.code, c.state) for c in check(desk, monday(desk, name=name))] == [
        ("FC101", "dismissed")]  # fmt: skip


def test_a_ruling_holds_while_the_file_is_edited(desk: Workspace) -> None:
    ledger = workflow.run(desk, now=NOW).ledger
    found = next(c for c in ledger.conflicts if c.code == "FC101")
    workflow.dismiss(desk, found.id, "wont_fix", Act(actor="Ana", reason="known", now=NOW))
    edited = monday(desk, NEWS.replace("# Monday notes", "# Monday notes, second edition"))
    assert [c.state for c in check(desk, edited)] == ["dismissed"]
    other = monday(desk, NEWS.replace("7", "8"))
    assert [c.state for c in check(desk, other)] == ["open"]


SUMS = """# Outing

The coach carried 18 people: 10 adults and 9 children.
"""


def test_a_ruling_holds_in_a_file_of_another_name_whose_words_are_claims(desk: Workspace) -> None:
    """Sides without a claim of their own are known by the claims that touch them, and these by
    the name of their source."""
    write(desk, "outing", SUMS)
    ledger = workflow.run(desk, now=NOW).ledger
    found = next(c for c in ledger.conflicts if c.code == "FC109")
    workflow.dismiss(desk, found.id, "wont_fix", Act(actor="Ana", reason="known", now=NOW))
    edited = monday(desk, SUMS.replace("# Outing\n", "# Outing\n\nOn Sunday.\n"), "outing.md")
    assert [(c.code, c.state) for c in check(desk, edited)] == [("FC109", "dismissed")]


def test_a_ruling_on_one_article_does_not_silence_another(desk: Workspace) -> None:
    ledger = workflow.run(desk, now=NOW).ledger
    found = next(c for c in ledger.conflicts if c.code == "FC101")
    workflow.dismiss(desk, found.id, "wont_fix", Act(actor="Ana", reason="known", now=NOW))
    other = monday(desk, NEWS + "\nMore to come next week.\n", name="tuesday.md")
    assert [c.state for c in check(desk, other)] == ["open"]


def test_codes_that_the_workspace_leaves_out(desk: Workspace) -> None:
    (desk.root / "factcheck.toml").write_text('name = "desk"\nignore = ["FC101"]\n')
    assert check(open_workspace(desk.root), monday(desk)) == []


def test_checking_needs_neither_the_store_nor_the_reports(desk: Workspace) -> None:
    program = f"""
import sys
from pathlib import Path
from factcheck import workflow
from factcheck.sources import read_file
from factcheck.workspace import open_workspace
path = Path({str(monday(desk))!r})
workflow.check_in_workspace(open_workspace(Path({str(desk.root)!r})), [read_file(path)])
print(sorted({{"sqlmodel", "sqlalchemy", "pydantic", "jinja2", "alembic"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                          cwd=Path(__file__).parent.parent.parent)  # fmt: skip
    assert done.stdout.strip() == "[]", done.stderr


def test_a_folder_becomes_a_workspace_once(tmp_path: Path) -> None:
    made = workflow.init(tmp_path / "new", 'The "desk"')
    assert open_workspace(made.root).name == 'The "desk"'
    written = {path.name for path in made.root.iterdir()}
    folders = {"sources", "claims", "reports"}
    assert written == {"factcheck.toml", ".gitattributes", ".gitignore"} | folders
    with pytest.raises(UsageError, match="this is a workspace already"):
        workflow.init(tmp_path / "new")


def test_an_empty_workspace_runs(tmp_path: Path) -> None:
    made = workflow.init(tmp_path / "new")
    result = workflow.run(made, now=NOW)
    assert result.ledger.claims == ()
    assert not workflow.run(made).changed


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="this is no folder"):
        workflow.init(tmp_path / "file")


def test_a_web_address_is_not_fetched(desk: Workspace) -> None:
    with pytest.raises(NetworkRefused):
        workflow.add_source(desk, "https://example.org/article")


def test_the_same_bytes_again_are_nothing_new(desk: Workspace) -> None:
    path = monday(desk)
    added = workflow.add_source(desk, path, "monday", now=NOW)
    assert (added.new, added.snapshots) == (False, 1)
    path.write_text(NEWS + "More.\n", encoding="utf-8")
    added = workflow.add_source(desk, path, "monday", now=NOW)
    assert (added.new, added.snapshots) == (True, 2)
