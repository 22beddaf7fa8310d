"""Two values for one thing, in one article, in two, and against a record."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Conflict
from factcheck.reconcile import reconcile
from factcheck.sources import read_text


def _fix(conflict: Conflict) -> str:
    """What the conflict proposes to write."""
    assert conflict.suggestion is not None
    return conflict.suggestion.replacement


def _check(*texts: str, code: str = "") -> list[Conflict]:
    read = [extract(read_text(text, f"text-{n}.md")) for n, text in enumerate(texts)]
    return [c for c in reconcile(read).conflicts if c.code.startswith(code or "FC")]


INSIDE = [
    "# Heron\n\nHeron has 280 billion parameters.\n\nAt the end it reads: Heron has 28 billion "
    "parameters.\n",
    "# 海燕模型\n\nSkylark 拥有 2800 亿参数。\n\n文末又写道,Skylark 拥有 280 亿参数。\n",
    "# Falcon\n\nFalcon was trained on 300 billion tokens.\n\nIn the summary, Falcon was trained "
    "on 30 billion tokens.\n",
]  # fmt: skip


@pytest.mark.parametrize("text", INSIDE)
def test_one_article_with_two_values(text: str) -> None:
    (conflict,) = _check(text, code="FC101")
    assert "cannot both hold" in conflict.message
    assert any("10 times" in line for line in conflict.explanation)


@pytest.mark.parametrize("text", [
    "# Heron\n\nHeron has 280 billion parameters. In short: Heron has 280B parameters.\n",
    "# Heron\n\nThe Heron family has models from 1 billion to 280 billion parameters.\n\nHeron has "
    "280 billion parameters.\n",
    "# Heron\n\nHeron has 281 billion parameters.\n\nHeron has about 280 billion parameters.\n",
    "# Heron\n\nHeron comes in two sizes with 2B and 9B parameters.\n",
    "# Heron\n\nHeron has 280 billion parameters.\n\n# Egret\n\nEgret has 70 billion parameters.\n",
])  # fmt: skip
def test_roundings_ranges_families_and_others_are_no_conflict(text: str) -> None:
    assert _check(text, code="FC101") == []


def test_two_articles_that_disagree() -> None:
    one = "# News\n\nSkylark has 70 billion parameters.\n"
    other = "# 消息\n\nSkylark 拥有 7 亿参数。\n"
    (conflict,) = _check(one, other, code="FC2")
    assert conflict.sources == ("text-0.md", "text-1.md")
    assert _check(one, "# 消息\n\nSkylark 拥有 700 亿参数。\n", code="FC2") == []


BIB = """@article{salt,
  title = {A Cheaper Battery from Common Salt and Water},
  author = {Ada Lund and Ben Moor},
  year = {2019},
  eprint = {1901.00001},
  archiveprefix = {arXiv},
  url = {https://example.org/salt}
}
"""


def _against_record(text: str) -> list[Conflict]:
    read = [extract(read_text(text, "article.txt")), extract(read_text(BIB, "papers.bib"))]
    return [c for c in reconcile(read).conflicts if c.code.startswith("FC4")]


def test_a_year_that_no_record_gives() -> None:
    (conflict,) = _against_record(
        "A Cheaper Battery from Common Salt and Water (2021)\nIt is cheap.\n"
    )
    assert conflict.code == "FC401"
    assert _fix(conflict) == "2019"
    assert (
        _against_record("A Cheaper Battery from Common Salt and Water (2019)\nIt is cheap.\n") == []
    )


def test_a_name_in_a_title_keeps_its_capitals() -> None:
    bib = BIB.replace(
        "A Cheaper Battery from Common Salt and Water", "SaltNET: a battery made of salt"
    )
    text = "Saltnet: A battery made of salt (2019)\nIt is cheap.\n"
    read = [extract(read_text(text, "article.txt")), extract(read_text(bib, "papers.bib"))]
    (conflict,) = [c for c in reconcile(read).conflicts if c.code.startswith("FC4")]
    assert conflict.code == "FC403"
    assert "SaltNET" in _fix(conflict)


def test_claims_of_one_value_are_linked_and_others_are_not() -> None:
    text = (
        "# Heron\n\nHeron has 280 billion parameters.\n\nEgret has 28 billion "
        "parameters.\n\n再说一遍:Heron 拥有 2800 亿参数。\n"
    )
    extraction = extract(read_text(text, "text.md"))
    counts = [c for c in extraction.claims if c.predicate == "parameter_count"]
    found = reconcile([extraction]).agreements
    groups = [set(a.claims) for a in found if a.relation == "same_value"]
    herons = {c.id for c in counts if c.subject == "Heron"}
    egrets = {c.id for c in counts if c.subject == "Egret"}
    assert len(herons) == 2 and herons in groups
    assert not any(group & egrets and group & herons for group in groups)


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Tom Brown", "T. Brown", True), ("Tom Brown", "Brown, Tom B.", True),
    ("Karén Simonyan", "Karen Simonyan", True), ("Tom Henighan", "Tom Hennigan", False),
    ("Wei Wei", "Gary Wei", False), ("Jin Zhou", "Jack Zhou", False),
])  # fmt: skip
def test_who_may_be_the_same_person(one: str, other: str, same: bool) -> None:
    from factcheck.reconcile.works.bylines import same_name

    assert same_name(one, other) is same
