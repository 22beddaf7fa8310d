"""Whom a Chinese clause speaks of, when a year or 设有 stands right behind the name."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.sources import read_text

CLAUSES = [
    ("北辰航天公司2015年成立。", "北辰航天公司"),
    ("云岭美术馆1998年开馆。", "云岭美术馆"),
    ("青石大学附属医院设有1200张床位。", "青石大学附属医院"),
    ("长川图书馆设有860个座位。", "长川图书馆"),
    ("蓝湾体育场2021年启用。", "蓝湾体育场"),
    ("丰原电子2009年上市。", "丰原电子"),
]


@pytest.mark.parametrize(("text", "subject"), CLAUSES)
def test_the_name_before_the_year_or_the_verb_is_the_subject(text: str, subject: str) -> None:
    assert {claim.subject for claim in extract(read_text(text, "note.txt")).claims} == {subject}


RUNNING_TIMES = [
    ("《海的年轮》由陆青禾执导,片长132分钟。", 132),
    ("《北纬之冬》的片长为98分钟。", 98),
    ("映画『潮の標』の上映時間は117分だ。", 117),
    ("The film Saltmarsh has a running time of 104 minutes.", 104),
    ("Saltmarsh, with a runtime of 104 minutes, opens on Friday.", 104),
]


@pytest.mark.parametrize(("text", "minutes"), RUNNING_TIMES)
def test_how_long_a_film_runs_is_a_measure_of_its_own(text: str, minutes: int) -> None:
    claims = extract(read_text(text, "note.txt")).claims
    [time] = [claim for claim in claims if claim.predicate == "running_time"]
    assert time.value.to_dict()["value"] == minutes
