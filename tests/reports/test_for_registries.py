"""For registries: mismatches as Wikidata's import takes them, updates as Crossref words them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from factcheck.claims import load_catalogue
from factcheck.corrections.ledger import Ledger
from factcheck.model import ConflictState
from factcheck.reports import build, render
from factcheck.reports.formats.mismatches import COLUMNS, PROPERTIES
from factcheck.reports.formats.updates import TYPES
from tests.reports import sample
from tests.reports.hostile import ledger_of
from tests.reports.test_hostile import HOSTILE

GUID = "Q42$0A1B2C3D-0A1B-0A1B-0A1B-0A1B2C3D4E5F"
RULES = {
    "item_id": r"Q[1-9]\d*", "statement_guid": r"Q\d+\$[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}",
    "property_id": r"P\d+", "wikidata_value": r"(?s).{1,1500}", "meta_wikidata_value": r"",
    "external_value": r"(?s).{1,1500}", "external_url": r".{0,1500}", "type": r"statement",
}  # fmt: skip
"""What the import of the Mismatch Finder demands of each column."""
UPDATE_TYPES = {
    "addendum", "clarification", "correction", "corrigendum", "erratum", "expression_of_concern",
    "new_edition", "new_version", "partial_retraction", "removal", "retraction", "withdrawal",
}  # fmt: skip


def of_wikidata(url: str = "", state: ConflictState = "decided", **qualifiers: str) -> Ledger:
    """The sample, whose record of papers is an item of Wikidata."""
    ledger = sample.ledger()
    renamed = {}
    for claim in ledger.claims:
        named = replace(claim, predicate="publication_year",
                        qualifiers=tuple(sorted(qualifiers.items())))  # fmt: skip
        renamed[claim.id] = named if claim.source == "papers" else claim
    conflicts = tuple(
        replace(c, state=state if c.code == "FC401" else c.state, sides=tuple(
            replace(s, claim=renamed[s.claim].id) if s.claim else s for s in c.sides))
        for c in ledger.conflicts
    )  # fmt: skip
    sources = tuple(
        replace(s, url=url) if s.slug == "papers" and url else s for s in ledger.sources
    )
    return replace(ledger, claims=tuple(renamed.values()), conflicts=conflicts, sources=sources)


def rows(ledger: Ledger) -> list[dict[str, str]]:
    found = list(csv.DictReader(io.StringIO(render(build(ledger), "mismatches"))))
    for row in found:
        assert tuple(row) == COLUMNS
        assert all(re.fullmatch(RULES[name], cell) for name, cell in row.items())
    return found


def test_an_item_that_says_otherwise_is_a_row() -> None:
    named = of_wikidata("https://www.wikidata.org/wiki/Q42", "open", wikidata_statement=GUID)
    (row,) = rows(named)
    assert row["item_id"] == "Q42" and row["statement_guid"] == GUID
    assert (row["property_id"], row["wikidata_value"]) == ("P577", "2025")
    assert row["external_value"] == "2024 年"
    by_qualifier = of_wikidata(state="open", wikidata_item="Q42", wikidata_statement=GUID,
                               wikidata_property="P1191")  # fmt: skip
    assert [r["property_id"] for r in rows(by_qualifier)] == ["P1191"]


@pytest.mark.parametrize(
    "ledger",
    [
        of_wikidata("https://www.wikidata.org/wiki/Q42", "open"),
        of_wikidata(state="open", wikidata_statement=GUID),
        of_wikidata(state="open", wikidata_item="Q0", wikidata_statement=GUID),
        of_wikidata(state="open", wikidata_item="Q42", wikidata_statement="Q42$x"),
        of_wikidata(state="dismissed", wikidata_item="Q42", wikidata_statement=GUID),
        # a person ruled that the item is right
        of_wikidata(state="decided", wikidata_item="Q42", wikidata_statement=GUID),
        sample.ledger(),
    ],
    ids=["no statement", "no item", "no such item", "no guid", "dismissed", "right", "no record"],
)
def test_what_is_not_known_or_settled_is_no_row(ledger: Ledger) -> None:
    assert rows(ledger) == []


def test_every_predicate_with_a_property_exists() -> None:
    catalogue = load_catalogue()
    assert all(name in catalogue for name in PROPERTIES)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_rows_that_the_import_takes_or_none(text: str) -> None:
    ledger = ledger_of(text)
    claims = tuple(
        replace(c, predicate="doi", qualifiers=(("wikidata_item", "Q1"),
                                                ("wikidata_statement", GUID)))
        for c in ledger.claims
    )  # fmt: skip
    ids = {old.id: new.id for old, new in zip(ledger.claims, claims, strict=True)}
    conflicts = tuple(
        replace(c, state="open", sides=tuple(replace(s, claim=ids.get(s.claim or ""))
                                             for s in c.sides))
        for c in ledger.conflicts
    )  # fmt: skip
    for row in rows(replace(ledger, claims=claims, conflicts=conflicts)):
        assert {row["wikidata_value"], row["external_value"]} == {text}
        assert not text.startswith(("=", "@", "+", "-", "\t")) or text in ("-1", "+1")
    tree = json.loads(render(build(ledger), "updates"))
    assert {t for w in tree["works"] for t in w.get("title", ())} == {text}


def works(ledger: Ledger) -> dict[str, Any]:
    tree = json.loads(render(build(ledger), "updates"))
    return {work["id"].rpartition(":")[2]: work for work in tree["works"]}


def test_corrections_and_notices_update_works_in_both_directions() -> None:
    ledger = sample.ledger()
    notice = replace(ledger.notices[0], target_source="lanternfish-en", date="2026-01-30")
    sources = tuple(
        replace(s, url="https://doi.org/10.1000/ABC.1") if s.slug == "lanternfish-en" else s
        for s in ledger.sources
    )
    found = works(replace(ledger, notices=(notice,), sources=sources))
    told = found["weekly-zh"]["update-to"]
    assert [(e["DOI"], e["type"], e["updated"]["date-parts"]) for e in told] == [
        ("10.1000/abc.1", "correction", [[2026, 1, 30]])
    ]
    back = [e for e in found["lanternfish-en"]["updated-by"] if e["record-id"] ==
            told[0]["record-id"]]  # fmt: skip
    assert [e["id"] for e in back] == ["urn:factcheck:source:weekly-zh"]
    applied = next(e for e in found["weekly-zh"]["updated-by"] if "correction:" in e["record-id"])
    assert applied["updated"] == {
        "date-parts": [[2026, 2, 7]], "date-time": "2026-02-07T10:00:00Z",
        "timestamp": 1_770_458_400_000,
    }  # fmt: skip
    # the one that is only proposed updates nothing
    assert sum("correction:" in e["record-id"] for w in found.values()
               for e in w.get("updated-by", ())) == 3  # fmt: skip


def test_a_source_that_corrects_another_updates_it() -> None:
    ledger = sample.ledger()
    sources = tuple(
        replace(s, relations=(("corrects", "weekly-zh"),), published="2026-02-30")
        if s.slug == "papers" else s for s in ledger.sources
    )  # fmt: skip
    found = works(replace(ledger, sources=sources, notices=(), corrections=()))
    assert set(found) == {"papers", "weekly-zh"}
    (entry,) = found["weekly-zh"]["updated-by"]
    assert "updated" not in entry, "there is no 30 February"


def test_every_type_is_one_of_crossref() -> None:
    assert set(TYPES.values()) <= UPDATE_TYPES
