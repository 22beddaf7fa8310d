"""What two values say of each other."""

# ruff: noqa: E501 - tables of examples

import pytest

from factcheck.model import Date, Identifier, Value, Year
from factcheck.values import compare, parse_values


def value(text: str) -> Value:
    return parse_values(text)[0].value


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("280B", "2800亿", "equal"),
        ("27 billion parameters", "270億パラメータ", "equal"),
        ("1 km", "1000 m", "equal"),
        ("0.05", "5%", "equal"),
        ("18 months", "1.5 years", "equal"),
        ("1.5", "1.49", "rounding"),
        ("about 300 pages", "312 pages", "rounding"),
        ("2.3 million people", "2,345,678 people", "rounding"),
        ("175B", ">100B", "refines"),
        ("2 to 27 billion", "2 to 30 billion", "refines"),
        ("27億", "27 billion", "contradicts"),
        ("at least 10 tasks", "7 tasks", "contradicts"),
        ("2 to 5 km", "7 to 9 km", "contradicts"),
        ("5 GB", "5 tasks", "incomparable"),
        ("$5", "€5", "incomparable"),
        ("6公里", "6 miles", "contradicts"),
        ("6 kg", "6克", "contradicts"),
        ("6 years", "6天", "contradicts"),
        ("3 months", "90 days", "rounding"),
        ("20 °C", "68 °F", "equal"),
        ("20 °C", "20 °F", "contradicts"),
        ("残り8キロ", "8 km", "equal"),
        ("残り8キロ", "8 kg", "equal"),
        ("残り8キロ", "9 km", "contradicts"),
        ("残り8キロ", "8 litres", "incomparable"),
        ("1小时30分", "90 minutes", "equal"),
        ("in 2019", "in 2020", "contradicts"),
        ("2021年12月", "2021年", "refines"),
        ("18世纪", "the 18th century", "equal"),
        ("18世纪", "the 19th century", "contradicts"),
        ("18世纪", "1760年", "refines"),
        ("2021年3月3日至5日", "March 3–5, 2021", "equal"),
        ("8月4日", "2024-08-04", "refines"),
        ("8月4日", "2024-08-05", "contradicts"),
        ("arXiv:1706.03762", "arXiv:1706.03762v2", "refines"),
    ],
)
def test_relations(a: str, b: str, relation: str) -> None:
    assert compare(value(a), value(b)) == relation
    assert compare(value(b), value(a)) == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("$3.5 billion", "$35 billion"), ("5%", "5"), ("-2%", "2%"), ("−2%", "2%"), ("3.5亿", "35亿"),
        ("version 1.2", "version 12"), ("2–3 times", "23 times"), ("2-3 times", "23 times"),
        ("2〜3 times", "23 times"), ("2~3 times", "23 times"), ("1/3", "13"),
    ],
)  # fmt: skip
def test_pairs_that_lose_their_punctuation_contradict(a: str, b: str) -> None:
    assert compare(value(a), value(b)) == "contradicts"
    assert compare(value(b), value(a)) == "contradicts"


def test_kinds_that_have_nothing_in_common() -> None:
    assert compare(Year(value=2019), Identifier(scheme="doi", value="10.1/x")) == "incomparable"
    assert compare(Date(value="2019-05"), Year(value=2019)) == "refines"
