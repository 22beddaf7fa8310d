"""How text is folded for comparing, and how any plain value gets its one identity."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, get_args

Json = dict[str, Any]
_PLAIN = frozenset({str, int, bool, type(None)})
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)  # fmt: skip


def fold(text: str) -> str:
    """Text as it is compared, never as it is stored: NFKC, case-folded, blanks collapsed.

    Punctuation stays: `5%` and `5`, `3.5亿` and `35亿` must remain apart.
    """
    if text.isascii():  # NFKC leaves ASCII as it is
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def canonical(value: object) -> bytes:
    """UTF-8 JSON with sorted keys and no blanks: one spelling of a value.

    Raises TypeError for a float, which has no single spelling; numbers travel as strings.
    """
    _refuse_floats((value,))
    return _ENCODER.encode(value).encode("utf-8", "surrogatepass")


def _refuse_floats(items: Iterable[object]) -> None:
    for item in items:
        kind = type(item)
        if kind in _PLAIN:  # nearly all of them: a claim has two dozen, a store millions
            continue
        if isinstance(item, list | tuple):
            _refuse_floats(item)
        elif isinstance(item, dict | Mapping):
            _refuse_floats(item.values())
        elif isinstance(item, float):
            raise TypeError(f"a float has no canonical form: {item!r}")


def digest(*parts: object) -> str:
    """Identity of a value: the first 32 hex digits of SHA-256 over its canonical form."""
    return hashlib.sha256(canonical(list(parts))).hexdigest()[:32]


def sha256(data: bytes) -> str:
    """Full SHA-256 of bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def check(ok: bool, record: str, problem: str) -> None:
    """Refuse a record that cannot be: ValueError with the record's kind and the problem."""
    if not ok:
        raise ValueError(f"{record}: {problem}")


def check_choice(value: object, choices: Any, record: str, name: str) -> None:
    """Refuse a value outside a `Literal`'s choices."""
    allowed = get_args(choices)
    if value not in allowed:  # the message is made only when it is needed: records are many
        check(False, record, f"{name} {value!r} is not one of {allowed}")
