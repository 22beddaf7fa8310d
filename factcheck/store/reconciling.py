"""Reconciling group by group inside the database: which groups hold different values is one scan
of an index of numbers, only those become records and are judged, and only what is new is written.
After a change, only the groups that had it, before or after, are looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import delete, func, select, update

from factcheck.model import Conflict
from factcheck.reconcile.grouping import Witness
from factcheck.reconcile.numbering import place
from factcheck.reconcile.placing import group_order
from factcheck.sources.document import Document
from factcheck.store import conversion, placing
from factcheck.store.bulk import batches, insert_many
from factcheck.store.rows import table
from factcheck.store.writer import Change, Writer


class Judging(Protocol):
    """What finds the conflicts of one group (`reconcile.placing.Judge`)."""

    @property
    def rules(self) -> str: ...

    def judge(self, name: str, witnesses: Sequence[Witness]) -> Iterable[Conflict]: ...


@dataclass(frozen=True)
class Found:
    """A conflict, the group it came of, and what it is numbered together with."""

    conflict: Conflict
    group: int
    family: str


def reconcile_groups(writer: Writer, judging: Judging, *, full: bool = False) -> Change:
    """Make the conflicts of all groups the ones that stand. Looks only at groups that changed
    since the last time, unless `full` or other rules ask for all; the result is the same. All in
    the writer's transaction: a killed reconcile leaves what was there before."""
    state, dirty = table("reconciled"), table("dirty_groups")
    claims_seen, rules = writer.connection.execute(select(state.c.claims_seen, state.c.rules)).one()
    full = full or rules != judging.rules
    if not full:
        _mark_new(writer, claims_seen)
    found = [each for rows in _contested(writer, full) for each in _judged(writer, judging, rows)]
    kept = _standing(writer, full, {each.family for each in found})
    change = _write(writer, _numbered(writer, [*found, *kept.companions]), kept)
    newest = writer.connection.execute(select(func.max(table("claims").c.id))).scalar()
    writer.connection.execute(delete(dirty))
    writer.connection.execute(update(state).values(claims_seen=newest or 0, rules=judging.rules))
    return change


def _mark_new(writer: Writer, claims_seen: int) -> None:
    """The groups of claims that came in since the last reconcile are looked at again."""
    claims = table("claims")
    # the bare condition on the row number: with any other beside it SQLite scans an index instead
    new = select(claims.c.group_id).where(claims.c.id > claims_seen)
    groups = set(writer.connection.execute(new).scalars())
    placing.mark(writer.connection, groups - {None})


# ---------------------------------------------------------------- what does not agree
GroupRows = list[tuple[int, str, list[tuple[Witness, str]]]]
"""(group, its name, its witnesses with the subjects of their sections), of several groups."""


def _contested(writer: Writer, full: bool) -> Iterator[GroupRows]:
    """The groups that hold more than one value, a batch at a time, with all their claims."""
    claims = table("claims")
    query = select(claims.c.group_id).where(claims.c.group_id.is_not(None))
    if not full:
        query = query.where(claims.c.group_id.in_(select(table("dirty_groups").c.group_id)))
    query = query.group_by(claims.c.group_id).having(
        func.min(claims.c.value_id) < func.max(claims.c.value_id))  # fmt: skip
    for batch in batches(writer.connection.execute(query).scalars().all()):
        yield _hydrated(writer, batch)


def _hydrated(writer: Writer, numbers: Sequence[int]) -> GroupRows:
    claims, readings, groups = table("claims"), table("readings"), table("groups")
    query = (
        select(claims, readings.c.snapshot_id, groups.c.text.label("group_name"))
        .join(readings, claims.c.reading_id == readings.c.id)
        .join(groups, claims.c.group_id == groups.c.id)
        .where(claims.c.group_id.in_(numbers))
        .order_by(claims.c.group_id, claims.c.id)
    )
    rows = writer.connection.execute(query).mappings().all()
    documents = _documents(writer, {row["snapshot_id"] for row in rows})
    writer.terms.fetch(number for row in rows for number in (
        row["subject_id"], row["predicate_id"], row["extractor_id"]))  # fmt: skip
    gathered: dict[int, tuple[int, str, list[tuple[Witness, str]]]] = {}
    for row in rows:
        document = documents[row["snapshot_id"]]
        at = conversion.Place(source=document.name, snapshot=document.snapshot.id)
        witness = Witness(claim=conversion.claim_from(row, at, writer.terms.text),
                          document=document)  # fmt: skip
        _, _, held = gathered.setdefault(
            row["group_id"], (row["group_id"], row["group_name"], []))  # fmt: skip
        held.append((witness, row["section"]))
    return list(gathered.values())


