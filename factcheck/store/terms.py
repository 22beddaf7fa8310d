"""Words to numbers and back: the terms that claims share, looked up in batches and remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from factcheck.model import digest
from factcheck.store.bulk import batches, insert_many
from factcheck.store.rows import table

Key = tuple[str, str]
"""(kind, text) of a term."""


def term_digest(kind: str, text: str) -> str:
    """What makes a term unique, of bounded length however long its text."""
    return digest("term", kind, text)


class Terms:
    """The terms met in one transaction. Numbers are never kept beyond it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[Key, int] = {}
        self._keys: dict[int, Key] = {}

    def number(self, kind: str, text: str) -> int:
        """The number of a term that `intern` was given before. KeyError otherwise."""
        return self._numbers[kind, text]

    def text(self, number: int) -> str:
        """The words of a term that `fetch` was given before. KeyError otherwise."""
        return self._keys[number][1]

    def key(self, number: int) -> Key:
        """Kind and words of a term that `fetch` was given before. KeyError otherwise."""
        return self._keys[number]

    def intern(self, keys: Iterable[Key]) -> None:
        """Number all these terms, adding those that the store does not know yet."""
        wanted = {term_digest(*key): key for key in sorted(set(keys) - set(self._numbers))}
        self._find(wanted)
        new = {name: key for name, key in wanted.items() if key not in self._numbers}
        insert_many(self._connection, "terms", [
            {"kind": kind, "digest": name, "text": text} for name, (kind, text) in new.items()
        ])  # fmt: skip
        self._find(new)

    def _find(self, wanted: Mapping[str, Key]) -> None:
        terms = table("terms")
        for batch in batches(wanted):
            query = select(terms.c.id, terms.c.digest).where(terms.c.digest.in_(batch))
            for number, found in self._connection.execute(query):
                self._numbers[wanted[found]] = number

    def fetch(self, numbers: Iterable[int]) -> None:
        """Look up the words of all these numbers."""
        terms = table("terms")
        for batch in batches(sorted(set(numbers) - set(self._keys))):
            query = select(terms.c.id, terms.c.kind, terms.c.text).where(terms.c.id.in_(batch))
            for number, kind, text in self._connection.execute(query):
                self._keys[number] = kind, text
