"""Links of subjects: by known names, by the text's own short names, and questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims import extract, load_entities
from factcheck.claims.entities import EntityTable, Link
from factcheck.claims.introduced import introductions
from factcheck.claims.linking import links_of
from factcheck.sources import read_text

INTRODUCED = [
    ("The Harbour Safety Agency (HSA) employs 40 people.", "HSA", "Harbour Safety Agency"),
    ("Northern Grid Ltd (hereafter “NG”) runs 82 stations.", "NG", "Northern Grid Ltd"),
    ("The Selm Port Authority, or SPA, was set up in 1961.", "SPA", "Selm Port Authority"),
    ("the Mill Lane Theatre (hereinafter the Theatre) seats 300", "Theatre", "Mill Lane Theatre"),
    ("The Institute of Tidal Energy (ITE) opened in 2009.", "ITE", "Institute of Tidal Energy"),
    ("海东市交通运输局（下称“交通局”）表示", "交通局", "海东市交通运输局"),
    ("记者从南岭大学（以下简称南大）获悉", "南大", "南岭大学"),
    ("华原输电有限公司(以下简称“华原”)成立于2006年", "华原", "华原输电有限公司"),
    ("松河文献数据库（简称松河库）", "松河库", "松河文献数据库"),
    ("由青石建设集团（下称青石）承建", "青石", "青石建设集团"),
    ("株式会社北浜送電(以下、北送という)は", "北送", "株式会社北浜送電"),
    ("東浦食品協会（以下「協会」）は", "協会", "東浦食品協会"),
    ("みどり調理機（本社・燕市、以下「当社」）は", "当社", "みどり調理機"),
    ("川辺蓄電組合（以下「組合」と呼ぶ）が", "組合", "川辺蓄電組合"),
    ("消費支出指数（以下CSI）は", "CSI", "消費支出指数"),
]


@pytest.mark.parametrize(("text", "alias", "name"), INTRODUCED)
def test_a_short_name_is_introduced(text: str, alias: str, name: str) -> None:
    assert [(found.alias, found.name) for found in introductions(text)] == [(alias, name)]


@pytest.mark.parametrize(
    "text",
    [
        "The film (Germany) is long.",
        "She joined in May (2014).",
        "这位医生（男）说",
        "参加者（45）は驚いた",
        "Sales (in thousands) rose.",
    ],
)
def test_other_brackets_introduce_nothing(text: str) -> None:
    assert list(introductions(text)) == []


FULL = [
    ("The Harbour Safety Agency (HSA) is in Selm. The HSA employs 40 people.",
     "Harbour Safety Agency", 40),
    ("南岭大学（以下简称南大）位于海东。南大有2100名教师。", "南岭大学", 2100),
    ("東浦食品協会（以下「協会」）は海東市にある。協会の会員は360人だ。", "東浦食品協会", 360),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "number"), FULL)
def test_the_short_name_stands_for_the_full_one_from_there_on(
    text: str, name: str, number: int
) -> None:
    claims = extract(read_text(text, "note.txt")).claims
    [counted] = [c for c in claims if c.value.to_dict().get("value") == number]
    assert counted.subject == name


def test_links_say_where_they_come_from_and_whether_they_are_certain() -> None:
    text = "The Harbour Safety Agency (HSA) employs 40 people. Google employs 900."
    links = extract(read_text(text, "note.txt")).links()
    assert {(link.surface, link.entity, link.origin, link.certain) for link in links} == {
        ("Google", "Google", "catalogue", True),
        ("HSA", "Harbour Safety Agency", "introduced", True),
    }


def test_names_that_are_nearly_identical_are_a_question() -> None:
    [link] = links_of(["Lumeris Grid Ltd", "Lumeris Grids Ltd"], EntityTable(entities=()))
    assert (link.surface, link.entity) == ("Lumeris Grid Ltd", "Lumeris Grids Ltd")
    assert link == Link(surface=link.surface, entity=link.entity, kind="", certain=False,
                        reason="96% of the letters are the same", origin="likeness")  # fmt: skip


def test_nobody_is_asked_about_names_that_somebody_has_put_apart(tmp_path: Path) -> None:
    path = tmp_path / "entities.toml"
    path.write_text('[apart]\n"Lumeris Grid Ltd" = ["Lumeris Grids Ltd"]\n', encoding="utf-8")
    assert links_of(["Lumeris Grid Ltd", "Lumeris Grids Ltd"], load_entities(path)) == ()


def test_a_name_put_apart_from_an_entity_is_not_linked_to_it(tmp_path: Path) -> None:
    path = tmp_path / "entities.toml"
    path.write_text(
        '[organisation]\n"Ostrey Bank" = ["Ostrey"]\n[apart]\n"Ostrey" = ["Ostrey Bank"]\n',
        encoding="utf-8",
    )
    assert load_entities(path).link("Ostrey") is None
