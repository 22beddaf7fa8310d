"""Translation: units, bounds, comparisons and quantifiers against the original."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Conflict

Find = Callable[..., list[Conflict]]

CHANGED = [
    ("The cable is 12 miles long.", "电缆长12公里。", "FC301", "12公里"),
    ("包裹重30公斤。", "The parcel weighs 30 pounds.", "FC301", "30 pounds"),
    ("工事には3年かかった。", "The work took three months.", "FC301", "three months"),
    ("The grant is 5 million dollars.", "这笔拨款为500万欧元。", "FC301", "500万欧元"),
    ("The room holds at most 40 people.", "这个房间可容纳40人。", "FC307", "40人"),
    ("Applicants need at least three years of experience.",
     "申请人需要三年工作经验。", "FC307", "三年"),
    ("この橋は最大20トンに耐える。", "The bridge carries 20 tonnes.", "FC307", "20 tonnes"),
    ("Fewer than 500 copies remain.", "现存500多册。", "FC307", "500多"),
    ("至少有12所学校关闭。", "Twelve schools closed.", "FC307", "Twelve schools"),
    ("The new route is shorter than the old one.", "新路线比旧路线更长。", "FC308", "长"),
    ("新型は旧型より速い。", "The new model is slower than the old one.", "FC308", "slower"),
    ("Exports rose by 4% in May.", "5月出口下降4%。", "FC308", "下降"),
    ("昨年の来館者は減少した。", "Visitor numbers increased last year.", "FC308", "increased"),
    ("今年的成本比去年低。", "Costs are higher than last year.", "FC308", "higher"),
    ("Most of the samples were clean.", "所有样本都是干净的。", "FC309", "所有"),
    ("Almost every house was damaged.", "すべての家が被害を受けた。", "FC309", "すべて"),
    ("ほとんどの店が閉まった。", "Every shop closed.", "FC309", "Every"),
    ("All of the boats returned.", "大部分船只返回了。", "FC309", "大部分"),
    ("Some of the rooms are heated.", "すべての部屋に暖房がある。", "FC309", "すべて"),
]  # fmt: skip


@pytest.mark.parametrize(("original", "translation", "code", "words"), CHANGED)
def test_what_the_translation_changed_is_quoted(
    translate: Find, original: str, translation: str, code: str, words: str
) -> None:
    (conflict,) = translate(original, translation)
    assert (conflict.code, conflict.sides[0].quote.exact) == (code, words)


FAITHFUL = [
    ("Aldo is heavier than Bruno.", "BrunoはAldoより軽い。"),
    ("Prices did not rise.", "价格没有上涨。"),
    ("The new one is lighter than the old one.", "新しいものは古いものより軽い。"),
    ("More than 60 countries signed.", "60多个国家签署了。"),
    ("The tunnel is 9.2 km long.", "隧道全长9.2公里。"),
    ("Up to 300 people can attend.", "最多可容纳300人。"),
    ("Most of the cities are small.", "大多数城市都很小。"),
    ("All members voted.", "会员全都投了票。"),
    ("Nearly all shops closed.", "几乎所有商店都关门了。"),
    ("It took less than 3 hours.", "不到3个小时。"),
    ("The load is 100 tons.", "荷重は100トンである。"),
    ("Costs fell by half.", "成本减半。"),
]  # fmt: skip


@pytest.mark.parametrize(("original", "translation"), FAITHFUL)
def test_a_faithful_translation_is_left_alone(
    translate: Find, original: str, translation: str
) -> None:
    assert translate(original, translation) == []
