"""Who made a work, where it came out, under which terms and other names, outside fields."""

# ruff: noqa: E501 - an example stays one line

from __future__ import annotations

import pytest

from tests.claims.spoken import valued

ROUNDUP = "# Papers of May\n\nTwo papers on rivers.\n\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("## Slow Rivers: Silt and Time\nAda Grove and Tom Vance (University of Harlow), 2024.\n",
         ("Ada Grove", "Tom Vance")),
        ("## Slow Rivers: Silt and Time\n*Ada Grove, Tom Vance and Lee Hart — Harlow Institute*\n",
         ("Ada Grove", "Tom Vance", "Lee Hart")),
        ("## Slow Rivers: Silt and Time\nBy Ada Grove of Harlow Institute.\n", ("Ada Grove",)),
    ],
)  # fmt: skip
def test_lines_of_authors(text: str, names: tuple[str, ...]) -> None:
    assert ("author", names) in valued(ROUNDUP + text, "author")


def test_authors_with_their_institution_in_japanese() -> None:
    text = "# 今月の論文\n\n## Slow Rivers of the North\n\n東峰大学のAda Grove、Tom Vanceの2氏による。\n"
    found = valued(text, "author", "institution_of_work")
    assert ("author", ("Ada Grove", "Tom Vance")) in found
    assert ("institution_of_work", "東峰大学") in found


def test_a_reference_spelt_out_in_chinese() -> None:
    text = "# 河图\n\n河图是一个工具。请引用：庄明远、岑宁，《慢河》，载《水文通讯》2023年第4期。\n"
    found = valued(text)
    assert {("author", ("庄明远", "岑宁")), ("venue", "水文通讯"),
            ("publication_year", 2023), ("title", "慢河")} <= found  # fmt: skip


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("The study appeared in the journal River Science on Monday.", "River Science"),
        ("Accepted at the Oslo Conference on River Science.", "Oslo Conference on River Science"),
        ("相关论文发表于《河流科学》。", "河流科学"),
        ("成果は「河川科学」に掲載された。", "河川科学"),
        ("論文は河川科学の2024年5月号に載った。", "河川科学"),
    ],
)
def test_venues(text: str, venue: str) -> None:
    assert ("venue", venue) in valued(text, "venue")


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Code: MIT. Models: CC BY-NC 4.0.", "MIT"),
        ("Code: MIT. Models: CC BY-NC 4.0.", "CC BY-NC 4.0"),
        ("The extraction code is BSD 3-Clause.", "BSD 3-Clause"),
        ("The tool is released under the MIT licence.", "MIT"),
        ("许可证仍为Apache 2.0。", "Apache 2.0"),
        ("代码：BSD 3-Clause。", "BSD 3-Clause"),
        ("代码以MIT许可发布。", "MIT"),
        ("データはCC0で公開されている。", "CC0"),
        ("コードはGPLv3である。", "GPLv3"),
    ],
)
def test_licences(text: str, licence: str) -> None:
    assert ("license", licence) in valued(f"# Finch\n\n{text}\n", "license")


@pytest.mark.parametrize(
    "text",
    ["She studied at MIT in 1994.", "The BSD conference was in Ottawa.", "MIT的研究人员说。"],
)
def test_names_that_are_no_licences(text: str) -> None:
    assert valued(text, "license") == set()


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("县水利建设指挥部（以下简称“县水指”）发布通报。", "县水指"),
        ("株式会社河川機械（本社：燕市、以下「当社」）は新製品を出す。", "当社"),
        ("The Harlow River Authority (HRA) reported it.", "HRA"),
        ("Ada Grove (née Vance) was a geologist.", "Vance"),
        ("# 河图（Hetu）\n\n一个工具。", "Hetu"),
    ],
)
def test_other_names(text: str, alias: str) -> None:
    assert ("alias", alias) in valued(text, "alias")


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Requires Python 3.10 or later.", "Python 3.10"),
        ("The driver needs Java 17.", "Java 17"),
        ("需要Python 3.11或更高版本。", "Python 3.11"),
        ("驱动今后要求Rust 1.70以上。", "Rust 1.70"),
        ("Python 3.9以上が必要。", "Python 3.9"),
    ],
)
def test_programs_that_are_needed(text: str, needed: str) -> None:
    assert ("requirement", needed) in valued(f"# Finch\n\n{text}\n", "requirement")


@pytest.mark.parametrize(
    "text",
    [
        "The paper was retracted in May.",
        "The study is a preprint and has not been peer reviewed.",
        "该论文已被撤稿。",
        "这项研究以预印本形式公开。",
        "この論文は査読前である。",
    ],
)
def test_the_stage_of_a_work(text: str) -> None:
    assert valued(text, "publication_status")
