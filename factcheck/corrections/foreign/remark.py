"""The plain shape of what somebody else says of words in an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from factcheck.model import Json, Value

RemarkKind = Literal["claim", "dispute", "propose"]
OWN = "urn:factcheck:"
"""How the names of our own records begin."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the words state, where the remark says so. `value` is exact where it travelled whole,
    else `words` has it as one would write it."""

    subject: str
    predicate: str
    words: str = ""
    value: Value | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One entry of a file. `number` counts entries from 1; `id` is its own name, if it has one.
    `sources` are the addresses and names by which the article may be known. The words are `exact`,
    between `prefix` and `suffix`, or inside the sentence `within`; `start` and `end` count code
    points in the bytes that `copy` names. A claim may say what it states (`said`), a dispute has a
    `stance` (empty: neither way) and a `reason`, a proposal a `replacement`. `origin` is what a
    decision keeps of where it comes from."""

    number: int
    kind: RemarkKind
    sources: tuple[str, ...]
    id: str = ""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    within: str = ""
    start: int | None = None
    end: int | None = None
    copy: str = ""
    said: Said | None = None
    stance: str = ""
    reason: str = ""
    replacement: str = ""
    evidence: tuple[str, ...] = ()
    origin: Json = field(default_factory=dict)


class Mistake(Exception):
    """What is wrong with a field of an entry."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(column, message)
        self.column = column
        self.message = message


def text_of(entry: Mapping[str, Any], name: str, column: str = "") -> str:
    """The text of a field, empty where it is absent. Raises Mistake for anything else."""
    value = entry.get(name)
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise Mistake(column or name, "this is no text")
    return value.strip()


def many(value: object) -> list[Any]:
    """A field that may be absent, one thing or a list of them, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def names_of(entry: Mapping[str, Any]) -> set[str]:
    """The types of an entry without their prefixes: `ClaimReview`, `Annotation`."""
    types = many(entry.get("type")) + many(entry.get("@type"))
    return {short(name) for name in types if isinstance(name, str)}


def short(name: str) -> str:
    """`schema:ClaimReview` and `http://schema.org/ClaimReview` as `ClaimReview`."""
    return name.replace("#", "/").replace(":", "/").rpartition("/")[2]
