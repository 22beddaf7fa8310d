"""Claims followed through generated revisions of articles: how many outcomes are the ones that the
revision was made to have, and whether a changed number is ever called unchanged.

    python -m benchmarks.changes ARTICLE...
"""

# ruff: noqa: T201 - it prints its table
from __future__ import annotations

import random
import re
import sys
from collections import Counter
from pathlib import Path

from factcheck.claims import extract
from factcheck.model import Claim
from factcheck.reconcile.changes import Versions
from factcheck.sources import read_file, read_text

WANTED = 1_000
_NUMBER = re.compile(r"[0-9]{1,15}")
STAYS = frozenset({"unchanged", "moved"})


def revision(
    text: str, claims: tuple[Claim, ...], chance: random.Random
) -> tuple[str, dict[int, str]]:
    """The text revised paragraph by paragraph, and what was done to the claims (by their start)
    that a paragraph holds whole."""
    done: dict[int, str] = {}
    paragraphs: list[str] = []
    moved: list[str] = []
    at = 0
    for part in re.split(r"(?<=\n)", text):
        held = [c for c in claims if at <= c.quote.start and c.quote.end <= at + len(part)]
        kind = chance.choices(["keep", "number", "remove", "move", "typo"], [36, 40, 7, 7, 10])[0]
        words = part
        if kind == "number":
            words = _renumbered(part, at, held, done, chance)
        elif kind == "typo":
            words = _misspelt(part, at, claims, chance)
        if kind in ("keep", "typo", "move"):
            done.update((c.quote.start, "stays") for c in held)
        elif kind == "remove":
            done.update((c.quote.start, "removed") for c in held)
        if kind == "move":
            moved.append(words if words.endswith("\n") else words + "\n")
        elif kind != "remove":
            paragraphs.append(words)
        at += len(part)
    for words in moved:
        paragraphs.insert(chance.randrange(len(paragraphs) + 1), words)
    return "".join(paragraphs), done


def _renumbered(
    part: str, at: int, held: list[Claim], done: dict[int, str], chance: random.Random
) -> str:
    """The paragraph with one number of one claim changed."""
    numbered = [c for c in held if c.value.type in ("quantity", "year")
                and len(_NUMBER.findall(c.quote.exact)) == 1]  # fmt: skip
    if not numbered:
        done.update((c.quote.start, "stays") for c in held)
        return part
    claim = chance.choice(numbered)
    number = _NUMBER.search(part, claim.quote.start - at)
    assert number is not None
    new = str(int(number.group()) + chance.randrange(1, 9))
    start, end = at + number.start(), at + number.end()
    for other in held:
        touched = other.quote.start < end and start < other.quote.end
        done[other.quote.start] = "number" if other is claim else "" if touched else "stays"
    return part[: number.start()] + new + part[number.end() :]


def _misspelt(part: str, at: int, claims: tuple[Claim, ...], chance: random.Random) -> str:
    """The paragraph with one letter doubled outside all claims."""
    free = [i for i, c in enumerate(part) if c.isalpha() and not any(
        k.quote.start - 1 <= at + i <= k.quote.end for k in claims)]  # fmt: skip
    if not free:
        return part
    place = chance.choice(free)
    return part[:place] + part[place] + part[place:]


def main(paths: list[Path]) -> None:
    """Print how many outcomes are right."""
    found: Counter[str] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    seed = 0
    while sum(found.values()) + sum(wrong.values()) < WANTED and seed < WANTED:
        path, chance = paths[seed % len(paths)], random.Random(seed)
        seed += 1
        old = extract(read_file(path, "article"))
        text, done = revision(old.document.text, old.claims, chance)
        new = extract(read_text(text, "article"))
        for change in Versions(old, new).changes():
            meant = done.get(change.before.quote.start, "")
            right = {"stays": STAYS, "number": {"value_changed"}, "removed": {"removed"}}.get(meant)
            if right is None:
                continue
            if change.outcome in right:
                found[meant] += 1
            else:
                wrong[meant, change.outcome] += 1
    count = sum(found.values())
    total = count + sum(wrong.values())
    print(f"right: {count} of {total} = {count / max(total, 1):.3f} (goal 0.98)", dict(found))
    print("wrong:", {f"{meant} -> {said}": n for (meant, said), n in wrong.most_common()})
    never = sum(n for (meant, said), n in wrong.items() if meant == "number" and said in STAYS)
    print(f"changed numbers called unchanged: {never} (goal 0)")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
