"""Facts that bind one thing to one name: offices, seats, founders, capitals, births, ranks."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Claim
from factcheck.sources import read_text


def _claims(text: str) -> list[Claim]:
    found = extract(read_text(text, "text"))
    return [c for c in found.claims if c.extractor.startswith(("relations@", "taglines@"))]


def _told(text: str) -> set[tuple[str, str, str]]:
    return {(c.subject, c.predicate, str(getattr(c.value, "value", ""))) for c in _claims(text)}


@pytest.mark.parametrize(("text", "fact"), [
    ("Maren Holt has been chief executive of Tidewater Rail since May 2023.",
     ("Tidewater Rail", "office_holder", "Maren Holt")),
    ("Tidewater Rail, led since May 2023 by chief executive Johan Pruitt, ordered 40 trains.",
     ("Tidewater Rail", "office_holder", "Johan Pruitt")),
    ("Fallow Robotics, headquartered in Leeds, builds machines.",
     ("Fallow Robotics", "headquarters", "Leeds")),
    ("Norway's capital is Oslo.", ("Norway", "capital", "Oslo")),
    ("Edda Kron (1934–2004) wrote eleven novels.", ("Edda Kron", "born", "1934")),
    ("Edda Kron (1934–2004) wrote eleven novels.", ("Edda Kron", "died", "2004")),
    ("Velmora University came 41st.", ("Velmora University", "ranking", "41")),
    ("远帆科技的创始人是周既明。", ("远帆科技", "founded_by", "周既明")),
    ("远帆科技由吴汀兰创立于2016年。", ("远帆科技", "founded_by", "吴汀兰")),
])  # fmt: skip
def test_a_thing_is_bound_to_a_name(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in _told(text)


@pytest.mark.parametrize(("text", "predicate", "value"), [
    ("画家郁知秋1926年出生于绍兴。", "birthplace", "绍兴"),
    ("霧島朔は1958年に札幌市で生まれた作家である。", "birthplace", "札幌市"),
    ("タンザニアの首都はドドマである。", "capital", "ドドマ"),
    ("The film was directed by Lena Voss.", "directed_by", "Lena Voss"),
])  # fmt: skip
def test_the_name_is_read_in_three_languages(text: str, predicate: str, value: str) -> None:
    assert (predicate, value) in {(p, v) for _, p, v in _told(text)}


@pytest.mark.parametrize("text", [
    "Maren Holt was chief executive of Tidewater Rail until April 2023.",
    "Former chief executive of Tidewater Rail, Maren Holt, spoke first.",
    "The race came to an end.",
])  # fmt: skip
def test_who_held_an_office_before_is_not_its_holder(text: str) -> None:
    assert _told(text) == set()


def test_a_line_behind_a_name_in_a_list_and_in_a_field() -> None:
    text = "推荐:Heron:小模型读懂很长的文章\n\n本期还有 Egret:用更少数据学会翻译;其他从略。"
    assert {(c.subject, c.predicate) for c in _claims(text)} >= {
        ("Heron", "tagline"), ("Egret", "tagline"),
    }  # fmt: skip
    assert next(c.quote.exact for c in _claims(text)).startswith("推荐:Heron")


def test_an_english_title_behind_a_name_is_no_line_about_it() -> None:
    assert _told("BERT: Pre-training of Deep Bidirectional Transformers") == set()
