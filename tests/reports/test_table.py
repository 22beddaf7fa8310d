"""CSV and plain text: every conflict is there, and no cell is a formula."""

from __future__ import annotations

import csv
import io

import pytest

from factcheck.reports import build, render
from factcheck.reports.formats.table import COLUMNS, safe_cell
from factcheck.reports.visible import visible
from tests.reports import sample
from tests.reports.hostile import ledger_of
from tests.reports.test_hostile import HOSTILE


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_conflict_is_a_row() -> None:
    rows = rows_of(render(build(sample.ledger()), "csv"))
    assert {row["id"] for row in rows} == {c.id for c in sample.conflicts()}
    slip = next(row for row in rows if row["code"] == "FC301")
    assert (slip["a_words"], slip["b_words"]) == ("36 billion", "36億")
    assert (slip["change_from"], slip["change_to"]) == ("40億から36億", "40億から360億")
    ruled = next(row for row in rows if row["code"] == "FC401")
    assert (ruled["a_verdict"], ruled["b_verdict"]) == ("wrong", "right")
    assert ruled["last_by"] == "Mara Ilves"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@A1", " =1", "\ufeff=1", "　＝1", "\t1", "\r1", "\x001", "＠x"],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert safe_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["", "1", "a=1", "36億", "— note", "'"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_one_cell_and_one_line(text: str) -> None:
    contents = build(ledger_of(text))
    rows = rows_of(render(contents, "csv"))
    assert len(rows) == 2
    assert all(set(row) == set(COLUMNS) for row in rows)
    assert {row["message"] for row in rows} == {safe_cell(text)}
    assert safe_cell(text).removeprefix("'") in (visible(text), visible(text).removeprefix("'"))
    plain = render(contents, "text")
    assert visible(plain) == plain
    assert visible(text).replace("\t", " ").replace("\n", " ↵ ").strip() in plain
