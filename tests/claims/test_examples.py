"""Small texts of many genres, and what must come out of each: subject, predicate, value."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from factcheck.claims import extract
from factcheck.model import Value
from factcheck.sources import read_text


@dataclass(frozen=True)
class Example:
    """A text, the claims that must come out, and (subject, predicate) pairs that must not."""

    name: str
    text: str
    claims: tuple[tuple[str, str, object], ...]
    never: tuple[tuple[str, str], ...] = ()
    file: str = "text"


EXAMPLES = (
    Example(
        "funding news",
        "Harbour Robotics raises $120 million\n\nHarbour Robotics, a maker of warehouse"
        " robots, said on "
        "Tuesday that it had raised $120 million in a Series C round. The deal values t"
        "he company at "
        "$1.4 billion. Harbour Robotics employs 640 people and reported revenue of $58 "
        "million in 2023.\n",
        (
            ("Harbour Robotics", "funding_raised", 120_000_000),
            ("Harbour Robotics", "valuation", 1_400_000_000),
            ("Harbour Robotics", "employees", 640),
            ("Harbour Robotics", "revenue", 58_000_000),
        ),
    ),
    Example(
        "accident",
        "At least 14 people were killed and 37 injured when a ferry capsized on Saturda"
        "y, officials "
        "said. The vessel was carrying 212 passengers.\n",
        (
            ("this article", "deaths", (14, None)),
            ("this article", "injured", 37),
            ("vessel", "passenger_count", 212),
        ),
    ),
    Example(
        "prices",
        "Inflation fell to 2.4 percent in May from 2.9 percent in April, the office said. "
        "Food prices rose 1.1 percent.\n",
        (("Inflation", "growth", 2.4), ("Food prices", "growth", 1.1)),
    ),
    Example(
        "readme",
        "# fastgrep\n\nfastgrep is a command line tool for searching large logs. It sup"
        "ports Linux and is "
        "released under the MIT license. Version 2.3.1 was released on 2024-05-17. "
        "See https://example.org/fastgrep for details.\n",
        (
            ("fastgrep", "license", "MIT"),
            ("fastgrep", "publication_date", "2024-05-17"),
            ("fastgrep", "url", "https://example.org/fastgrep"),
        ),
        file="readme.md",
    ),
    Example(
        "people who moved",
        "Ana Ruiz left Nordlab in 2021 and is a co-founder of Pinewood AI. Tom Okafor a"
        "nd Lea Brandt "
        "joined Microsoft. Okafor founded Tidepool in 2015.\n",
        (
            ("Ana Ruiz", "left_organisation", "Nordlab"),
            ("Ana Ruiz", "cofounder_of", "Pinewood AI"),
            ("Tom Okafor", "joined_organisation", "Microsoft"),
            ("Lea Brandt", "joined_organisation", "Microsoft"),
            ("Okafor", "founder_of", "Tidepool"),
        ),
    ),
    Example(
        "posts",
        "Maria Keller, chief scientist at Nordlab, and Ivo Lund, a professor at the University of "
        "Toronto, won the prize. Keller was born in 1971.\n",
        (
            ("Maria Keller", "affiliation", "Nordlab"),
            ("Maria Keller", "position", "chief scientist"),
            ("Ivo Lund", "affiliation", "University of Toronto"),
            ("Keller", "born", 1971),
        ),
    ),
    Example(
        "founders behind the name",
        "Tidepool was founded in April 2019 by three people: Ana Ruiz, Ivo Lund and Lea Brandt.\n",
        (
            ("Ana Ruiz", "cofounder_of", "Tidepool"),
            ("Lea Brandt", "cofounder_of", "Tidepool"),
        ),
    ),
    Example(
        "abstract",
        "We present OrchidLM, a family of open language models with 3B and 13B paramete"
        "rs trained on "
        "2 trillion tokens. The models support a context window of 32,768 tokens.\n",
        (
            ("this article", "introduces", "OrchidLM"),
            ("OrchidLM", "parameter_count", [3_000_000_000, 13_000_000_000]),
            ("OrchidLM", "training_tokens", 2_000_000_000_000),
            ("OrchidLM", "context_window", 32_768),
        ),
    ),
    Example(
        "size in a name",
        "The heron team compared Heron-7B with Heron-13B.\n",
        (
            ("Heron-7B", "parameter_count", 7_000_000_000),
            ("Heron-13B", "parameter_count", 13_000_000_000),
        ),
    ),
    Example(
        "round-up of papers",
        "论文周刊\n\n论文 1:Heron: A Small Model for Long Texts (2022)\n\n摘要:北川实验"
        "室提出了一种新的语言模型 "
        "Heron,共有 3 亿参数。\n\n论文 2:Counting Birds with Cheap Cameras (2021)\n\n摘"
        "要:该研究使用 64 个摄像头。\n",
        (
            ("Heron: A Small Model for Long Texts", "title", "Heron: A Small Model for Long Texts"),
            ("Heron: A Small Model for Long Texts", "publication_year", 2022),
            ("Heron: A Small Model for Long Texts", "introduces", "Heron"),
            ("Heron", "parameter_count", 300_000_000),
            ("Counting Birds with Cheap Cameras", "publication_year", 2021),
        ),
    ),
    Example(
        "a model in Chinese",
        "本文提出了一种名为 CloudNet 的图神经网络。CloudNet 拥有 7 亿参数,在 OpenGraph "
        "数据集上训练,使用 AdamW "
        "优化器,学习率为 0.0003。在 12 个基准上的平均准确率达到 87.4%,优于现有方法。\n",
        (
            ("this article", "introduces", "CloudNet"),
            ("CloudNet", "parameter_count", 700_000_000),
            ("CloudNet", "training_data", "OpenGraph"),
            ("CloudNet", "optimizer", "AdamW"),
            ("CloudNet", "learning_rate", 0.0003),
            ("CloudNet", "task_count", 12),
            ("CloudNet", "relative_performance", 87.4),
            ("CloudNet", "relative_performance", "优于现有方法"),
        ),
    ),
    Example(
        "people in Chinese",
        "据报道,李明已于2024年3月离开腾讯,加入字节跳动。王芳和陈强是星河智能的联合创始人。"
        "赵宁是复旦大学化学系副教授。\n",
        (
            ("李明", "left_organisation", "Tencent"),
            ("李明", "joined_organisation", "ByteDance"),
            ("王芳", "cofounder_of", "星河智能"),
            ("陈强", "cofounder_of", "星河智能"),
            ("赵宁", "affiliation", "Fudan University"),
        ),
    ),
    Example(
        "infrastructure in Chinese",
        "某市地铁五号线于2025年6月28日开通,全长32.6公里,共设24座车站,总投资198亿元。\n",
        (
            ("某市地铁五号线", "event_date", "2025-06-28"),
            ("某市地铁五号线", "overall_length", 32.6),
            ("某市地铁五号线", "quantity", 24),
            ("某市地铁五号线", "construction_cost", 19_800_000_000),
        ),
    ),
    Example(
        "casualties in Chinese",
        "受台风影响,沿海三省共有5人死亡、23人受伤,120万人受灾。\n",
        (("沿海三省", "deaths", 5), ("沿海三省", "injured", 23)),
    ),
    Example(
        "company in Japanese",
        "青空システムズは4日、シリーズBで25億円を調達したと発表した。同社の従業員数は180人で、"
        "2023年度の売上高は12億円だった。評価額は300億円に達した。\n",
        (
            ("青空システムズ", "funding_raised", 2_500_000_000),
            ("青空システムズ", "employees", 180),
            ("青空システムズ", "revenue", 1_200_000_000),
            ("青空システムズ", "valuation", 30_000_000_000),
        ),
    ),
    Example(
        "accident in Japanese",
        "高速道路でバスとトラックが衝突し、3人が死亡、12人がけがをした。\n",
        (
            ("バスとトラック", "deaths", 3),
            ("バスとトラック", "injured", 12),
        ),
    ),
    Example(
        "abstract in Japanese",
        "本稿では、7億パラメータの画像生成モデルであるSakuraGenを提案する。SakuraGenは2"
        "00万枚の画像で学習された。"
        "重みはMITライセンスで公開されている。\n",
        (
            ("this article", "introduces", "SakuraGen"),
            ("SakuraGen", "parameter_count", 700_000_000),
            ("SakuraGen", "dataset_examples", 2_000_000),
            ("SakuraGen", "license", "MIT"),
        ),
    ),
    Example(
        "people in Japanese",
        "Ana Ruizは2024年5月にNordlabを退社し、Tidepoolを創業した。Ivo LundはPinewoodの"
        "共同創業者である。\n",
        (
            ("Ana Ruiz", "left_organisation", "Nordlab"),
            ("Ana Ruiz", "founder_of", "Tidepool"),
            ("Ivo Lund", "cofounder_of", "Pinewood"),
        ),
    ),
    Example(
        "record page",
        "Title: Heron: A Small Model for Long Texts\nAuthors: Ana Ruiz, Ivo Lund,\n"
        "arXiv: http://arxiv.org/abs/2401.01234v2\nDate: Wed, 31 Jan 2024 10:00:00 GMT\n"
        "License: http://creativecommons.org/licenses/by/4.0/\n",
        (
            ("Heron: A Small Model for Long Texts", "author", ["Ana Ruiz", "Ivo Lund"]),
            ("Heron: A Small Model for Long Texts", "arxiv_id", "2401.01234"),
            ("Heron: A Small Model for Long Texts", "publication_date", "2024-01-31T10:00:00Z"),
            ("Heron: A Small Model for Long Texts", "license", "CC-BY-4.0"),
        ),
    ),
    Example(
        "an organisation's papers",
        "1. 谷歌\n\nCounting Birds with Cheap Cameras (2021)\n\n本文介绍了 BirdCount。\n\n"
        "2. 斯坦福大学\n\nHow Maps Remember Their Makers (2019)\n\n该论文的作者 Ana Rui"
        "z、Ivo Lund 都是 Tidepool 的联合创始人。\n",
        (
            ("Counting Birds with Cheap Cameras", "institution_of_work", "Google"),
            ("How Maps Remember Their Makers", "institution_of_work", "Stanford University"),
            ("How Maps Remember Their Makers", "author", ["Ana Ruiz", "Ivo Lund"]),
            ("Ivo Lund", "cofounder_of", "Tidepool"),
        ),
    ),
    Example(
        "table",
        "| Model | Parameters | Context window |\n|---|---|---|\n| Owl-S | 3B | 8K |\n"
        "| Owl-L | 70B | 128K |\n",
        (
            ("Owl-S", "parameter_count", 3_000_000_000),
            ("Owl-L", "parameter_count", 70_000_000_000),
            ("Owl-L", "context_window", 128_000),
        ),
        file="table.md",
    ),
    Example(
        "quarterly results",
        "Acme Corp. (NYSE: ACM) today announced results. Revenue was $2.31 billion in 2024. CEO "
        "Jane Doe joined Acme in 2019.\n",
        (
            ("Acme Corp", "revenue", 2_310_000_000),
            ("Jane Doe", "joined_organisation", "Acme"),
        ),
    ),
    Example(
        "numbers that count nothing",
        "一种新的方法见第3页图2。这是一个例子。See Figure 4 and Section 2.\n",
        (),
        never=(("this article", "page_count"), ("this article", "quantity")),
    ),
)


def plain(value: Value) -> object:
    """A value as the examples write it: a number, a word, a list, a pair of bounds."""
    data = value.to_dict()
    if data["type"] == "range":
        return (data["min"], data["max"])
    return data.get("value", data.get("values"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_what_must_come_out(example: Example) -> None:
    claims = extract(read_text(example.text, example.file)).claims
    found = [(c.subject, c.predicate, plain(c.value)) for c in claims]
    missing = [claim for claim in example.claims if claim not in found]
    assert missing == [], found
    assert not [f for f in found if f[:2] in example.never]
