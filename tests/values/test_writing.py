"""Values written as an editor would write them."""

from decimal import Decimal

import pytest

from factcheck.model import Quantity
from factcheck.values import format_like, format_value


def parameters(number: str) -> Quantity:
    return Quantity(value=Decimal(number), unit="parameter", dimension="count")


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        ("27e9", "en", "27 billion parameters"), ("27e9", "zh", "270亿参数"),
        ("27e9", "ja", "270億パラメータ"), ("4.7e12", "zh", "4.7万亿参数"),
        ("1.5e6", "en", "1.5 million parameters"), ("1234", "en", "1234 parameters"),
    ],
)  # fmt: skip
def test_in_the_words_of_a_language(number: str, language: str, words: str) -> None:
    assert format_value(parameters(number), language) == words


@pytest.mark.parametrize(
    ("like", "words"),
    [
        ("20億", "270億"), ("2B", "27B"), ("2800 亿", "270 亿"), ("2 billion", "27 billion"),
        ("27億のパラメータ", "270億のパラメータ"), ("2,000,000,000", "27,000,000,000"),
    ],
)  # fmt: skip
def test_in_the_manner_of_other_words(like: str, words: str) -> None:
    assert format_like(parameters("27e9"), like, "ja") == words


def test_bytes_keep_their_unit() -> None:
    size = Quantity(value=Decimal("12.5e12"), unit="byte", dimension="data")
    assert format_like(size, "10.5 TB", "en") == "12.5 TB"
