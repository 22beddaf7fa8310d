"""Words found in a document, and stored quotes found again after the text has moved."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.sources import read_text
from factcheck.sources.quotes import find, reanchor

BEFORE = "Alpha has 13 billion parameters. Beta has 13 billion parameters. Gamma is small."


def test_exact_words_are_found_wherever_they_stand() -> None:
    document = read_text(BEFORE, "a")
    assert [q.start for q in find(document, "13 billion")] == [10, 42]
    assert find(document, "absent") == find(document, "  ") == []


def test_folded_words_are_found_when_exact_ones_are_not() -> None:
    document = read_text("In Ｔｏｋｙｏ  the\nteam grew to １３ people.", "a")
    (quote,) = find(document, "tokyo the team")
    assert quote.exact == "Ｔｏｋｙｏ  the\nteam"
    (number,) = find(document, "13 PEOPLE")
    assert number.exact == "１３ people"


def test_an_exact_find_hides_folded_ones() -> None:
    assert [q.exact for q in find(read_text("IT it It", "a"), "it")] == ["it"]


def test_a_quote_stays_where_it_was() -> None:
    document = read_text(BEFORE, "a")
    quote = document.quote(42, 52)
    assert reanchor(quote, document) == quote


def test_context_tells_equal_words_apart() -> None:
    quote = read_text(BEFORE, "a").quote(42, 52)
    moved = read_text("A new first sentence. " + BEFORE, "a")
    found = reanchor(quote, moved)
    assert found is not None and found.start == 42 + len("A new first sentence. ")


def test_a_single_place_is_enough() -> None:
    quote = read_text(BEFORE, "a").quote(65, 70)
    found = reanchor(quote, read_text("Everything else is new. Gamma!", "a"))
    assert found is not None and found.exact == "Gamma"


def test_doubt_is_none() -> None:
    quote = read_text("x 13 y", "a").quote(2, 4)
    assert reanchor(quote, read_text("13\n13", "a")) is None
    assert reanchor(quote, read_text("nothing of it", "a")) is None


@given(
    before=st.text(max_size=40), words=st.text(min_size=1, max_size=10), after=st.text(max_size=40)
)
@settings(max_examples=150, deadline=None)
def test_whatever_is_found_equals_its_slice(before: str, words: str, after: str) -> None:
    document = read_text(before + words + after, "a")
    for quote in find(document, words):
        assert document.text[quote.start : quote.end] == quote.exact


@given(insert=st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_text_in_front_moves_a_unique_quote_along(insert: str) -> None:
    quote = read_text(BEFORE, "a").quote(65, 70)
    document = read_text(insert.replace("Gamma", "") + BEFORE, "a")
    found = reanchor(quote, document)
    assert found is not None and found.exact == "Gamma"
