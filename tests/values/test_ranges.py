"""Ranges, bounds and vague magnitudes."""

from decimal import Decimal

import pytest

from factcheck.model import Range
from factcheck.values import parse_values

Ends = tuple[str | None, str | None]


def only(text: str, language: str | None = None) -> Range:
    found = [f.value for f in parse_values(text, language) if isinstance(f.value, Range)]
    assert len(found) == 1, parse_values(text, language)
    return found[0]


def ends(value: Range) -> tuple[Decimal | None, Decimal | None]:
    return value.min, value.max


def expected(pair: Ends) -> tuple[Decimal | None, Decimal | None]:
    low, high = pair
    return (None if low is None else Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("text", "pair", "unit"),
    [
        ("from 3 billion to 30 billion parameters", ("3e9", "30e9"), "parameter"),
        ("3–30 billion parameters", ("3e9", "30e9"), "parameter"),
        ("参数从 30 亿到 300 亿不等", ("3e9", "30e9"), None),
        ("30億から300億のパラメータ", ("3e9", "30e9"), "parameter"),
        ("2.5~3 万", ("25000", "30000"), None),
        ("2〜4倍", ("2", "4"), "factor"),
        ("5k-20k", ("5000", "20000"), None),
        ("between 10 and 15 pages", ("10", "15"), "page"),
        ("五十与八十之间", ("50", "80"), None),
        ("二三十个百分点", ("20", "30"), "percentage point"),
        ("between the fourth and the ninth", ("4", "9"), "rank"),
        ("from 11th to 15th place", ("11", "15"), "rank"),
        ("from twenty-first to twenty-fifth", ("21", "25"), "rank"),
    ],
)
def test_ranges(text: str, pair: Ends, unit: str | None) -> None:
    value = only(text)
    assert ends(value) == expected(pair)
    assert value.unit == unit


@pytest.mark.parametrize(
    ("text", "pair", "inclusive"),
    [
        ("at least 40 people", ("40", None), True),
        ("more than 40 people", ("40", None), False),
        ("≥ 175B", ("175e9", None), True),
        ("(ge$ 66B)", ("66e9", None), True),
        ("≤ 11B", (None, "11e9"), True),
        ("不超过三百页", (None, "300"), True),
        ("超过 1500 人", ("1500", None), False),
        ("比八十大", ("80", None), False),
        ("500 or more", ("500", None), True),
    ],
)
def test_bounds(text: str, pair: Ends, inclusive: bool) -> None:
    value = only(text)
    assert ends(value) == expected(pair)
    assert (value.min_inclusive if pair[0] else value.max_inclusive) is inclusive


@pytest.mark.parametrize(
    ("text", "pair", "inclusive"),
    [
        ("170以上", ("170", None), True),
        ("170未満", (None, "170"), False),
        ("30より大きい", ("30", None), False),
        ("最大700人", (None, "700"), True),
        ("少なくとも20", ("20", None), True),
    ],
)
def test_japanese_bounds(text: str, pair: Ends, inclusive: bool) -> None:
    value = only(text, "ja")
    assert ends(value) == expected(pair)
    assert (value.min_inclusive if pair[0] else value.max_inclusive) is inclusive


def test_two_bounds_are_one_range() -> None:
    assert ends(only("greater than 100 and smaller than 300")) == expected(("100", "300"))
    assert ends(only("大于等于一百小于三百")) == expected(("100", "300"))
    assert ends(only("20より大きく35以下", "ja")) == expected(("20", "35"))


def test_bounds_that_leave_nothing_between_stay_two() -> None:
    assert [f.value for f in parse_values("more than 40 and less than 10")] == [
        Range(min=Decimal(40), max=None, min_inclusive=False, as_written="more than 40"),
        Range(min=None, max=Decimal(10), max_inclusive=False, as_written="less than 10"),
    ]


@pytest.mark.parametrize(
    ("text", "low"),
    [("数万亿个 token", "1e12"), ("十余万", "1e5"), ("数十万", "1e5"), ("五百多个", "500")],
)
def test_vague_magnitudes(text: str, low: str) -> None:
    value = only(text)
    assert ends(value) == (Decimal(low), None)
    assert value.approx


def test_a_dash_between_units_that_differ_is_no_range() -> None:
    assert not [f for f in parse_values("5 kg - 20 tokens") if isinstance(f.value, Range)]
