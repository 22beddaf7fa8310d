"""JSON: the whole contents, every field exact, keys sorted, for programs and archives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from factcheck.model import Json
from factcheck.reports.contents import Contents
from factcheck.reports.formats.json_text import json_text

FORMAT_NAME = "factcheck-report/1"


def render_json(contents: Contents) -> str:
    """The contents as one JSON object with a final newline. Lone surrogates are written as JSON
    escapes, so that the text can be encoded and reads back equal."""
    tree = {"format": FORMAT_NAME, **_object(contents)}
    return json_text(tree, sort_keys=True)


def _object(record: object) -> Json:
    return {f.name: _plain(getattr(record, f.name)) for f in fields(record)}  # type: ignore[arg-type]


def _plain(value: object) -> object:
    """Model records by their published dictionary, our own dataclasses field by field."""
    to_dict = getattr(value, "to_dict", None)
    if to_dict is not None:
        return _with_identity(value, to_dict())
    if is_dataclass(value):
        return _object(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _with_identity(record: object, tree: Json) -> Json:
    """The identities that other records refer to are computed, so they are written too."""
    names = [name for name in ("id", "key") if isinstance(getattr(record, name, None), str)]
    return {**tree, **{name: getattr(record, name) for name in names}}
