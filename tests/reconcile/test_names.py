"""Names and calques: somebody else in the translation, and words that name something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Conflict

Find = Callable[..., list[Conflict]]


def _fix(conflict: Conflict) -> str:
    """What the conflict proposes to write."""
    assert conflict.suggestion is not None
    return conflict.suggestion.replacement


REPLACED = [
    ("加拿大宣布了新的计划。", "Belgium announced a new plan.", "Belgium"),
    ("ナイジェリアから来た選手だ。", "He is a player from Portugal.", "Portugal"),
    ("会议在上海举行。", "The meeting was held in Sendai.", "Sendai"),
    ("谷歌发布了新手机。", "Microsoft released a new phone.", "Microsoft"),
    ("ブラジルの首都で会談した。", "They met in the capital of Ukraine.", "Ukraine"),
    ("The team comes from Norway.", "チームはチリから来た。", "チリ"),
]  # fmt: skip


@pytest.mark.parametrize(("original", "translation", "name"), REPLACED)
def test_a_known_name_that_the_original_does_not_hold(
    translate: Find, original: str, translation: str, name: str
) -> None:
    (conflict,) = translate(original, translation, "FC305")
    assert conflict.sides[0].quote.exact == name
    assert len(conflict.sides) == 2


@pytest.mark.parametrize(("original", "translation"), [
    ("中美两国举行会谈。", "China and the United States held talks."),
    ("日韓の首脳が会った。", "The leaders of Japan and South Korea met."),
    ("我国的经济增长了。", "China's economy grew."),
    ("英首相が訪問した。", "The British prime minister visited."),
    ("欧盟通过了法案。", "The European Union passed the bill."),
    ("阿姆斯特丹的运河很美。", "The canals of Amsterdam are beautiful."),
    ("国連が発表した。", "The UN announced it."),
    ("他去了那里。", "He may march there in may."),
])  # fmt: skip
def test_short_forms_and_adjectives_are_the_same_name(
    translate: Find, original: str, translation: str
) -> None:
    assert translate(original, translation, "FC305") == []


def test_a_latin_name_that_is_gone_is_reported(translate: Find) -> None:
    (conflict,) = translate("约翰·韦斯顿 (John Weston) 宣读了文件。",
                            "The document was read aloud.", "FC305")  # fmt: skip
    assert conflict.sides[1].quote.exact == "John Weston"


CALQUES = [
    ("这个语言模型有很多参数,训练数据也多,其新兴能力令人惊讶。", "新兴能力", "涌现能力"),
    ("研究者比较了变压器模型和卷积模型的参数与训练损失。", "变压器模型", "Transformer 模型"),
    ("モデルの学習では損失機能とパラメータを調整し、訓練を続ける。", "損失機能", "損失関数"),
    ("このモデルは隠蔽層を持ち、訓練されたパラメータは少ない。", "隠蔽層", "隠れ層"),
    ("The model has a circular neural network, parameters and a training loss.",
     "circular neural network", "recurrent neural network"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "calque", "term"), CALQUES)
def test_a_word_for_word_rendering_is_named(find: Find, text: str, calque: str, term: str) -> None:
    (conflict,) = find(text, "FC306")
    assert (conflict.sides[0].quote.exact, _fix(conflict)) == (calque, term)


@pytest.mark.parametrize("text", [
    "城市的新兴能力中心开业了。",
    "工厂新装了变压器模型展台。",
    "彼は監督学習の講座に通う。",
    "The circular neural network of roads.",
])  # fmt: skip
def test_outside_the_field_the_same_words_are_right(find: Find, text: str) -> None:
    assert find(text, "FC306") == []
