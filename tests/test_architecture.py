"""The rules of the house, run as tests: imports, sizes, names, docstrings, and what ships."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = sorted((ROOT / "factcheck").rglob("*.py"))
WORKSPACE_FOLDERS = ("sources", "claims", "reports")
MAX_LINES = 500
BANNED = {"utils", "util", "helpers", "helper", "manager", "managers", "core", "common", "misc"}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_imports_point_upstream_only() -> None:
    program = "from importlinter.cli import lint_imports_command as lint; lint()"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True,
                          text=True)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", PACKAGE, ids=relative)
def test_a_file_is_one_idea_and_says_which(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_LINES
    assert not BANNED & set(path.relative_to(ROOT).with_suffix("").parts)
    docstring = ast.get_docstring(ast.parse(text)) if text else ""
    assert docstring and len(docstring) > 10


@pytest.mark.parametrize("path", PACKAGE, ids=relative)
def test_public_functions_and_classes_say_what_they_mean(path: Path) -> None:
    if "migrations" in path.parts:
        pytest.skip("alembic names its functions; their meaning is the framework's")
    silent = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None:
            silent.append(node.name)
    assert not silent


def test_workspace_folders_hold_no_code() -> None:
    strays = [p for name in WORKSPACE_FOLDERS for p in (ROOT / name).rglob("*.py")]
    assert not strays


def test_no_code_imports_a_workspace_folder() -> None:
    bare = re.compile(rf"^\s*(?:from|import) (?:{'|'.join(WORKSPACE_FOLDERS)})\b", re.MULTILINE)
    everything = [*PACKAGE, *(ROOT / "tests").rglob("*.py")]
    assert not [relative(p) for p in everything if bare.search(p.read_text(encoding="utf-8"))]


def test_ignore_file_never_names_a_room() -> None:
    entries = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert not [e for e in entries if e.strip("/") in WORKSPACE_FOLDERS]


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    loose = [d for d in project["dependencies"] if ">=" not in d or "<" not in d]
    assert not loose
    assert len(project["dependencies"]) <= 25
