"""What a user's trial of articles about money found: units are no names, `at least` compares
nothing, numbers in words, amounts as an editor writes them, and what was before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims import extract
from factcheck.errors import UsageError
from factcheck.model import Conflict
from factcheck.reconcile import explain, reconcile
from factcheck.sources import read_text

Find = Callable[..., list[Conflict]]


@pytest.mark.parametrize(("original", "translation"), [
    ("The bridge costs at least 90 million euros.", "橋の費用は少なくとも9000万ユーロだ。"),
    ("The bond is worth CHF 5 million.", "债券价值500万瑞士法郎。"),
    ("They paid 30 million rupees.", "3000万インドルピーを払った。"),
    ("运费为500万瑞郎。", "The freight cost 5 million Swiss francs."),
    ("工程耗资3亿美元。", "The works cost 300 million Canadian dollars."),
    ("It cost 40 million roubles.", "它耗资4000万俄罗斯卢布。"),
])  # fmt: skip
def test_a_currency_is_no_name(translate: Find, original: str, translation: str) -> None:
    assert translate(original, translation, "FC305") == []


@pytest.mark.parametrize(("original", "translation"), [
    ("It costs at least 90 million euros more than planned.", "费用比计划至少多出9000万欧元。"),
    ("It costs at least 90 million euros more than planned.",
     "費用は計画より少なくとも9000万ユーロ多い。"),
    ("It drew many more visitors than before.", "它比从前多少多了一些游客。"),
    ("It has 30 fewer seats than the old one.", "它比旧馆最多少30个座位。"),
    ("It has 30 fewer seats than the old hall.", "座席は旧館より多くとも30席少ない。"),
])  # fmt: skip
def test_at_least_compares_nothing(translate: Find, original: str, translation: str) -> None:
    assert translate(original, translation, "FC308") == []


@pytest.mark.parametrize(("original", "translation"), [
    ("It costs 90 million euros more than planned.", "费用比计划少9000万欧元。"),
    ("It has fewer seats than the old hall.", "座席は旧館より多い。"),
])  # fmt: skip
def test_more_for_fewer_is_found(translate: Find, original: str, translation: str) -> None:
    assert len(translate(original, translation, "FC308")) == 1


@pytest.mark.parametrize(("original", "translation", "word"), [
    ("The first phase lasted four years.", "第一阶段持续了五年。", "五"),
    ("The strike went on for three weeks.", "罢工持续了四个星期。", "四"),
    ("The repairs take six months.", "维修需要八个月。", "八"),
    ("The voyage took nine days.", "航行历时七天。", "七"),
    ("The talks lasted five hours.", "会谈持续了三个小时。", "三"),
    ("Seven people were hurt.", "八人がけがをした。", "八"),
])  # fmt: skip
def test_a_count_in_words_that_changed(
    translate: Find, original: str, translation: str, word: str
) -> None:
    (conflict,) = translate(original, translation, "FC301")
    assert conflict.sides[0].quote.exact == word


@pytest.mark.parametrize(("original", "translation", "written"), [
    ("It cost 640 million euros.", "它耗资6400万欧元。", "6.4亿"),
    ("It cost 60 million euros.", "它耗资6亿欧元。", "6000万"),
    ("It cost 64 million euros.", "它耗资6.4亿欧元。", "6400万"),
    ("It cost 640 million euros.", "費用は6400万ユーロだった。", "6.4億"),
    ("It has 350 seats.", "它有3.5万个座位。", "350"),
    ("It cost 270 million euros.", "它耗資2700萬歐元。", "2.7億"),
])  # fmt: skip
def test_an_amount_is_written_as_an_editor_writes_it(
    translate: Find, original: str, translation: str, written: str
) -> None:
    (conflict,) = translate(original, translation, "FC301")
    assert conflict.suggestion is not None
    assert conflict.suggestion.replacement == written


@pytest.mark.parametrize(("text", "quote"), [
    ("会议于2026年3月14日(星期五)举行。", "2026年3月14日(星期五)"),
    ("会议于2026年3月14日（周五）举行。", "2026年3月14日（周五）"),
    ("2026年3月14日（金）に開く。", "2026年3月14日（金）"),
    ("2026年3月14日（金曜日）に開く。", "2026年3月14日（金曜日）"),
    ("会议于2026年3月14日星期五举行。", "2026年3月14日星期五"),
])  # fmt: skip
def test_a_bracket_is_quoted_whole(find: Find, text: str, quote: str) -> None:
    (conflict,) = find(text, "FC103")
    assert conflict.sides[0].quote.exact == quote


@pytest.mark.parametrize("code", ["FC399", "FC3X", "fc390"])
def test_an_unknown_code_names_its_family(code: str) -> None:
    with pytest.raises(UsageError, match="FC301, FC302"):
        explain(code)


def test_a_code_of_no_family_names_no_random_rule() -> None:
    with pytest.raises(UsageError, match="factcheck explain"):
        explain("QQQ")


@pytest.mark.parametrize("text", [
    "苍穹公司融资总额为8亿元。\n\n苍穹公司此前的融资总额为5亿元。",
    "苍穹公司融资总额为8亿元。\n\n苍穹公司上一轮融资总额为5亿元。",
    "The Veldt Bridge is 800 m long.\n\nIn its previous shape the Veldt Bridge was 500 m long.",
    "The Veldt Bridge is 800 m long.\n\nIn its prior shape the Veldt Bridge was 500 m long.",
    "新川橋の全長は800メートルだ。\n\n従来の新川橋の全長は500メートルだった。",
])  # fmt: skip
def test_what_was_before_contradicts_nothing(text: str) -> None:
    extraction = extract(read_text(text, "article.txt"))
    assert [c for c in reconcile([extraction]).conflicts if c.code == "FC101"] == []
