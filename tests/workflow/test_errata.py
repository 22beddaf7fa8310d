"""The errata list: every entry in, as a source, a dispute, a correction and its rulings, and out
again with every field. The entries here are made up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.corrections.errata import RULINGS
from factcheck.workflow import Act
from factcheck.workflow.errata import (
    ImportedErrata,
    ListRefused,
    export_errata,
    import_errata,
    list_text,
)
from factcheck.workspace import Workspace
from tests.workflow.conftest import NOW


def entry(number: int, **fields: object) -> dict[str, object]:
    return {
        "errata_id": str(number), "doc-id": "RFC9999", "errata_status_code": "Verified",
        "errata_type_code": "Technical", "section": f"{number}.1",
        "orig_text": f"The heron header has {number} octets,\r\n   as in RFC 8888.",
        "correct_text": f"The heron header has {number + 1} octets,\r\n   as in RFC 8888.",
        "notes": "counted anew", "submit_date": "2021-02-03", "submitter_name": "Ada Lake",
        "verifier_id": "", "verifier_name": "Bo Reed", "update_date": "2021-03-04 05:06:07",
        **fields,
    }  # fmt: skip


ENTRIES = [
    entry(1),
    entry(2, errata_status_code="Reported", verifier_name=None, update_date=None),
    entry(3, errata_status_code="Rejected"),
    entry(4, errata_status_code="Held for Document Update", notes=""),
    entry(5, orig_text="", section=""),
    entry(6, correct_text=""),
    entry(7, correct_text=entry(7)["orig_text"]),
    entry(8, orig_text="湖\u0000鹭 \ud800 <b>", submitter_name="", verifier_name=None),
    entry(9, orig_text="", correct_text="", x_more=["kept", {"too": 1.5}]),
    entry(10, submit_date="2021-03-04", update_date="2020-01-01 00:00:00"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workflow.init(tmp_path / "desk", "desk")


def take(desk: Workspace, text: str) -> ImportedErrata:
    path = desk.root.parent / "errata.json"
    path.write_text(text, encoding="utf-8")
    return import_errata(desk, path, now=NOW)


@pytest.mark.parametrize("lines", [False, True])
def test_exporting_gives_the_same_fields_back(desk: Workspace, lines: bool) -> None:
    text = list_text(ENTRIES, lines=lines)
    done = take(desk, text)
    assert (done.new, done.known) == (len(ENTRIES), 0)
    assert export_errata(desk) == ENTRIES
    assert list_text(export_errata(desk), lines=lines) == text
    again = take(desk, text)
    assert (again.new, again.known) == (0, len(ENTRIES))


def test_an_entry_is_a_source_a_disputed_claim_a_correction_and_a_ruling(desk: Workspace) -> None:
    take(desk, list_text(ENTRIES))
    ledger = workflow.load_ledger(desk)
    assert len(ledger.sources) == len(ledger.claims) == len(ENTRIES)
    found = {claim.source: ledger.statuses[claim.key] for claim in ledger.claims}
    assert [found[f"rfc9999-erratum-{n}"] for n in range(1, 11)] == [
        "corrected", "disputed", "upheld", "disputed", "corrected", "corrected", "disputed",
        "corrected", "disputed", "corrected",
    ]  # fmt: skip
    states = {case.source: case.state for case in ledger.corrections}
    assert [states.get(f"rfc9999-erratum-{n}") for n in range(1, 11)] == [
        "accepted", "proposed", "rejected", "proposed", "accepted", "accepted", None, "accepted",
        None, "accepted",
    ]  # fmt: skip
    [first] = [c for c in ledger.corrections if c.source == "rfc9999-erratum-1"]
    assert first.replacement == ENTRIES[0]["correct_text"]
    assert [(d.actor, d.kind) for d in first.decisions] == [
        ("Ada Lake", "propose"), ("Bo Reed", "accept")]  # fmt: skip
    assert not ledger.stale
    assert workflow.verify(desk).ok


def test_a_run_after_the_import_changes_nothing_of_it(desk: Workspace) -> None:
    take(desk, list_text(ENTRIES))
    revision = workflow.load_ledger(desk).revision
    done = workflow.run(desk, now=NOW)
    assert done.stored == ()
    assert export_errata(desk) == ENTRIES
    assert len(workflow.load_ledger(desk).corrections) == 8
    assert revision  # a ledger could be made before the run, too


def test_a_ruling_here_shows_in_the_export(desk: Workspace) -> None:
    take(desk, list_text(ENTRIES))
    [waiting] = [c for c in workflow.load_ledger(desk).corrections
                 if c.source == "rfc9999-erratum-2"]  # fmt: skip
    from factcheck.workflow import requests

    act = Act(actor="Cy Marsh", reason="checked", code="expert", now=NOW)
    workflow.perform(desk, act, requests.accept([waiting.id]))
    now = export_errata(desk)[1]
    assert (now["errata_status_code"], now["verifier_name"], now["update_date"]) == (
        "Verified", "Cy Marsh", "2026-01-05 08:00:00")  # fmt: skip
    assert export_errata(desk)[0] == ENTRIES[0]


@pytest.mark.parametrize(("text", "problem"), [
    ("[{]", "the list"),
    ('{"errata_id": 1}\n', "line 1: doc-id: this field is missing"),
    (list_text([entry(1)], lines=True) + "\n{\n", "line 3: this is no JSON"),
    (list_text([entry(1)], lines=True) + "3\n", "line 2: this is no object"),
    (list_text([entry(1), entry(2, errata_status_code="Maybe")]), "entry 2: errata_status_code"),
    (list_text([entry(1, submit_date="soon")]), "entry 1: submit_date"),
    (list_text([entry(1), entry(1, notes="other")]), "entry 2: errata_id"),
    (list_text([entry(1, orig_text=["a"])]), "entry 1: orig_text: this is no text"),
    ('{"errata_id": "1", "errata_id": "2"}\n', "line 1: this is no JSON: a field stands twice"),
    ('{"errata_id": NaN}\n', "line 1: this is no JSON: NaN"),
    (list_text([entry(1, **{"errata_id": "../../x"})]), "cannot name a source"),
])  # fmt: skip
def test_a_damaged_list_is_refused_whole(desk: Workspace, text: str, problem: str) -> None:
    with pytest.raises(ListRefused) as refused:
        take(desk, text)
    assert any(problem in said for said in refused.value.problems)
    assert list(desk.sources.iterdir()) == []


def test_an_import_that_was_stopped_is_finished_by_the_next(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.workflow import errata

    monkeypatch.setattr(errata, "BATCH", 3)
    stored = errata._store
    left = [2]

    def stop(*given: object) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return stored(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(errata, "_store", stop)
    with pytest.raises(KeyboardInterrupt):
        take(desk, list_text(ENTRIES))
    monkeypatch.setattr(errata, "_store", stored)
    done = take(desk, list_text(ENTRIES))
    assert (done.known, done.new) == (6, 4)
    assert export_errata(desk) == ENTRIES


def test_the_list_by_the_commands(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from factcheck.cli.app import run as factcheck

    monkeypatch.chdir(desk.root)
    path = desk.root.parent / "errata.json"
    path.write_text(list_text(ENTRIES), encoding="utf-8")
    assert factcheck(["errata", "import", str(path)]) == 0
    capsys.readouterr()
    assert factcheck(["errata", "list", "--status", "Rejected", "--format", "jsonl"]) == 0
    assert [json.loads(line)["errata_id"] for line in capsys.readouterr().out.splitlines()] == ["3"]
    out = desk.root.parent / "out.json"
    assert factcheck(["errata", "export", "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
    path.write_text("[1]", encoding="utf-8")
    assert factcheck(["errata", "import", str(path)]) == 3


def test_every_status_is_a_ruling() -> None:
    assert set(RULINGS) == {"Verified", "Rejected", "Held for Document Update", "Reported"}