def _documents(writer: Writer, numbers: Iterable[int]) -> dict[int, Document]:
    """Row number of a snapshot → its text as a document. Its blocks are not needed: what they
    decide was decided when the claims were placed."""
    snapshots, sources = table("snapshots"), table("sources")
    query = select(snapshots, sources.c.slug).join(sources)
    found = {}
    for batch in batches(sorted(numbers)):
        for row in writer.connection.execute(query.where(snapshots.c.id.in_(batch))).mappings():
            snapshot = conversion.snapshot_from(row, row["slug"])
            found[row["id"]] = Document(name=row["slug"], snapshot=snapshot, blocks=())
    return found


def _judged(writer: Writer, judging: Judging, rows: GroupRows) -> Iterator[Found]:
    for group, name, held in rows:
        held.sort(key=lambda pair: pair[0].document.name)  # the order of a reconcile in memory
        sections = {witness.claim.id: section for witness, section in held}
        for conflict in judging.judge(name, [witness for witness, _ in held]):
            section = sections.get(conflict.sides[0].claim or "", "")
            conflict = replace(conflict, section=section, ordinal=0)
            yield Found(conflict, group, conflict.fingerprint)


# ---------------------------------------------------------------- what stood before
@dataclass(frozen=True)
class _Standing:
    """The conflicts that may be replaced: their rows, and fingerprint → digest; and those of other
    groups that are numbered together with them or with the new ones."""

    rows: list[int]
    digests: dict[str, str]
    companions: list[Found]


def _standing(writer: Writer, full: bool, families: set[str]) -> _Standing:
    kept, dirty = table("group_conflicts"), table("dirty_groups")
    everything = select(kept.c.conflict_id, kept.c.group_id, kept.c.family)
    execute = writer.connection.execute
    if full:
        rows = [row.conflict_id for row in execute(everything)]
        return _Standing(rows, _digests(writer, rows), [])
    of_dirty = select(dirty.c.group_id)
    replaced = execute(everything.where(kept.c.group_id.in_(of_dirty))).all()
    families = families | {row.family for row in replaced}
    others = [
        row for batch in batches(sorted(families))
        for row in execute(everything.where(
            kept.c.family.in_(batch), kept.c.group_id.not_in(of_dirty)))
    ]  # fmt: skip
    conflicts = writer.conflicts_by_row([row.conflict_id for row in others])
    companions = [Found(replace(conflicts[row.conflict_id], ordinal=0), row.group_id, row.family)
                  for row in others]  # fmt: skip
    rows = [row.conflict_id for row in (*replaced, *others)]
    return _Standing(rows, _digests(writer, rows), companions)


def _digests(writer: Writer, numbers: Iterable[int]) -> dict[str, str]:
    rows = table("conflicts")
    query = select(rows.c.fingerprint, rows.c.digest)
    return {
        row.fingerprint: row.digest for batch in batches(numbers)
        for row in writer.connection.execute(query.where(rows.c.id.in_(batch)))
    }  # fmt: skip


# ---------------------------------------------------------------- what stands now
def _numbered(writer: Writer, found: list[Found]) -> list[Found]:
    """Every conflict with its ordinal among its family, in text order."""
    families: dict[str, list[Found]] = {}
    for each in found:
        families.setdefault(each.family, []).append(each)
    names = _names(writer, {each.group for family in families.values() if len(family) > 1
                            for each in family})  # fmt: skip
    numbered = []
    for family in families.values():
        if len(family) > 1:
            family.sort(key=lambda f: (place(f.conflict), group_order(names[f.group])))
        for ordinal, each in enumerate(family):
            fixed = replace(each.conflict, ordinal=ordinal) if ordinal else each.conflict
            numbered.append(replace(each, conflict=fixed) if ordinal else each)
    return numbered


def _names(writer: Writer, numbers: Iterable[int]) -> dict[int, str]:
    groups = table("groups")
    found: dict[int, str] = {}
    for batch in batches(sorted(numbers)):
        query = select(groups.c.id, groups.c.text).where(groups.c.id.in_(batch))
        found.update((row.id, row.text) for row in writer.connection.execute(query))
    return found


def _write(writer: Writer, found: list[Found], before: _Standing) -> Change:
    by_name = {each.conflict.fingerprint: each for each in found}
    after = {name: conversion.conflict_digest(each.conflict) for name, each in by_name.items()}
    groups = table("group_conflicts")
    for batch in batches(before.rows):
        writer.connection.execute(delete(groups).where(groups.c.conflict_id.in_(batch)))
    already = writer.ids("conflicts", "fingerprint", after.keys() - before.digests.keys())
    digests = {**before.digests, **_digests(writer, already.values())}
    change = writer.exchange_conflicts(
        digests, after, {name: each.conflict for name, each in by_name.items()}
    )
    numbers = writer.ids("conflicts", "fingerprint", by_name)
    insert_many(writer.connection, "group_conflicts", [
        {"conflict_id": numbers[name], "group_id": each.group, "family": each.family}
        for name, each in by_name.items()
    ])  # fmt: skip
    return change
