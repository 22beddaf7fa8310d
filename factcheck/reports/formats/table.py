"""CSV: the conflicts as rows for a spreadsheet, without anything a spreadsheet could execute."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

from factcheck.reports.contents import Contents, Finding, SideView
from factcheck.reports.visible import visible

COLUMNS = (
    "id", "code", "kind", "severity", "state", "confidence_percent", "message",
    "a_source", "a_line", "a_column", "a_words", "a_reading", "a_verdict",
    "b_source", "b_line", "b_column", "b_words", "b_reading", "b_verdict",
    "further_sides", "change_source", "change_from", "change_to",
    "last_by", "last_at", "last_reason",
)  # fmt: skip
_BLANK = " \t\r\n\ufeff\u3000\xa0"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


def render_csv(contents: Contents) -> str:
    """One row a conflict, in the order of the report, below the names of the columns."""
    rows = (_row(finding) for card in contents.cards for finding in card.findings)
    return csv_text(COLUMNS, rows)


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV as RFC 4180 has it, every cell quoted and none a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return stream.getvalue()


def safe_cell(text: str) -> str:
    """The cell with hidden characters made visible, and with an apostrophe before it where a
    spreadsheet could take it for a formula, also behind blanks or in full-width forms."""
    bare = unicodedata.normalize("NFKC", text.lstrip(_BLANK)[:1])
    risky = text.startswith(_FORMULA) or bare.startswith(_FORMULA)
    return ("'" if risky else "") + visible(text)


def _row(finding: Finding) -> Sequence[str]:
    conflict, change = finding.conflict, finding.change
    sides = [_side(side) for side in finding.sides[:2]]
    sides += [("",) * 6] * (2 - len(sides))
    rest = " / ".join(f"{s.passage.place}: {s.passage.words}" for s in finding.sides[2:])
    last = next((r for r in reversed(finding.history) if not r.taken_back), None)
    return (
        conflict.id, conflict.code, conflict.kind, conflict.severity, conflict.state,
        str(conflict.confidence_percent), conflict.message, *sides[0], *sides[1], rest,
        change.passage.source if change else "", change.passage.words if change else "",
        change.replacement if change else "", last.actor if last else "",
        last.at if last else "", last.reason if last else "",
    )  # fmt: skip


def _side(side: SideView) -> tuple[str, ...]:
    passage = side.passage
    place = ("", "") if passage.line is None else (str(passage.line), str(passage.column))
    return (passage.source, *place, passage.words, side.reading, side.verdict)
