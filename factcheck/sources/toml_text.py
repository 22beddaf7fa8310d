"""TOML written by hand, so that the same values always give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Scalar = str | int
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b",
            "\f": "\\f"}  # fmt: skip


def string(text: str) -> str:
    """A basic string: quotes, backslashes and controls escaped, everything else as it is."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if code < 0x20 or code == 0x7F or 0x80 <= code < 0xA0 or code in (0x2028, 0x2029):
        return f"\\u{code:04X}"
    # TOML holds no lone surrogates
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else character


def pair(key: str, value: Scalar | Sequence[str]) -> str:
    """One `key = value` line. Keys are bare."""
    if isinstance(value, int):
        return f"{key} = {value}"
    if isinstance(value, str):
        return f"{key} = {string(value)}"
    return f"{key} = [{', '.join(string(item) for item in value)}]"


def pairs(values: Mapping[str, Scalar | Sequence[str]]) -> Iterable[str]:
    """The lines of a table, empty strings and lists left out, in the given order."""
    return [pair(key, value) for key, value in values.items() if value not in ("", (), [])]
