"""A heading with the fields of a work right below it is that work's title, whatever its case."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Claim
from factcheck.sources import read_text

LISTS = {
    "identifier below": (
        "# Reading list\n\n## Deep residual learning for image recognition\n\n"
        "- Authors: Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun\n- arXiv: 1512.03385\n",
        "Deep residual learning for image recognition",
    ),
    "digits that look like a number": (
        "# Week 2\n\n## Adam: A Method for Stochastic Optimization\n\n"
        "- Authors: Diederik P. Kingma, Jimmy Ba\n- arXiv: 1412.6980\n",
        "Adam: A Method for Stochastic Optimization",
    ),
    "a DOI alone": (
        "# Classics\n\n## Long Short-Term Memory\n\n- DOI: 10.1162/neco.1997.9.8.1735\n"
        "- Authors: Sepp Hochreiter, Jürgen Schmidhuber\n",
        "Long Short-Term Memory",
    ),
    "zh": (
        "# 本周书单\n\n## 长短期记忆网络\n\n- 作者:Sepp Hochreiter、Jürgen Schmidhuber\n"
        "- DOI:10.1162/neco.1997.9.8.1735\n",
        "长短期记忆网络",
    ),
    "ja": (
        "# 今週の論文\n\n## 画像認識のための深層残差学習\n\n- 著者: Kaiming He, Xiangyu Zhang\n"
        "- arXiv: 1512.03385\n",
        "画像認識のための深層残差学習",
    ),
}


def claims_of(text: str) -> list[Claim]:
    return list(extract(read_text(text, "list.md")).claims)


@pytest.mark.parametrize(("text", "title"), LISTS.values(), ids=LISTS)
def test_a_described_heading_is_a_title(text: str, title: str) -> None:
    of_work = {claim.predicate for claim in claims_of(text) if claim.subject == title}
    assert {"title", "author"} <= of_work
    assert of_work & {"arxiv_id", "doi"}


@pytest.mark.parametrize(("text", "title"), LISTS.values(), ids=LISTS)
def test_an_identifier_is_no_number(text: str, title: str) -> None:
    assert not [c for c in claims_of(text) if c.value.type == "quantity"]


def test_the_author_of_an_article_does_not_make_it_a_paper() -> None:
    text = "# A bridge reopens\n\nAuthor: Jane Doe\n\nThe bridge is 310 metres long.\n"
    assert "author" not in {claim.predicate for claim in claims_of(text)}
