"""Records as trees of plain JSON types: the model's by their published dictionary, a report's own
field by field."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass

from factcheck.model import Json


def record(value: object, leave: Collection[str] = ()) -> Json:
    """A dataclass of a report as a dictionary of its fields, all the way down, without those that
    are to be left."""
    chosen = (f.name for f in fields(value) if f.name not in leave)  # type: ignore[arg-type]
    return {name: plain(getattr(value, name)) for name in chosen}


def plain(value: object) -> object:
    """Any value of a report as a tree of plain JSON types."""
    to_dict = getattr(value, "to_dict", None)
    if to_dict is not None:
        return _with_identity(value, to_dict())
    if is_dataclass(value):
        return record(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value


def _with_identity(value: object, tree: Json) -> Json:
    """The identities that other records refer to are computed, so they are written too."""
    names = [name for name in ("id", "key") if isinstance(getattr(value, name, None), str)]
    return {**tree, **{name: getattr(value, name) for name in names}}
