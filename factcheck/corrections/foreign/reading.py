"""A file of JSON-LD as remarks: single entries, lists, graphs, and collections of annotations with
their pages inside. Contexts are not fetched: the published short names are what is read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from factcheck.corrections.foreign.annotations import annotation
from factcheck.corrections.foreign.remark import Mistake, Remark, many, names_of
from factcheck.corrections.foreign.reviews import review

MAX_ENTRIES = 100_000
MAX_WORDS = 5_000
"""Characters of a quote, as in docs/limits.md."""
CONTAINERS = ("@graph", "items", "first")
"""Fields whose entries are those of the file."""


def read_remarks(text: str) -> tuple[list[Remark], list[tuple[int, Mistake]], int]:
    """The remarks of a file, what is wrong with entries of it (by number), and how many entries say
    nothing of an article's words. Raises Mistake for a text that is no such file."""
    try:
        tree = json.loads(text, parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise Mistake("-", f"this is no JSON: {error}") from error
    remarks: list[Remark] = []
    mistakes: list[tuple[int, Mistake]] = []
    passed = 0
    for number, entry in enumerate(_entries(tree), 1):
        if number > MAX_ENTRIES:
            raise Mistake("-", f"more than {MAX_ENTRIES} entries; split the file")
        try:
            made = list(_remarks(entry, number))
            for remark in made:
                if len(remark.exact) > MAX_WORDS:
                    raise Mistake("quote", f"{len(remark.exact)} characters; limit {MAX_WORDS}")
        except Mistake as mistake:
            mistakes.append((number, mistake))
            continue
        remarks += made
        passed += not made
    if not remarks and not mistakes and not passed:
        raise Mistake("-", "neither a ClaimReview nor an Annotation is in it")
    return remarks, mistakes, passed


def _remarks(entry: Mapping[str, Any], number: int) -> Iterator[Remark]:
    if "ClaimReview" in names_of(entry):
        yield review(entry, number)
    else:
        yield from annotation(entry, number)


def _entries(tree: object) -> Iterator[Mapping[str, Any]]:
    """Every ClaimReview and Annotation, however deep its container, in order."""
    waiting = [tree]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting += reversed(found)
        elif isinstance(found, Mapping):
            if names_of(found) & {"ClaimReview", "Annotation"}:
                yield found
            else:
                inside = [item for name in CONTAINERS for item in many(found.get(name))]
                waiting += reversed(inside)


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("a field stands twice")
    return record
