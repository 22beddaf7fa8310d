"""Articles of our own in many layouts: what is a heading, what it is about, what is the site's."""

from __future__ import annotations

from factcheck.sources import Document, read_text


def subjects(document: Document) -> list[str]:
    """The subjects of the sections that have a heading, in text order."""
    return [s.subject for s in document.sections if s.heading is not None]


def about(document: Document, words: str) -> str:
    section = document.section_at(document.text.index(words))
    return section.subject if section else ""


def kind(document: Document, words: str) -> str:
    block = document.block_at(document.text.index(words))
    return block.kind if block else ""


def furniture(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.zone == "furniture"]


def labels(document: Document) -> dict[str, str]:
    """The fields by label."""
    return {
        b.label: document.text[b.content.start : b.content.end]
        for b in document.blocks
        if b.kind == "field"
    }


NEWS = """Lab Notes: Borealis doubles its model
By Jane Doe | March 3, 2024 | 5 min read
Home | About | Contact | Subscribe

The Borealis team released Borealis 3 on Tuesday. It has 13 billion parameters, up
from 7 billion last year, and was trained on 2.4 trillion tokens of text that the
company says it licensed. Dr. Ada Brown leads the project.

Read more: What is a token?

What it costs

Brown told reporters that "the next model is already training." It needs 400 chips.

Correction: An earlier version of this article said it had 31 billion parameters.

Related articles
How we test models
Ten questions about licences

© 2024 Lab Notes. All rights reserved.
"""


def test_english_news() -> None:
    document = read_text(NEWS, "news.txt")
    assert document.language == "en"
    assert dict(document.metadata) == {
        "title": "Lab Notes: Borealis doubles its model", "authors": "Jane Doe",
        "date": "2024-03-03",
    }  # fmt: skip
    assert subjects(document) == ["Lab Notes: Borealis doubles its model", "What it costs"]
    assert furniture(document) == [
        "By Jane Doe | March 3, 2024 | 5 min read", "Home | About | Contact | Subscribe",
        "Read more: What is a token?", "Related articles",
        "How we test models", "Ten questions about licences",
        "© 2024 Lab Notes. All rights reserved.",
    ]  # fmt: skip
    wrapped = document.block_at(document.text.index("from 7 billion"))
    assert wrapped is not None and document.text[wrapped.start :].startswith("The Borealis team")
    assert labels(document)["Correction"].startswith("An earlier version")


CHINESE_NEWS = """首页 > 科技 > 人工智能
北辰三号发布:参数量130亿
2024年3月5日 10:22 来源:测试周刊 作者:李雷
阅读 1.2万 评论 35

北辰团队周二发布了北辰三号模型。上一代只有70亿参数。
负责人韩梅梅表示,团队将在年内扩大一倍。

一、模型规模
模型共有三个版本,分别为30亿、70亿和130亿参数。

二、团队动向
张三于2022年离开谷歌,现任北辰科学家。

图1:北辰三号的架构
表 1 列出了各版本的得分。

版本	参数	得分
小	30亿	61.2
大	130亿	70.5

更正:本文早前版本将参数量误写为310亿,应为130亿。

推荐阅读
十个问题看懂许可证
编译器这一年
本文来自测试周刊,转载请注明出处。
"""


def test_chinese_news() -> None:
    document = read_text(CHINESE_NEWS, "news.txt")
    assert document.language == "zh"
    assert document.metadata["title"] == "北辰三号发布:参数量130亿"
    assert document.metadata["date"] == "2024-03-05"
    assert document.metadata["authors"] == "李雷"
    assert subjects(document) == ["北辰三号发布:参数量130亿", "模型规模", "团队动向"]
    assert furniture(document) == [
        "首页 > 科技 > 人工智能", "阅读 1.2万 评论 35", "推荐阅读", "十个问题看懂许可证",
        "编译器这一年", "本文来自测试周刊,转载请注明出处。",
    ]  # fmt: skip
    assert kind(document, "图1:") == "caption" and kind(document, "表 1 列出") == "paragraph"
    assert kind(document, "小\t30亿") == "table_row"
    assert "310亿" in labels(document)["更正"]


JAPANESE_NEWS = """ホーム > ニュース > AI
北極星3号を公開 パラメータ数は130億
2024年3月5日 14時30分

株式会社ホクトは5日、大規模言語モデルを公開した。「年内に次の版を出す。」と山田花子氏は話した。

■学習データ
約2.4兆トークンの文章で学習した。2023年版は1.1兆トークンだった。

■主な数値
・パラメータ:130億
・学習データ:2.4兆トークン
・ライセンス:Apache-2.0

訂正:初出時、パラメータ数を310億と記載していましたが、正しくは130億です。

関連記事
ライセンスをめぐる十の問い
コンパイラの一年
シェアする
(C) 2024 Hokuto News. 無断転載を禁じます。
"""


