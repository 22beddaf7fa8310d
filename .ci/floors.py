"""Runs the scorer and our own blind texts, and holds the figures to floors that only go up."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

LEAST = "at least"
MOST = "at most"

FLOORS: dict[str, dict[str, tuple[str, float]]] = {
    "seeds": {
        "wrong_anchors": (MOST, 0),
        "boilerplate_claims": (MOST, 0),
        "core_claims_found": (LEAST, 0.95),
        "claims_per_gold_claim": (MOST, 3),
        "core_numbers_right": (LEAST, 0.96),
        "core_dates_and_ids_right": (LEAST, 0.96),
        "subjects_right_of_located": (LEAST, 0.90),
        "notices_found": (LEAST, 1),
        "notices_stray": (MOST, 1),
        "hard_internal_conflicts": (LEAST, 1),
        "defects_internal_weighted": (LEAST, 0.95),
        "fixes_internal": (LEAST, 0.90),
        "false_alarms": (MOST, 1 / 41),
        "conflicts_not_in_gold": (MOST, 8),
        "agreements_linked": (LEAST, 31 / 40),
        "wrongly_linked": (MOST, 1 / 23),
    },
    "values": {"all": (LEAST, 0.945)},
    "pairs": {
        "chinese numbers_replaced mismatches_found": (LEAST, 1),
        "chinese numbers_replaced false_alarms": (MOST, 0),
        "japanese numbers_replaced mismatches_found": (LEAST, 1),
        "japanese numbers_replaced false_alarms": (MOST, 0),
    },
    "notices": {"notices_found": (LEAST, 0.95), "kinds_right": (LEAST, 0.93)},
    "unseen": {
        "claims located": (LEAST, 0.96),
        "claims with the right value": (LEAST, 0.93),
        "subjects right": (LEAST, 0.74),
        "predicates right": (LEAST, 0.85),
        "notices found": (LEAST, 1),
        "defects found": (LEAST, 0.90),
        "calm texts left in peace": (LEAST, 1),
        "calm phrases left in peace": (LEAST, 1),
        "pairs right (conflict)": (LEAST, 1),
        "pairs right (calm)": (LEAST, 1),
        "translations right (mismatch)": (LEAST, 1),
        "translations right (consistent)": (LEAST, 1),
    },
    "unseen, second set": {
        "claims located": (LEAST, 0.95),
        "claims with the right value": (LEAST, 0.89),
        "subjects right": (LEAST, 0.59),
        "predicates right": (LEAST, 0.72),
        "notices found": (LEAST, 0.96),
        "calm texts left in peace": (LEAST, 1),
        "calm phrases left in peace": (LEAST, 1),
        "pairs right (conflict)": (LEAST, 0.80),
        "pairs right (calm)": (LEAST, 1),
    },
}


def calls(shared: Path) -> dict[str, list[str]]:
    """The command behind every group of figures."""
    score = str(shared / "score" / "score.py")
    data = shared / "data"
    return {
        "seeds": [score, "seeds", "--articles", str(shared / "articles"),
                  "--gold", str(shared / "gold")],
        "values": [score, "values", "--cases", str(data / "values" / "dev.jsonl")],
        "pairs": [score, "pairs", "--cases", str(data / "translation" / "dev.jsonl")],
        "notices": [score, "notices", "--cases", str(data / "bibliography" / "dev_notes.jsonl")],
        "unseen": ["tests/unseen/measure.py", "--split", "dev"],
        "unseen, second set": ["tests/unseen/measure.py", "--set", "second", "--split", "dev"],
    }  # fmt: skip


def figure(text: str) -> float:
    """`k/n` and `k of n` as a share (`k of n` conflicts are counted); else the number."""
    share = re.search(r"(\d+)/(\d+)", text)
    if share:
        return int(share.group(1)) / int(share.group(2))
    number = re.match(r"[\d.]+", text)
    if number is None:
        raise ValueError(f"no figure in {text!r}")
    return float(number.group())


def figures(name: str, output: str) -> dict[str, float]:
    """What a command printed, by the name of the measure."""
    if name.startswith("unseen"):
        rows = re.findall(r"^(\S.*?)\s{2,}(\d+) of (\d+)$", output, re.MULTILINE)
        return {measure: int(k) / int(n) for measure, k, n in rows if n != "0"}
    lines = [line.split(": ", 1) for line in output.splitlines() if ": " in line]
    counted = [(m, text) for m, text in lines if re.match(r"\d", text) and text != "0/0"]
    return {measure: figure(text) for measure, text in counted}


def main() -> int:
    failed = 0
    for name, command in calls(Path(sys.argv[1])).items():
        done = subprocess.run([sys.executable, *command], capture_output=True, text=True)
        sys.stdout.write(f"-- {name}\n{done.stdout}")
        if done.returncode:
            sys.stdout.write(done.stderr)
            return 1
        got = figures(name, done.stdout)
        for measure, (how, bound) in FLOORS[name].items():
            value = got[measure]
            if value < bound - 1e-9 if how == LEAST else value > bound + 1e-9:
                sys.stdout.write(f"NOT HELD: {measure} is {value:.3f}, {how} {bound:.3f}\n")
                failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
