"""What readings and findings depend on besides the documents: the program and its parts."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from factcheck.model import digest

ROOMS = ("model", "values", "sources", "claims", "reconcile")
"""The rooms between the bytes of an article and its conflicts."""


@cache
def program() -> str:
    """A digest of the code and the data that read and compare. With another program everything is
    read again: a mended table or pattern must show, whether or not somebody raised a version."""
    found = hashlib.sha256()
    for room in ROOMS:
        for name, data in sorted(_contents(files("factcheck").joinpath(room), room)):
            found.update(f"{name}\0{len(data)}\0".encode())
            found.update(data)
    return found.hexdigest()


def made_with(predicates: str, entities: str) -> str:
    """What claims are read with: the program, the extractors (a team's own among them), and the
    digests of the catalogues."""
    from factcheck.claims.extractors import all_extractors

    versions = sorted(f"{e.name}@{e.version}" for e in all_extractors())
    return digest("made with", program(), versions, predicates, entities)


def _contents(folder: Traversable, place: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        name = f"{place}/{entry.name}"
        if entry.is_dir():
            found += _contents(entry, name)
        elif entry.name.endswith((".py", ".toml")):
            found.append((name, entry.read_bytes()))
    return found