def test_japanese_news() -> None:
    document = read_text(JAPANESE_NEWS, "news.txt")
    assert document.language == "ja"
    assert document.metadata["title"] == "北極星3号を公開 パラメータ数は130億"
    assert about(document, "約2.4兆") == "学習データ"
    # a heading that every article may have says nothing of its own
    assert about(document, "・パラメータ") == "北極星3号を公開 パラメータ数は130億"
    assert labels(document)["ライセンス"] == "Apache-2.0"
    assert "コンパイラの一年" in furniture(document) and "シェアする" in furniture(document)
    assert kind(document, "訂正:初出時") == "field"


ROUND_UP = """本周论文
1. Attention Is All You Need (2017)
作者:Vaswani 等
这篇论文提出了新的架构。
离职的作者:
2. BERT: Pre-training of Deep Bidirectional Transformers (2018)
作者:Devlin 等
这篇论文提出了双向编码器。
3、GPT-3(2020)
模型有1750亿参数。
— 完 —
"""


def test_a_numbered_round_up() -> None:
    document = read_text(ROUND_UP, "weekly.txt")
    assert about(document, "这篇论文提出了新") == "Attention Is All You Need"
    assert about(document, "离职的作者") == "Attention Is All You Need"
    assert about(document, "Devlin") == "BERT: Pre-training of Deep Bidirectional Transformers"
    assert about(document, "1750亿") == "GPT-3"
    assert furniture(document) == ["— 完 —"]
    heading = document.block_at(document.text.index("Attention"))
    assert heading is not None and (heading.kind, heading.label, heading.language) == (
        "heading", "1.", "en",
    )  # fmt: skip


FAMILIES = """两个实验室的论文。
//
1.北辰
Computing Machinery and Intelligence (1950)
图灵提出了一个游戏,用来判断机器能否思考。
作者动向:
A Mathematical Theory of Communication (1948)
香农定义了信息的单位,至今仍在使用。
2. 南斗——Southern Lab
The Perceptron: A Probabilistic Model (1958)
罗森布拉特提出了感知机。
"""


def test_numbered_groups_hold_titles_with_years() -> None:
    document = read_text(FAMILIES, "families.txt")
    by_subject = {s.subject: s for s in document.sections if s.heading is not None}
    paper = by_subject["A Mathematical Theory of Communication"]
    assert paper.parent is not None
    assert document.sections[paper.parent].subject == "北辰"
    assert about(document, "作者动向") == "Computing Machinery and Intelligence"
    assert about(document, "罗森布拉特") == "The Perceptron: A Probabilistic Model"
    assert furniture(document) == ["//"]


CONTENTS = """人工知能週報 第12号
発行日: 2024年5月6日

目次
1. 新モデルの公開
2. 人の異動

1. 新モデルの公開
ホクトが北極星3号を公開した。

2. 人の異動
山田花子氏がGoogleを退社した。
(1)Attention Is All You Need (2017年)
著者:Vaswaniほか
翻訳の論文である。

以上
"""


def test_a_contents_list_and_the_headings_it_promises() -> None:
    document = read_text(CONTENTS, "weekly.txt")
    first = document.block_at(document.text.index("1. 新モデル"))
    second = document.block_at(document.text.rindex("1. 新モデル"))
    assert first is not None and first.kind == "numbered_item"
    assert second is not None and second.kind == "heading"
    assert about(document, "山田花子") == "人の異動"
    assert about(document, "Vaswani") == "Attention Is All You Need"
    assert document.metadata["date"] == "2024-05-06"


ABSTRACT_PAGE = """Paper page: A Study of Small Models
- arxiv url: http://arxiv.org/abs/2401.00001v2
- Date: Mon, 1 Jan 2024 10:00:00 GMT
- ステータス: 処理完了
- Title: A Study of Small Models
- Title(参考訳): 小さなモデルの研究
- Authors: Jane Doe, John Roe,
- Abstract: We study models from 1 to 3 billion parameters.
They are small.
- Abstract(参考訳): 10億から30億のパラメータを調べる。
これらは小さい。
- 閲覧数: 120
- License: https://creativecommons.org/licenses/by-sa/4.0/
関連論文リスト
- Alpha: Open Models for Everyone [103.5]
アルファを紹介する。
とても軽い。
詳細 (2024-04-11T15:27:22Z) - Beta: A Longer Study [4.25]
ベータはその続きである。
詳細 (2024-03-29T21:32:50Z)
本サイトの運営者は情報の正しさを保証しません。
"""


def test_a_translated_abstract_page() -> None:
    document = read_text(ABSTRACT_PAGE, "page.txt")
    found = labels(document)
    assert found["Abstract"].endswith("They are small.")
    assert found["Abstract(参考訳)"].endswith("これらは小さい。")
    assert document.metadata["arxiv"] == "2401.00001"
    assert document.metadata["date"] == "2024-01-01T10:00:00Z"
    assert document.metadata["licence"].startswith("https://creativecommons.org")
    assert about(document, "Jane Doe") == "A Study of Small Models"
    assert about(document, "アルファを") == "Alpha: Open Models for Everyone"
    assert about(document, "ベータは") == "Beta: A Longer Study"
    assert kind(document, "Beta: A Longer") == "list_item"
    assert furniture(document) == [
        "- ステータス: 処理完了", "- 閲覧数: 120",
        "本サイトの運営者は情報の正しさを保証しません。",
    ]  # fmt: skip


