"""The table of planted mistakes in the tutorial, read as data, so that docs and tests agree."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"
HEADER = "| source | code | words | what is wrong |"


@dataclass(frozen=True)
class Planted:
    source: str
    code: str
    words: str


def planted_mistakes() -> list[Planted]:
    """The rows of the table, in its order."""
    lines = TUTORIAL.read_text(encoding="utf-8").splitlines()
    rows = []
    for line in lines[lines.index(HEADER) + 2 :]:
        if not line.startswith("|"):
            break
        source, code, words, _ = (cell.strip() for cell in line.strip("|").split("|"))
        rows.append(Planted(source, code, words))
    return rows
