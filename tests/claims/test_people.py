"""Founders, joiners, leavers and those who stay, alone and in lists."""

# ruff: noqa: E501 - an example stays one line

from __future__ import annotations

import pytest

from tests.claims.spoken import said

MOVES = [
    ("Ada Grove and Tom Vance are co-founders of Pelham.", "cofounder_of", "Pelham"),
    ("Ada Grove co-founded Pelham in 2015.", "cofounder_of", "Pelham"),
    ("Ada Grove founded Pelham in 2015.", "founder_of", "Pelham"),
    ("Ada Grove has joined Northmoor.", "joined_organisation", "Northmoor"),
    ("Ada Grove left Northmoor in May 2021.", "left_organisation", "Northmoor"),
    ("Ada Grove still works at Northmoor.", "remains_at", "Northmoor"),
    ("Ada Grove works at Northmoor.", "affiliation", "Northmoor"),
    ("李明远共同创立了青石科技。", "cofounder_of", "青石科技"),
    ("李明远加入青石科技。", "joined_organisation", "青石科技"),
    ("李明远已离开青石科技。", "left_organisation", "青石科技"),
    ("李明远仍在青石科技工作。", "remains_at", "青石科技"),
    ("李明远就职于青石科技。", "affiliation", "青石科技"),
    ("森山葵氏は青石テックの共同創業者。", "cofounder_of", "青石テック"),
    ("森山葵氏は青石テックに入社した。", "joined_organisation", "青石テック"),
    ("森山葵氏は青石テックを退社した。", "left_organisation", "青石テック"),
    ("森山葵氏は現在も青石テックに在籍している。", "remains_at", "青石テック"),
    ("森山葵氏は青石テックに所属する。", "affiliation", "青石テック"),
]


@pytest.mark.parametrize(("text", "predicate", "where"), MOVES)
def test_moves(text: str, predicate: str, where: str) -> None:
    found = {(p, v) for _, p, v in said(text)}
    assert (predicate, where) in found


@pytest.mark.parametrize(
    ("text", "predicate", "who"),
    [
        ("Ada Grove, Tom Vance and Lee Hart joined Northmoor.", "joined_organisation",
         {"Ada Grove", "Tom Vance", "Lee Hart"}),
        ("Pelham was founded by Ada Grove and Tom Vance.", "cofounder_of",
         {"Ada Grove", "Tom Vance"}),
        ("李明远、张若川、王宁均加入青石科技。", "joined_organisation", {"李明远", "张若川", "王宁"}),
    ],
)  # fmt: skip
def test_everybody_in_a_list(text: str, predicate: str, who: set[str]) -> None:
    assert {subject for subject, _, _ in said(text, predicate)} == who


@pytest.mark.parametrize(
    ("text", "who", "predicate"),
    [
        ("Pelham opens a plant\n\nPelham opened a plant on Monday. Ada Grove, who founded the company "
         "with a friend, spoke.", "Ada Grove", "founder_of"),
        ("Pelham opens a plant\n\nPelham opened a plant. Ada Grove has left to join the maker Northmoor.",
         "Ada Grove", "left_organisation"),
    ],
)  # fmt: skip
def test_the_employer_that_the_text_is_about(text: str, who: str, predicate: str) -> None:
    assert (who, predicate, "Pelham") in said(text, predicate)