def test_a_stamp_inside_prose_does_not_split_it() -> None:
    text = "The log (2024-04-11) - which was long - named it. Then came (2024-04-12) - nothing."
    document = read_text("A title\n\n" + text, "a.txt")
    assert document.block_at(10) == document.block_at(len(document.text) - 1)


MODEL_CARD = """MODEL CARD

Model name: Borealis 3
Parameters: 13B
License: Apache-2.0

Evaluation

| Benchmark | Borealis 2 | Borealis 3 |
| MMLU      | 61.2       | 70.5       |

Note: MMLU was run with 5 shots.
"""


def test_a_model_card() -> None:
    document = read_text(MODEL_CARD, "card.txt")
    assert document.metadata["title"] == "Borealis 3"
    assert labels(document)["Parameters"] == "13B"
    assert kind(document, "| MMLU") == "table_row"
    assert about(document, "| MMLU") == "Borealis 3"


PORTAL = """北辰发布新模型

北辰在周二发布了新模型,参数量为130亿。

相关文章
|
编程语言 数据库
如何选择一个数据库
如何选择一个数据库
120 3
|
5月前
|
本文介绍数据库的选择方法。第一步是了解需求,第二步是比较性能,第三步是测试,最后才是购买。
88 1
"""


def test_a_portal_s_list_of_teasers() -> None:
    document = read_text(PORTAL, "portal.txt")
    body = [document.text[b.start : b.end] for b in document.blocks if b.zone == "body"]
    assert body == ["北辰发布新模型", "北辰在周二发布了新模型,参数量为130亿。"]


def test_a_notice_below_the_related_articles_is_body() -> None:
    document = read_text(PORTAL + "更正:参数量应为270亿。\n", "portal.txt")
    notice = document.block_at(document.text.index("更正"))
    assert notice is not None and notice.zone == "body"


def test_related_papers_with_abstracts_are_body() -> None:
    text = ("Small models\n\nSmall models are cheap. They run anywhere.\n\nRelated articles\n"
            "- Alpha: Open Models\nAlpha has 2 billion parameters. It is open.\n"
            "- Beta: More Models\nBeta has 9 billion parameters. It is closed.\n")  # fmt: skip
    assert furniture(read_text(text, "a.txt")) == []


def test_speakers_and_figures_of_speech_are_no_fields() -> None:
    document = read_text("他说:今天会下雨。\n\nThe lesson: never give up.", "a.txt")
    assert labels(document) == {}


def test_the_line_ends_of_windows_change_no_structure() -> None:
    unix = read_text(NEWS, "a.txt")
    windows = read_text(NEWS.replace("\n", "\r\n"), "a.txt")
    assert [(b.kind, b.label, b.zone) for b in unix.blocks] == [
        (b.kind, b.label, b.zone) for b in windows.blocks
    ]


PAPER = """Abstract
We introduce Alpha, a model with 2 billion to 27 billion parameters. Alpha was trained
on 13 trillion tokens.

摘要
我们介绍 Alpha,参数量从20亿到270亿。

要約
Alphaを紹介する。パラメータは20億から270億である。

2.1 Accuracy
Table 1: Accuracy of Alpha
Model  Accuracy  Year
Alpha  81.2      2024
Beta   79.9      2023
"""


def test_a_paper_in_three_languages() -> None:
    document = read_text(PAPER, "paper.txt")
    wrapped = document.block_at(document.text.index("on 13 trillion"))
    assert wrapped is not None and document.text[wrapped.start :].startswith("We introduce")
    languages = {
        words: block.language
        for words in ("We introduce", "我们介绍", "Alphaを")
        if (block := document.block_at(document.text.index(words)))
    }
    assert languages == {"We introduce": "en", "我们介绍": "zh", "Alphaを": "ja"}
    assert kind(document, "Beta   79.9") == "table_row" and kind(document, "Table 1") == "caption"
    assert about(document, "Beta   79.9") == "Accuracy"


def test_lettered_and_marked_lists_are_no_headings() -> None:
    text = ("谁离开了谷歌\n\n他们是:\nA. 王一,论文的作者\nB. 王二,也是作者\nC. 王三\n\n"
            "他们都去了同一家公司。\n\n《星图》(2017)\n王一合著。\n")  # fmt: skip
    document = read_text(text, "a.txt")
    assert subjects(document) == ["谁离开了谷歌", "谁离开了谷歌", "星图"]
    assert [kind(document, w) for w in ("A. 王一", "B. 王二")] == ["numbered_item"] * 2


def test_a_quotation_and_its_speaker_are_no_headings() -> None:
    text = 'Words of the week\n\n"We shape our tools."\n— Somebody Famous\n\nThat was it for now.'
    assert subjects(read_text(text, "a.txt")) == ["Words of the week"]
