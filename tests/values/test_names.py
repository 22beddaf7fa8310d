"""Names of people across order, initials, diacritics and script; organisations."""

# ruff: noqa: E501 - tables of examples

from typing import Any

import pytest

from factcheck.values import (
    aliases_from_ror,
    compare_names,
    compare_organisations,
    compare_people,
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("李飞飞", "Fei-Fei Li"), ("何恺明", "Kaiming He"), ("He Kaiming", "Kai-Ming He"),
        ("张三", "張三"), ("欧阳修", "Ouyang Xiu"), ("单田芳", "Shan Tianfang"), ("吕布", "Bu Lv"),
        ("José García", "Garcia, Jose"), ("Satoshi SEKINE", "Satoshi Sekine"),
        ("John P. Lalor", "John Lalor"), ("Aitor Gonzalez-Agirre", "Aitor Gonzalez Agirre"),
        ("Ludwig van Beethoven", "Ludwig Beethoven"), ("Łukasz Kaiser", "Lukasz Kaiser"),
        ("さとう たろう", "Taro Sato"), ("Martin King Jr.", "Martin King"),
    ],
)  # fmt: skip
def test_same_person(a: str, b: str) -> None:
    assert compare_names(a, b) == compare_names(b, a) == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tom Henighan", "Tom Hennigan"), ("J. Lalor", "John Lalor"), ("Dan Belitz", "Daniel Belitz"),
        ("姚期智", "Andrew Yao"), ("山田太郎", "Taro Yamada"), ("トム・ヘニガン", "Tom Henighan"),
        ("Suofei Zhang", "Soufei Zhang"), ("张伟", "W. Zhang"),
    ],
)  # fmt: skip
def test_only_a_person_can_say(a: str, b: str) -> None:
    assert compare_names(a, b) == compare_names(b, a) == "possibly_same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Wei Wei", "Wei Li"), ("Wei Li", "Wei Liu"), ("Xiaoming Wang", "Xiaoning Wang"),
        ("李飞飞", "Fei Zhang"), ("张伟", "Wei Wang"), ("Sebastian Mielke", "Sabrina Mielke"),
        ("John P. Lalor", "Mary Lalor"), ("", "Wei Li"), ("李雷", "李梅"),
    ],
)  # fmt: skip
def test_different_people(a: str, b: str) -> None:
    assert compare_names(a, b) == compare_names(b, a) == "different"


def test_lists_of_people() -> None:
    team = ["Ada Lovelace", "Alan Turing", "Grace Hopper"]
    assert compare_people(team, ["Hopper, Grace", "Ada Lovelace", "Alan M. Turing"]) == "same"
    assert compare_people(team, team[:2]) == "different"
    assert compare_people(team, [*team[:2], "Edith Clarke"]) == "different"
    assert compare_people(team, [*team[:2], "Grace Hoper"]) == "possibly_same"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Google LLC", "谷歌", "same"),
        ("株式会社日立製作所", "日立製作所", "same"),
        ("清華大學", "清华大学", "same"),
        ("The University of Tokyo", "東京大学", "same"),
        ("MIT", "Massachusetts Institute of Technology", "same"),
        ("NYU", "New York University", "possibly_same"),
        ("Google DeepMind", "DeepMind", "possibly_same"),
        ("株式会社ＡＢＣ", "ABC, Inc.", "same"),
        ("有限会社A-Bird", "A-Bird Ltd. (Japan)", "same"),
        ("公益財団法人水鳥財団", "水鳥財団", "same"),
        ("医療法人社団青鷺会", "青鷺会", "same"),
        ("Heron Works (Japan)", "Heron Works", "same"),
        ("Heron Works (Japan)", "Heron Works (China)", "possibly_same"),
        ("OpenAI", "Anthropic", "different"),
        ("清华大学", "北京大学", "different"),
    ],
)
def test_organisations(a: str, b: str, verdict: str) -> None:
    assert compare_organisations(a, b) == compare_organisations(b, a) == verdict


def test_a_workspace_adds_aliases() -> None:
    assert compare_organisations("DM", "DeepMind", {"DM": "DeepMind"}) == "same"


def test_aliases_from_a_registry() -> None:
    records: list[dict[str, Any]] = [
        {"names": [{"value": "Heron Institute", "types": ["ror_display"]},
                   {"value": "Institut Héron", "types": ["label"]},
                   {"value": "HI", "types": ["acronym"]}]},
        {"name": "Swallow College", "aliases": ["SC"], "labels": [{"label": "燕学院"}]},
        {"name": "Stork College", "aliases": ["SC"], "labels": []},
    ]  # fmt: skip
    table = aliases_from_ror(records)
    assert table["Institut Héron"] == "Heron Institute"
    assert compare_organisations("燕学院", "Swallow College", table) == "same"
    assert "HI" not in table
    assert "SC" not in table, "a name of two organisations decides nothing"
