"""The engine: selection, explanation, order, and texts of every sort."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import Extraction
from factcheck.errors import UsageError
from factcheck.model import Coverage
from factcheck.reconcile import RULES, explain, reconcile
from factcheck.reconcile.engine import chosen_rules
from factcheck.sources import read_text

DAMAGED = "The set (ge$ 7B) is new.\nPeople who left:\n\n# Next\nMiller et al , 2020 say so.\n"


def _read(text: str, name: str = "a.txt") -> Extraction:
    return Extraction(document=read_text(text, name), claims=(), notices=(), coverage=Coverage())


def test_every_rule_has_a_page_and_a_code_of_its_own() -> None:
    codes = [rule.doc.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    for rule in RULES:
        assert rule.doc.what and rule.doc.why and rule.doc.example and rule.doc.version >= 1
        assert explain(rule.doc.code.lower()) is rule.doc


def test_an_unknown_code_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="FC301"):
        explain("FC3O1")
    with pytest.raises(UsageError):
        chosen_rules(select=("FC999",))


def test_select_and_ignore_take_beginnings_of_codes() -> None:
    assert {c.code for c in reconcile([_read(DAMAGED)]).conflicts} >= {"FC501", "FC701", "FC703"}
    only = reconcile([_read(DAMAGED)], select=("FC7",)).conflicts
    assert {c.code for c in only} == {"FC701", "FC703"}
    rest = reconcile([_read(DAMAGED)], ignore=("FC70",)).conflicts
    assert {c.code for c in rest} == {"FC501"}


@given(st.permutations(["甲.txt", "b.txt", "c.txt"]))
@settings(max_examples=6, deadline=None)
def test_the_order_of_the_documents_changes_nothing(order: list[str]) -> None:
    texts = {"甲.txt": DAMAGED, "b.txt": "如表 1 所示。", "c.txt": "A (le$ 3B) one."}
    first = reconcile([_read(texts[name], name) for name in sorted(texts)])
    assert reconcile([_read(texts[name], name) for name in order]) == first


STRANGE = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(
            list("表图図1２三:：。、,;$\\-*\n ()（）et al.亿億万年月日ABCS\u200b\u202e如下所示")
        ),
    ),
    max_size=120,
)


@given(STRANGE, STRANGE)
@settings(max_examples=60, deadline=None)
def test_every_quote_is_its_slice_for_any_text(one: str, other: str) -> None:
    read = [_read(one, "one"), _read(other, "other")]
    texts = {e.document.snapshot.source: e.document.text for e in read}
    for conflict in reconcile(read, originals={"other": "one"}).conflicts:
        quotes = [side.quote for side in conflict.sides]
        if conflict.suggestion:
            quotes.append(conflict.suggestion.quote)
            assert conflict.suggestion.replacement != conflict.suggestion.quote.exact
        for quote in quotes:
            assert texts[quote.source][quote.start : quote.end] == quote.exact


PIECES = ["1", "表", "如表1", ":", "- ", "$", "\\times", "et al ", "A", "「", "的", "12億から",
          "CNNS ", "\n", "論文 1:", "not ", "、", "(2020)"]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_hundred_kilobytes_of_one_thing_are_read_quickly(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begin = time.perf_counter()
    reconcile([_read(text)])
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize("piece", ["12億から", "如表1", "not "])
def test_the_work_on_a_pair_grows_with_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        read = [_read(text), _read(text, "b.txt")]
        begin = time.perf_counter()
        reconcile(read, originals={"b.txt": "a.txt"})
        return time.perf_counter() - begin

    seconds(1_000)
    assert seconds(16_000) < 8 * seconds(4_000) + 0.2


def test_fingerprints_survive_text_that_moves() -> None:
    before = reconcile([_read(DAMAGED)]).conflicts
    after = reconcile([_read("A new first line stands here.\n\n" + DAMAGED)]).conflicts
    assert {c.fingerprint for c in before} == {c.fingerprint for c in after}
