"""Records in JSON: the entries of a file, each in the shape that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.sources.records.json_spans import Damaged, entries
from factcheck.sources.records.record import Record
from factcheck.sources.records.shapes import record_of

SHOWN_NOTES = 20


def parse(text: str, notes: list[str]) -> Iterator[Record]:
    """The records of JSON; the first broken ones and those of no known form are noted."""
    broken: list[Damaged] = []
    unknown = 0
    for entry in entries(text, broken):
        record = record_of(entry)
        if record is None:
            unknown += 1
        else:
            yield record
    for damage in broken:
        if damage.why == "invalid Unicode":
            raise ValueError(f"invalid Unicode in {_field_before(text, damage.at)}")
    notes += [f"line {text.count(chr(10), 0, d.at) + 1}: damaged JSON: {d.why}"
             for d in broken[:SHOWN_NOTES]]  # fmt: skip
    if len(broken) > SHOWN_NOTES:
        notes.append(f"{len(broken) - SHOWN_NOTES} more damaged entries")
    if unknown:
        notes.append(f"{unknown} entries of no known form (CSL-JSON, Crossref, OpenAlex, ROR)")


def _field_before(text: str, at: int) -> str:
    """The name of the field whose value begins at `at`."""
    names = re.findall(r'"([^"\\]{1,60})"\s{0,20}:', text[max(0, at - 200) : at])
    return f"field {names[-1]}" if names else "a name"
