"""Very many documents at once. What `Writer.put` does for one document in a dozen statements is
done here for thousands of claims in a dozen; the rows and the events are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Index, func, select, text

from factcheck.store import conversion, placing
from factcheck.store.bulk import insert_many
from factcheck.store.conversion import Row
from factcheck.store.intake import Intake
from factcheck.store.rows import table
from factcheck.store.writer import Writer

CLAIMS_AT_ONCE = 20_000
"""Claims whose rows are held in memory together."""


def load(writer: Writer, intakes: Iterable[Intake]) -> int:
    """Take in documents of sources that the store does not know, and `put` the others. Into an
    empty store the indexes of claims come last. One transaction: all or nothing. Returns how many
    documents were new. Raises InputError for a quote of other words, or a source given twice."""
    loading = _Loading(writer)
    empty = writer.connection.execute(select(func.max(table("claims").c.id))).scalar() is None
    indexes = sorted(table("claims").indexes, key=lambda index: str(index.name)) if empty else []
    for index in indexes:
        index.drop(writer.connection)
    new = 0
    for chunk in _chunks(intakes):
        known = writer.ids("sources", "slug", [intake.source.slug for intake in chunk])
        fresh = {i.source.slug: i for i in chunk if i.source.slug not in known}
        loading.add(list(fresh.values()))
        new += len(fresh) + sum(
            writer.put(intake) for intake in chunk if fresh.get(intake.source.slug) is not intake
        )  # fmt: skip
    _restore(writer, indexes)
    return new


def _chunks(intakes: Iterable[Intake]) -> Iterator[list[Intake]]:
    chunk: list[Intake] = []
    claims = 0
    for intake in intakes:
        chunk.append(intake)
        claims += len(intake.claims)
        if claims >= CLAIMS_AT_ONCE:
            yield chunk
            chunk, claims = [], 0
    if chunk:
        yield chunk


def _restore(writer: Writer, indexes: Sequence[Index]) -> None:
    for index in indexes:
        index.create(writer.connection)
    if indexes and writer.connection.dialect.name == "sqlite":
        writer.connection.execute(text("ANALYZE claims"))


class _Loading:
    """One load: numbers of groups stay known from chunk to chunk."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.groups: dict[str, int] = {}

    def add(self, intakes: Sequence[Intake]) -> None:
        """Store documents of new sources."""
        writer = self.writer
        for intake in intakes:
            intake.check()
        writer.terms.intern(key for intake in intakes for claim in intake.claims
                            for key in conversion.claim_terms(claim).values())  # fmt: skip
        places = [intake.places for intake in intakes]
        names = {p.group for placed in places for p in placed if p} - self.groups.keys()
        self.groups |= placing.group_numbers(writer.connection, names)
        sources = self._numbered("sources", [conversion.source_columns(i.source) for i in intakes])
        snapshots = self._numbered("snapshots", [
            conversion.snapshot_columns(i.snapshot, source)
            for i, source in zip(intakes, sources, strict=True)
        ])  # fmt: skip
        readings = self._numbered("readings", [
            conversion.reading_columns(i, snapshot)
            for i, snapshot in zip(intakes, snapshots, strict=True)
        ])  # fmt: skip
        number, groups = writer.terms.number, self.groups
        insert_many(writer.connection, "claims", [
            conversion.claim_columns(claim, reading, number, groups[at.group] if at else None,
                                     at.section if at else "")
            for intake, placed, reading in zip(intakes, places, readings, strict=True)
            for claim, at in zip(intake.claims, placed, strict=True)
        ])  # fmt: skip
        insert_many(writer.connection, "notices", [
            conversion.notice_columns(notice, reading)
            for intake, reading in zip(intakes, readings, strict=True) for notice in intake.notices
        ])  # fmt: skip
        writer.append_many(
            entry for i in intakes for entry in (
                ("source_described", i.source.slug, {"source": i.source.to_dict()}),
                ("document_ingested", i.source.slug, i.event),
            )
        )  # fmt: skip

    def _numbered(self, name: str, rows: Sequence[Row]) -> list[int]:
        """Insert the rows under numbers of their own. We hold the writers' lock: nobody else
        numbers rows meanwhile."""
        connection, column = self.writer.connection, table(name).c.id
        first = (connection.execute(select(func.max(column))).scalar() or 0) + 1
        numbers = list(range(first, first + len(rows)))
        insert_many(connection, name, [
            {**row, "id": number} for row, number in zip(rows, numbers, strict=True)
        ])  # fmt: skip
        if rows and connection.dialect.name == "postgresql":
            connection.execute(select(func.setval(f"{name}_id_seq", numbers[-1])))
        return numbers
