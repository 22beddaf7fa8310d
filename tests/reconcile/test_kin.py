"""A case taken apart gives what the whole case gives."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import Extraction, extract, load_catalogue, load_entities
from factcheck.model import Conflict
from factcheck.reconcile import reconcile
from factcheck.reconcile.agreements import agreements_across, agreements_within, in_order
from factcheck.reconcile.engine import conflicts_in, settled
from factcheck.reconcile.groups.placing import GroupRule
from factcheck.reconcile.kin import families, kin_rules, pair_rules, pairs, whole_rules
from factcheck.reconcile.rules import all_rules
from factcheck.reconcile.rules.interface import Case
from factcheck.reconcile.translation.passages import find_alignments
from factcheck.sources import read_text

TEXTS = {
    "lyra": "# Lyra\n\nWe train Lyra on 300 billion tokens. Lyra has 12 billion parameters.\n\n"
    "Three tables follow: see Table 4.\n",
    "lyra-ja": "# Lyra\n\n私たちはLyraを3000億トークンで訓練した。Lyraは12億のパラメータを持つ。\n",
    "lyra-zh": "# Lyra\n\n我们用3000亿个词元训练Lyra。Lyra有12亿个参数。\n",
    "monday": "# Notes\n\n## Ossia\n\nOssia has 70 billion parameters.\n\nOssia has 7 billion "
    "parameters. It cut costs by 40 %, from 100 to 60 dollars, on Monday, 5 January 2021.\n",
    "tuesday": "# Notes\n\n## Ossia\n\nOssia has 9 billion parameters. The list:\n\n## Lyra\n\n"
    "Lyra has 13 billion parameters ( and more.\n",
    "hora-one": "# Hora\n\nHora は2019年に公開され、30個の言語に対応する。\n",
    "hora-two": "# Hora\n\nHora は2018年に公開され、33個の言語に対応する。\n",
    "port": "The port of Beihu handled 7.2 million containers in 2021.\n",
    "port-zh": "北湖港2021年处理集装箱270万个。\n",
    "papers": "@article{ossia, title={Ossia: a Model of Models and of More}, year={2020}, "
    "author={Ana Ito and Bo Lim}}\n",
}
ORIGINALS = {"lyra-ja": "lyra", "lyra-zh": "lyra", "hora-one": "hora", "hora-two": "hora"}
CATALOGUE, ENTITIES = load_catalogue(), load_entities()


def case_of(extractions: list[Extraction]) -> Case:
    documents = [extraction.document for extraction in extractions]
    return Case(extractions=tuple(extractions), originals=ORIGINALS, catalogue=CATALOGUE,
                alignments=find_alignments(documents, ORIGINALS), entities=ENTITIES)  # fmt: skip


def test_families_groups_and_the_rest_are_the_whole() -> None:
    extractions = {name: extract(read_text(text, name), CATALOGUE, ENTITIES)
                   for name, text in sorted(TEXTS.items())}  # fmt: skip
    whole = reconcile(extractions.values(), originals=ORIGINALS)
    case = case_of(list(extractions.values()))
    conflicts: list[Conflict] = []
    agreements = agreements_across(case)
    for family in families(extractions, ORIGINALS):
        part = case_of([extractions[name] for name in family])
        conflicts += conflicts_in(part, kin_rules())
        agreements |= agreements_within(part)
    conflicts += conflicts_in(case, [r for r in all_rules() if isinstance(r, GroupRule)])
    conflicts += conflicts_in(replace(case, alignments=()), whole_rules())
    for rule in pair_rules():
        studied = {name: rule.study(case_of([one])) for name, one in extractions.items()}
        traits = {name: rule.traits(held) for name, held in studied.items()}
        counts: Counter[str] = Counter()
        for held in traits.values():
            counts.update(held)
        for one, other in pairs(traits, rule.common(counts)):
            part = case_of([extractions[one], extractions[other]])
            both = [*studied[one], *studied[other]]
            conflicts += settled(part, rule.between(part, both, rule.common(counts)))
    assert "FC202" in {c.code for c in conflicts}
    assert {c.kind for c in conflicts} >= {"internal", "cross_source", "translation"}
    assert sorted(conflicts, key=repr) == sorted(whole.conflicts, key=repr)
    assert in_order(agreements) == whole.agreements


def test_every_rule_is_of_one_reach() -> None:
    within, across = kin_rules(), whole_rules()
    groups = [rule for rule in all_rules() if isinstance(rule, GroupRule)]
    assert sorted(r.doc.code for r in (*within, *across, *groups, *pair_rules())) == [
        rule.doc.code for rule in all_rules()]  # fmt: skip
    assert [r.doc.code for r in groups] == ["FC101", "FC201"]
    assert {r.doc.kind for r in across} <= {"record", "cross_source"}


def test_an_ignored_rule_is_of_no_reach() -> None:
    assert not [r for r in kin_rules(["FC3"]) if r.doc.code.startswith("FC3")]
    assert not [r for r in whole_rules(["FC4"]) if r.doc.code.startswith("FC4")]


names = st.sampled_from("abcdefgh")


@given(st.sets(names), st.dictionaries(names, names))
def test_families_are_the_connected_documents(held: set[str], originals: dict[str, str]) -> None:
    found = families(held, originals)
    assert sorted(itertools.chain(*found)) == sorted(held)
    home = {name: family for family in found for name in family}
    related = [{a, b} for a, b in originals.items() if a in held]
    reached = [set(family) for family in found]
    for family in reached:  # what any member leads to, in either direction, leads to no other one
        for _ in originals:
            family.update(*(pair for pair in related if pair & family))
    for one, other in itertools.combinations(reached, 2):
        assert not one & other
    assert all(home[name] == tuple(sorted(home[name])) for name in held)
