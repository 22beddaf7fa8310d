"""The chain: its form is frozen, every field counts."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.store.events import GENESIS, Entry, chained, event_hash

VECTORS = Path(__file__).parent / "vectors.json"


def vectors() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))["format 1"]
    return loaded


def test_the_frozen_vectors_chain_as_they_always_did() -> None:
    prev = GENESIS
    for seq, vector in enumerate(vectors(), 1):
        event = chained(seq, Entry(**vector["entry"]), prev)
        assert event.hash.hex() == vector["hash"]
        prev = event.hash


def test_a_vector_by_hand() -> None:
    """The form as docs/ledger.md states it, written out without our code."""
    entry = vectors()[0]["entry"]
    fields = [1, 1, *(entry[n] for n in ("at", "actor", "actor_kind", "kind", "object", "body",
                                         "idem")), "00" * 32]  # fmt: skip
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    expected = hashlib.sha256(b"factcheck-event/1\0" + text.encode()).hexdigest()
    assert vectors()[0]["hash"] == expected


@pytest.mark.parametrize("field", ["at", "actor", "actor_kind", "kind", "object", "body", "idem"])
def test_every_field_is_part_of_the_hash(field: str) -> None:
    entry = Entry(**vectors()[0]["entry"])
    other = replace(entry, **{field: getattr(entry, field) + " "})
    assert event_hash(1, entry, GENESIS) != event_hash(1, other, GENESIS)


def test_number_format_and_predecessor_are_part_of_the_hash() -> None:
    entry = Entry(**vectors()[0]["entry"])
    hashes = [event_hash(1, entry, GENESIS), event_hash(2, entry, GENESIS),
              event_hash(1, entry, b"\1" * 32), event_hash(1, entry, GENESIS, 2)]  # fmt: skip
    assert len(set(hashes)) == 4


def test_words_do_not_slide_from_one_field_into_the_next() -> None:
    entry = Entry(**vectors()[0]["entry"])
    slid = replace(entry, kind=entry.kind + entry.object[:1], object=entry.object[1:])
    assert event_hash(1, entry, GENESIS) != event_hash(1, slid, GENESIS)
