"""The language of every block: by script, with the document as prior for Han alone."""

from __future__ import annotations

import pytest

from factcheck.sources import read_text


@pytest.mark.parametrize(
    ("line", "language"),
    [("The model has 7 billion parameters.", "en"), ("模型有70亿参数。", "zh"),
     ("モデルは70億のパラメータを持つ。", "ja"), ("OpenAI 发布了 GPT-3 模型。", "zh"),
     ("GPT-3を公開した。", "ja"), ("12345 -- 678", "und"),
     ("The Peking University (北京大学) team, with nine authors, published it in May.", "en")],
)  # fmt: skip
def test_a_line_alone(line: str, language: str) -> None:
    assert read_text(line, "a").blocks[0].language == language


def test_a_line_of_han_follows_the_document() -> None:
    japanese = read_text("北極星三号を公開した。\n\n大型言語模型研究班。", "a")
    assert [b.language for b in japanese.blocks] == ["ja", "ja"]
    chinese = read_text("北辰三号已经发布了。\n\n大型言語模型研究班。", "a")
    assert [b.language for b in chinese.blocks] == ["zh", "zh"]


def test_a_given_language_is_the_prior() -> None:
    document = read_text("大型言語模型研究班。", "a", language="ja")
    assert document.language == document.blocks[0].language == "ja"


def test_the_label_does_not_decide() -> None:
    (block,) = read_text("作者:Jane Doe, John Roe", "a").blocks
    assert (block.kind, block.language) == ("field", "en")


def test_english_stays_english_in_a_chinese_article() -> None:
    document = read_text(
        "论文 1:Attention Is All You Need\n摘要:这是一篇关于翻译的论文,提出了新架构。", "a"
    )
    assert [b.language for b in document.blocks] == ["en", "zh"]
    assert document.language == "zh"
