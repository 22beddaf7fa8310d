"""Numbers with their units, in three languages, as a careful reader would take them."""

# ruff: noqa: E501 - tables of examples

from decimal import Decimal

import pytest

from factcheck.model import Quantity
from factcheck.values import parse_values


def only(text: str, language: str | None = None) -> Quantity:
    found = [f.value for f in parse_values(text, language)]
    assert len(found) == 1, found
    assert isinstance(found[0], Quantity)
    return found[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The survey counts 1,204,500 households", "1204500"),
        ("a total of 1 234 567 visitors came", "1234567"),
        ("about 6.02×10^23 of them", "6.02e23"),
        ("a rate of 3e-4", "0.0003"),
        ("the rate falls to 10−7", "1e-7"),
        ("twenty-one thousand and six", "21006"),
        ("two and a half million", "2500000"),
        ("half a dozen", "6"),
        ("three quarters of a billion", "750000000"),
        ("one hundred and thirty fifths", "26"),
        ("ninety-five hundred", "9500"),
        ("13 lakh", "1300000"),
        ("七万五千", "75000"),
        ("三亿零六百万", "306000000"),
        ("壹仟贰佰叁拾肆", "1234"),
        ("两千四百五", "2450"),
        ("４．５万亿", "4.5e12"),
        ("廿五", "25"),
        ("三分之二", "0.6666666666666666666666666667"),
        ("八千五百万点二五", "85000000.25"),
        ("2800\n亿", "280000000000"),
        ("٤٢", "42"),
    ],
)
def test_numbers_without_unit(text: str, number: str) -> None:
    assert only(text).value == pytest.approx(Decimal(number), rel=Decimal("1e-20"))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("九万四", "90004"),
        ("二十五億", "2500000000"),
        ("千五分の百", "0.09950248756218905472636815920"),
        ("にまんごせん", "25000"),
        ("弐百五", "205"),
        ("12.5×10の3乗", "12500"),
    ],
)
def test_japanese_numerals(text: str, number: str) -> None:
    assert only(text, "ja").value == pytest.approx(Decimal(number), rel=Decimal("1e-20"))


@pytest.mark.parametrize(
    ("text", "number", "unit", "dimension"),
    [
        ("a model with 70B parameters", "70000000000", "parameter", "count"),
        ("拥有 700 亿个参数", "70000000000", "parameter", "count"),
        ("700億パラメータを持つ", "70000000000", "parameter", "count"),
        ("trained on 15 trillion tokens", "15000000000000", "token", "count"),
        ("a 9B model", "9000000000", "parameter", "count"),
        ("8 款全新的语言模型", "8", "model", "count"),
        ("tested on 57 quite different tasks", "57", "task", "count"),
        ("共有 12 位作者", "12", "author", "count"),
        ("3.2 TB of text", "3200000000000", "byte", "data"),
        ("四成", "40", "percent", "ratio"),
        ("百分之十二点五", "12.5", "percent", "ratio"),
        ("打六五折", "65", "percent", "ratio"),
        ("rose by 12%", "12", "percent", "ratio"),
        ("$ 3.5 billion", "3500000000", "USD", "currency"),
        ("120 MEUR", "120000000", "EUR", "currency"),
        ("五元三毛", "5.3", "CNY", "currency"),
        ("it costs 3 dollars 50 cents", "3.5", "USD", "currency"),
        ("34 cents", "34", "USD cent", "currency"),
        ("he is 31 years old", "31", "year", "age"),
        ("六十岁", "60", "year", "age"),
        ("华氏温度90度", "90", "degree Fahrenheit", "temperature"),
        ("21 °C", "21", "degree Celsius", "temperature"),
        ("turn left 45 degrees", "45", "degree", "angle"),
        ("188 miles an hour", "188", "mile per hour", "speed"),
        ("5 ft 6 in", "5.5", "foot", "length"),
        ("two million GPU hours", "2000000", "GPU hour", "compute"),
        ("40x faster", "40", "factor", "factor"),
        ("3 times larger", "3", "factor", "factor"),
        ("排名第三位", "3", "rank", "rank"),
        ("one order of magnitude fewer", "10", "factor", "factor"),
        ("两个数量级", "100", "factor", "factor"),
    ],
)
def test_units(text: str, number: str, unit: str, dimension: str) -> None:
    value = only(text)
    assert (value.value, value.unit, value.dimension) == (Decimal(number), unit, dimension)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("3割8分7厘", "38.7", "percent"),
        ("時速90キロメートル", "90", "kilometre per hour"),
        ("10円5銭", "10.05", "JPY"),
        ("半ダース", "6", None),
        ("摂氏20度", "20", "degree Celsius"),
        ("4つの新しい手法", "4", "technique"),
    ],
)
def test_japanese_units(text: str, number: str, unit: str | None) -> None:
    value = only(text, "ja")
    assert (value.value, value.unit) == (Decimal(number), unit)


def test_what_the_digits_allow() -> None:
    assert (only("1.5").low, only("1.5").high) == (Decimal("1.45"), Decimal("1.55"))
    assert only("42 tasks").low == only("42 tasks").high == 42
    scaled = only("280B")
    assert (scaled.low, scaled.high) == (Decimal("279.5e9"), Decimal("280.5e9"))
    hedged = only("about 300 pages")
    assert hedged.approx
    assert (hedged.low, hedged.high) == (Decimal(250), Decimal(350))
    near = only("近 50 年历史")
    assert (near.low, near.high) == (Decimal(45), Decimal(50))


def test_spelt_in_three_languages_it_is_one_value() -> None:
    spellings = ["280B parameters", "2800 亿参数", "280B 参数", "2800億パラメータ",
                 "280 billion parameters", "二千八百亿参数"]  # fmt: skip
    assert len({only(text).key() for text in spellings}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "一切顺利", "统一标准", "四川的大陆桥", "西九条駅", "the one you mentioned", "zero-shot learning",
        "RTX 4090", "GPT-3.5", "in section 4.2", "第3章", "call +1-222-333-4444", "at 6:30 pm",
        "田中さん、こんにちは", "朝花夕拾", "a first class seat", "1. Introduction",
    ],
)  # fmt: skip
def test_what_is_no_value(text: str) -> None:
    assert [f.value for f in parse_values(text)] == []


def test_a_list_shares_its_unit() -> None:
    values = [f.value for f in parse_values("the 2B and 9B models")]
    assert [(v.value, v.unit) for v in values if isinstance(v, Quantity)] == [
        (Decimal(2 * 10**9), "parameter"), (Decimal(9 * 10**9), "parameter"),
    ]  # fmt: skip
    plain = [f.value for f in parse_values("3.5B 和 70B")]
    assert [v.value for v in plain if isinstance(v, Quantity)] == [35 * 10**8, 7 * 10**10]


def test_the_size_in_a_models_name() -> None:
    value = only("Pangolin-2-1.8B")
    assert (value.value, value.unit) == (Decimal(18 * 10**8), "parameter")
