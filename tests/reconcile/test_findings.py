"""Cases that readers reported, each as its class: notices, labels, datelines, sizes, names."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from factcheck.claims import extract
from factcheck.model import Conflict
from factcheck.reconcile import reconcile
from factcheck.reconcile.translation.number_words import times
from factcheck.sources import read_text

Find = Callable[..., list[Conflict]]


def _codes(*texts: str) -> list[str]:
    read = [extract(read_text(text, f"{n}.md")) for n, text in enumerate(texts)]
    return [c.code for c in reconcile(read).conflicts]


GIVEN = [
    "本誌に次の誤りがありました。\n\n12ページ\n(誤)全長40メートル\n(正)全長140メートル\n\nお詫びして訂正します。\n",
    "本文有几处错误,更正如下。\n\n误:四座桥\n正:五座桥\n",
    "We made several errors, corrected here.\n\n- The river is 40 km long, not 4 km.\n",
    "Some mistakes crept in.\n\nFor “1961” read “1916”.\n",
    "有几处写错了。\n\n1. 第二段的三人应为四人。\n",
]


@pytest.mark.parametrize("text", GIVEN)
def test_corrections_given_one_by_one_are_given(text: str) -> None:
    assert "FC601" not in _codes(text)


def test_one_notice_of_two_sentences_is_told_once() -> None:
    assert _codes("記事に誤りがありました。おわびして訂正します。\n").count("FC601") == 1


GLUED = "- 小:耗时2分钟\n- 中:耗时4分钟- 大:耗时9分钟\n- 特大:耗时12分钟\n"


def test_a_labelled_item_at_the_end_of_another(find: Find) -> None:
    (conflict,) = find(GLUED, "FC702")
    assert conflict.suggestion is not None
    quote = conflict.suggestion.quote
    mended = GLUED[: quote.start] + conflict.suggestion.replacement + GLUED[quote.end :]
    assert mended.splitlines()[2] == "- 大:耗时9分钟"


@pytest.mark.parametrize("line", ["- 小:2-4分钟\n- 大:4 - 9分钟\n", "- a: b - c\n- d: e - f: g\n"])
def test_a_dash_between_blanks_is_no_item(find: Find, line: str) -> None:
    assert find(line, "FC702") == []


def test_the_day_of_publication_is_no_content(translate: Find) -> None:
    original = "# Tides\n\nPublished: 3 June 2024\n\nThe tide rose 4 metres.\n"
    rendered = "# 潮汐\n\n发布日期:2024年6月10日\n\n潮水上涨了4米。\n"
    assert translate(original, rendered, "FC301") == []


def test_a_small_decimal_that_changed(translate: Find) -> None:
    (conflict,) = translate("The learning rate is 0.001.", "学习率为0.01。", "FC301")
    assert conflict.sides[0].quote.exact == "0.01"


def test_an_accepted_word_inside_a_wrong_one_does_not_excuse_it(translate: Find) -> None:
    original = "The training compute of the language model with its attention layers doubled."
    rendered = "带有注意力层的语言模型的训练计算机翻了一番。"
    assert [c.sides[0].quote.exact for c in translate(original, rendered, "FC302")] == ["计算机"]


def test_an_original_and_its_translation_are_told_of_once() -> None:
    read = [extract(read_text("Skylark has 70 billion parameters.", "o.txt")),
            extract(read_text("Skylark 拥有 70 亿参数。", "t.txt"))]  # fmt: skip
    found = reconcile(read, originals={"t.txt": "o.txt"}).conflicts
    assert [c.code for c in found] == ["FC301"]


COUNTS = [
    "## Paper 1: Birds\n\nThey fly.\n\n## Paper 2: Fish\n\nThey swim.\n",
    "## 论文 1:鸟类\n\n会飞。\n\n## 论文 2:鱼类\n\n会游。\n",
]


@pytest.mark.parametrize("body", COUNTS)
def test_numbered_headings_are_counted(find: Find, body: str) -> None:
    head = "五篇论文速读。\n\n" if "论文" in body else "Five papers of the week.\n\n"
    assert [c.code for c in find(head + body, "FC102")] == ["FC102"]


def test_hyphenated_nouns_and_two_names_joined_by_and(find: Find) -> None:
    assert len(find("It has three co-founders: Ana Lima and Bo Chen.", "FC102")) == 1
    assert find("It has two co-founders: Ana Lima and Bo Chen.", "FC102") == []


def test_a_large_ratio_is_told_in_words() -> None:
    assert times(Decimal(19 * 10**8), Decimal(1)) == "about 1.9 billion times larger"
    assert times(Decimal(3), Decimal(60_000)) == "about 20 thousand times smaller"


def test_members_of_a_family_by_their_size() -> None:
    small, large = "The small Osprey has 2 billion parameters.", (
        "The large Osprey has 20 billion parameters.")  # fmt: skip
    assert "FC201" not in _codes(small, large)
    assert "FC201" in _codes("The largest Osprey has 2 billion parameters.",
                             "The largest Osprey has 20 billion parameters.")  # fmt: skip


def test_the_month_of_may_is_no_doubt_and_an_article_no_part_of_a_name() -> None:
    one = "The Orla Bridge was opened in 1998. It is 642 metres long."
    other = "Orla Bridge, opened on 4 May 1998, has a length of 624 metres."
    assert "FC201" in _codes(one, other)
