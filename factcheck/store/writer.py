"""What may change in a store. Every change is an event, written in the transaction of the state it
describes; a change that changes nothing writes neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from factcheck.model import (
    ActorKind,
    Conflict,
    Decision,
    Json,
    Snapshot,
    Source,
    digest,
)
from factcheck.store import conversion, placing
from factcheck.store.bulk import batches, insert_many
from factcheck.store.conversion import text_of
from factcheck.store.events import Entry, Event, chained
from factcheck.store.intake import Intake
from factcheck.store.reader import Head, Reader, current_readings
from factcheck.store.rows import table


@dataclass(frozen=True, kw_only=True)
class Acting:
    """Who writes, and when (UTC, `2026-01-05T08:00:00.000000Z`)."""

    at: str
    actor: str = "factcheck"
    actor_kind: ActorKind = "machine"


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a reconcile changed, by fingerprint."""

    opened: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    agreements: bool = False

    def __bool__(self) -> bool:
        return bool(self.opened or self.changed or self.closed or self.agreements)

    def __or__(self, other: Change) -> Change:
        """Both changes as one, of different conflicts."""
        return Change(
            opened=tuple(sorted((*self.opened, *other.opened))),
            changed=tuple(sorted((*self.changed, *other.changed))),
            closed=tuple(sorted((*self.closed, *other.closed))),
            agreements=self.agreements or other.agreements,
        )


def agreements_digest(digests: Iterable[str]) -> str:
    """One digest for a set of agreements, whatever their order, by the digest of each."""
    return digest("agreements", sorted(set(digests)))


