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
        ("1.5 dozen", "18"),
        ("2.5 hundred", "250"),
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
        ("it cost £4m", "4000000", "GBP", "currency"),
        ("it cost €2.5bn", "2500000000", "EUR", "currency"),
        ("两个世纪", "2", "century", "time"),
        ("共有300人参赛", "300", "person", "count"),
        ("12 per cent", "12", "percent", "ratio"),
        ("70 sq ft", "70", "square foot", "area"),
        ("200 Mbps", "200", "megabit per second", "rate"),
        ("身高1米82", "1.82", "metre", "length"),
        ("跑出9秒91", "9.91", "second", "time"),
        ("he is 31 years old", "31", "year", "age"),
        ("六十岁", "60", "year", "age"),
        ("华氏温度90度", "90", "degree Fahrenheit", "temperature"),
        ("21 °C", "21", "degree Celsius", "temperature"),
        ("turn left 45 degrees", "45", "degree", "angle"),
        ("188 miles an hour", "188", "mile per hour", "speed"),
        ("5 ft 6 in", "5.5", "foot", "length"),
        ("a 42B-parameter model", "42000000000", "parameter", "count"),
        ("the 42B-Parameter release", "42000000000", "parameter", "count"),
        ("a 3T-token corpus", "3000000000000", "token", "count"),
        ("half an hour", "0.5", "hour", "time"),
        ("half a mile", "0.5", "mile", "length"),
        ("12 hospitals", "12", "hospital", "count"),
        ("五家医院", "5", "hospital", "count"),
        ("4所大学", "4", "university", "count"),
        ("三块面包", "3", None, None),
        ("三块钱", "3", "CNY", "currency"),
        ("三名工程师提出的方法", "3", "person", "count"),
        ("打对折", "50", "percent", "ratio"),
        ("二分之一用户", "0.5", None, None),
        ("two million GPU hours", "2000000", "GPU hour", "compute"),
        ("40x faster", "40", "factor", "factor"),
        ("3 times larger", "3", "factor", "factor"),
        ("排名第三位", "3", "rank", "rank"),
        ("one order of magnitude fewer", "10", "factor", "factor"),
        ("两个数量级", "100", "factor", "factor"),
    ],
)
def test_units(text: str, number: str, unit: str | None, dimension: str | None) -> None:
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
        ("9病院の記録", "9", "hospital"),
        ("6店舗を開く", "6", "shop"),
        ("体重は52キロ", "52", "kilogram"),
        ("7キロの荷物", "7", "kilogram"),
        ("駅から3キロ離れた", "3", "kilometre"),
        ("時速70キロ", "70", "kilometre per hour"),
        ("残り4キロ", "4", "kilo"),
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
        "把布对折", "见图4，很清楚",  "a 4K-video", "open 24/7", "三者之间", "下午3点半开会", "于是15时30分出发", "凌晨两点", "田中さん、こんにちは", "朝花夕拾", "a first class seat", "1. Introduction",
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


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("3小时12分5秒", "11525", "second"),
        ("12分5秒", "725", "second"),
        ("タイムは3時間12分5秒", "11525", "second"),
        ("3 hours, 12 minutes and 5 seconds", "11525", "second"),
        ("2天6小时", "54", "hour"),
        ("4 years and 3 months", "51", "month"),
        ("4歳3か月", "51", "month"),
    ],
)
def test_a_time_told_in_several_units_is_one(text: str, number: str, unit: str) -> None:
    value = only(text)
    assert (value.value, value.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    "text", ["3 hours, 80 minutes", "5 minutes and 2 hours", "3 hours; 5 minutes"]
)
def test_two_times_stay_two(text: str) -> None:
    assert len(parse_values(text)) == 2


@pytest.mark.parametrize(
    ("text", "numbers", "unit"),
    [
        ("a board of 30 by 45 centimetres", [30, 45], "centimetre"),
        ("a board of 30×45 cm", [30, 45], "centimetre"),
        ("a board of 30x45 cm", [30, 45], "centimetre"),
        ("a box of 3 x 4 x 5 m", [3, 4, 5], "metre"),
        ("30×45厘米的木板", [30, 45], "centimetre"),
        ("30×45センチの板", [30, 45], "centimetre"),
    ],
)
def test_sides_share_their_unit(text: str, numbers: list[int], unit: str) -> None:
    values = [f.value for f in parse_values(text)]
    assert [(v.value, v.unit) for v in values if isinstance(v, Quantity)] == [
        (Decimal(number), unit) for number in numbers
    ]


@pytest.mark.parametrize(
    "text",
    ["一种能在低温下长期保存的方法", "一个由志愿者共同维护的数据集", "一项追踪了许多年的任务"],
)
def test_an_indefinite_article_counts_nothing_far_away(text: str) -> None:
    (found,) = parse_values(text)
    assert isinstance(found.value, Quantity)
    assert (found.value.value, found.quote) == (Decimal(1), text[:2])
    assert found.value.unit is None


@pytest.mark.parametrize(
    ("text", "number", "quote"),
    [
        ("about 36\u200e4 billion stars", "364000000000", "36\u200e4 billion"),
        ("共有3\u200b64亿颗星", "36400000000", "3\u200b64亿"),
        ("it has \u202e512 pages", "512", "512 pages"),
        ("it has 5\u00ad1\u20602 pages", "512", "5\u00ad1\u20602 pages"),
    ],
)
def test_hidden_characters_are_looked_through(text: str, number: str, quote: str) -> None:
    (found,) = parse_values(text)
    assert isinstance(found.value, Quantity)
    assert found.value.value == Decimal(number)
    assert text[found.start : found.end] == found.quote == found.value.as_written
    assert found.quote.startswith(quote)
