"""House facts: what a team knows about itself and its field, kept in a CSV or TOML file of
subject, predicate, value, as_of and source."""

from __future__ import annotations

import re
import tomllib

from factcheck.sources.csv_spans import Cell, rows, separator_of
from factcheck.sources.document import Span
from factcheck.sources.records import Record, RecordFile, Stated

KEYS = ("subject", "predicate", "value", "as_of", "source", "unit")
NEEDED = frozenset({"subject", "predicate", "value"})
FACT = "fact"
"""The type of a record that is one fact."""
_TABLE = re.compile(r"^[ \t]{0,20}\[\[[ \t]{0,8}facts?[ \t]{0,8}\]\]", re.MULTILINE)
_ANY_TABLE = re.compile(r"^[ \t]{0,20}\[", re.MULTILINE)
_PAIR = re.compile(r"^[ \t]{0,20}(?P<key>[A-Za-z_]{1,20})[ \t]{0,20}=[ \t]{0,20}", re.MULTILINE)
_VALUE = re.compile(
    r'"""(?P<long>.{0,20000}?)"""|"(?P<basic>(?:[^"\\\n]|\\.){0,20000})"|'
    r"'(?P<literal>[^'\n]{0,20000})'|(?P<list>\[[^\]]{0,20000}\])|(?P<bare>[^\s#]{1,200})",
    re.DOTALL,
)


def header_of(line: str) -> list[str]:
    """The columns of a CSV's first line, folded."""
    return [cell.strip(' "\ufeff').casefold() for cell in line.split(separator_of(line))]


def parse_csv(text: str) -> RecordFile:
    """The facts of a CSV. Rows without subject, predicate or value are noted and left out."""
    header: list[str] = []
    found: list[Record] = []
    notes: list[str] = []
    for row in rows(text, separator_of(text[:4000].split("\n", 1)[0])):
        if not header:
            header = [cell.value.strip("\ufeff").casefold() for cell in row]
            continue
        cells = dict(zip(header, row, strict=False))
        record = _from_cells(cells, row)
        if record is None:
            line = text.count("\n", 0, row[0].start) + 1
            notes.append(f"line {line}: no subject, predicate or value; skipped")
        else:
            found.append(record)
    return RecordFile(records=tuple(found), notes=_few(notes))


def _from_cells(cells: dict[str, Cell], row: list[Cell]) -> Record | None:
    fields = {key: Stated(value=cells[key].value, span=cells[key].span)
              for key in KEYS if key in cells and cells[key].value}  # fmt: skip
    if not fields.keys() >= NEEDED:
        return None
    return _fact(fields, Span(start=row[0].start, end=row[-1].end))


def _fact(fields: dict[str, Stated], span: Span) -> Record:
    predicate = fields["predicate"].value.strip().casefold().replace(" ", "_").replace("-", "_")
    fields["predicate"] = Stated(value=predicate, span=fields["predicate"].span)
    return Record(entry_type=FACT, key=fields["subject"].value, span=span, fields=fields)


def parse_toml(text: str) -> RecordFile:
    """The facts of a TOML file: one `[[fact]]` table each. ValueError when it is no TOML."""
    try:
        data = tomllib.loads(text.replace("\r\n", "\n") if "\r" in text else text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(f"damaged TOML: {error}") from error
    tables = [table for name in ("fact", "facts") for table in data.get(name, [])]
    starts = [match.start() for match in _TABLE.finditer(text)]
    if len(tables) != len(starts):
        raise ValueError("facts that stand in no [[fact]] table of their own")
    found: list[Record] = []
    notes: list[str] = []
    for start in starts:
        heading = text.find("]]", start) + 2
        following = _ANY_TABLE.search(text, heading)
        end = following.start() if following else len(text)
        fields = {
            pair["key"]: stated
            for pair in _PAIR.finditer(text, heading, end)
            if pair["key"] in KEYS and (stated := _toml_value(text, pair.end(), end))
        }
        if fields.keys() >= NEEDED:
            found.append(_fact(fields, Span(start=start, end=end)))
        else:
            line = text.count("\n", 0, start) + 1
            notes.append(f"line {line}: no subject, predicate or value; skipped")
    return RecordFile(records=tuple(found), notes=_few(notes))


def _toml_value(text: str, at: int, end: int) -> Stated | None:
    """The value at `at`; a list of texts is its items with semicolons between them."""
    match = _VALUE.match(text, at, end)
    if match is None or match.lastgroup is None:
        return None
    loaded = tomllib.loads(f"x = {match[0]}")["x"] if match.lastgroup != "bare" else match[0]
    words = "; ".join(map(str, loaded)) if isinstance(loaded, list) else str(loaded)
    start, stop = match.span(match.lastgroup)
    if not words.strip() or start >= stop:
        return None
    return Stated(value=" ".join(words.split()), span=Span(start=start, end=stop))


def _few(notes: list[str]) -> tuple[str, ...]:
    return (*notes[:20], *([f"{len(notes) - 20} more"] if len(notes) > 20 else ()))
