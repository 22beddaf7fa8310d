"""Every record survives JSON, and identities depend on what they should and on nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import (
    Claim,
    Conflict,
    Decision,
    Entity,
    Quantity,
    Quote,
    Range,
    Side,
    Snapshot,
    Year,
    canonical,
    digest,
    exact_number,
    fold,
    number_claims,
    revision,
    sha256,
    value_from_dict,
    value_identity,
)
from tests import strategies

TEXT = "Gopher has 280 billion parameters. Gopher has 280 billion parameters."


def snapshot(text: str = TEXT) -> Snapshot:
    return Snapshot(source="a.md", sha256=sha256(text.encode()), text=text, reader="text@1")


def claim(start: int = 11, end: int = 33, **changes: Any) -> Claim:
    fields = {
        "subject": "Gopher", "predicate": "parameter_count", "extractor": "quantities@1",
        "value": Quantity(value=Decimal("2.8E11"), unit="parameter"),
        "quote": Quote.of(snapshot(), start, end),
    }  # fmt: skip
    return Claim(**{**fields, **changes})


@given(st.one_of(*strategies.RECORDS))
@settings(max_examples=300)
def test_every_record_survives_json(record: Any) -> None:
    text = json.dumps(record.to_dict(), ensure_ascii=False)
    assert type(record).from_dict(json.loads(text)) == record


@given(strategies.values)
def test_every_value_survives_json_and_has_an_identity(value: Any) -> None:
    again = value_from_dict(json.loads(json.dumps(value.to_dict())))
    assert again == value
    assert digest(value_identity(again)) == digest(value_identity(value))
    assert again.key() == value.key()


def test_one_number_has_one_spelling() -> None:
    spellings = [Decimal("2.70E+10"), Decimal("27000000000"), Decimal("27000000000.00")]
    assert {exact_number(number) for number in spellings} == {"27000000000"}
    assert exact_number(Decimal("-0.0")) == "0"
    assert exact_number(Decimal("1E-7")) == "0.0000001"


def test_a_quote_is_its_slice() -> None:
    quote = Quote.of(snapshot(), 11, 33)
    assert quote.exact == "280 billion parameters" == TEXT[quote.start : quote.end]
    assert quote.prefix == "Gopher has "
    with pytest.raises(ValueError, match="outside"):
        Quote.of(snapshot(), 60, 90)


def test_claim_id_covers_every_field_and_the_key_only_what_rulings_bind_to() -> None:
    first = claim()
    assert claim().id == first.id
    moved_reading = replace(first, extractor="quantities@2", modality="reported")
    assert moved_reading.id != first.id
    assert moved_reading.key == first.key
    assert replace(first, value=Year(value=2022)).key == first.key
    assert replace(first, subject="Chinchilla").key != first.key


def test_equal_claims_get_ordinals_in_text_order_whatever_order_they_come_in() -> None:
    first, second = claim(11, 33), claim(46, 68)
    forward, backward = number_claims([first, second]), number_claims([second, first])
    assert forward == backward
    assert [c.ordinal for c in forward] == [0, 1]
    assert len({c.key for c in forward}) == 2


def test_a_conflict_keeps_its_fingerprint_when_the_text_around_it_moves() -> None:
    def conflict(text: str) -> Conflict:
        start = text.index("280")
        quote = Quote.of(snapshot(text), start, start + 11)
        return Conflict(code="FC101", kind="internal", severity="high", message="m",
                        sides=(Side(quote=quote),), section="Gopher")  # fmt: skip

    before, after = conflict(TEXT), conflict("A new first line.\n" + TEXT)
    assert before.fingerprint == after.fingerprint
    assert replace(before, ordinal=1).fingerprint != before.fingerprint
    assert replace(before, severity="low", state="decided").fingerprint == before.fingerprint


def test_records_refuse_what_cannot_be() -> None:
    with pytest.raises(ValueError, match="bounds"):
        Quantity(value=Decimal(5), low=Decimal(6), high=Decimal(7))
    with pytest.raises(ValueError, match="open"):
        Range(min=None, max=None)
    with pytest.raises(ValueError, match="digits"):
        Quantity(value=Decimal("1" * 41))
    with pytest.raises(ValueError, match="exponent"):
        Quantity(value=Decimal("1e31"))
    with pytest.raises(ValueError, match="finite"):
        Quantity(value=Decimal("NaN"))
    with pytest.raises(ValueError, match="name"):
        Entity(value="  ")
    with pytest.raises(ValueError, match="UTC"):
        Decision(at="2026-01-05T08:00:00+09:00", actor="Ana", kind="decide", object="x")
    with pytest.raises(ValueError, match="modality"):
        claim(modality="shouted")


def test_floats_have_no_canonical_form() -> None:
    with pytest.raises(TypeError, match="float"):
        canonical({"a": [1, 2.5]})
    assert canonical({"b": 1, "a": "ü"}) == '{"a":"ü","b":1}'.encode()


def test_folding_keeps_the_punctuation_that_carries_a_value() -> None:
    assert fold("ＧＰＴ－３  Ｂ") == "gpt-3 b"
    for one, other in [("3.5亿", "35亿"), ("5%", "5"), ("-2%", "2%"), ("1/3", "13")]:
        assert fold(one) != fold(other)


def test_a_revision_ignores_order_and_repetition() -> None:
    assert revision(["b", "a", "b"]) == revision(["a", "b"])
    assert revision(["a"]) != revision(["a", "b"])


def test_identities_are_the_same_in_every_process() -> None:
    program = (
        "from factcheck.model import digest; print(digest('claim', {'b': 1, 'a': ['x', None]}))"
    )
    runs = {
        subprocess.run([sys.executable, "-c", program], env={"PYTHONHASHSEED": seed},
                       capture_output=True, text=True, check=True).stdout
        for seed in ("0", "1", "42")
    }  # fmt: skip
    assert len(runs) == 1
