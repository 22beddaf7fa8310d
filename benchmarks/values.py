"""Right readings and speed of `parse_values` beside the libraries that people use.

Cases are JSON lines with `text`, `language`, `kind`, `start`, `end` and `numbers`; rows without
numbers are passed over. quantulum3 is asked for English; cn2an (Chinese) and text2num (English)
know no offsets, so they are given the exact words, which is more than factcheck is told. A
library that is not installed is skipped and said so. Growth is time(1 MB) / time(100 kB); the
goal is at most 12.

Run: python benchmarks/values.py CASES.jsonl
"""

# ruff: noqa: T201 - it prints its table

from __future__ import annotations

import importlib
import json
import math
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck.values import parse_values

Case = dict[str, Any]
Reader = Callable[[Case], bool]
PROSE = (
    "Heron-{n} has {n} billion parameters and read {n}.5 trillion tokens in 2021. "
    "苍鹭-{n} 有 {n} 亿个参数,共 {n} 页,约占 {n}%。ヘロンは{n}億から9{n}億のパラメータを持つ。\n"
)


def same(wanted: list[float], got: list[float]) -> bool:
    pairs = zip(sorted(wanted), sorted(got), strict=False)
    return len(wanted) == len(got) and all(math.isclose(a, b, rel_tol=1e-9) for a, b in pairs)


def spans_match(case: Case, start: int, end: int) -> bool:
    """Half of the union is shared, or one holds the other and is at most three times as long."""
    common = min(end, case["end"]) - max(start, case["start"])
    lengths = sorted((end - start, case["end"] - case["start"]))
    inside = common == lengths[0] and lengths[1] <= 3 * lengths[0]
    return bool(common > 0 and (2 * common >= sum(lengths) - common or inside))


def numbers(value: dict[str, Any]) -> list[float]:
    kinds = {"range": ("min", "max"), "quantity": ("value",), "year": ("value",)}
    return [float(value[k]) for k in kinds.get(value["type"], ()) if value[k] is not None]


def factcheck(case: Case) -> bool:
    return any(
        spans_match(case, f.start, f.end) and same(case["numbers"], numbers(f.value.to_dict()))
        for f in parse_values(case["text"], case["language"])
    )


def quantulum(module: Any) -> Reader:
    def read(case: Case) -> bool:
        found = module.parse(case["text"])
        return any(spans_match(case, *q.span) and same(case["numbers"], [q.value]) for q in found)

    return read


def whole(convert: Callable[[str], float]) -> Reader:
    """A library without offsets: it gets the words themselves."""

    def read(case: Case) -> bool:
        words = case["text"][case["start"] : case["end"]]
        return same(case["numbers"], [float(convert(words))])

    return read


def readers() -> dict[tuple[str, str], Reader]:
    """Every reader that can run, by name and language."""
    found: dict[tuple[str, str], Reader] = dict.fromkeys(
        (("factcheck", language) for language in ("en", "zh", "ja")), factcheck
    )
    for name, language, module, make in (
        ("quantulum3", "en", "quantulum3.parser", quantulum),
        ("text2num", "en", "text_to_num", lambda m: whole(lambda w: m.text2num(w.lower(), "en"))),
        ("cn2an", "zh", "cn2an", lambda m: whole(lambda w: m.cn2an(w, "smart"))),
        ("recognizers-text", "en", "recognizers_number", None),
    ):
        try:
            library = importlib.import_module(module)
        except ImportError:
            print(f"{name}: not installed, skipped")
            continue
        if make is not None:
            found[name, language] = make(library)
        else:
            found.update(recognizers(library))
    return found


def recognizers(library: Any) -> dict[tuple[str, str], Reader]:
    cultures = {"en": "en-us", "zh": "zh-cn", "ja": "ja-jp"}

    def reader(culture: str) -> Reader:
        def read(case: Case) -> bool:
            return any(
                spans_match(case, r.start, r.end + 1)
                and same(case["numbers"], [float(r.resolution["value"])])
                for r in library.recognize_number(case["text"], culture)
                if r.resolution and r.resolution.get("value")
            )

        return read

    return {("recognizers-text", lang): reader(c) for lang, c in cultures.items()}


def measure(cases: list[Case], read: Reader) -> tuple[int, float]:
    """How many cases are right, and characters of text per second; a crash is a wrong answer."""
    right = 0
    start = time.perf_counter()
    for case in cases:
        try:
            right += read(case)
        except Exception:
            continue
    return right, sum(len(c["text"]) for c in cases) / (time.perf_counter() - start)


def growth() -> tuple[float, float]:
    """Characters per second on prose, and time(1 MB) / time(100 kB)."""

    def text(length: int) -> str:
        parts: list[str] = []
        size = n = 0
        while size < length:
            n += 1
            parts.append(PROSE.format(n=n % 90 + 2))
            size += len(parts[-1])
        return "".join(parts)[:length]

    def seconds(length: int) -> float:
        body = text(length)
        start = time.process_time()
        parse_values(body)
        return time.process_time() - start

    short = statistics.median(seconds(100_000) for _ in range(3))
    return 100_000 / short, seconds(1_000_000) / short


def main(path: Path) -> int:
    """Print the tables. Returns 1 when growth is above the goal."""
    warnings.simplefilter("ignore")
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    cases = [case for case in cases if case["numbers"]]
    print(f"{'reader':18}{'language':>9}{'numbers right':>18}{'all kinds right':>18}{'char/s':>10}")
    for (name, language), read in readers().items():
        mine = [case for case in cases if case["language"] == language]
        plain = [case for case in mine if case["kind"] == "number"]
        some, _ = measure(plain, read)
        every, speed = measure(mine, read)
        print(
            f"{name:18}{language:>9}{f'{some}/{len(plain)}':>18}"
            f"{f'{every}/{len(mine)}':>18}{speed:>10,.0f}"
        )
    speed, ratio = growth()
    print(f"prose: {speed:,.0f} characters per second; time(1 MB)/time(100 kB) = {ratio:.1f}")
    return int(ratio > 12)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
