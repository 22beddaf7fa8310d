"""Runs the scorer and holds its figures to the floors, which only ever go up."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

AT_LEAST = "at least"
AT_MOST = "at most"

FLOORS: dict[str, dict[str, tuple[str, float]]] = {
    "seeds": {
        "wrong_anchors": (AT_MOST, 0),
        "boilerplate_claims": (AT_MOST, 0),
        "core_claims_found": (AT_LEAST, 0.45),
        "claims_per_gold_claim": (AT_MOST, 3),
        "core_numbers_right": (AT_LEAST, 0.70),
        "notices_found": (AT_LEAST, 3 / 5),
        "notices_stray": (AT_MOST, 3),
        "hard_internal_conflicts": (AT_LEAST, 2 / 4),
        "defects_internal_weighted": (AT_LEAST, 0.45),
        "false_alarms": (AT_MOST, 2 / 41),
        "conflicts_not_in_gold": (AT_MOST, 15),
    },
    "values": {"all": (AT_LEAST, 0.60)},
}


def figure(text: str) -> float:
    """`k/n (share)` as its share, `k of n` and plain numbers as the first number."""
    share = re.search(r"(\d+)/(\d+)", text)
    if share:
        return int(share.group(1)) / int(share.group(2))
    return float(re.match(r"[\d.]+", text).group())  # type: ignore[union-attr]


def main() -> int:
    shared = Path(sys.argv[1])
    calls = {
        "seeds": ["--articles", str(shared / "articles"), "--gold", str(shared / "gold")],
        "values": ["--cases", str(shared / "data/values/dev.jsonl")],
    }
    failed = 0
    for name, arguments in calls.items():
        command = [sys.executable, str(shared / "score/score.py"), name, *arguments]
        done = subprocess.run(command, capture_output=True, text=True)
        sys.stdout.write(done.stdout)
        if done.returncode:
            sys.stdout.write(done.stderr)
            return 1
        figures = dict(line.split(": ", 1) for line in done.stdout.splitlines() if ": " in line)
        for key, (how, bound) in FLOORS[name].items():
            got = figure(figures[key])
            if got < bound - 1e-9 if how == AT_LEAST else got > bound + 1e-9:
                sys.stdout.write(f"BELOW THE FLOOR: {key} is {figures[key]}, {how} {bound:.3f}\n")
                failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
