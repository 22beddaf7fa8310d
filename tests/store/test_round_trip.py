"""Record → row → record → JSON → record, for every record that has a row."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from factcheck.model import (
    Agreement,
    Claim,
    Conflict,
    Coverage,
    Decision,
    Notice,
    Quote,
    Side,
    Snapshot,
    Source,
)
from factcheck.store import conversion
from factcheck.store.conversion import Place, Row
from factcheck.store.rows import table
from tests import strategies

few = settings(max_examples=40, deadline=None)


def through_json(record: Any) -> Any:
    return type(record).from_dict(json.loads(json.dumps(record.to_dict())))


def fits(name: str, columns: Row) -> Row:
    """The columns as a row of that table: every column but the number and what can be made again,
    and no other."""
    expected = {column.name for column in table(name).columns} - {"id", "piece_id"}
    assert set(columns) == expected
    return columns


def place(quote: Quote) -> Place:
    return Place(source=quote.source, snapshot=quote.snapshot)


class Numbers:
    """Terms, numbered as they come."""

    def __init__(self) -> None:
        self.known: list[tuple[str, str]] = []

    def number(self, kind: str, text: str) -> int:
        self.known.append((kind, text))
        return len(self.known) - 1

    def text(self, number: int) -> str:
        return self.known[number][1]


@few
@given(strategies.sources)
def test_sources(source: Source) -> None:
    row = fits("sources", conversion.source_columns(source))
    assert through_json(conversion.source_from(row)) == source


@few
@given(strategies.snapshots)
def test_snapshots(snapshot: Snapshot) -> None:
    row = fits("snapshots", conversion.snapshot_columns(snapshot, 1))
    assert through_json(conversion.snapshot_from(row, snapshot.source)) == snapshot


@few
@given(strategies.claims)
def test_claims(claim: Claim) -> None:
    numbers = Numbers()
    row = fits("claims", conversion.claim_columns(claim, 1, numbers.number))
    back = through_json(conversion.claim_from(row, place(claim.quote), numbers.text))
    assert (back, back.id, back.key) == (claim, row["digest"], row["key"])


@few
@given(strategies.notices)
def test_notices(notice: Notice) -> None:
    row = fits("notices", conversion.notice_columns(notice, 1))
    assert through_json(conversion.notice_from(row, place(notice.quote))) == notice


def _side_round_trip(side: Side) -> Side:
    row = fits("conflict_sides", conversion.side_columns(side, 0, 1, 1))
    return conversion.side_from(row, place(side.quote))


@few
@given(strategies.conflicts)
def test_conflicts(conflict: Conflict) -> None:
    row = fits("conflicts", conversion.conflict_columns(conflict))
    sides = tuple(_side_round_trip(side) for side in conflict.sides)
    back = through_json(conversion.conflict_from(row, sides))
    assert (back, back.fingerprint) == (conflict, row["fingerprint"])


@few
@given(strategies.agreements)
def test_agreements(agreement: Agreement) -> None:
    row = fits("agreements", conversion.agreement_columns(agreement))
    assert through_json(conversion.agreement_from(row)) == agreement


@few
@given(strategies.decisions)
def test_decisions(decision: Decision) -> None:
    row = fits("decisions", conversion.decision_columns(decision, 1))
    back = through_json(conversion.decision_from(row))
    assert (back, back.id) == (decision, row["digest"])


@few
@given(strategies.coverages)
def test_coverage(coverage: Coverage) -> None:
    assert through_json(conversion.coverage_from(conversion.coverage_text(coverage))) == coverage


def test_equal_values_are_equal_texts() -> None:
    one, other = {"b": 1, "a": (2, "億")}, {"a": [2, "億"], "b": 1}
    assert conversion.text_of(one) == conversion.text_of(other) == '{"a":[2,"億"],"b":1}'
