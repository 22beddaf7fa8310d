"""The hooks and workflows that the docs give: valid for the tools that read them, and run on a real
repository."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")

ROOT = Path(__file__).parents[1]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
GOOD = "# Heron\n\nHeron has 30 billion parameters.\n"
BAD = "# Tern\n\nTern has 5 billion parameters.\n\nTern has 7 billion parameters.\n"
CODE = "# Tern\n\nTern has 5 billion parameters.\n\n```\nTern has 7 billion parameters.\n```\n"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def workflow() -> dict[str, Any]:
    found: dict[str, Any] = next(
        yaml.safe_load(b) for b in blocks("yaml") if "workflows/factcheck.yml" in b
    )
    return found


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for words in (["init", "-q"], ["config", "user.email", "ana@example.org"],
                  ["config", "user.name", "Ana"]):  # fmt: skip
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return tmp_path


def run(entry: str, folder: Path, *files: str, code: int) -> str:
    """What a hook runs, as pre-commit runs it: the entry, its arguments, the files."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run([*shlex.split(entry), *files], cwd=folder, capture_output=True,
                          text=True, env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
                          check=False)  # fmt: skip
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def staged(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    listed = subprocess.run(["git", "diff", "--cached", "--name-only"], cwd=folder,
                            capture_output=True, text=True, check=True)  # fmt: skip
    return listed.stdout.split()


def test_the_hook_fails_a_commit_with_a_contradiction(repository: Path) -> None:
    entry = HOOKS["factcheck"]["entry"]
    run(entry, repository, *staged(repository, heron=GOOD, code=CODE), code=0)
    told = run(entry, repository, *staged(repository, tern=BAD), code=1)
    assert told.startswith("tern.md:3:1 FC")


def test_the_mending_hook_changes_the_file_and_is_content_then(repository: Path) -> None:
    files = staged(repository, notes="# Notes\n\nAs Tern et al , 2019 show, it is open.\n")
    entry = HOOKS["factcheck-fix"]["entry"]
    run(entry, repository, *files, code=0)
    assert "et al., 2019" in (repository / "notes.md").read_text("utf-8")
    run(entry, repository, *files, code=0)


def test_a_path_has_rules_of_its_own(repository: Path) -> None:
    (repository / "drafts").mkdir()
    (repository / "drafts" / "tern.md").write_text(BAD, encoding="utf-8")
    settings = next(block for block in blocks("toml"))
    (repository / "factcheck.toml").write_text(settings, encoding="utf-8")
    run("factcheck check", repository, "drafts/tern.md", code=1)
    for pattern in ("drafts/*", "*.md", "drafts/tern.md"):
        (repository / "factcheck.toml").write_text(
            f'[per_path_ignore]\n"{pattern}" = ["fc1"]\n', encoding="utf-8")  # fmt: skip
        run("factcheck check", repository, "drafts/tern.md", code=0)
    run("factcheck check --isolated", repository, "drafts/tern.md", code=1)
    (repository / "factcheck.toml").write_text('per_path_ignore = ["FC1"]\n', encoding="utf-8")
    run("factcheck check", repository, "drafts/tern.md", code=2)


def test_the_steps_of_the_workflow_do_what_they_say(repository: Path) -> None:
    """Every `run` of ours, on a change that adds a contradiction."""
    staged(repository, heron=GOOD)
    subprocess.run(["git", "commit", "-qm", "start"], cwd=repository, check=True)
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=repository,
                   check=True)  # fmt: skip
    staged(repository, tern=BAD)
    subprocess.run(["git", "commit", "-qm", "change"], cwd=repository, check=True)
    known = run("factcheck check --format json", repository, "heron.md", code=0)
    (repository / "known.json").write_text(known, encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "GITHUB_BASE_REF": "main",
                   "GITHUB_OUTPUT": str(repository / "output")}  # fmt: skip
    codes, told = {}, {}
    for step in workflow()["jobs"]["articles"]["steps"]:
        if "run" in step and "pip install" not in step["run"]:
            done = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=repository, text=True,
                                  env=environment, capture_output=True, check=False)  # fmt: skip
            codes[step["name"]], told[step["name"]] = done.returncode, done.stdout
    assert (repository / "changed.txt").read_text() == "tern.md\0"
    assert "some=true" in (repository / "output").read_text()
    assert told["Beside the lines"].startswith("::warning file=tern.md,line=3")
    assert '"version": "2.1.0"' in (repository / "factcheck.sarif").read_text("utf-8")
    # xargs gives 123 for the linter's 1
    assert codes == {"Changed articles": 0, "Beside the lines": 0, "As SARIF": 0,
                     "Anything new and grave": 123}  # fmt: skip


def test_the_hook_of_the_reports_fails_when_they_are_not_those_of_the_ledger(
    repository: Path,
) -> None:
    entry = HOOKS["factcheck-report"]["entry"]
    (repository / "tern.md").write_text(BAD, encoding="utf-8")
    for words in ("init .", "sources add tern.md", "run"):
        run(f"factcheck {words}", repository, code=0)
    staged(repository)
    run(entry, repository, code=0)
    report = repository / "reports" / "report.md"
    report.write_text("a report by hand\n", encoding="utf-8")
    staged(repository)
    assert "reports/report.md" in run(entry, repository, code=1)


def test_pre_commit_takes_the_hooks() -> None:
    clientlib = pytest.importorskip("pre_commit.clientlib", reason="pre-commit is not installed")
    assert len(clientlib.load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))) == len(HOOKS)


def test_the_workflow_is_one_for_github(tmp_path: Path) -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    for name, text in zip(("github-workflows", "gitlab-ci"), _workflows(), strict=True):
        path = tmp_path / f"{name}.yml"
        path.write_text(text, encoding="utf-8")
        words = ["check_jsonschema", "--builtin-schema", f"vendor.{name}", str(path)]
        done = subprocess.run([sys.executable, "-m", *words], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout


def _workflows() -> tuple[str, str]:
    texts = blocks("yaml")
    github = next(t for t in texts if t.startswith("# .github/workflows"))
    gitlab = next(t for t in texts if t.startswith("factcheck:"))
    return github, gitlab
