"""What can be asked of a store. Everything comes back as records, in an order that does not
depend on when it was stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select
from sqlalchemy.engine import RowMapping

from factcheck.model import Agreement, Claim, Conflict, Coverage, Decision, Notice, Side, Source
from factcheck.model import Snapshot as SnapshotRecord
from factcheck.store import conversion
from factcheck.store.bulk import BATCH, batches
from factcheck.store.conversion import Place
from factcheck.store.events import Entry, Event
from factcheck.store.rows import table
from factcheck.store.terms import Terms


@dataclass(frozen=True, kw_only=True)
class CurrentReading:
    """Which snapshot of a source counts now, the digest of its bytes and that of all that was read
    from it, what read it, and whether it is a record."""

    source: str
    snapshot: str
    sha256: str
    digest: str
    made_with: str
    is_record: bool


@dataclass(frozen=True, kw_only=True)
class Head:
    """The last event of the log: its number and its hash. An empty log has number 0."""

    seq: int
    hash: bytes


class Reader:
    """One consistent view of a store, for as long as its transaction lasts."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.terms = Terms(connection)

    def head(self) -> Head:
        """The last event, as the store remembers it."""
        row = self.connection.execute(select(table("audit_head"))).mappings().one()
        return Head(seq=row["seq"], hash=bytes(row["hash"]))

    def events(self, after: int = 0) -> Iterator[Event]:
        """Events beyond number `after`, oldest first, a batch at a time."""
        events = table("events")
        while True:
            query = select(events).where(events.c.seq > after).order_by(events.c.seq).limit(BATCH)
            rows = self.connection.execute(query).mappings().all()
            for row in rows:
                yield event_from(row)
            if len(rows) < BATCH:
                return
            after = rows[-1]["seq"]

    def catalogue(self) -> dict[str, str]:
        """Name → digest of what the claims and conflicts were made with."""
        rows = self.connection.execute(select(table("catalogue"))).mappings()
        return dict(sorted((row["name"], row["digest"]) for row in rows))

    def current(self, slug: str | None = None) -> dict[str, CurrentReading]:
        """Slug → its current reading, sorted by slug; of one source when named."""
        query = current_readings("digest", "made_with", "is_record")
        if slug is not None:
            query = query.where(table("sources").c.slug == slug)
        rows = self.connection.execute(query.add_columns(table("snapshots").c.sha256)).mappings()
        found = {row["slug"]: CurrentReading(
            source=row["slug"], snapshot=row["snapshot"], sha256=row["sha256"],
            digest=row["digest"], made_with=row["made_with"], is_record=row["is_record"],
        ) for row in rows}  # fmt: skip
        return dict(sorted(found.items()))

    def sources(self) -> list[Source]:
        """Sources that have a current reading, by slug."""
        current = self.current()
        rows = self.connection.execute(select(table("sources"))).mappings()
        found = [conversion.source_from(row) for row in rows if row["slug"] in current]
        return sorted(found, key=lambda source: source.slug)

    def snapshots(self, slug: str) -> list[SnapshotRecord]:
        """All snapshots of a source, in the order they came in."""
        sources, snapshots = table("sources"), table("snapshots")
        query = select(snapshots).join(sources).where(sources.c.slug == slug)
        rows = self.connection.execute(query.order_by(snapshots.c.id)).mappings()
        return [conversion.snapshot_from(row, slug) for row in rows]

    def claims(self, slug: str | None = None) -> list[Claim]:
        """Claims of the current readings, by source and place; of one source when named."""
        return sorted(self._claims(_children("claims", slug)), key=lambda claim: claim.source)

    def _claims(self, query: Select[Any]) -> Iterator[Claim]:
        rows = self.connection.execute(query).mappings()
        for batch in batches(rows):
            self.terms.fetch(number for row in batch for number in (
                row["subject_id"], row["predicate_id"], row["extractor_id"]))  # fmt: skip
            for row in batch:
                yield conversion.claim_from(row, place_of(row), self.terms.text)

    def notices(self, slug: str | None = None) -> list[Notice]:
        """Notices of the current readings, by source and place; of one source when named."""
        rows = self.connection.execute(_children("notices", slug)).mappings()
        return sorted((conversion.notice_from(row, place_of(row)) for row in rows),
                      key=lambda notice: notice.source)  # fmt: skip

    def coverage(self) -> dict[str, Coverage]:
        """Slug → how much of its current snapshot could be read."""
        rows = self.connection.execute(current_readings("coverage")).mappings()
        return {row["slug"]: conversion.coverage_from(row["coverage"]) for row in rows}

    def conflicts(self) -> list[Conflict]:
        """The conflicts of the last reconcile, by source, place and code. States are not kept:
        all are open here."""
        rows = self.connection.execute(select(table("conflicts"))).mappings().all()
        sides = self._sides()
        found = [conversion.conflict_from(row, tuple(sides.get(row["id"], ()))) for row in rows]
        return sorted(found, key=conflict_order)

    def conflicts_by_row(self, numbers: Iterable[int]) -> dict[int, Conflict]:
        """Row number → conflict, for these rows alone."""
        conflicts, found = table("conflicts"), {}
        for batch in batches(numbers):
            sides = self._sides(table("conflict_sides").c.conflict_id.in_(batch))
            query = select(conflicts).where(conflicts.c.id.in_(batch))
            for row in self.connection.execute(query).mappings():
                found[row["id"]] = conversion.conflict_from(row, tuple(sides[row["id"]]))
        return found

    def _sides(self, where: ColumnElement[bool] | None = None) -> Mapping[int, list[Side]]:
        rows, snapshots, sources = table("conflict_sides"), table("snapshots"), table("sources")
        query = (
            select(rows, snapshots.c.digest.label("snapshot"), sources.c.slug)
            .join(snapshots, rows.c.snapshot_id == snapshots.c.id)
            .join(sources, snapshots.c.source_id == sources.c.id)
            .order_by(rows.c.conflict_id, rows.c.position)
        )
        if where is not None:
            query = query.where(where)
        sides: dict[int, list[Side]] = {}
        for row in self.connection.execute(query).mappings():
            side = conversion.side_from(row, place_of(row))
            sides.setdefault(row["conflict_id"], []).append(side)
        return sides

    def agreements(self) -> list[Agreement]:
        """The agreements of the last reconcile, by relation and claims."""
        rows = self.connection.execute(select(table("agreements"))).mappings()
        found = [conversion.agreement_from(row) for row in rows]
        return sorted(found, key=lambda a: (a.relation, a.claims))

    def decisions(self) -> list[Decision]:
        """All decisions by time, then id: the same order in every database."""
        rows = self.connection.execute(select(table("decisions"))).mappings()
        return sorted((conversion.decision_from(row) for row in rows), key=decision_order)

    def decision_of(self, idem: str) -> Decision | None:
        """The decision that was recorded under an idempotency key."""
        decisions, events = table("decisions"), table("events")
        query = select(decisions).join(events, decisions.c.seq == events.c.seq)
        row = self.connection.execute(query.where(events.c.idem == idem)).mappings().first()
        return conversion.decision_from(row) if row else None

    def ids(self, name: str, column: str, wanted: Iterable[str]) -> dict[str, int]:
        """Text of a unique column → the row's number, for those of `wanted` that exist."""
        rows = table(name)
        found: dict[str, int] = {}
        for batch in batches(wanted):
            query = select(rows.c[column], rows.c.id).where(rows.c[column].in_(batch))
            found.update((text, number) for text, number in self.connection.execute(query))
        return found


