"""Missing content: announced lists, contents lists, references, counts, repeated passages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Conflict

Find = Callable[..., list[Conflict]]

EMPTY_LISTS = [
    ("# Model A\nIt reads tables. People who left since:\n\n# Model B\nIt reads charts.\n",
     "People who left since:"),
    ("第一部分 (2019)\n这个系统很快。\n参与人员名单:\n第二部分 "
     "(2020)\n这个系统更快。\n", "参与人员名单:"),
    ("## 第1章\n概要を述べる。\n関係者の一覧：\n## 第2章\n結果を述べる。\n", "関係者の一覧："),
    ("The prices are as follows:\n", "The prices are as follows:"),
    ("实验分为三步,具体如下:\n\n# 结论\n结论很简单。\n", "具体如下:"),
    ("変更点は次の通りです。\n\n## まとめ\nおわり。\n", "変更点は次の通りです。"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "announcement"), EMPTY_LISTS)
def test_an_announced_list_that_does_not_come_is_missing(
    find: Find, text: str, announcement: str
) -> None:
    (conflict,) = find(text, "FC501")
    assert conflict.sides[0].quote.exact == announcement
    assert "missing in this copy" in conflict.message
    assert conflict.suggestion is None


def test_equal_announcements_are_conflicts_of_their_own(find: Find) -> None:
    text = "".join(f"Paper {name} (20{year})\nIt is about {name}.\nAuthors who left:\n"
                   for name, year in (("One", 16), ("Two", 17), ("Three", 18)))  # fmt: skip
    found = find(text, "FC501")
    assert len(found) == 3
    assert len({c.fingerprint for c in found}) == 3


@pytest.mark.parametrize("text", [
    "Three things matter:\n\n- speed\n- price\n- size\n",
    "结果如下:\n\n1. 更快\n2. 更小\n",
    "He put it plainly: nobody had asked.\n",
    "She said:\nThe work goes on, and nobody will stop it.\n",
    "営業時間：\n平日は9時から17時まで。\n",
    "Title: A study\nAuthor: A. Person\n",
    "60岁以下。\n",
    "# Results:\n\n## Speed\nIt is fast.\n\n## Size\nIt is small.\n",
    "The code is:\n\n```\nprint(1)\n```\n",
    "如下表所示:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
])  # fmt: skip
def test_a_list_that_comes_and_a_colon_in_prose_are_silent(find: Find, text: str) -> None:
    assert find(text, "FC501", "FC504") == []


@pytest.mark.parametrize("text", [
    "The founders were:\nThe other founders stayed with the firm.\n",
    "离开的成员名单如下:\n其余成员仍在公司工作。\n",
    "退職者は次の通り：\nその他の社員は残っている。\n",
    "These people have left:\nThe rest are still in Berlin.\n",
    "他们的去向:\n其他人没有变化。\n",
])  # fmt: skip
def test_the_others_need_somebody_to_be_other_than(find: Find, text: str) -> None:
    assert len(find(text, "FC504")) == 1
    assert len(find(text, "FC501")) == 1


CONTENTS = """Weekly reader

Contents:

1. How birds find north
2. A cheaper battery from salt
3. Mapping the floor of the sea
4. Why glass breaks

Item 1: How birds find north

Birds use light. They see the field.

Item 2: A cheaper battery from salt

