"""Values, counts and moments as a report words them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from factcheck.model import (
    Date,
    Entity,
    EntityList,
    Identifier,
    Quantity,
    QuantityList,
    Range,
    Text,
    Value,
    Year,
)
from factcheck.reports.value_words import value_words
from factcheck.reports.wording import counted, listed, moment, sentence
from tests import strategies


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Quantity(value=Decimal("27e9"), unit="parameter"), "27 billion parameters"),
        (Quantity(value=Decimal("-1234.50")), "-1234.5"),
        (Quantity(value=Decimal("12345.678"), unit="percent", approx=True), "about 12,345.678%"),
        (Range(min=Decimal("2e9"), max=Decimal("9e9")), "2 billion to 9 billion"),
        (Range(min=Decimal(5), max=None), "at least 5"),
        (Range(min=None, max=Decimal(5), max_inclusive=False), "less than 5"),
        (
            QuantityList(values=(Decimal(2), Decimal(9)), unit="parameter"),
            "2 parameters, 9 parameters",
        ),
        (Year(value=2024), "2024"),
        (Date(value="2024-07-31"), "2024-07-31"),
        (Entity(value="Ada"), "Ada"),
        (EntityList(values=("Ada", "Grace")), "Ada, Grace (among others)"),
        (EntityList(values=("Ada", "Grace"), complete=True), "Ada, Grace"),
        (Identifier(scheme="doi", value="10.1/x"), "doi:10.1/x"),
        (Text(value="as it is"), "as it is"),
    ],
)
def test_a_value_in_words(value: Value, words: str) -> None:
    assert value_words(value) == words


@given(strategies.values)
def test_every_value_has_words(value: Value) -> None:
    assert value_words(value).strip()


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no pages"), (1, "one page"), (9, "nine pages"), (1204, "1,204 pages")]
)
def test_things_are_counted_in_prose(count: int, words: str) -> None:
    assert counted(count, "page") == words


def test_sentences_and_lists() -> None:
    assert sentence("two things stand") == "Two things stand."
    assert [listed("ab"[:n]) for n in range(3)] == ["", "a", "a and b"]
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_a_moment_is_told_in_utc_and_a_strange_one_stays() -> None:
    assert moment("2026-01-05T08:00:00.000000Z") == "2026-01-05 08:00 UTC"
    assert moment("yesterday") == "yesterday"