class Writer(Reader):
    """A transaction that may write. It holds the writers' lock from its beginning, so that what
    it read stays true until it commits."""

    def __init__(self, connection: Connection, acting: Acting) -> None:
        super().__init__(connection)
        self._acting = acting
        self._head: Head | None = None

    def append(self, kind: str, obj: str, body: Json, *, idem: str = "") -> Event:
        """Append an event. Without an idempotency key it gets one from its place."""
        return self.append_many([(kind, obj, body)], idem)[0]

    def append_many(self, told: Iterable[tuple[str, str, Json]], idem: str = "") -> list[Event]:
        """Append events, each with its kind, its object and its body, in this order."""
        events: list[Event] = []
        head = self._head or self.head()
        for kind, obj, body in told:
            entry = Entry(
                at=self._acting.at, actor=self._acting.actor, actor_kind=self._acting.actor_kind,
                kind=kind, object=obj, body=text_of(body),
                idem=idem or digest("event", head.seq + 1, kind, obj),
            )  # fmt: skip
            event = chained(head.seq + 1, entry, head.hash)
            head = Head(seq=event.seq, hash=event.hash)
            events.append(event)
        insert_many(self.connection, "events", [
            {"seq": event.seq, "at": event.entry.at, "actor": event.entry.actor,
             "actor_kind": event.entry.actor_kind, "kind": event.entry.kind,
             "object": event.entry.object, "body": event.entry.body, "idem": event.entry.idem,
             "schema": event.schema, "prev": event.prev, "hash": event.hash} for event in events
        ])  # fmt: skip
        self.connection.execute(update(table("audit_head")).values(seq=head.seq, hash=head.hash))
        self._head = head
        return events

    def put_catalogue(self, digests: Mapping[str, str]) -> list[str]:
        """Note what claims and conflicts are made with: name → digest. Names that are missing
        now are forgotten. Returns the names that changed."""
        rows, before = table("catalogue"), self.catalogue()
        changed = sorted(name for name in before.keys() | digests.keys()
                         if before.get(name) != digests.get(name))  # fmt: skip
        for name in changed:
            self.connection.execute(delete(rows).where(rows.c.name == name))
            if name in digests:
                self.connection.execute(insert(rows).values(name=name, digest=digests[name]))
            self.append("catalogue_changed", name, {"digest": digests.get(name)})
        return changed

    def put_source(self, source: Source) -> bool:
        """Note what a source is. Returns whether that is new."""
        rows, columns = table("sources"), conversion.source_columns(source)
        query = select(rows).where(rows.c.slug == source.slug)
        row = self.connection.execute(query).mappings().first()
        if row is None:
            self.connection.execute(insert(rows).values(columns))
        elif conversion.source_from(row) == source:
            return False
        else:
            self.connection.execute(update(rows).where(rows.c.id == row["id"]).values(columns))
            if source.relations != conversion.source_from(row).relations:
                placing.mark_source(self.connection, row["id"])
        self.append("source_described", source.slug, {"source": source.to_dict()})
        return True

    def put(self, intake: Intake) -> bool:
        """Store one document: its source, snapshot, claims, notices and coverage become the
        current ones. Returns whether anything was new. Raises InputError when a quote is not the
        snapshot's own words."""
        intake.check()
        described = self.put_source(intake.source)
        slug = intake.source.slug
        before = self.current(slug).get(slug)
        if before and before.digest == intake.digest:
            if (before.made_with, before.is_record) != (intake.made_with, intake.is_record):
                self._note_maker(intake)
            return self._place_again(intake) or described
        self._leave_current(slug)
        snapshot_id = self._snapshot(intake.snapshot, self.ids("sources", "slug", [slug])[slug])
        self._reading(intake, snapshot_id)
        self.append("document_ingested", slug, intake.event)
        return True

    def withdraw(self, slug: str) -> bool:
        """The source no longer counts; all its rows stay. Returns whether it did before."""
        if not self._leave_current(slug):
            return False
        self.append("source_withdrawn", slug, {})
        return True

    def _leave_current(self, slug: str) -> bool:
        readings, snapshots, sources = table("readings"), table("snapshots"), table("sources")
        mine = (select(snapshots.c.id).join(sources, snapshots.c.source_id == sources.c.id)
                .where(sources.c.slug == slug))  # fmt: skip
        leaving = self.connection.execute(
            select(readings.c.id).where(readings.c.current, readings.c.snapshot_id.in_(mine))
        ).scalars().all()  # fmt: skip
        for reading in leaving:
            self.connection.execute(
                update(readings).where(readings.c.id == reading).values(current=False)
            )
            placing.unplace(self.connection, reading)
        return bool(leaving)

    def _place_again(self, intake: Intake) -> bool:
        """The claims are known; where they are compared may be new (another link, another
        catalogue). Returns whether it is."""
        if intake.placements is None:
            return False
        slug = intake.source.slug
        if not placing.place(self.connection, self._current_row(slug), intake.places):
            return False
        self.append("document_placed", slug, {"placed": intake.placed})
        return True

    def _note_maker(self, intake: Intake) -> None:
        """Another program or catalogue has read the same out of the same bytes: no event, since
        nothing that counts is different."""
        rows = table("readings")
        mine = rows.c.id == self._current_row(intake.source.slug)
        self.connection.execute(update(rows).where(mine).values(conversion.made_columns(intake)))

    def _current_row(self, slug: str) -> int:
        query = current_readings("id").where(table("sources").c.slug == slug)
        return int(self.connection.execute(query).mappings().one()["id"])

    def _snapshot(self, snapshot: Snapshot, source_id: int) -> int:
        rows = table("snapshots")
        known = select(rows.c.id).where(rows.c.source_id == source_id, rows.c.digest == snapshot.id)
        found = self.connection.execute(known).scalar()
        if found is None:
            columns = conversion.snapshot_columns(snapshot, source_id)
            self.connection.execute(insert(rows).values(columns))
            found = self.connection.execute(known).scalar_one()
        return int(found)

    def _reading(self, intake: Intake, snapshot_id: int) -> None:
        rows = table("readings")
        mine = (rows.c.snapshot_id == snapshot_id, rows.c.digest == intake.digest)
        again = update(rows).where(*mine).values(current=True, **conversion.made_columns(intake))
        if self.connection.execute(again).rowcount:
            known = self.connection.execute(select(rows.c.id).where(*mine)).scalar_one()
            placing.place(self.connection, int(known), intake.places)
            return
        self.connection.execute(
            insert(rows).values(conversion.reading_columns(intake, snapshot_id))
        )
        reading_id = self.connection.execute(select(rows.c.id).where(*mine)).scalar_one()
        self._add_claims(intake, int(reading_id))
        insert_many(self.connection, "notices", [
            conversion.notice_columns(notice, reading_id) for notice in intake.notices
        ])  # fmt: skip

    def _add_claims(self, intake: Intake, reading_id: int) -> None:
        places = intake.places
        groups = placing.group_numbers(self.connection, (p.group for p in places if p))
        for batch in batches(zip(intake.claims, places, strict=True)):
            self.terms.intern(key for claim, _ in batch
                              for key in conversion.claim_terms(claim).values())  # fmt: skip
            insert_many(self.connection, "claims", [
                conversion.claim_columns(claim, reading_id, self.terms.number,
                                         groups[at.group] if at else None, at.section if at else "")
                for claim, at in batch
            ])  # fmt: skip

    def put_decision(self, decision: Decision, *, idem: str = "", imported: bool = False) -> bool:
        """Append a decision. Returns False when the store has it already. An imported one keeps
        its own time and actor in its record; the event says who imported it, and when."""
        if self.ids("decisions", "digest", [decision.id]):
            return False
        writer = self._acting
        if not imported:
            self._acting = Acting(at=decision.at, actor=decision.actor,
                                  actor_kind=decision.actor_kind)  # fmt: skip
        event = self.append("decision_made", decision.object, {"decision": decision.to_dict()},
                            idem=idem or decision.id)  # fmt: skip
        self._acting = writer
        self.connection.execute(
            insert(table("decisions")).values(conversion.decision_columns(decision, event.seq))
        )
        return True

    def put_decisions(self, decisions: Iterable[Decision]) -> int:
        """Append decisions that were made elsewhere, as `put_decision` does with imported ones, in
        bulk. Those that the store has are left out. Returns how many were not there."""
        wanted = {decision.id: decision for decision in decisions}
        known = self.ids("decisions", "digest", wanted)
        news = [decision for name, decision in wanted.items() if name not in known]
        events = self.append_many(
            ("decision_made", d.object, {"decision": d.to_dict()}) for d in news
        )
        insert_many(self.connection, "decisions", [
            conversion.decision_columns(decision, event.seq)
            for decision, event in zip(news, events, strict=True)
        ])  # fmt: skip
        return len(news)

    def exchange_conflicts(
        self, before: Mapping[str, str], after: Mapping[str, str],
        conflicts: Mapping[str, Conflict], agreements: str | None = None,
    ) -> Change:  # fmt: skip
        """Put the conflicts of `after` in the place of those of `before`, both fingerprint →
        digest; only what differs is rewritten, and the event says it. `agreements` is their
        digest where they change too."""
        change = Change(
            opened=tuple(sorted(after.keys() - before.keys())),
            changed=tuple(sorted(f for f in after.keys() & before.keys() if after[f] != before[f])),
            closed=tuple(sorted(before.keys() - after.keys())),
            agreements=agreements is not None,
        )
        if not change:
            return change
        self._remove_conflicts((*change.closed, *change.changed))
        self._add_conflicts([conflicts[f] for f in (*change.opened, *change.changed)])
        body: Json = {
            "opened": {f: after[f] for f in change.opened},
            "changed": {f: after[f] for f in change.changed},
            "closed": list(change.closed),
        }  # fmt: skip
        if agreements is not None:
            body["agreements"] = agreements
        self.append("reconciled", "conflicts", body)
        return change

    def _remove_conflicts(self, fingerprints: Sequence[str]) -> None:
        conflicts, sides = table("conflicts"), table("conflict_sides")
        numbers, kept = self.ids("conflicts", "fingerprint", fingerprints), table("group_conflicts")
        for batch in batches(numbers.values()):
            self.connection.execute(delete(kept).where(kept.c.conflict_id.in_(batch)))
            self.connection.execute(delete(sides).where(sides.c.conflict_id.in_(batch)))
            self.connection.execute(delete(conflicts).where(conflicts.c.id.in_(batch)))

    def _add_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        insert_many(self.connection, "conflicts",
                    [conversion.conflict_columns(conflict) for conflict in conflicts])  # fmt: skip
        numbers = self.ids("conflicts", "fingerprint", [c.fingerprint for c in conflicts])
        snapshots = self._snapshot_numbers({q for c in conflicts for q in c.sources})
        insert_many(self.connection, "conflict_sides", [
            conversion.side_columns(side, position, numbers[conflict.fingerprint],
                                    snapshots[side.quote.source, side.quote.snapshot])
            for conflict in conflicts for position, side in enumerate(conflict.sides)
        ])  # fmt: skip

    def _snapshot_numbers(self, slugs: Iterable[str]) -> dict[tuple[str, str], int]:
        snapshots, sources = table("snapshots"), table("sources")
        query = select(sources.c.slug, snapshots.c.digest, snapshots.c.id).join(
            sources, snapshots.c.source_id == sources.c.id)  # fmt: skip
        return {
            (slug, name): number for batch in batches(sorted(slugs))
            for slug, name, number in self.connection.execute(
                query.where(sources.c.slug.in_(batch)))
        }  # fmt: skip
