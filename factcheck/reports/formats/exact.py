"""JSON: the whole contents, every field exact, keys sorted, for programs and archives. A record
stands on a line of its own, so that a large report is written and compared piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from factcheck.reports.contents import Contents, SpokenClaim
from factcheck.reports.formats.json_text import json_line
from factcheck.reports.formats.records import plain, record
from factcheck.reports.standpoint import FORMAT_NAME

_NOT_WRITTEN = frozenset({"articles"})
"""The texts are the snapshots' and the marks the quotes of what is written anyway."""


def render_json(contents: Contents) -> str:
    """The contents as one JSON object with a final newline. Lone surrogates are written as JSON
    escapes, so that the text can be encoded and reads back equal."""
    return "".join(stream_json(contents))


def stream_json(contents: Contents) -> Iterator[str]:
    """The same, a record at a time."""
    values: dict[str, object] = {"format": FORMAT_NAME}
    values |= {f.name: getattr(contents, f.name)
               for f in fields(contents) if f.name not in _NOT_WRITTEN}  # fmt: skip
    opening = "{\n"
    for name in sorted(values):
        yield f"{opening}{json_line(name)}: "
        yield from _value(values[name])
        opening = ",\n"
    yield "\n}\n"


def _value(value: object) -> Iterator[str]:
    """A sequence with an item a line, anything else on one line."""
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        yield json_line(plain(value))
        return
    opening = "[\n"
    for item in value:
        yield opening + json_line(_item(item))
        opening = ",\n"
    yield "\n]"


def _item(item: object) -> object:
    if isinstance(item, SpokenClaim):  # the claim itself and its value stand among the claims
        return {**record(item, leave=("claim", "value")), "claim": item.claim.id}
    return plain(item)
