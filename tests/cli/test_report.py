"""`factcheck report` by hand: drift of committed reports, and what changed since an earlier one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli.app import app

ARTICLE = "# Heron\n\nHeron has 30 billion parameters. Heron has 3 billion parameters.\n"


def factcheck(*words: str, code: int = 0) -> Result:
    left = CliRunner().invoke(app, words, prog_name="factcheck")
    assert left.exit_code == code, left.output
    return left


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_ACTOR", "Ana")
    monkeypatch.delenv("FACTCHECK_DATABASE", raising=False)
    factcheck("init", "--name", "Wetland desk")
    (tmp_path / "heron.md").write_text(ARTICLE, encoding="utf-8")
    factcheck("sources", "add", "heron.md")
    factcheck("run")
    return tmp_path


def revision() -> str:
    return str(json.loads(factcheck("report", "--format", "json").stdout)["revision"])


def conflict() -> str:
    return str(json.loads(factcheck("conflicts", "list", "--format", "json").stdout)[0]["id"])


def dismiss() -> None:
    factcheck("conflicts", "dismiss", conflict(), "--reason", "two models of one name")


def git(desk: Path, *words: str) -> None:
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    subprocess.run(["git", *who, *words], cwd=desk, check=True, capture_output=True)


def test_reports_of_the_ledger_pass_the_check(desk: Path) -> None:
    left = factcheck("report", "--check")
    assert left.stdout == "the reports are those of the ledger\n"


def test_a_ruling_an_edit_a_lost_file_and_one_left_over_are_drift(desk: Path) -> None:
    (desk / "reports" / "report.csv").write_text("old", encoding="utf-8")
    (desk / "reports" / "report.html").unlink()
    page = desk / "reports" / "report.md"
    page.write_text(page.read_text("utf-8") + "a line by hand\n", encoding="utf-8")
    before = {p: p.read_bytes() for p in (desk / "reports").iterdir()}
    left = factcheck("report", "--check", code=1)
    assert left.stdout.splitlines() == [
        "reports/report.csv: left over", "reports/report.html: missing",
        "reports/report.md: changed",
    ]  # fmt: skip
    assert "factcheck run" in left.stderr
    assert {p: p.read_bytes() for p in (desk / "reports").iterdir()} == before
    (desk / "reports" / "report.csv").unlink()
    factcheck("run")
    factcheck("report", "--check")
    dismiss()
    drift = factcheck("report", "--check", code=1).stdout
    assert "reports/report.json: changed" in drift
    factcheck("run")
    factcheck("report", "--check")


def test_what_closed_since_a_revision_that_the_log_knows(desk: Path) -> None:
    before = revision()
    dismiss()
    told = factcheck("report", "--compare", before[:10], "--format", "json").stdout
    changes = json.loads(told)
    assert changes["before"] == before and changes["after"] == revision()
    assert [(t["before"], t["after"]) for t in changes["closed"]] == [
        ("open", "dismissed: not a mistake")
    ]
    assert not changes["opened"] and not changes["flipped"]
    whole = factcheck("report", "--since", before[:10]).stdout
    assert "one conflict closed." in whole


def test_a_moment_a_file_and_a_commit_name_a_state(desk: Path) -> None:
    git(desk, "init", "-q")
    git(desk, "add", "reports")
    git(desk, "commit", "-qm", "reports")
    saved = desk / "before.json"
    factcheck("report", "--format", "json", "--output", str(saved))
    old = revision()
    (desk / "heron.md").write_text(ARTICLE.replace("3 billion", "30 billion"), encoding="utf-8")
    factcheck("sources", "add", "heron.md")
    factcheck("run")
    for state in (str(saved), "HEAD", old, old[:8]):
        told = json.loads(factcheck("report", "--compare", state, "--format", "json").stdout)
        assert told["before"] == old, state
        assert [t["after"] for t in told["closed"]] == [""], state
        assert [t["after"] for t in told["sources"]] == ["changed"], state
    back = factcheck("report", "--compare", "now", "--to", "HEAD", "--format", "text").stdout
    assert "Opened\n  FC" in back
    # before any ruling the conflicts of now stood, whatever the day
    assert "Nothing changed" in factcheck("report", "--compare", "2020-01-01").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--compare", "no-such-state"), ("--since", "--output"), ("--since", "abcdef0123"),
        ("--compare", "now", "--check"), ("--to", "now"), ("--compare", "2026-13-45"),
        ("--compare", "now", "--format", "html"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(desk: Path, words: tuple[str, ...]) -> None:
    left = factcheck("report", *words, code=2)
    assert left.stderr.startswith("factcheck: ") and left.stderr.count("\n") == 1


def test_a_format_that_no_file_has_is_told(desk: Path) -> None:
    config = desk / "factcheck.toml"
    config.write_text(config.read_text("utf-8") + 'formats = ["pigeon"]\n', encoding="utf-8")
    for words in (("report", "--check"), ("run",)):
        assert "formats: 'pigeon' is no format" in factcheck(*words, code=2).stderr


def test_a_file_that_is_no_report_is_refused(desk: Path) -> None:
    left = factcheck("report", "--since", "heron.md", code=3)
    assert "it is no JSON report" in left.stderr


def test_a_part_of_the_report(desk: Path) -> None:
    told = factcheck("report", "--source", "heron", "--status", "open", "--subject", "HERON").stdout
    assert "Only what is asked for is told here: source heron; subject “HERON”" in told
    tree = json.loads(factcheck("report", "--status", "decided", "--format", "json").stdout)
    assert tree["cards"] == [] and tree["scope"] == "status decided"
    assert json.loads(factcheck("report", "--format", "json").stdout)["scope"] == ""
    for words in (("--status", "opne"), ("--source", "tern"), ("--period", "May"),
                  ("--check", "--subject", "x")):  # fmt: skip
        assert factcheck("report", *words, code=2).stderr.count("\n") == 1


def test_a_report_on_paper(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("typst", reason="the extra `report` is not installed")
    factcheck("report", "--format", "pdf", "--output", "report.pdf")
    assert (desk / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert factcheck("report", "--format", "pdf").stdout_bytes.startswith(b"%PDF-")
    monkeypatch.setitem(sys.modules, "typst", None)
    left = factcheck("report", "--format", "pdf", code=2)
    assert left.stderr == (
        "factcheck: pdf: the library that sets pages is not installed "
        "(pip install 'factcheck[report]')\n"
    )
