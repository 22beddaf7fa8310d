"""How long one `factcheck check` takes as a whole process, against importing sqlmodel.

The goal is at most three times `python -c "import sqlmodel"` for an article of 7,000 characters.
Run: python benchmarks/start.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

GOAL = 3.0
CHARACTERS = 7_000
ENGLISH = (
    "## {n}. Heron-{n}: a small model for field notes ({year})\n\n"
    "Heron-{n} has {size} billion parameters and was trained on {tokens} billion tokens. "
    "Mira Solberg, a co-founder of Wetland Labs, joined Reed Institute in {year}. "
    "The paper has {pages} pages and compares {count} systems.\n\n"
)
CHINESE = "苍鹭-{n} 有 {size}0 亿个参数，用 {tokens}0 亿个词元训练。论文共 {pages} 页。\n\n"
JAPANESE = "ヘロン-{n}は{size}0億パラメータで、{year}年{count}月に公開された。\n\n"


def article(characters: int) -> str:
    """An article of our own in three languages, of at least the given length."""
    parts = ["# A round-up of small models\n\nThis round-up names several models.\n\n"]
    n = 0
    while sum(map(len, parts)) < characters:
        n += 1
        facts = {"n": n, "year": 2012 + n % 12, "size": 2 + n % 7, "tokens": 300 + n,
                 "pages": 8 + n % 20, "count": 1 + n % 11}  # fmt: skip
        parts.extend(text.format(**facts) for text in (ENGLISH, CHINESE, JAPANESE))
    return "".join(parts)


def seconds(command: Sequence[str]) -> float:
    """Wall time of one run of a command."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def main(rounds: int) -> int:
    """Run all commands in turn and print medians and ratios. Returns 1 above the goal."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.md"
        path.write_text(article(CHARACTERS), encoding="utf-8")
        python = [sys.executable]
        commands = {
            "python -c pass": [*python, "-c", "pass"],
            "import sqlmodel": [*python, "-c", "import sqlmodel"],
            "factcheck --help": [*python, "-m", "factcheck", "--help"],
            "factcheck check": [*python, "-m", "factcheck", "check", "--isolated", str(path)],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds + 1):  # the first round warms the caches and is thrown away
            for name, command in commands.items():
                times[name].append(seconds(command))
    medians = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    peer = medians["import sqlmodel"]
    rows = [f"{name:<18} {m * 1000:7.0f} ms {m / peer:7.2f}x" for name, m in medians.items()]
    verdict = medians["factcheck check"] <= GOAL * peer
    sys.stdout.write("\n".join([
        f"whole process, median of {rounds}, an article of {CHARACTERS} characters", *rows,
        f"goal: check at most {GOAL:g}x import sqlmodel: {'met' if verdict else 'MISSED'}", "",
    ]))  # fmt: skip
    return 0 if verdict else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
