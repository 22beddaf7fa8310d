"""What articles note about errors, in three languages, and the same words in another sense."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Notice
from factcheck.sources import read_text


def notices(text: str) -> tuple[Notice, ...]:
    return extract(read_text(text, "text")).notices


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Correction: the bridge is 450 metres long.\n", "correction"),
        ("An earlier version of this article misstated the name of the ship.\n", "correction"),
        ("We regret the error.\n", "correction"),
        ("Fixed typo in Table 6\n", "correction"),
        ("This revision corrects the order of the authors.\n", "correction"),
        ("The paper has been retracted at the request of the authors.\n", "retraction"),
        ("Updated link.\n", "update"),
        ("This article was updated on 3 May 2024.\n", "update"),
        ("The list omitted the name of the second author.\n", "omission"),
        ("We do not guarantee the accuracy of the translations.\n", "disclaimer"),
        ("The results table is to be added.\n", "placeholder"),
        ("更正:上期报道中的票价有误。\n", "correction"),
        ("此前报道把会场弄错了,特此致歉。\n", "correction"),
        ("该论文已被撤稿。\n", "retraction"),
        ("名单遗漏了两位译者。\n", "omission"),
        ("本站不保证译文的准确性,内容仅供参考。\n", "disclaimer"),
        ("其余内容待补充。\n", "placeholder"),
        ("前回の記事に誤りがありました。お詫びして訂正します。\n", "correction"),
        ("この論文は撤回されました。\n", "retraction"),
        ("翻訳の品質は保証しません。\n", "disclaimer"),
        ("詳細は後日公開します。\n", "placeholder"),
    ],
)
def test_what_is_noted(text: str, kind: str) -> None:
    assert kind in [notice.kind for notice in notices(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The chip performs quantum error correction in every cycle.\n",
        "Each weight update uses a small batch.\n",
        "It is the correct answer to the question.\n",
        "The ship was moved to a new harbour last year.\n",
        "编码器使用纠错码,每步进行一次参数更新。\n",
        "符号理論の誤り訂正は通信で使われる。\n",
        "我们讨论语法纠错任务。\n",
        "新しいモデルの更新は毎週行われる。\n",
    ],
)
def test_the_same_words_in_another_sense(text: str) -> None:
    assert notices(text) == ()


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Correction: \"1920\" should be \"1902\".\n", "1920", "1902"),
        ("Correction: the fee is 30 euros, not 13 euros.\n", "13 euros", "30 euros"),
        (
            "Correction: An earlier version of this article said that the plant employs"
                " 1,200 people. "
            "It employs 2,100.\n",
            "1,200", "2,100",
        ),
        ("勘误:第45页“1920年”应为“1902年”。\n", "1920年", "1902年"),
        ("原文把列车的速度写成 35 公里,应为 350 公里,特此更正。\n", "35 公里", "350 公里"),
        ("正誤表\n3頁5行目 「1868年」は「1867年」の誤り\n", "1868年", "1867年"),
        ("図2の単位「km」は「m」が正しい。\n", "km", "m"),
        ("訂正:開業を2019年としたのは誤りで、正しくは2018年です。\n", "2019年", "2018年"),
    ],
)  # fmt: skip
def test_wrong_and_right_where_both_are_stated(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in [(n.wrong, n.right) for n in notices(text)]


def test_an_entry_of_errata_in_two_parts() -> None:
    text = (
        "Section 3 says:\n\nIt says:\n\nThe timer runs for 30 seconds.\n\n"
        "It should say:\n\nThe timer runs for 13 seconds.\n\nNotes: reported by a reader.\n"
    )
    pair = ("The timer runs for 30 seconds.", "The timer runs for 13 seconds.")
    assert pair in [(n.wrong, n.right) for n in notices(text)]


def test_nothing_is_invented() -> None:
    (notice,) = notices("原文有若干处错误,本文已一并更正。\n")
    assert (notice.wrong, notice.right) == (None, None)


def test_a_promised_list_that_does_not_follow() -> None:
    text = "参会者名单如下:\n\n## 会议日程\n\n上午开幕。\n"
    assert ("placeholder", "参会者名单如下:") in [(n.kind, n.quote.exact) for n in notices(text)]


def test_a_promised_list_that_follows() -> None:
    text = "The winners are as follows:\n\n- Ana Ruiz\n- Ivo Lund\n"
    assert [n for n in notices(text) if n.kind == "placeholder"] == []


def test_a_value_called_wrong_is_not_asserted() -> None:
    text = "Correction: the article said that the plant employs 1,200 people. It employs 2,100.\n"
    claims = extract(read_text(text, "text")).claims
    wrong = [c.modality for c in claims if "1,200" in c.quote.exact]
    assert wrong
    assert set(wrong) == {"negated"}


def test_the_date_of_a_notice() -> None:
    (notice,) = notices("更正(2024年5月4日):此前报道的票价有误。\n")
    assert notice.date == "2024-05-04"
