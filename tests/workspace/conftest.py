"""A copy of the repository's workspace with a database of its own, run once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.workflow import RunResult
from factcheck.workspace import Workspace, open_workspace
from tests.workspace.sessions import copy_workspace


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The workspace as committed, elsewhere, without a database."""
    root = copy_workspace(tmp_path_factory.mktemp("workspace"))
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("FACTCHECK_DATABASE", raising=False)
        yield open_workspace(root)


@pytest.fixture(scope="module")
def done(copied: Workspace) -> RunResult:
    """What the first run on a fresh database did."""
    return workflow.run(copied)


def texts(root: Path) -> dict[str, bytes]:
    """Every file of the two generated folders, by its path."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for part in ("claims", "reports")
        for path in sorted((root / part).rglob("*"))
        if path.is_file()
    }
