"""The tables of planted mistakes in the tutorial, read as data, so that docs and tests agree."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"
FOUND = "| source | code | words | what is wrong |"
OVERLOOKED = "| source | code | words | what is overlooked |"


@dataclass(frozen=True)
class Planted:
    source: str
    code: str
    words: str


def planted_mistakes() -> list[Planted]:
    """The mistakes that are found, in the order of the table."""
    return _rows(FOUND)


def overlooked() -> list[Planted]:
    """The mistakes that are not found yet."""
    return _rows(OVERLOOKED)


def _rows(header: str) -> list[Planted]:
    lines = TUTORIAL.read_text(encoding="utf-8").splitlines()
    rows = []
    for line in lines[lines.index(header) + 2 :]:
        if not line.startswith("|"):
            break
        source, code, words, _ = (cell.strip() for cell in line.strip("|").split("|"))
        rows.append(Planted(source, code, words))
    return rows
