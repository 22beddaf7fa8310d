"""What is denied, doubted, planned or only would be is never a plain assertion."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.sources import read_text

NEGATED = """
The plant did not employ 400 people.
The mayor denied that the bridge cost 40 million euros.
The model does not have 7 billion parameters.
The company has never raised 30 million dollars.
The spire isn't 300 metres tall.
The firm neither confirmed nor denied the 5 million figure.
The ministry rejected reports that 40 people had died.
The agency refuted a claim that 900 homes had burned.
该公司否认裁员3000人。
这座桥的长度不是1200米。
该模型没有70亿参数。
目前尚未有30人获救。
他从未捐出500万元。
并非所有的200名学生都参加了考试。
警方驳斥了有40人死亡的说法。
従業員は300人ではない。
同社は3000人の削減を否定した。
死者は40人に達していない。
橋の長さは1200メートルではありません。
彼は500万円を受け取っていない。
"""
HEDGED = """
The tower may reach 300 metres.
The firm plans to hire 500 people.
If approved, the bridge will cost 40 million euros.
The plant could employ 400 workers.
Sales are expected to hit 3 billion dollars.
The deal would be worth 2 billion dollars.
Some 40 people are feared dead.
The ship is believed to carry 300 containers.
Up to 40 people might have died.
Unless sales rise, 200 jobs will go.
The council hopes to build 600 homes.
该公司计划招聘500人。
预计票房将达到30亿元。
如果获批，大桥将耗资40亿元。
可能有40人死亡。
据信该船载有300个集装箱。
新楼或将容纳2000人。
若下雨，比赛推迟到10日。
是否裁员3000人，董事会尚无定论。
会場には5000人が集まる見込みだ。
売上高は30億円に達する可能性がある。
承認されれば、事業費は40億円になる。
開館は2027年5月の予定だ。
死者は40人を超えるとみられる。
300人を採用する計画だ。
新工場は2028年の稼働を目指す。
"""
ASSERTED = """
The bridge is 300 metres long.
The plant employs 400 people.
The museum has 4,000 paintings and does not open on Mondays.
The company not only builds boats but employs 400 people.
The ferry carries 212 passengers, who may bring bicycles.
Since May 2021 the plant has employed 400 people.
大桥全长1200米。
工厂有员工400人。
尹若澜发表了63篇论文。
画廊收藏了若干名作，共63幅。
橋の長さは1200メートルだ。
従業員は400人いる。
建物は5階建てで、高さは30メートルある。
"""


def modalities(sentence: str) -> set[str]:
    """How the numbers and dates of a sentence are told."""
    title = "A report on the plant" if sentence.isascii() else "工場の報告"
    claims = extract(read_text(f"{title}\n\n{sentence}\n", "text")).claims
    return {c.modality for c in claims if c.extractor.startswith(("quantities@", "dates@"))}


@pytest.mark.parametrize("sentence", NEGATED.split("\n")[1:-1])
def test_what_is_denied(sentence: str) -> None:
    assert modalities(sentence) == {"negated"}


@pytest.mark.parametrize("sentence", HEDGED.split("\n")[1:-1])
def test_what_is_doubted_planned_or_conditional(sentence: str) -> None:
    assert modalities(sentence) in ({"hedged"}, {"negated"})


@pytest.mark.parametrize("sentence", ASSERTED.split("\n")[1:-1])
def test_what_is_plainly_said(sentence: str) -> None:
    assert modalities(sentence) == {"asserted"}
