"""JSON holds the whole report, exactly: the records read back equal."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from factcheck.errors import UsageError
from factcheck.model import Claim, Conflict, Decision, Notice
from factcheck.reports import FORMATS, build, render
from tests.reports import sample

TEXT = render(build(sample.ledger()), "json")
TREE = json.loads(TEXT)


def without_identity(tree: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in tree.items() if name not in ("id", "key")}


def test_every_record_reads_back_equal() -> None:
    ledger = sample.ledger()
    findings = [finding for card in TREE["cards"] for finding in card["findings"]]
    conflicts = {Conflict.from_dict(without_identity(f["conflict"])) for f in findings}
    assert conflicts == set(ledger.conflicts)
    views = [v for table in TREE["claims"] for said in table["subjects"] for v in said["claims"]]
    assert {Claim.from_dict(without_identity(v["claim"])) for v in views} == set(ledger.claims)
    assert [Notice.from_dict(without_identity(v["notice"])) for v in TREE["notices"]] == list(
        ledger.notices
    )
    decisions = [Decision.from_dict(without_identity(d)) for d in TREE["decisions"]]
    assert {d.id for d in decisions} == {d.id for d in ledger.decisions}


def test_the_keys_are_sorted_and_the_format_named() -> None:
    assert TREE["format"] == "factcheck-report/1"
    assert list(TREE) == sorted(TREE)
    again = json.dumps(TREE, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert TEXT.replace("\n", "").replace('": ', '":', len(TREE)) == again


def test_a_record_stands_on_a_line_of_its_own() -> None:
    lines = TEXT.splitlines()
    assert [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"anchor":"c-')] == (
        TREE["cards"]
    )


def test_a_claim_that_people_spoke_on_is_written_once() -> None:
    written = {v["claim"]["id"] for t in TREE["claims"] for s in t["subjects"] for v in s["claims"]}
    (spoken,) = TREE["spoken"]
    assert spoken["claim"] in written and "value" not in spoken


def test_the_texts_of_the_articles_are_not_written_again() -> None:
    assert "articles" not in TREE


def test_a_lone_surrogate_reads_back_and_can_be_written() -> None:
    text = render(build(replace(sample.ledger(), workspace="lone \ud800 half")), "json")
    text.encode("utf-8")
    assert json.loads(text)["workspace"] == "lone \ud800 half"


def test_every_format_renders_and_another_name_is_refused() -> None:
    contents = build(sample.ledger())
    for name, format in FORMATS.items():
        assert render(contents, name) == format.render(contents)
    assert len({format.suffix for format in FORMATS.values()}) == len(FORMATS)
    with pytest.raises(UsageError, match="known formats: html, json, markdown"):
        render(contents, "pigeon")
