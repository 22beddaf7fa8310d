"""What holds for every text and every value: offsets, symmetry, round trips, linear time."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import itertools
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Date, Identifier, Quantity, Range, Value, Year
from factcheck.values import compare, compare_names, format_value, parse_values

PIECES = [
    "3", "1,000", "27", ".5", "%", " ", "\n", "亿", "万", "億", "billion", "million", "B", "K", "to", "到", "から",
    "-", "–", "~", "~", "约", "about", "at least", "以上", "未満", "parameters", "参数", "パラメータ", "个", "的", "年",
    "月", "日", "2019", "one", "hundred", "and", "a", "half", "三", "十", "百", "分之", "分の", "と", "$", "USD", "元", "岁",
    "°C", "×10^", "^", "/", "(", ")", "[", ".", ",", "、", "v", "http://", "GPT-", "arXiv:", "1706.03762", "数", "多",
    "半", "点", "に", "じゅう", "０", "٣", "½", "−", "\u0301", "\u202e", "第", "比", "大", "twenty", "fifths", "ft", "in",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
)
NUMBERS = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(1, 99999), st.integers(-3, 12),
)  # fmt: skip
UNITS = st.sampled_from(
    [(None, None), ("parameter", "count"), ("token", "count"), ("percent", "ratio"), ("USD", "currency"),
     ("byte", "data"), ("metre", "length"), ("factor", "factor"), ("hour", "time")]
)  # fmt: skip


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    value, (unit, dimension) = draw(NUMBERS), draw(UNITS)
    spread = value * draw(st.sampled_from([Decimal(0), Decimal("0.01"), Decimal("0.1")]))
    return Quantity(value=value, unit=unit, dimension=dimension, low=value - spread,
                    high=value + spread, approx=draw(st.booleans()))  # fmt: skip


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    unit, dimension = draw(UNITS)
    open_end = draw(st.sampled_from(["none", "low", "high"]))
    return Range(
        min=None if open_end == "low" else low, max=None if open_end == "high" else high,
        unit=unit, dimension=dimension, min_inclusive=draw(st.booleans()),
        max_inclusive=draw(st.booleans()),
    )  # fmt: skip


VALUES: st.SearchStrategy[Value] = st.one_of(
    quantities(), ranges(), st.builds(Year, value=st.integers(1500, 2100)),
    st.builds(Date, value=st.sampled_from(["2019", "2019-05", "2019-05-06", "XXXX-05", "2019-22", "201X", "2018/2020"])),
    st.builds(Identifier, scheme=st.sampled_from(["doi", "arxiv"]), value=st.sampled_from(["10.1/a", "1706.03762v2", "1706.03762"])),
)  # fmt: skip


@given(TEXTS, st.sampled_from([None, "en", "zh", "ja"]))
@settings(max_examples=400, deadline=None)
def test_offsets_slice_exactly_and_nothing_overlaps(text: str, language: str | None) -> None:
    found = parse_values(text, language)
    assert all(text[f.start : f.end] == f.quote for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(VALUES, VALUES)
@settings(max_examples=300, deadline=None)
def test_compare_is_symmetric_and_reflexive(a: Value, b: Value) -> None:
    assert compare(a, b) == compare(b, a)
    assert compare(a, a) == "equal"


@given(NUMBERS, UNITS, st.sampled_from(["en", "zh", "ja"]))
@settings(max_examples=300, deadline=None)
def test_what_is_written_is_read_again(
    number: Decimal, unit: tuple[str | None, str | None], language: str
) -> None:
    value = Quantity(value=number, unit=unit[0], dimension=unit[1])
    words = format_value(value, language)
    (found,) = parse_values(words, language)
    assert isinstance(found.value, Quantity), words
    assert (found.value.value, found.value.unit) == (number, unit[0]), words


@given(NUMBERS, NUMBERS, st.sampled_from(["en", "zh", "ja"]))
@settings(max_examples=150, deadline=None)
def test_ranges_are_read_again(a: Decimal, b: Decimal, language: str) -> None:
    low, high = sorted((a, b))
    if low == high:
        return
    value = Range(min=low, max=high, unit="parameter", dimension="count")
    words = format_value(value, language)
    (found,) = parse_values(words, language)
    assert isinstance(found.value, Range), words
    assert (found.value.min, found.value.max) == (low, high), words


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_names_compare_alike_both_ways(a: str, b: str) -> None:
    assert compare_names(a, b) == compare_names(b, a)


@pytest.mark.parametrize(
    "text",
    ["9" * 5000, "1e999999999", "1e-999999999", "NaN", "Infinity", "\u0301\u0302", "\u202e12\u202c%",
     "1" + ",000" * 30, "一" * 300, "2^99999", "9" * 41, "10^400", "1/0", "0分之一", "½" * 50, "10^31 tokens"],
)  # fmt: skip
def test_bad_input_gives_a_value_or_none(text: str) -> None:
    for found in parse_values(text):
        assert text[found.start : found.end] == found.quote


def test_numbers_beyond_the_limits_are_no_values() -> None:
    assert parse_values("9" * 41) == []
    assert parse_values("1e31") == []
    assert parse_values("9" * 5000 + " tokens") == []


@pytest.mark.parametrize(
    "unit", ["1", ",", "一", "a", '"', " ", "1,", "万", "一百", "one ", "1-", "a hundred and ", "5月", "\n", "1/"]
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        times = []
        for _ in range(2):
            start = time.process_time()
            parse_values(text)
            times.append(time.process_time() - start)
        return min(times)

    short, long = seconds(2_000), seconds(20_000)
    assert long <= 25 * short + 0.05
