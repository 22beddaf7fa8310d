"""How many errata that change numbers alone come out as wrong → right when an article prints them.

    python benchmarks/errata_pairs.py ERRATA.jsonl [-v]

ERRATA holds entries with `orig_text` and `correct_text`. Of those whose words are the same but for
their numbers, each is printed in four ways: as the two parts of an erratum, as a row of a table, as
a sentence of the shape `"…" should read "…"`, and as struck and inserted words. It is right when
exactly one notice comes out of it, whose wrong and right hold the changed numbers, in that order.
"""
# ruff: noqa: T201 - it prints its table

from __future__ import annotations

import argparse
import difflib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.claims import extract
from factcheck.sources import read_bytes

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")
LONGEST = 400
"""Characters that either part may have: longer ones are pages of a protocol, not statements."""

Pair = tuple[str, str]


def number_pairs(path: Path) -> Iterator[Pair]:
    """The errata whose two texts differ in numbers alone, on one line each."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        wrong, right = (" ".join(str(entry.get(key) or "").split())
                        for key in ("orig_text", "correct_text"))  # fmt: skip
        plain = _NUMBER.sub("0", wrong) == _NUMBER.sub("0", right)
        if plain and wrong != right and 0 < len(wrong) <= LONGEST and '"' not in wrong + right:
            yield wrong, right


def changed_numbers(wrong: str, right: str) -> list[Pair]:
    """The numbers that differ, each with what it became."""
    pairs = zip(_NUMBER.findall(wrong), _NUMBER.findall(right), strict=True)
    return [pair for pair in pairs if pair[0] != pair[1]]


def _parts(wrong: str, right: str) -> tuple[str, str]:
    return "errata.txt", f"Section 3 says:\n\nIt says:\n\n{wrong}\n\nIt should say:\n\n{right}\n"


def _table(wrong: str, right: str) -> tuple[str, str]:
    cells = [words.replace("|", "/") for words in (wrong, right)]
    return (
        "errata.md",
        f"# Errata\n\n| Place | For | Read |\n|---|---|---|\n| 3 | {cells[0]} | {cells[1]} |\n",
    )


def _sentence(wrong: str, right: str) -> tuple[str, str]:
    return "errata.txt", f'Correction: in Section 3, "{wrong[:70]}" should read "{right[:70]}".\n'


def _struck(wrong: str, right: str) -> tuple[str, str]:
    return (
        "page.md",
        f"# Notes\n\nThe table says <del>{wrong[:150]}</del> <ins>{right[:150]}</ins>.\n",
    )


PRINTED: dict[str, Callable[[str, str], tuple[str, str]]] = {
    "two parts": _parts, "table": _table, "sentence": _sentence, "struck words": _struck,
}  # fmt: skip


def comes_out(name: str, text: str, numbers: list[Pair]) -> bool:
    """Whether a text gives one notice that holds the changed numbers as wrong and right."""
    notices = [n for n in extract(read_bytes(text.encode(), name)).notices if n.wrong and n.right]
    if len(notices) != 1:
        return False
    wrong, right = (_NUMBER.findall(words or "") for words in (notices[0].wrong, notices[0].right))
    return all(before in wrong and after in right for before, after in numbers)


def shortened(wrong: str, right: str) -> Pair:
    """Both texts from the first word before the change on, so that a sentence holds them."""
    blocks = difflib.SequenceMatcher(None, wrong, right, autojunk=False).get_opcodes()
    first = next(start for tag, start, *_ in blocks if tag != "equal")
    start = max(0, wrong.rfind(" ", 0, max(0, first - 20)) + 1)
    return wrong[start:], right[start:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("errata", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="list what does not come out")
    options = parser.parse_args()
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for pair in number_pairs(options.errata):
        for kind, write in PRINTED.items():
            before, after = shortened(*pair) if kind in ("sentence", "struck words") else pair
            if "<" in before + after and kind == "struck words":
                continue
            cut = {"sentence": 70, "struck words": 150}.get(kind, LONGEST)
            numbers = (
                changed_numbers(before[:cut], after[:cut]) if len(before) == len(after) else []
            )
            if not numbers:
                continue
            name, text = write(before, after)
            good = comes_out(name, text, numbers)
            cases[kind] += 1
            right[kind] += good
            if options.verbose and not good:
                print(f"{kind}: {before[:90]!r} -> {after[:90]!r}")
    for kind, count in cases.items():
        print(f"{kind:14} {right[kind]} of {count}")


if __name__ == "__main__":
    main()