def conflict_order(conflict: Conflict) -> tuple[str, int, str, str]:
    """Conflicts are listed by source, place and code."""
    quote = conflict.sides[0].quote
    return quote.source, quote.start, conflict.code, conflict.fingerprint


def decision_order(decision: Decision) -> tuple[str, str]:
    """Decisions are listed by time, those of one moment by id."""
    return decision.at, decision.id


def place_of(row: RowMapping) -> Place:
    """Where a row's quote stands, from the joined columns of its snapshot and source."""
    return Place(source=row["slug"], snapshot=row["snapshot"])


def event_from(row: RowMapping) -> Event:
    """A stored event as the record of it."""
    entry = Entry(at=row["at"], actor=row["actor"], actor_kind=row["actor_kind"],
                  kind=row["kind"], object=row["object"], body=row["body"],
                  idem=row["idem"])  # fmt: skip
    return Event(seq=row["seq"], entry=entry, schema=row["schema"], prev=bytes(row["prev"]),
                 hash=bytes(row["hash"]))  # fmt: skip


def current_readings(*columns: str) -> Select[Any]:
    """Slug, snapshot and these columns of every reading that counts."""
    readings, snapshots, sources = table("readings"), table("snapshots"), table("sources")
    return (
        select(
            sources.c.slug,
            snapshots.c.digest.label("snapshot"),
            *(readings.c[column] for column in columns),
        )
        .select_from(readings)
        .join(snapshots, readings.c.snapshot_id == snapshots.c.id)
        .join(sources, snapshots.c.source_id == sources.c.id)
        .where(readings.c.current)
    )


def _children(name: str, slug: str | None) -> Select[Any]:
    """Rows of a table below the current readings, with the columns that say where they stand."""
    rows = table(name)
    readings, snapshots, sources = table("readings"), table("snapshots"), table("sources")
    query = (
        select(rows, snapshots.c.digest.label("snapshot"), sources.c.slug)
        .join(readings, rows.c.reading_id == readings.c.id)
        .join(snapshots, readings.c.snapshot_id == snapshots.c.id)
        .join(sources, snapshots.c.source_id == sources.c.id)
        .where(readings.c.current)
        .order_by(rows.c.id)
    )
    return query if slug is None else query.where(sources.c.slug == slug)
