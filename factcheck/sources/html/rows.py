"""The rows of a page beside each other: the text that they make, what stands under a heading of
corrections, and what is struck out and inserted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from factcheck.sources.document import Change, Span
from factcheck.sources.html.line import Row

CORRECTION_HEADING = re.compile(
    r"\W{0,6}(?:corrections?|errat(?:um|a)|corrigend(?:um|a)|clarifications?|editor['’]?s note|"
    r"更正|勘误|勘誤|订正|訂正|正誤|お詫び)"
    r"(?:\s?(?:and|&|/)\s?(?:clarifications?|corrections?)|说明|声明|启事|表|のお知らせ|"
    r"とお詫び|と訂正)?[\W\d年月日]{0,20}",
    re.IGNORECASE,
)
"""A heading that announces corrections and says nothing else."""
LONGEST_HEADING = 60
TITLE_LEVEL = 2
MOST_HEADED = 8
"""Lines under a heading of corrections; where more follow, the article goes on behind it."""


def line_of(row: Row) -> str:
    """The line of the derived text that a row makes."""
    return str(row.marker + row.text)


def joined(rows: list[Row]) -> tuple[str, list[int]]:
    """The derived text, one row a line, and where each row begins."""
    lines = [line_of(row) for row in rows]
    starts, position = [], 0
    for line in lines:
        starts.append(position)
        position += len(line) + 1
    return "\n".join(lines), starts


def mark_links(rows: list[Row]) -> None:
    """Lines above the title whose words all lead elsewhere are the site's, whatever they say."""
    for row in rows:
        if row.kind == "heading" and row.level <= TITLE_LEVEL and not row.zone:
            return
        if row.linked and not row.correction and len(row.text) <= LONGEST_HEADING:
            row.zone = row.zone or "links above the title"


def with_corrections(rows: list[Row], stated: list[str]) -> list[Row]:
    """The rows, with those marked as corrections that stand under a heading which says so, and with
    one more for each correction that the page states in its data alone."""
    _mark_headed(rows)
    if not stated:
        return rows
    shown = "\n".join(" ".join(row.text.split()).casefold() for row in rows)
    return rows + [
        Row("paragraph", words, correction=True)
        for words in stated
        if " ".join(words.split()).casefold() not in shown
    ]


def _mark_headed(rows: list[Row]) -> None:
    """Mark what follows a heading such as “Corrections” up to the next one; where much follows,
    the first paragraph, since the article may go on behind it."""
    for index, row in enumerate(rows):
        if row.kind != "heading" or len(row.text) > LONGEST_HEADING or row.zone:
            continue
        if row.correction:
            continue  # the part of the page that corrects is known, and where it ends
        if CORRECTION_HEADING.fullmatch(row.text):
            headed = list(takewhile(_is_text, rows[index + 1 : index + 2 + MOST_HEADED]))
            for item in headed[: 1 if len(headed) > MOST_HEADED else None]:
                item.correction = True


def _is_text(row: Row) -> bool:
    return row.kind not in ("heading", "code") and not row.zone


def correcting(rows: list[Row]) -> Iterator[bool]:
    """For each row whether it says what was wrong: it is marked as a correction, and neither the
    label alone nor the head of a table."""
    in_table = False
    for row in rows:
        marked, is_row = row.correction, row.kind == "table_row"
        head = is_row and not in_table and not any(map(str.isdigit, row.text))
        in_table = marked and is_row
        yield marked and not head and not CORRECTION_HEADING.fullmatch(row.text[:LONGEST_HEADING])


def changes(rows: list[Row], starts: list[int]) -> Iterator[Change]:
    """Struck and inserted words; an insertion right behind a deletion replaces it."""
    for row, start in zip(rows, starts, strict=True):
        yield from _row_changes(row, start + len(row.marker))


def _row_changes(row: Row, position: int) -> Iterator[Change]:
    removed: Span | None = None
    for kind, start, end in row.changes:
        if not row.text[start:end].strip():
            continue
        span = Span(start=position + start, end=position + end)
        between = row.text[removed.end - position : start] if removed else ""
        if removed is not None and (kind == "del" or between.strip(" ~,→->›(（：:")):
            yield Change(removed=removed)
            removed = None
        if kind == "del":
            removed = span
        else:
            yield Change(removed=removed, inserted=span)
            removed = None
    if removed is not None:
        yield Change(removed=removed)