Salt is cheap. The cell lasts long.
"""


def test_items_of_a_contents_list_without_a_section_are_missing(find: Find) -> None:
    found = find(CONTENTS, "FC502")
    assert [c.sides[0].quote.exact for c in found] == [
        "Mapping the floor of the sea", "Why glass breaks"]  # fmt: skip


@pytest.mark.parametrize("text", [
    "Contents\n\n1. Birds at night\n2. Fish at dawn\n3. Bees at noon\n\n# Birds at night\nx y.\n\n"
    "# Fish at dawn\nx y.\n\n# Bees at noon\nx y.\n",
    "What to bring\n\n1. a warm coat\n2. a good torch\n3. dry socks\n\nThen go out.\n",
    "目录\n\n1. 春天的花\n2. 夏天的雨\n3. 秋天的风\n",
])  # fmt: skip
def test_kept_promises_and_plain_lists_are_silent(find: Find, text: str) -> None:
    assert find(text, "FC502") == []


def test_the_lead_names_a_work_that_never_comes(find: Find) -> None:
    text = ("本周论文包括 Amber Lab 提出的 Skylark 模型;Carla Weiss 对深海机器人的研究等。\n\n"
            "论文 1:Skylark\n\nSkylark 是一个小模型。\n\n论文 2:Heron\n\nHeron "
            "更大。\n")  # fmt: skip
    (conflict,) = find(text, "FC502")
    assert "Carla Weiss" in conflict.sides[0].quote.exact


REFERENCES = [
    ("架构细节如表 3 所示。模型很大。", "如表 3 所示"),
    ("The sizes are listed in Table 2.", "listed in Table 2"),
    ("結果を図4に示す。", "図4に示す"),
    ("整个流程如下图所示。", "如下图所示"),
    ("As shown in Figure 5, the error falls.", "As shown in Figure 5"),
    ("The figure below shows the trend.", "The figure below"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), REFERENCES)
def test_a_reference_to_an_absent_target_is_reported(find: Find, text: str, words: str) -> None:
    (conflict,) = find(text, "FC503")
    assert conflict.sides[0].quote.exact == words


def test_one_absent_table_is_one_finding_with_all_its_places(find: Find) -> None:
    (conflict,) = find("如表 1 所示,它更快。\n\n第二段也说了,如表 1 所示。\n", "FC503")
    assert len(conflict.sides) == 2


@pytest.mark.parametrize("text", [
    "结果如表 1 所示。\n\n表 1:各模型的大小\n",
    "See Figure 2.\n\n![a curve](curve.png)\n",
    "The sizes are in Table 1.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "この発表は明日です。代表3人が来る。",
    "地图 2 和意图 3 无关。",
    "He sat at table 5 of the restaurant.",
    "人民代表 3 名出席。",
    "Figure skating is popular.",
])  # fmt: skip
def test_captions_images_tables_and_other_words_are_silent(find: Find, text: str) -> None:
    assert find(text, "FC503") == []


COUNTS = [
    ("公司有四大部门:研发、销售、财务。", 2),
    ("The tool has three parts: a reader, a checker, a writer and a printer.", 2),
    ("進められた三つの計画：青、赤、緑、黄。", 2),
    ("Four colours were used:\n\n- red\n- blue\n- green\n", 3),
    ("5 Papers of the week\n\nPaper 1: Birds\n\nThey fly.\n\nPaper 2: Fish\n\nThey swim.\n", 2),
    ("3篇论文速读\n\n论文 1:鸟类\n\n鸟会飞。\n\n论文 2:鱼类\n\n鱼会游。\n", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sides"), COUNTS)
def test_a_count_that_does_not_match_its_list(find: Find, text: str, sides: int) -> None:
    (conflict,) = find(text, "FC102")
    assert len(conflict.sides) == sides


@pytest.mark.parametrize("text", [
    "公司有三大部门:研发、销售、财务。",
    "The tool has three parts: a reader, a checker and a writer.",
    "他去过五个国家:法国、德国等。",
    "Several things: a, b, c.",
    "一种名为“结构”的方法,该方法很快,很小。",
    "At 10:30 the two teams, red and blue, met.",
    "2 Papers\n\nPaper 1: Birds\n\nThey fly.\n\nPaper 2: Fish\n\nThey swim.\n",
    "两处修改:把甲换成乙;使用丙而不是丁。",
])  # fmt: skip
def test_matching_and_open_counts_are_silent(find: Find, text: str) -> None:
    assert find(text, "FC102") == []


def test_a_teaser_that_repeats_the_headline_is_a_repeated_passage(find: Find) -> None:
    text = (
        "新型电池在实验室里达到了一千次充放电循环\n\n简介: "
        "新型电池在实验室里达到了一千次充放电循环\n\n正文从这里开始。\n"
    )
    (conflict,) = find(text, "FC901")
    assert conflict.severity == "info"
    assert (
        find("A long sentence stands here once only.\n\nAnother one stands here.\n", "FC901") == []
    )
