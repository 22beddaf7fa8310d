"""What is linked: equal values, roundings, members of a list, sentences that render each other."""

from __future__ import annotations

from factcheck.claims import extract
from factcheck.model import Claim
from factcheck.reconcile import reconcile
from factcheck.sources import read_text


def _linked(text: str) -> tuple[dict[str, Claim], list[tuple[str, set[str]]]]:
    """The claims by id, and the groups of ids with their relation."""
    extraction = extract(read_text(text, "text.md"))
    found = reconcile([extraction]).agreements
    return {c.id: c for c in extraction.claims}, [(a.relation, set(a.claims)) for a in found]


def test_a_value_and_a_list_that_holds_it_are_linked_as_a_refinement() -> None:
    claims, groups = _linked(
        "# Heron\n\nHeron has 280 billion parameters.\n\n"
        "Heron comes in two sizes with 7B and 280B parameters.\n"
    )
    single = {i for i, c in claims.items() if c.value.type == "quantity"
              and c.predicate == "parameter_count"}  # fmt: skip
    several = {i for i, c in claims.items() if c.value.type == "quantity_list"}
    assert single and several
    assert any(rel == "refines" and single & ids and several & ids for rel, ids in groups)


def test_titles_in_two_languages_of_one_record_are_linked() -> None:
    text = """- Title: A Quiet Model of Deep Sea Currents
- Title(参考訳): 深海流の静かなモデル
- Authors: Ada Lund, Ben Moor
- Abstract: We present a model. It was evaluated on 18 benchmarks.
- Abstract(参考訳): モデルを提案する。18のベンチマークで評価した。
"""
    claims, groups = _linked(text)
    titles = {i for i, c in claims.items() if c.predicate == "title"}
    assert len(titles) == 2
    assert any(titles <= ids for _, ids in groups)


def test_a_negated_claim_agrees_with_nothing() -> None:
    claims, groups = _linked(
        "# Heron\n\nHeron has 280 billion parameters.\n\n"
        "Heron does not have 280 billion parameters.\n"
    )
    negated = {i for i, c in claims.items() if c.modality == "negated"}
    assert not any(negated & ids for _, ids in groups)


def test_an_agreement_never_holds_one_claim_alone() -> None:
    claims, groups = _linked("# Heron\n\nHeron has 280 billion parameters.\n")
    assert claims
    assert all(len(ids) > 1 for _, ids in groups)
