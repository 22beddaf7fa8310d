"""Spellings of one name among distinct generated names, beside recordlinkage and splink.

Half of the names have a second spelling: a slipped letter, words in another order, an initial, an
accent or a hyphen. Precision and recall are over pairs of spellings. The peers block as their
tutorials do (equal last word) and are asked for a likeness at which they are precise.

Run: python benchmarks/names.py [--names 100000]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterable

from benchmarks.generated import child, seconds, table, told
from factcheck.values.linking import link_names

Pair = tuple[int, int]
FIRST = "bcdfghjklmnprstvw"
VOWELS = "aeiou"


def _word(chance: random.Random) -> str:
    beats = range(chance.choice((2, 3, 3, 4)))
    return "".join(chance.choice(FIRST) + chance.choice(VOWELS) for _ in beats).capitalize()


def generated(count: int) -> tuple[list[str], set[Pair]]:
    """Distinct names, and the pairs of places that are one person."""
    chance = random.Random(11)
    given = [_word(chance) for _ in range(3000)]
    family = [_word(chance) for _ in range(20_000)]
    names: dict[str, int] = {}
    truth: set[Pair] = set()
    while len(names) < count:
        name = f"{chance.choice(given)} {chance.choice(given)} {chance.choice(family)}"
        place = names.setdefault(name, len(names))
        if chance.random() < 0.5:
            other = SPELLINGS[chance.randrange(len(SPELLINGS))](name, chance)
            if other not in names:
                names[other] = len(names)
                truth.add((place, names[other]))
    return list(names), truth


def _slip(name: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(name))
    return name[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + name[at + 1 :]


def _turned(name: str, chance: random.Random) -> str:
    first, middle, last = name.split(" ", 2)
    return f"{last}, {first} {middle}"


def _initial(name: str, chance: random.Random) -> str:
    first, middle, last = name.split(" ", 2)
    return f"{first} {middle[0]}. {last}"


def _accented(name: str, chance: random.Random) -> str:
    return name.replace("a", "á", 1).replace("o", "ö", 1)


def _hyphen(name: str, chance: random.Random) -> str:
    first, middle, last = name.split(" ", 2)
    return f"{first}-{middle} {last}"


SPELLINGS: tuple[Callable[[str, random.Random], str], ...] = (
    _slip, _slip, _turned, _initial, _accented, _hyphen,
)  # fmt: skip


def measured(found: Iterable[Pair], truth: set[Pair], taken: float) -> None:
    pairs = {(min(pair), max(pair)) for pair in found}
    right = len(pairs & truth)
    told(seconds=taken, precision=right / max(1, len(pairs)), recall=right / len(truth))


def ours(count: int) -> None:
    names, truth = generated(count)
    found: list[Pair] = []
    taken = seconds(lambda: found.extend((n.left, n.right) for n in link_names(names).links))
    measured(found, truth, taken)


def recordlinkage(count: int) -> None:
    import pandas
    import recordlinkage as library

    names, truth = generated(count)
    frame = pandas.DataFrame({"name": names, "last": [name.split()[-1] for name in names]})
    found: list[Pair] = []

    def work() -> None:
        indexer = library.Index()
        indexer.block("last")
        pairs = indexer.index(frame)
        comparer = library.Compare()
        comparer.string("name", "name", method="jarowinkler", label="name")
        scores = comparer.compute(pairs, frame)
        found.extend(scores[scores["name"] >= 0.95].index)

    measured(found, truth, seconds(work))


def splink(count: int) -> None:
    import pandas
    import splink.comparison_library as comparisons
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    names, truth = generated(count)
    frame = pandas.DataFrame({"unique_id": range(len(names)), "name": names,
                              "last": [name.split()[-1] for name in names]})  # fmt: skip
    found: list[Pair] = []

    def work() -> None:
        settings = SettingsCreator(
            link_type="dedupe_only", blocking_rules_to_generate_predictions=[block_on("last")],
            comparisons=[comparisons.JaroWinklerAtThresholds("name", [0.95, 0.88])],
        )  # fmt: skip
        linker = Linker(frame, settings, DuckDBAPI())
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("last"))
        scored = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
        scored = scored[scored["gamma_name"] >= 2]
        found.extend(zip(scored["unique_id_l"], scored["unique_id_r"], strict=True))

    measured(found, truth, seconds(work))


WAYS: dict[str, Callable[[int], None]] = {
    "ours": ours, "recordlinkage": recordlinkage, "splink": splink,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--way", choices=sorted(WAYS))
    given = parser.parse_args()
    if given.way:
        WAYS[given.way](given.names)
        return
    found = {way: child(__file__, way, "--names", str(given.names)) for way in WAYS}
    floor = float(found["ours"]["seconds"])
    table(("way", "seconds", "of ours", "precision", "recall", "peak MB"), [
        (way, f["seconds"], float(f["seconds"]) / floor, f["precision"], f["recall"], f["peak"])
        if "seconds" in f else (way, f["absent"], "", "", "", "") for way, f in found.items()
    ])  # fmt: skip


if __name__ == "__main__":
    main()
