"""A small workspace of our own: an article with its translation, which slipped a digit, and a news
item that states one year twice."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.model import Source
from factcheck.workspace import Workspace

NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)

ENGLISH = """# Lyra, a small language model

We train Lyra on 300 billion tokens. The largest model has 12 billion parameters.
"""
JAPANESE = """# 小さな言語モデルLyra

私たちはLyraを3000億トークンで訓練した。最大のモデルは12億のパラメータを持つ。
"""
NEWS = """# Monday notes

## Ossia

Ossia has 70 billion parameters.

Ossia has 7 billion parameters and is free.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    workspace = workflow.init(tmp_path / "desk", "desk")
    write(workspace, "lyra-en", ENGLISH)
    write(workspace, "lyra-ja", JAPANESE, Source(
        slug="x", title="Lyra", kind="translation", language="ja",
        relations=(("translation_of", "lyra-en"),),
    ))  # fmt: skip
    write(workspace, "monday", NEWS)
    return workspace


def write(workspace: Workspace, slug: str, text: str, describe: Source | None = None) -> None:
    """Put a text into the archive, as `sources add` does."""
    path = workspace.root.parent / f"{slug}.md"
    path.write_text(text, encoding="utf-8")
    workflow.add_source(workspace, path, slug, describe, now=NOW)


def everything(workspace: Workspace) -> dict[str, bytes]:
    """Every file of the workspace, the database's own aside."""
    return {
        str(path.relative_to(workspace.root)): path.read_bytes()
        for path in sorted(workspace.root.rglob("*"))
        if path.is_file() and not path.name.startswith("factcheck.db")
    }
