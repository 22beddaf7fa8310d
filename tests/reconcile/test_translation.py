"""Translation: numbers, terms, qualifiers and negations against the original."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims import Extraction
from factcheck.model import Conflict, Coverage
from factcheck.reconcile import reconcile
from factcheck.sources import read_text

Find = Callable[..., list[Conflict]]


def _fix(conflict: Conflict) -> str:
    """What the conflict proposes to write."""
    assert conflict.suggestion is not None
    return conflict.suggestion.replacement


CHANGED = [
    ("The plant produces 27 billion units a "
     "year.", "この工場は年に27億個を生産する。", "27億", "270億"),
    ("该公司去年售出1200万辆自行车。", "The company sold 1.2 million bicycles last year.",
     "1.2 million", "12 million"),
    ("会议将于6月18日举行。", "The meeting will be held on June 16.", "16", "18"),
    ("それは1987年に建てられた。", "It was built in 1978.", "1978", "1987"),
    ("Prices rose by 45 percent.", "价格上涨了54%。", "54", "45"),
    ("参加者は３２０人だった。", "There were 230 participants.", "230", "320"),
    ("约有 64,200 人报名。", "About 42,600 people signed up.", "42,600", "64,200"),
    ("The fund holds 3.5 trillion yen.", "基金は3500億円を保有する。", "3500億", "3.5兆"),
]  # fmt: skip


@pytest.mark.parametrize(("original", "translation", "wrong", "right"), CHANGED)
def test_a_changed_number_is_found_with_the_exact_fix(
    translate: Find, original: str, translation: str, wrong: str, right: str
) -> None:
    (conflict,) = translate(original, translation, "FC301")
    assert conflict.sides[0].quote.exact == wrong
    assert conflict.suggestion is not None
    assert _fix(conflict) == right


def test_the_explanation_shows_the_arithmetic(translate: Find) -> None:
    (conflict,) = translate("from 4 billion to 36 billion cells", "40億から36億の細胞", "FC301")
    assert conflict.explanation[0] == "36億 = 3 600 000 000; 36 billion = 36 000 000 000"
    assert conflict.explanation[1] == "10 times smaller"
    assert "40億" in conflict.explanation[2]


SILENT = [
    ("百万人がその祭りを見た。", "One million people saw the festival."),
    ("売上は三割増えた。", "Sales rose by 30 %."),
    ("式は21時に始まる。", "The ceremony begins at 9 p.m."),
    ("三分之一的居民离开了。", "One-third of the residents left."),
    ("7月8日に二人の選手が着いた。", "Two players arrived on July 8."),
    ("平成30年に完成した。", "It was completed in 2018."),
    ("19世紀の終わりごろ。", "Towards the end of the 1800s."),
    ("装机容量超过500万千瓦。", "The capacity exceeds 5 million kilowatts."),
    ("1万2000店舗が参加した。", "12,000 shops took part."),
    ("他五十多岁。", "He is in his fifties."),
    ("第十届比赛在4月举行。", "The tenth contest was held in April."),
    ("价格为2.5亿元。", "The price is 250 million yuan."),
    ("The 2B and 9B models", "2Bおよび9Bのモデル"),
    ("two to three times bigger", "2～3倍の大きさ"),
    ("上午11点开门,下午5点关门。", "It opens at 11 a.m. and closes at 17:00."),
    ("九州で雨が降った。", "It rained in Kyushu."),
    ("首次有超过80家公司参加。", "For the first time more than 80 companies took part."),
    ("それは80年代に流行した。", "It was in fashion in the 1980s."),
    ("一半的学生缺席。", "Half of the students were absent."),
    ("Ｊ３で５試合に出た。", "He played five games in J3."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "translation"), SILENT)
def test_the_same_value_in_other_words_is_silent(
    translate: Find, original: str, translation: str
) -> None:
    assert translate(original, translation) == []


def test_parallel_fields_of_one_document_are_compared(find: Find) -> None:
    text = """- Title: A study of winds
