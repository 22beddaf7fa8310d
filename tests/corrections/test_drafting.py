"""Correction notices, drafted in the language of the article."""

from __future__ import annotations

import pytest

from factcheck.corrections.drafting import draft
from factcheck.model import Language
from tests.corrections.sample import Desk, by, document, finding


def noticed(text: str, language: Language, *fixes: tuple[str, str]) -> str:
    doc = document(text)
    found = tuple(finding(doc, old, new) for old, new in fixes)
    desk = Desk(documents={"weekly": doc}, conflicts=found)
    for second, (old, _) in enumerate(fixes):
        desk.accept(old, by("Ana", second))
    return draft(desk.cases, doc, language)


def test_english() -> None:
    assert noticed("# Ossia\n\nOssia came out in 2019.\n", "en", ("2019", "2020")) == (
        "Correction\n\nAn earlier version of this article said “Ossia came out in 2019”. "
        "It now says “Ossia came out in 2020”.\n\nCorrected on 5 January 2026.\n")  # fmt: skip


def test_chinese() -> None:
    said = noticed("# 白鹭\n\n白鹭有七亿个参数。\n", "zh", ("七亿", "七十亿"))
    assert "本文此前的版本写作“白鹭有七亿个参数”，现更正为“白鹭有七十亿个参数”。" in said
    assert said.startswith("更正\n")
    assert "更正日期：2026年1月5日" in said


def test_japanese() -> None:
    said = noticed("# サギ\n\nサギは7億のパラメータを持つ。\n", "ja", ("7億", "70億"))
    assert "「サギは7億のパラメータを持つ」とあったのは「サギは70億のパラメータを持つ」" in said
    assert "訂正日:2026年1月5日" in said


def test_two_fixes_in_one_sentence_are_one_change() -> None:
    said = noticed("# Ossia\n\nOssia has 7 billion parameters since 2019.\n", "en",
                   ("7 billion", "70 billion"), ("2019", "2020"))  # fmt: skip
    assert said.count("An earlier version") == 1
    assert "“Ossia has 70 billion parameters since 2020”" in said


def test_a_long_sentence_is_quoted_around_the_change() -> None:
    long = "Ossia, which " + "somebody said somewhere " * 10 + "came out in 2019, is free."
    said = noticed(f"# Ossia\n\n{long}\n", "en", ("2019", "2020"))
    assert "came out in 2019, is free”" in said
    assert "said “…" in said
    assert len(said) < 300


def test_words_left_out() -> None:
    doc = document("# Ossia\n\nOssia is free.\n\nRead more.\n")
    desk = Desk(documents={"weekly": doc}, conflicts=(finding(doc, "Read more."),))
    assert draft(desk.cases, doc, "en") == ""


@pytest.mark.parametrize("language", ["und", "en"])
def test_an_undetermined_language_is_written_in_english(language: Language) -> None:
    assert noticed("Ossia came out in 2019.\n", language, ("2019", "2020")).startswith("Correction")
