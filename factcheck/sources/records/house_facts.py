"""House facts: what a team knows about itself and its field, kept in a CSV or TOML file of
subject, predicate, value, as_of and source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from factcheck.sources.document import Span
from factcheck.sources.records.csv_spans import Cell, rows, separator_of
from factcheck.sources.records.record import FACT, FACT_KEYS, Record, Stated

KEYS = ("subject", "predicate", "value", "as_of", "source", "unit")
SHOWN_NOTES = 20
_TABLE = re.compile(r"^[ \t]{0,20}\[\[[ \t]{0,8}facts?[ \t]{0,8}\]\]", re.MULTILINE)
_ANY_TABLE = re.compile(r"^[ \t]{0,20}\[", re.MULTILINE)
_PAIR = re.compile(r"^[ \t]{0,20}(?P<key>[A-Za-z_]{1,20})[ \t]{0,20}=[ \t]{0,20}", re.MULTILINE)
_VALUE = re.compile(
    r'"""(?P<long>.{0,20000}?)"""|"(?P<basic>(?:[^"\\\n]|\\.){0,20000})"|'
    r"'(?P<literal>[^'\n]{0,20000})'|(?P<list>\[[^\]\[]{0,4000}\])|"
    r"(?P<bare>[0-9+-][0-9A-Za-z_.:+-]{0,60}|true|false)",
    re.DOTALL,
)


def parse_csv(text: str, notes: list[str]) -> Iterator[Record]:
    """The facts of a CSV. Rows without subject, predicate or value are noted and left out."""
    header: list[str] = []
    incomplete: list[int] = []
    for row in rows(text, separator_of(text[:4000].split("\n", 1)[0])):
        if not header:
            header = [cell.value.strip("\ufeff").casefold() for cell in row]
            continue
        cells = dict(zip(header, row, strict=False))
        record = _from_cells(cells, row)
        if record is None:
            incomplete.append(row[0].start)
        else:
            yield record
    notes += _notes(text, incomplete)


def _from_cells(cells: dict[str, Cell], row: list[Cell]) -> Record | None:
    fields = {key: Stated(value=cells[key].value, span=cells[key].span)
              for key in KEYS if key in cells and cells[key].value}  # fmt: skip
    if not fields.keys() >= FACT_KEYS:
        return None
    return _fact(fields, Span(start=row[0].start, end=row[-1].end))


def _fact(fields: dict[str, Stated], span: Span) -> Record:
    predicate = fields["predicate"].value.strip().casefold().replace(" ", "_").replace("-", "_")
    fields["predicate"] = Stated(value=predicate, span=fields["predicate"].span)
    return Record(entry_type=FACT, key=fields["subject"].value, span=span, fields=fields)


def parse_toml(text: str, notes: list[str]) -> Iterator[Record]:
    """The facts of a TOML file: one `[[fact]]` table each, with values of one line. Table by table
    and with bounds, since a TOML parser takes quadratic time for a key of many parts."""
    incomplete: list[int] = []
    for match in _TABLE.finditer(text):
        following = _ANY_TABLE.search(text, match.end())
        end = following.start() if following else len(text)
        fields: dict[str, Stated] = {}
        for pair in _PAIR.finditer(text, match.end(), end):
            stated = _toml_value(text, pair.end(), end) if pair["key"] in KEYS else None
            if stated is not None:
                fields.setdefault(pair["key"], stated)
        if fields.keys() >= FACT_KEYS:
            yield _fact(fields, Span(start=match.start(), end=end))
        else:
            incomplete.append(match.start())
    notes += _notes(text, incomplete)


def _toml_value(text: str, at: int, end: int) -> Stated | None:
    """The value at `at`; a list of texts is its items with semicolons between them."""
    match = _VALUE.match(text, at, end)
    if match is None or match.lastgroup is None:
        return None
    try:
        loaded = tomllib.loads(f"x = {match[0]}")["x"]
    except tomllib.TOMLDecodeError:
        return None
    words = "; ".join(map(str, loaded)) if isinstance(loaded, list) else str(loaded)
    start, stop = match.span(match.lastgroup)
    if not words.strip() or start >= stop:
        return None
    return Stated(value=" ".join(words.split()), span=Span(start=start, end=stop))


def _notes(text: str, incomplete: list[int]) -> tuple[str, ...]:
    """One note for each of the first facts that are none, and the number of the others."""
    notes = [f"line {text.count(chr(10), 0, at) + 1}: no subject, predicate or value; skipped"
             for at in incomplete[:SHOWN_NOTES]]  # fmt: skip
    if len(incomplete) > SHOWN_NOTES:
        notes.append(f"{len(incomplete) - SHOWN_NOTES} more without subject, predicate or value")
    return tuple(notes)
