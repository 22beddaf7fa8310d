"""What changed between two revisions, and where a quote of the old one stands in the new one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from factcheck.model import Quote
from factcheck.sources import read_text
from factcheck.sources.revision import Carried, TextDiff, carry, diff_texts

WORDS = ["heron", "lake", "数据", "模型", "記事", "2021", "280", ".", "。", "\n", ",", "the"]


def rebuilt(diff: TextDiff, old: str, new: str) -> str:
    """The new text, put together from the old one and the edits alone."""
    parts, at = [], 0
    for edit in diff.edits:
        parts += [old[at : edit.old_start], new[edit.new_start : edit.new_end]]
        at = edit.old_end
    return "".join([*parts, old[at:]])


def carried(old: str, new: str, words: str) -> Carried:
    before, after = read_text(old, "page"), read_text(new, "page")
    start = old.index(words)
    quote = Quote.of(before.snapshot, start, start + len(words))
    return carry(quote, diff_texts(old, new), after)


def prose(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    names = ["heron", "osprey", "model", "corpus", "lake", "paper", "signal", "margin", "theory"]
    return [f"{' '.join(chance.choices(names, k=9))} in {chance.randrange(10**6)}. "
            for _ in range(count)]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.lists(st.sampled_from(WORDS), max_size=60))
def test_the_edits_turn_the_old_text_into_the_new_one(one: list[str], other: list[str]) -> None:
    old, new = " ".join(one), " ".join(other)
    diff = diff_texts(old, new)
    assert rebuilt(diff, old, new) == new
    assert diff_texts(old, old).edits == ()


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_what_no_edit_touches_is_carried_word_for_word(data: st.DataObject) -> None:
    sentences = prose(30, data.draw(st.integers(0, 50)))
    kept = [s for s in sentences if not data.draw(st.booleans())]
    old, new = "".join(sentences), "".join(["A preface. ", *kept])
    before, after = read_text(old, "page"), read_text(new, "page")
    diff = diff_texts(old, new)
    for sentence in kept:
        start = old.index(sentence)
        found = carry(Quote.of(before.snapshot, start, start + len(sentence)), diff, after)
        assert found.quote is not None
        assert found.quote.exact == sentence
        assert found.how in ("same", "moved")


def test_a_script_is_hardly_longer_than_the_shortest_one() -> None:
    sentences = prose(600, 1)
    chance = random.Random(2)
    changed = [s.replace("o", "u", 1) if chance.random() < 0.1 else s
               for s in sentences if chance.random() > 0.03]  # fmt: skip
    old, new = "".join(sentences), "".join(changed)
    diff = diff_texts(old, new)
    assert not diff.coarse
    assert diff.size <= 1.01 * Indel.distance(old, new)


OLD = (
    "The lake has 280 herons. The pond has 280 ducks, says the council of the town.\n湖有280只鹭。"
)


@pytest.mark.parametrize(("new", "words", "how", "now"), [
    ("In May: " + OLD, "280 ducks", "same", "280 ducks"),
    (OLD.replace("280 herons", "28 herons"), "280 herons", "changed", "28 herons"),
    (OLD.replace("280 herons", "1280 herons"), "280 herons", "changed", "1280 herons"),
    (OLD.replace("280 herons", "about 280 herons"), "280 herons", "same", "280 herons"),
    (OLD.replace("280只", "2800只"), "280只鹭", "changed", "2800只鹭"),
    (OLD.replace("The lake has 280 herons. ", ""), "280 herons", "gone", None),
    ("湖有280只鹭。" + OLD.replace("湖有280只鹭。", ""), "湖有280只鹭。", "gone", None),
    (OLD.replace("The lake has 280 herons. ", "").replace("\n", "\nThe lake has 280 herons. "),
     "The lake has 280 herons.", "moved", "The lake has 280 herons."),
    ("", "280 herons", "gone", None),
])  # fmt: skip
def test_a_quote_is_carried_or_said_to_be_gone(
    new: str, words: str, how: str, now: str | None
) -> None:
    found = carried(OLD, new, words)
    assert (found.how, found.quote and found.quote.exact) == (how, now)


@pytest.mark.parametrize(("old", "new", "coarse"), [
    ("a" * 100_000, "a" * 100_000 + "b", False), ("a" * 100_000, "b" * 100_000, True),
    ("ab" * 50_000, "ba" * 50_001, True), ("a b " * 25_000, "b a " * 25_000, True),
])  # fmt: skip
def test_a_hundred_thousand_of_one_kind_stay_within_the_work(
    old: str, new: str, coarse: bool
) -> None:
    diff = diff_texts(old, new)
    assert rebuilt(diff, old, new) == new
    assert diff.coarse == coarse


def test_in_a_coarse_passage_the_most_similar_words_are_taken() -> None:
    filler, other = "x y " * 3000, "z w " * 3000
    words = "Heron-12 has 280 billion parameters"
    found = carried(f"{filler}{words} here{filler}", f"{other}{words} now{other}", words)
    assert found.quote is not None
    assert found.quote.exact == words
