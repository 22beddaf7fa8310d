"""JSON: the whole contents, every field exact, keys sorted, for programs and archives."""

from __future__ import annotations

from factcheck.reports.contents import Contents
from factcheck.reports.formats.json_text import json_text
from factcheck.reports.formats.records import record
from factcheck.reports.standpoint import FORMAT_NAME


def render_json(contents: Contents) -> str:
    """The contents as one JSON object with a final newline. Lone surrogates are written as JSON
    escapes, so that the text can be encoded and reads back equal."""
    return json_text({"format": FORMAT_NAME, **record(contents)}, sort_keys=True)
