"""Who holds which job where, and how old they are, as the three languages say it."""

from __future__ import annotations

import pytest

from tests.claims.spoken import said

HOLDS = [
    ("First Minister Ada Grove signed the letter.", "Ada Grove", "First Minister"),
    ("The islands' fisheries minister, Ada Grove, resigned.", "Ada Grove", "fisheries minister"),
    ("Its leader, Tom Vance, wants an inquiry.", "Tom Vance", "leader"),
    ("Ada Grove is the chief engineer at Northmoor.", "Ada Grove", "chief engineer"),
    ("The deputy mayor of Harlow is Tom Vance.", "Tom Vance", "deputy mayor"),
    ("Ada Grove was appointed on Monday as head coach.", "Ada Grove", "head coach"),
    ("A book about the composer Ada Grove came out.", "Ada Grove", "composer"),
    ("局长庄明远表示，工程将按时完成。", "庄明远", "局长"),
    ("公司财务总监薛宁说，成本下降了。", "薛宁", "财务总监"),
    ("该校物理学教授岑若川带领团队完成了实验。", "岑若川", "教授"),
    ("前任副馆长鲍文清去年退休。", "鲍文清", "副馆长"),
    ("董事长兼总经理季远帆出席。", "季远帆", "董事长"),
    ("董事长兼总经理季远帆出席。", "季远帆", "总经理"),
    ("镇企画課の大野剛課長は説明した。", "大野剛", "課長"),
    ("社長の大野剛氏が述べた。", "大野剛", "社長"),
    ("設計したのは建築家の森山葵氏だ。", "森山葵", "建築家"),
    ("陶工の町の職人、森山葵さんが焼いた。", "森山葵", "職人"),
    ("森山葵・東峰大学教授らが調べた。", "森山葵", "教授"),
]
WORKS_AT = [
    (
        "Ada Grove, a geologist at Northmoor University, agreed.",
        "Ada Grove",
        "Northmoor University",
    ),
    ("Professor Ada Grove of Northmoor University agreed.", "Ada Grove", "Northmoor University"),
    ("Grove did it while an intern at Pelham Labs. Ada Grove left.", "Ada Grove", "Pelham Labs"),
    ("The chief economist of Hart & Lowe is Ada Grove.", "Ada Grove", "Hart & Lowe"),
    ("白鹿大学的岑若川发现了它。", "岑若川", "白鹿大学"),
    ("漏洞由青石实验室的庄明远报告。", "庄明远", "青石实验室"),
    ("北原地质研究所研究员岑若川说。", "岑若川", "北原地质研究所"),
    ("森山葵・東峰大学教授らが調べた。", "森山葵", "東峰大学"),
    ("東峰大学の森山葵教授は話す。", "森山葵", "東峰大学"),
]
AGED = [
    ("Grove, 52, has led the firm. Ada Grove lives in Leeds.", "Ada Grove", 52),
    ("Ada Grove, 34, won.", "Ada Grove", 34),
    ("庄明远（47岁）是镇上的医生。", "庄明远", 47),
    ("庄明远今年47岁。", "庄明远", 47),
    ("森山葵さん（68）が作った。", "森山葵", 68),
    ("森山葵選手(24)が優勝した。", "森山葵", 24),
]
NOBODY = [
    "The head of the valley is green.",
    "The author index has 52 pages.",
    "A table of 12, 30, and 47 followed.",
    "部长级会议在北京举行。",
    "教授会は10日に開かれた。",
]


@pytest.mark.parametrize(("text", "who", "post"), HOLDS)
def test_positions(text: str, who: str, post: str) -> None:
    assert (who, "position", post) in said(text, "position")


@pytest.mark.parametrize(("text", "who", "where"), WORKS_AT)
def test_where_they_are_held(text: str, who: str, where: str) -> None:
    assert (who, "affiliation", where) in said(text, "affiliation")


@pytest.mark.parametrize(("text", "who", "age"), AGED)
def test_ages_at_names(text: str, who: str, age: int) -> None:
    assert (who, "age", age) in said(text, "age")


@pytest.mark.parametrize("text", NOBODY)
def test_words_for_jobs_that_name_nobody(text: str) -> None:
    assert said(text, "position", "affiliation", "age") == set()
