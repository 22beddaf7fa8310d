"""Listings: aligned tables, plain lines, CSV that no spreadsheet runs, and control characters
that are shown instead of sent."""

from __future__ import annotations

import csv

import pytest

from factcheck.cli.listing import csv_lines, harmless, plain_lines, table_lines
from factcheck.cli.output import Screen, escape
from factcheck.cli.width import display_width

COLUMNS = ("subject", "value")


def test_a_table_lines_up_whatever_the_script() -> None:
    rows = [("Orca", "27 billion"), ("オルカ", "270億"), ("虎鲸", "2700 亿")]
    lines = table_lines(COLUMNS, rows, Screen(terminal=True, width=60))
    second = [display_width(line[: line.index(v)]) for line, (_, v) in zip(lines[1:], rows)]  # noqa: B905
    assert lines[0].split() == ["SUBJECT", "VALUE"]
    assert set(second) == {9}


def test_a_table_never_exceeds_the_screen() -> None:
    rows = [("very long subject " * 9, "二百七十億" * 30)]
    lines = table_lines(COLUMNS, rows, Screen(terminal=True, width=50))
    assert all(display_width(line) <= 50 for line in lines)


def test_plain_lines_keep_one_record_a_line() -> None:
    assert list(plain_lines([("a\tb", "c\nd")])) == ["a b\tc\\nd"]


@pytest.mark.parametrize(
    "cell", ["=1+1", " =1+1", "+1", "-1", "@x", "\tx", "＝1", "\ufeff=1", "=cmd|'/C calc'!A0"]
)
def test_csv_cells_never_begin_as_formulas(cell: str) -> None:
    assert harmless(cell) == "'" + cell


def test_csv_leaves_other_cells_alone_and_reads_back() -> None:
    rows = [("2 billion, or so", 'a "quoted" word'), ("270億", "")]
    assert [tuple(r) for r in csv.reader(csv_lines(COLUMNS, rows))] == [COLUMNS, *rows]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("2\u202e7", "2⟨U+202E⟩7"),
        ("a\r\nb", "a\\r\\nb"),
        ("二\u200b百", "二⟨U+200B⟩百"),
    ],
)
def test_control_characters_are_shown(text: str, shown: str) -> None:
    assert escape(text) == shown
