"""Which words of a phrase are the name, and which words name anything at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.antecedents import ends_in, sort_of
from factcheck.claims.naming import is_proper, name_in, without_article

INSIDE = [
    ("Chief executive Jane Roe", "Jane Roe"),
    ("the LumenSeg data set", "LumenSeg"),
    ("Quillon's Director Lena Sand", "Lena Sand"),
    ("存储芯片公司Norvane", "Norvane"),
    ("影片《长夜》", "长夜"),
    ("编剧团队的小说《海的年轮》", "海的年轮"),
    ("小型ロボット「ハコリン」", "ハコリン"),
    ("編者の瀬名陽子", "瀬名陽子"),
    ("介護ロボットのTidemark", "Tidemark"),
    ("the harbour master", "the harbour master"),
]


@pytest.mark.parametrize(("words", "name"), INSIDE)
def test_the_name_inside_a_phrase(words: str, name: str) -> None:
    assert name_in(words) == name


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("The Library", "Library"),
        ("the new library", "new library"),
        ("A vessel", "vessel"),
        ("these runners", "runners"),
        ("Both the tunnels", "tunnels"),
        ("Theatre Royal", "Theatre Royal"),
        ("the", "the"),
    ],
)
def test_articles_are_no_part_of_a_name(words: str, bare: str) -> None:
    assert without_article(words) == bare


@given(st.text(alphabet="The Aanis books", max_size=24))
def test_taking_articles_away_twice_takes_no_more(words: str) -> None:
    assert without_article(without_article(words)) == without_article(words)


@pytest.mark.parametrize(
    "words", ["Corran Tower", "长川大桥", "ノルヴェイン", "远山科技", "GPT-9", "《长夜》", "北辰社"]
)
def test_names_by_their_form(words: str) -> None:
    assert is_proper(words)


@pytest.mark.parametrize(
    "words", ["the roof", "主塔", "データ", "エレベーター", "会社", "数据", ""]
)
def test_words_that_name_nothing_by_their_form(words: str) -> None:
    assert not is_proper(words)


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("Jane Roe", "person"),
        ("Veltra Pharma", "organisation"),
        ("Kestrel 5", "thing"),
        ("远山科技", "organisation"),
        ("東和食品", "organisation"),
        ("香月忍氏", "person"),
        ("office", "phrase"),
    ],
)
def test_what_sort_of_thing_a_name_is_of(words: str, sort: str) -> None:
    assert sort_of(words, proper=words != "office") == sort


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Hallam Bridge", "bridge"),
        ("南山大学", "校"),
        ("南山大学", "大"),
        ("云汀跨海大桥", "大桥"),
        ("東和食品ホールディングス", "社"),
        ("永安里小区", "小区"),
    ],
)
def test_a_description_fits_a_name_that_ends_in_its_noun(name: str, noun: str) -> None:
    assert ends_in(name, noun)


@pytest.mark.parametrize(("name", "noun"), [("Bridge", "bridge"), ("南山大学", "县"), ("桥", "桥")])
def test_a_description_fits_no_other_name(name: str, noun: str) -> None:
    assert not ends_in(name, noun)
