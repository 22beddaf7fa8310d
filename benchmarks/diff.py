"""The diff of two revisions beside difflib and plain Indel opcodes, and 1,000 quotes carried
through it beside a search per quote.

The revision rewrites one sentence in forty, drops one in a hundred and adds one in a hundred. Right
means that a quote is carried to its own sentence, or is gone with it. The search per quote is
rapidfuzz's partial_ratio_alignment, timed on 20 quotes and scaled up.

Run: python benchmarks/diff.py [--characters 1000000]
"""

# ruff: noqa: T201 - it prints its table

from __future__ import annotations

import argparse
import difflib
import random
import tracemalloc

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from benchmarks.generated import seconds, table
from factcheck.model import Quote
from factcheck.sources import read_text
from factcheck.sources.revision import carry, diff_texts

DIFFLIB_AT = 30_000
QUOTES = 1000
SEARCHED = 20


def revised(characters: int) -> tuple[list[str], list[str | None]]:
    """The sentences of a text, and what became of each: itself, another, or None."""
    chance = random.Random(7)
    words = ["heron", "osprey", "model", "corpus", "lake", "paper", "signal", "margin", "theory",
             "network", "garden", "letter", "winter", "ledger", "quarry", "harbour"]  # fmt: skip
    old: list[str] = []
    size = 0
    while size < characters:
        number = chance.randrange(10**6)
        old.append(f"The {' '.join(chance.choices(words, k=10))} came to {number} in all. ")
        size += len(old[-1])
    new: list[str | None] = []
    for sentence in old:
        fate = chance.random()
        if fate < 0.01:
            new.append(None)
        elif fate < 0.035:
            new.append(sentence.replace(" in all", " or so", 1).replace("a", "e", 2))
        else:
            new.append(sentence)
    return old, new


def joined(sentences: list[str | None]) -> str:
    """The new text, with a sentence added after every hundredth."""
    parts = []
    for number, sentence in enumerate(sentences):
        parts.append(sentence or "")
        if number % 100 == 99:
            parts.append(f"An added sentence of number {number}. ")
    return "".join(parts)


def peak(old: str, new: str) -> float:
    tracemalloc.start()
    diff_texts(old, new)
    found = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return found


def diffs(characters: int) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for size in sorted({DIFFLIB_AT, 100_000, characters}):
        sentences, fates = revised(size)
        old, new = "".join(sentences), joined(list(fates))
        taken = seconds(lambda old=old, new=new: diff_texts(old, new), 5)  # type: ignore[misc]
        script: object = ""
        others: list[tuple[object, ...]] = []
        if size == DIFFLIB_AT:
            script = diff_texts(old, new).size / max(1, Indel.distance(old, new))
            slow = seconds(lambda old=old, new=new: difflib.SequenceMatcher(  # type: ignore[misc]
                None, old, new, autojunk=False).get_opcodes())  # fmt: skip
            plain = seconds(lambda old=old, new=new: Indel.opcodes(old, new), 3)  # type: ignore[misc]
            others = [("difflib", size, slow, slow / taken, "", ""),
                      ("Indel opcodes", size, plain, plain / taken, 1.0, "")]  # fmt: skip
        rows += [("ours", size, taken, 1.0, script, peak(old, new)), *others]
    return rows


def quotes(characters: int) -> list[tuple[object, ...]]:
    sentences, fates = revised(characters)
    old, new = "".join(sentences), joined(list(fates))
    before, after = read_text(old, "page"), read_text(new, "page")
    diff = diff_texts(old, new)
    stored: list[tuple[Quote, str | None]] = []
    at = 0
    for sentence, fate in zip(sentences, fates, strict=True):
        end = at + len(sentence.strip())
        stored.append((Quote.of(before.snapshot, at, end), fate))
        at += len(sentence)
    chosen = random.Random(3).sample(stored, min(QUOTES, len(stored)))
    right = {True: 0, False: 0}
    for quote, fate in chosen:
        found = carry(quote, diff, after)
        right[(found.quote.exact if found.quote else None) == (fate and fate.strip())] += 1
    taken = seconds(lambda: [carry(quote, diff, after) for quote, _ in chosen], 5)
    few = [quote.exact for quote, _ in chosen[:SEARCHED]]
    searched = seconds(lambda: [fuzz.partial_ratio_alignment(words, new) for words in few])
    searched *= len(chosen) / len(few)
    one_diff = seconds(lambda: diff_texts(old, new), 5)
    return [
        ("one diff", one_diff, 1.0, ""),
        (f"{len(chosen)} quotes carried", taken, taken / one_diff, right[True] / len(chosen)),
        ("diff and quotes", one_diff + taken, (one_diff + taken) / one_diff, ""),
        ("a search per quote", searched, searched / one_diff, ""),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=1_000_000)
    characters = parser.parse_args().characters
    table(("diff", "characters", "seconds", "of ours", "script / least", "peak MB"),
          diffs(characters))  # fmt: skip
    print()
    table(("quotes", "seconds", "of one diff", "right"), quotes(characters))


if __name__ == "__main__":
    main()
