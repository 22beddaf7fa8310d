"""The whole way: articles in, report out; again, and nothing changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.errors import InputError, IntegrityError, StaleError, UsageError
from factcheck.store import Intake, open_store
from factcheck.workflow import Act
from factcheck.workspace import Workspace, read_config
from tests.workflow.conftest import ENGLISH, NOW, everything, write


def events(workspace: Workspace) -> int:
    with open_store(workspace.database(), create=False) as store, store.read() as reader:
        return reader.head().seq


def codes(workspace: Workspace) -> list[str]:
    return [conflict.code for conflict in workflow.load_ledger(workspace).conflicts]


def test_a_run_finds_the_slip_and_writes_everything(desk: Workspace) -> None:
    result = workflow.run(desk, now=NOW)
    assert result.stored == ("lyra-en", "lyra-ja", "monday")
    slip = next(c for c in result.ledger.conflicts if c.code == "FC301")
    assert slip.suggestion is not None
    assert (slip.suggestion.quote.exact, slip.suggestion.replacement) == ("12億", "120億")
    names = {str(path.relative_to(desk.root)) for path in result.written}
    assert names == {"claims/ledger/lyra-en.jsonl", "claims/ledger/lyra-ja.jsonl",
                     "claims/ledger/monday.jsonl", "reports/report.md", "reports/report.html",
                     "reports/report.json"}  # fmt: skip


def test_running_twice_changes_nothing(desk: Workspace) -> None:
    first = workflow.run(desk, now=NOW)
    before, seq = everything(desk), events(desk)
    again = workflow.run(desk)
    assert not again.changed
    assert again.ledger == first.ledger
    assert (everything(desk), events(desk)) == (before, seq)


def test_loading_gives_what_the_run_gave(desk: Workspace) -> None:
    assert workflow.run(desk, now=NOW).ledger == workflow.load_ledger(desk)


def test_without_a_store_there_is_no_ledger_yet(desk: Workspace) -> None:
    with pytest.raises(UsageError, match="run `factcheck run` first"):
        workflow.load_ledger(desk)


def test_a_changed_article_is_read_again_and_the_rest_is_left(desk: Workspace) -> None:
    workflow.run(desk, now=NOW)
    write(desk, "monday", "# Monday notes\n\nOssia has 7 billion parameters.\n")
    with pytest.raises(StaleError, match="monday: it has changed since the last run"):
        workflow.load_ledger(desk)
    result = workflow.run(desk, now=NOW)
    assert result.stored == ("monday",)
    assert workflow.verify(desk).ok


def test_a_run_that_is_stopped_midway_and_done_again_is_like_a_clean_one(
    desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.store.writer import Writer

    whole = Writer.put
    seen = []

    def interrupted(writer: Writer, intake: Intake) -> bool:
        seen.append(intake.source.slug)
        done = whole(writer, intake)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(Writer, "put", interrupted)
    with pytest.raises(KeyboardInterrupt):
        workflow.run(desk, now=NOW)
    with open_store(desk.database()) as store, store.read() as reader:
        assert list(reader.current()) == ["lyra-en"]
    monkeypatch.undo()
    mended = workflow.run(desk, now=NOW)
    assert mended.stored == ("lyra-ja", "monday")
    clean = workflow.run(desk, f"sqlite:///{tmp_path / 'clean.db'}", now=NOW)
    assert clean.ledger == mended.ledger
    assert clean.written == ()


def test_a_withdrawn_source_takes_its_conflicts_along(desk: Workspace) -> None:
    workflow.run(desk, now=NOW)
    assert "FC301" in codes(desk)
    shutil.rmtree(desk.sources / "lyra-en")
    result = workflow.run(desk, now=NOW)
    assert result.withdrawn == ("lyra-en",)
    assert "FC301" not in codes(desk)
    assert not (desk.ledger / "lyra-en.jsonl").exists()
    assert workflow.verify(desk).ok


def test_an_altered_archive_ends_the_run(desk: Workspace) -> None:
    workflow.run(desk, now=NOW)
    (snapshot,) = [p for p in (desk.sources / "lyra-en").iterdir() if p.suffix == ".md"]
    snapshot.write_text(ENGLISH.replace("12 billion", "1.2 billion"), encoding="utf-8")
    before = everything(desk)
    with pytest.raises(IntegrityError):
        workflow.run(desk, now=NOW)
    assert everything(desk) == before


def test_a_clone_has_the_same_revision_and_the_same_reports(
    desk: Workspace, tmp_path: Path
) -> None:
    """The database is not part of the repository: sources and texts are enough."""
    conflict = next(c for c in workflow.run(desk, now=NOW).ledger.conflicts if c.code == "FC301")
    workflow.decide(desk, conflict.id, ["wrong", "right"],
                    Act(actor="Ana", reason="12億 is small", code="original", now=NOW))  # fmt: skip
    original = workflow.run(desk, now=NOW)
    root = tmp_path / "clone"
    shutil.copytree(desk.root, root, ignore=shutil.ignore_patterns("factcheck.db*"))
    clone = Workspace(root=root, config=read_config(root / "factcheck.toml"))
    result = workflow.run(clone)
    assert result.imported == 1
    assert result.written == ()
    assert result.ledger.revision == original.ledger.revision
    assert everything(clone) == everything(desk)
    assert workflow.verify(clone).ok


def test_the_revision_is_of_the_content(desk: Workspace) -> None:
    first = workflow.run(desk, now=NOW).ledger.revision
    desk.entities.write_text('[system."Ossia"]\naliases = ["OSS-1"]\n', encoding="utf-8")
    second = workflow.run(desk, now=NOW).ledger.revision
    desk.entities.unlink()
    assert first != second
    assert workflow.run(desk, now=NOW).ledger.revision == first


def test_codes_that_the_workspace_leaves_out(desk: Workspace) -> None:
    (desk.root / "factcheck.toml").write_text('name = "desk"\nignore = ["FC3"]\n')
    quiet = Workspace(root=desk.root, config=read_config(desk.root / "factcheck.toml"))
    result = workflow.run(quiet, now=NOW)
    assert not [c for c in result.ledger.conflicts if c.code.startswith("FC3")]


def test_only_the_formats_that_the_workspace_wants(desk: Workspace) -> None:
    (desk.root / "factcheck.toml").write_text('name = "desk"\nformats = ["json"]\n')
    workspace = Workspace(root=desk.root, config=read_config(desk.root / "factcheck.toml"))
    workflow.run(workspace, now=NOW)
    assert [path.name for path in workspace.reports.iterdir()] == ["report.json"]


@pytest.mark.parametrize(("text", "why"), [
    ("{", "no JSON"), ("[]", "no object"), ('{"id": "x"}', "no decision"),
    ('{"format": "factcheck-decisions/9"}', "is unknown"),
])  # fmt: skip
def test_a_broken_line_of_decisions_is_named(desk: Workspace, text: str, why: str) -> None:
    desk.decisions.write_text(f'{{"format": "factcheck-decisions/1"}}\n{text}\n', encoding="utf-8")
    with pytest.raises(InputError, match=rf"decisions\.jsonl:2: .*{why}"):
        workflow.run(desk, now=NOW)
    assert not (desk.root / "factcheck.db").exists()


def test_an_altered_ruling_is_noticed(desk: Workspace) -> None:
    conflict = workflow.run(desk, now=NOW).ledger.conflicts[0]
    workflow.dismiss(desk, conflict.id, "wont_fix", Act(actor="Ana", reason="small", now=NOW))
    text = desk.decisions.read_text(encoding="utf-8")
    desk.decisions.write_text(text.replace('"Ana"', '"Bo"'), encoding="utf-8")
    with pytest.raises(InputError, match="it was altered"):
        workflow.run(desk, now=NOW)


def test_progress_is_told_for_every_source(desk: Workspace) -> None:
    class Counter:
        total: int | None = None
        done = 0

        def begin(self, label: str, total: int | None) -> object:
            self.total = total
            return self

        def advance(self) -> None:
            self.done += 1

    counter = Counter()
    workflow.run(desk, progress=counter, now=NOW)
    assert counter.total == counter.done == 3


def test_the_exported_claims_are_one_object_a_line(desk: Workspace) -> None:
    workflow.run(desk, now=NOW)
    head, *lines = (desk.ledger / "monday.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(head) == {"format": "factcheck-claims/1", "source": "monday"}
    claims = [claim for claim in workflow.load_ledger(desk).claims if claim.source == "monday"]
    assert [json.loads(line)["id"] for line in lines] == [claim.id for claim in claims]


def test_verify_looks_at_the_archive_too(desk: Workspace) -> None:
    workflow.run(desk, now=NOW)
    assert workflow.verify(desk).ok
    (snapshot,) = [p for p in (desk.sources / "monday").iterdir() if p.suffix == ".md"]
    snapshot.write_text("Something else.\n")
    found = workflow.verify(desk)
    assert [problem.place for problem in found.problems] == ["source monday"]


def test_another_database(desk: Workspace, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    workflow.run(desk, url, now=NOW)
    assert not (desk.root / "factcheck.db").exists()
    assert workflow.load_ledger(desk, url).claims
