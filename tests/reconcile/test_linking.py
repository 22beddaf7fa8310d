"""What brings claims of two articles together: the name they are about, what they tell of it, what
limits it, and whether two articles tell one story."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import Extraction, extract, load_catalogue, load_entities
from factcheck.model import Language
from factcheck.reconcile import Case
from factcheck.reconcile.groups.anchors import name_of, text_names
from factcheck.reconcile.groups.grouping import comparable, groups, told_once
from factcheck.reconcile.groups.placing import Judge, Placement, group_name, place
from factcheck.reconcile.groups.spellings import other_spellings
from factcheck.reconcile.groups.stories import names_of, shared_stories, stories_of
from factcheck.reconcile.rules.values import TwoArticles
from factcheck.sources import read_text


def _read(*texts: str) -> tuple[Extraction, ...]:
    return tuple(extract(read_text(text, f"{n}.txt")) for n, text in enumerate(texts))


def _case(*texts: str) -> Case:
    return Case(extractions=_read(*texts), catalogue=load_catalogue(), entities=load_entities())


@pytest.mark.parametrize(("subject", "language", "stem", "thing"), [
    ("The Pellan Viaduct", "en", "pellan", "viaduct"),
    ("the Larkspur Dam on the Vey", "en", "larkspur", "dam"),
    ("Delby's marathon", "en", "delby", "race"),
    ("the port of Nanwei", "en", "nanwei", "port"),
    ("The Treaty of Marsh Point", "en", "marsh point", "treaty"),
    ("Lake Orra", "en", "orra", "lake"),
    ("The Kestrel 3 engine", "en", "kestrel 3", ""),
    ("Professor Ada Brandt", "en", "ada brandt", ""),
    ("2020年贯通的云岭隧道", "zh", "云岭", "tunnel"),
    ("画家郁知秋", "zh", "郁知秋", ""),
    ("望月電機の2025年3月期の売上高", "ja", "望月电机", ""),
    ("湖畔に建つ笹鳴美術館", "ja", "笹鸣", "gallery"),
    ("株式会社みなと製作所", "ja", "みなと制作所", ""),
    ("白波市の新図書館", "ja", "白波", "library"),
])  # fmt: skip
def test_a_subject_is_compared_by_its_name(
    subject: str, language: Language, stem: str, thing: str
) -> None:
    name = name_of(subject, language)
    assert name is not None
    assert (name.stem, name.thing) == (stem, thing)


@pytest.mark.parametrize("subject", ["it", "the engineers", "Seventy-two people", "Founded"])
def test_what_names_nothing_has_no_name(subject: str) -> None:
    assert name_of(subject, "en") is None


@pytest.mark.parametrize(("text", "language", "topic"), [
    ("The fire at the Corvin Mill killed 27 workers.", "en", "deaths"),
    ("Corvin Mill has 27 workers.", "en", "employees"),
    ("The Quill-2 chip has 48 billion transistors.", "en", "transistors"),
    ("Quill-2芯片集成了480亿个晶体管。", "zh", "transistors"),
    ("Heron Foods had revenue of $3 million in 2022.", "en", "revenue"),
    ("蓝溪乳业2023年营业收入达到84亿元。", "zh", "revenue"),
    ("望月電機の売上高は1520億円だった。", "ja", "revenue"),
    ("澄湖大桥于2018年9月28日通车。", "zh", "opened"),
    ("The Treaty of Marsh Point was signed on 12 March 1887.", "en", "signed"),
    ("藤見山の標高は1,847メートルだ。", "ja", "height"),
])  # fmt: skip
def test_what_is_told_has_one_name_in_three_languages(
    text: str, language: Language, topic: str
) -> None:
    assert topic in [told for _, told in comparable(_case(text))]


@pytest.mark.parametrize(("one", "other"), [
    ("The Ellen Bridge is planned to be 900 metres long.", "The Ellen Bridge is 400 metres long."),
    ("The Larch Bridge in Toll is 90 metres long.", "The Larch Bridge in Brae is 130 metres long."),
    ("Kobalt Mining produced 52,000 tonnes of copper in 2023.",
     "Kobalt Mining produced 8,000 tonnes of zinc in 2023."),
    ("蓝溪乳业2022年营收为41亿元。", "2023年,蓝溪乳业实现营收48亿元。"),
    ("みなと製作所の従業員数は連結で2,300人。", "みなと製作所の従業員数は単体で680人。"),
    ("The first edition of the Harrow Atlas had 212 maps.",
     "The third edition of the Harrow Atlas has 340 maps."),
])  # fmt: skip
def test_time_part_place_and_plan_keep_figures_apart(one: str, other: str) -> None:
    case = _case(one, other)
    assert [c.message for c in TwoArticles().find(case)] == []


def test_a_state_without_a_time_is_compared_only_where_digits_look_alike() -> None:
    grown = _case("Tern has 40 employees.", "In 2023 Tern had 95 employees.")
    slip = _case("Tern has 950 employees.", "In 2023 Tern had 95 employees.")
    assert [list(TwoArticles().find(case)) != [] for case in (grown, slip)] == [False, True]


def test_one_document_with_two_values_holds_nothing_against_another() -> None:
    case = _case("The Ellen Bridge is 400 metres long. The Ellen Bridge is 420 metres long.",
                 "The Ellen Bridge is 900 metres long.")  # fmt: skip
    told = [t.witness.document.name for group in groups(case) for t in told_once(group)]
    assert told == ["1.txt"]


# ---------------------------------------------------------------- groups alone and together
TEXTS = (
    "The Pellan Viaduct carries the railway and is 410 metres long.",
    "The Pellan Viaduct has a length of 440 metres. Norvane raised $45 million.",
    "云岭隧道全长13.5公里,2020年贯通。",
    "2020年贯通的云岭隧道长15.3公里。",
    "Battery maker Norvane said it had raised $54 million.",
    "霧見台駅の1日平均乗降客数は2万4千人である。",
)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(TEXTS))), st.integers(min_value=1, max_value=len(TEXTS)))
def test_a_document_alone_is_placed_as_among_others(order: list[int], count: int) -> None:
    case = _case(*TEXTS)
    chosen = tuple(case.extractions[n] for n in order[:count])
    among = place(Case(extractions=chosen, catalogue=case.catalogue, entities=case.entities))
    alone: dict[str, Placement] = {}
    for extraction in chosen:
        alone |= place(Case(extractions=(extraction,), catalogue=case.catalogue,
                            entities=case.entities))  # fmt: skip
    assert alone == among


def test_groups_judged_one_by_one_give_what_the_rule_gives() -> None:
    case = _case(*TEXTS)
    judge = Judge(case.catalogue, select=["FC201"])
    one_by_one = [
        conflict for group in groups(case)
        for conflict in judge.judge(group_name(group.subject, group.predicate.name),
                                    group.witnesses)
    ]  # fmt: skip
    whole = list(TwoArticles().find(case))
    assert one_by_one == whole
    assert {c.sides[0].quote.source for c in whole} == {"0.txt", "1.txt", "2.txt"}


# ---------------------------------------------------------------- stories and spellings
REPORT = (
    "A ferry capsized off Orsund on Monday. The Silver Tern carried 140 people. Rescuers said that "
    "23 people died and 8 were missing."
)
OTHER = (
    "The search off Orsund goes on. By noon 32 deaths had been confirmed on the Silver Tern, and "
    "8 people were missing."
)
ELSEWHERE = "A bus fell into a gorge near Kalmar. The driver and 5 passengers died."


def test_two_reports_of_one_event_are_one_story() -> None:
    case = _case(REPORT, OTHER, ELSEWHERE)
    [shared] = shared_stories(list(stories_of(case)), frozenset())
    assert [s.document.name for s in (shared.one, shared.other)] == ["0.txt", "1.txt"]
    assert {"silver tern", "orsund"} <= set(shared.names)


def test_names_that_too_many_have_bring_nobody_together() -> None:
    stories = list(stories_of(_case(REPORT, OTHER)))
    assert list(shared_stories(stories, frozenset(names_of(stories)))) == []


@pytest.mark.parametrize(("one", "other"), [
    ("南尾", "nanwei"), ("蓝溪乳业", "lanxi dairy"), ("ヴァルデマール", "valdemar"),
])  # fmt: skip
def test_a_name_is_known_in_another_script(one: str, other: str) -> None:
    assert other_spellings(one) & other_spellings(other)


@pytest.mark.parametrize(("one", "other"), [("南尾", "beiwei"), ("ヴァルデマール", "kristina")])
def test_another_name_is_not(one: str, other: str) -> None:
    assert not other_spellings(one) & other_spellings(other)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "zh", "ja"]))
def test_any_text_has_names_or_none(text: str, language: Language) -> None:
    for name, weight in text_names(text, language):
        assert name.stem
        assert 0 <= weight <= 2