- Title(参考訳): 風の研究
- Abstract: We measured the wind at 48 places. The towers are 120 metres high.
- Abstract(参考訳): 84か所で風を測定した。塔の高さは120メートルである。
"""
    (conflict,) = find(text, "FC301")
    assert (conflict.sides[0].quote.exact, conflict.sides[1].quote.exact) == ("84", "48")


def test_sections_named_original_and_translation_are_compared(find: Find) -> None:
    text = "## 原文\n\nThe bridge is 310 metres long.\n\n## 译文\n\n这座桥长 130 米。\n"
    assert [c.code for c in find(text)] == ["FC301"]


def test_a_compound_of_which_a_part_was_replaced(translate: Find) -> None:
    original = "Our encoder uses sparse global attention in every layer, and the loss falls."
    translation = "我々のエンコーダは各層で疎な局所的注意を使い、損失は下がる。"
    (conflict,) = translate(original, translation, "FC302")
    assert conflict.sides[0].quote.exact == "疎な局所的注意"
    assert _fix(conflict) == "疎な大域的注意"


WRONG_TERMS = [
    ("An autoregressive language model with a small hidden size and few parameters.",
     "隠れサイズが小さくパラメータの少ない自動回帰言語モデル。", "自動回帰", "自己回帰"),
    ("The emergent abilities of a language model depend on training data and parameters.",
     "语言模型的新兴能力取决于训练数据和参数。", "新兴", "涌现"),
    ("We remove hidden layers and attention heads and measure the loss of the model.",
     "隠蔽層とアテンションの頭部を除き、モデルの損失を測る。", "頭部", "注意ヘッド"),
    ("The transformer has an encoder, a decoder and an attention layer.",
     "变压器有编码器、解码器和注意力层。", "变压器", "transformer"),
    ("Each token gets an embedding before the encoder and its attention layers.",
     "每个代币在编码器及其注意力层之前得到嵌入。", "代币", "token"),
]  # fmt: skip


@pytest.mark.parametrize(("original", "translation", "wrong", "right"), WRONG_TERMS)
def test_a_term_rendered_as_another_one(
    translate: Find, original: str, translation: str, wrong: str, right: str
) -> None:
    found = [
        c for c in translate(original, translation, "FC302") if c.sides[0].quote.exact == wrong
    ]
    assert [_fix(c) for c in found] == [right]


def test_general_words_keep_their_other_meaning(translate: Find) -> None:
    assert translate("Staff training begins on Monday.", "员工培训周一开始。", "FC302") == []
    assert (
        translate("He lost weight and reads the paper.", "彼は体重を減らし、紙を読む。", "FC302")
        == []
    )


def test_a_dropped_qualifier_is_put_back_where_it_stood(translate: Find) -> None:
    original = "We test three known technical features of the encoder."
    (conflict,) = translate(original, "エンコーダの三つの技術的特徴を試す。", "FC302")
    assert conflict.sides[0].quote.exact == "技術的特徴"
    assert _fix(conflict) == "既知の技術的特徴"
    assert translate(original, "エンコーダの三つの既知の技術的特徴を試す。", "FC302") == []


NEGATIONS = [
    ("門は毎日開いている。", "The gate is not open every day."),
    ("该药物可以缓解疼痛。", "The drug cannot relieve pain."),
    ("新しい橋は来月に完成する。", "The new bridge won't be finished next month."),
    ("他们没有参加会议。", "They took part in the meeting."),
    ("この道は安全ではありません。", "This road is safe."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "translation"), NEGATIONS)
def test_a_negation_that_came_or_went(translate: Find, original: str, translation: str) -> None:
    assert [c.code for c in translate(original, translation)] == ["FC304"]


@pytest.mark.parametrize(("original", "translation"), [
    ("明日は雨かもしれません。", "It may rain tomorrow."),
    ("今すぐ出なければならない。", "You must leave now."),
    ("未公開の資料だ。", "The material was not released."),
    ("他很难理解这个问题。", "He could not understand the question."),
    ("电话无法接通。", "It was impossible to get through."),
    ("私しか知らない。", "Only I know it."),
])  # fmt: skip
def test_a_negation_in_another_shape_is_silent(
    translate: Find, original: str, translation: str
) -> None:
    assert translate(original, translation, "FC304") == []


TURNED = [
    ("At most 16 GB of memory are needed.", "少なくとも16GBのメモリが必要である。"),
    ("It needs at least 30 days.", "最多需要 30 天。"),
    ("参加者は50人以上だった。", "Fewer than 50 people took part."),
    ("超过 80 家公司参加。", "Up to 80 companies took part."),
    ("重さは20キロ未満である。", "It weighs more than 20 kilograms."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "translation"), TURNED)
def test_a_bound_that_turned_round(translate: Find, original: str, translation: str) -> None:
    assert [c.code for c in translate(original, translation)] == ["FC307"]


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("At most 16 GB are needed.", "最大16GBが必要である。"),
        ("参加者は50人以上だった。", "At least 50 people took part."),
        ("不超过 30 人。", "No more than 30 people."),
        ("60岁以下的人。", "People under 60."),
        ("超过 80 家公司参加。", "More than 80 companies took part."),
        ("It takes 20 minutes.", "20分以上かかる。"),
    ],
)
def test_a_bound_that_stayed_is_silent(translate: Find, original: str, translation: str) -> None:
    assert translate(original, translation, "FC307") == []


LEFT_OUT = [
    ("会議はカナダで開かれた。", "The conference was held in May."),
    ("这座博物馆位于法国南部。", "The museum lies in the south."),
    ("The treaty was signed in Brazil in March.", "条约于三月签署。"),
]
STANDS_FOR = [
    ("会議はカナダで開かれた。", "The conference was held there."),
    ("这座博物馆位于法国南部。", "The museum lies in the south of the country."),
    ("島にはビーチリゾートがある。", "The island has beach resorts."),
    ("四国、九州、中国では雨が降る。", "Rain falls on Shikoku, Kyushu and Chugoku."),
    ("The treaty was signed in Brazil in March.", "条约三月在当地签署。"),
]


@pytest.mark.parametrize(("original", "translation"), LEFT_OUT)
def test_a_name_left_out(translate: Find, original: str, translation: str) -> None:
    assert [c.code for c in translate(original, translation, "FC310")] == ["FC310"]


@pytest.mark.parametrize(("original", "translation"), STANDS_FOR)
def test_a_word_that_stands_for_a_name(translate: Find, original: str, translation: str) -> None:
    assert translate(original, translation, "FC310") == []


COUNTED = [
    ("その湖には水がない。", "It is not said that the lake does not hold water."),
    ("研究者は増加を予想している。", "Researchers do not expect an increase."),
    ("非洲的气候变暖。", "The climate of Africa does not warm."),
]
EXPLAINED = [
    ("式は五月まで開かれない。", "The ceremony will not be held until May."),
    ("展示は五月まで続く。", "The show does not close until May."),
    ("他只带了一本书。", "He did not bring more than one book."),
    ("その湖には水がない。", "The lake has no water."),
]


@pytest.mark.parametrize(("original", "translation"), COUNTED)
def test_one_carrier_explains_one_negation(
    translate: Find, original: str, translation: str
) -> None:
    assert [c.code for c in translate(original, translation, "FC304")] == ["FC304"]


@pytest.mark.parametrize(("original", "translation"), EXPLAINED)
def test_words_that_explain_a_negation(translate: Find, original: str, translation: str) -> None:
    assert translate(original, translation, "FC304") == []


def test_an_opposite_term_is_told_in_any_text(translate: Find) -> None:
    (found,) = translate("Nuclear fusion powers the star.", "核裂变为恒星提供能量。", "FC302")
    assert found.severity == "medium"
    assert found.suggestion is not None and found.suggestion.replacement == "核聚变"
    assert translate("Nuclear fusion powers the star.", "核聚变为恒星提供能量。", "FC302") == []
    both = "Nuclear fusion is not nuclear fission."
    assert translate(both, "核聚变不是核裂变。", "FC302") == []


def _two_renderings(one: str, other: str) -> list[Conflict]:
    read = [
        Extraction(document=read_text(text, name), claims=(), notices=(), coverage=Coverage())
        for name, text in (("one", one), ("two", other))
    ]
    return list(reconcile(read, originals={"one": "lost", "two": "lost"}).conflicts)


def test_two_translations_of_one_absent_original_are_compared() -> None:
    found = _two_renderings("塔の高さは333メートルで、1958年に完成した。",
                            "タワーは高さ333メートル、1985年に完成した。")  # fmt: skip
    assert [c.code for c in found] == ["FC303"]


def test_two_renderings_with_different_words_for_one_term() -> None:
    (found,) = _two_renderings("最適化器は重み減衰を用いる。", "最適化器は荷重減衰を用いる。")
    assert (found.code, found.severity) == ("FC303", "low")
    assert _two_renderings("最適化器は重み減衰を用いる。", "重み減衰は最適化器が用いる。") == []
