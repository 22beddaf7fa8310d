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
from factcheck.reconcile.groups.grouping import Witness
from factcheck.reconcile.groups.placing import Placement, group_order
from factcheck.reconcile.numbering import place
from factcheck.reconcile.suppression import without_suppressed
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


@dataclass(frozen=True, kw_only=True)
class ByHand:
    """A claim that a person logged: it has no row and is compared all the same."""

    at: Placement
    witness: Witness


@dataclass(frozen=True)
class Found:
    """A conflict, the group it came of, what it is numbered together with, and whether a comment
    in a text silences it."""

    conflict: Conflict
    group: int
    family: str
    silent: bool


def reconcile_groups(
    writer: Writer, judging: Judging, *, full: bool = False, by_hand: Iterable[ByHand] = ()
) -> Change:
    """Make the conflicts of all groups the ones that stand. Looks only at groups that changed
    since the last time, unless `full` or other rules ask for all; the result is the same. Groups
    with a claim logged by hand count as changed, now and the next time. All in the writer's
    transaction: a killed reconcile leaves what was there before."""
    state, dirty = table("reconciled"), table("dirty_groups")
    claims_seen, rules = writer.connection.execute(select(state.c.claims_seen, state.c.rules)).one()
    full = full or rules != judging.rules
    desk = _Desk(writer, judging, by_hand)
    placing.mark(writer.connection, desk.by_hand)
    if not full:
        _mark_new(writer, claims_seen)
    found = [
        each for batch in batches(_contested(writer, desk, full)) for each in desk.judge(batch)
    ]
    before = _standing(writer, full, {each.family for each in found})
    found += [each for batch in batches(before.companions) for each in desk.judge(batch)
              if each.family in before.families]  # fmt: skip
    change = _write(writer, *_numbered(writer, found), before)
    newest = writer.connection.execute(select(func.max(table("claims").c.id))).scalar()
    writer.connection.execute(delete(dirty))
    placing.mark(writer.connection, desk.by_hand)
    writer.connection.execute(update(state).values(claims_seen=newest or 0, rules=judging.rules))
    return change


def _mark_new(writer: Writer, claims_seen: int) -> None:
    """The groups of claims that came in since the last reconcile are looked at again."""
    claims = table("claims")
    # the bare condition on the row number: with any other beside it SQLite scans an index instead
    new = select(claims.c.group_id).where(claims.c.id > claims_seen)
    groups = set(writer.connection.execute(new).scalars())
    placing.mark(writer.connection, groups - {None})


def _contested(writer: Writer, desk: _Desk, full: bool) -> list[int]:
    """The groups that hold more than one value, and those with claims logged by hand."""
    claims = table("claims")
    query = select(claims.c.group_id).where(claims.c.group_id.is_not(None))
    if not full:
        query = query.where(claims.c.group_id.in_(select(table("dirty_groups").c.group_id)))
    query = query.group_by(claims.c.group_id).having(
        func.min(claims.c.value_id) < func.max(claims.c.value_id))  # fmt: skip
    return sorted({*writer.connection.execute(query).scalars(), *desk.by_hand})


# ---------------------------------------------------------------- what the groups show
Held = list[tuple[Witness, str]]
"""The witnesses of a group with the subjects of their sections."""


class _Desk:
    """Judges groups by their numbers, a batch at a time: reads their claims, and the texts that
    these stand in."""

    def __init__(self, writer: Writer, judging: Judging, by_hand: Iterable[ByHand]) -> None:
        self._writer, self._judging = writer, judging
        logged = list(by_hand)
        numbers = placing.group_numbers(writer.connection, (each.at.group for each in logged))
        self.by_hand: dict[int, list[ByHand]] = {}
        for each in logged:
            self.by_hand.setdefault(numbers[each.at.group], []).append(each)

    def judge(self, numbers: Sequence[int]) -> Iterator[Found]:
        """What cannot all hold in these groups."""
        names, gathered = _names(self._writer, numbers), self._witnesses(numbers)
        for group in numbers:
            held = gathered.get(group, [])
            held += [(each.witness, each.at.section) for each in self.by_hand.get(group, ())]
            held.sort(key=_in_memory)
            sections = {witness.claim.id: section for witness, section in held}
            texts = {witness.document.name: witness.document for witness, _ in held}
            for conflict in self._judging.judge(names[group], [witness for witness, _ in held]):
                section = sections.get(conflict.sides[0].claim or "", "")
                numbered = replace(conflict, section=section, ordinal=0)
                silent = not without_suppressed([numbered], {n: texts[n] for n in numbered.sources})
                yield Found(numbered, group, numbered.fingerprint, silent)

    def _witnesses(self, numbers: Sequence[int]) -> dict[int, Held]:
        claims, readings = table("claims"), table("readings")
        query = (
            select(claims, readings.c.snapshot_id)
            .join(readings, claims.c.reading_id == readings.c.id)
            .where(claims.c.group_id.in_(numbers))
            .order_by(claims.c.group_id, claims.c.id)
        )
        rows = self._writer.connection.execute(query).mappings().all()
        documents = _documents(self._writer, {row["snapshot_id"] for row in rows})
        self._writer.terms.fetch(number for row in rows for number in (
            row["subject_id"], row["predicate_id"], row["extractor_id"]))  # fmt: skip
        gathered: dict[int, Held] = {}
        for row in rows:
            document = documents[row["snapshot_id"]]
            at = conversion.Place(source=document.name, snapshot=document.snapshot.id)
            claim = conversion.claim_from(row, at, self._writer.terms.text)
            gathered.setdefault(row["group_id"], []).append(
                (Witness(claim=claim, document=document), row["section"]))  # fmt: skip
        return gathered


def _in_memory(pair: tuple[Witness, str]) -> tuple[object, ...]:
    """The order in which a reconcile in memory meets claims."""
    claim = pair[0].claim
    return claim.source, claim.quote.start, claim.quote.end, claim.key


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


# ---------------------------------------------------------------- what stood before
@dataclass(frozen=True)
class _Standing:
    """What may be replaced: rows of conflicts, their fingerprints → digests, and rows of hidden
    findings. `companions` are groups that did not change and have findings of the `families`
    that did: all of one family are numbered together."""

    rows: list[int]
    digests: dict[str, str]
    hidden: list[int]
    companions: list[int]
    families: set[str]


def _standing(writer: Writer, full: bool, families: set[str]) -> _Standing:
    kept, hidden = table("group_conflicts"), table("hidden_findings")
    shown, quiet = (
        select(kept.c.conflict_id.label("row"), kept.c.group_id, kept.c.family),
        select(hidden.c.id.label("row"), hidden.c.group_id, hidden.c.family),
    )
    execute = writer.connection.execute
    if full:
        rows = [row.row for row in execute(shown)]
        quiets = [row.row for row in execute(quiet)]
        return _Standing(rows, _digests(writer, rows), quiets, [], families)
    of_dirty = select(table("dirty_groups").c.group_id)
    lost = [*execute(shown.where(kept.c.group_id.in_(of_dirty))),
            *execute(quiet.where(hidden.c.group_id.in_(of_dirty)))]  # fmt: skip
    families = families | {row.family for row in lost}
    touched: dict[int, str] = {}
    groups: set[int] = set()
    for batch in batches(sorted(families)):
        for row in execute(shown.where(kept.c.family.in_(batch))):
            touched[row.row] = row.family
            groups.add(row.group_id)
    quiets = []
    for batch in batches(sorted(families)):
        for row in execute(quiet.where(hidden.c.family.in_(batch))):
            quiets.append(row.row)
            groups.add(row.group_id)
    changed = set(execute(of_dirty).scalars())
    return _Standing(list(touched), _digests(writer, touched), quiets,
                     sorted(groups - changed), families)  # fmt: skip


def _digests(writer: Writer, numbers: Iterable[int]) -> dict[str, str]:
    rows = table("conflicts")
    query = select(rows.c.fingerprint, rows.c.digest)
    return {
        row.fingerprint: row.digest for batch in batches(numbers)
        for row in writer.connection.execute(query.where(rows.c.id.in_(batch)))
    }  # fmt: skip


# ---------------------------------------------------------------- what stands now
def _numbered(writer: Writer, found: Iterable[Found]) -> tuple[list[Found], list[Found]]:
    """Every finding with its ordinal among its family, in text order: those that stand, and those
    that do not, since a group before them found the same words or a comment silences them."""
    families: dict[str, list[Found]] = {}
    for each in found:
        families.setdefault(each.family, []).append(each)
    names = _names(writer, {each.group for family in families.values() if len(family) > 1
                            for each in family})  # fmt: skip
    shown: list[Found] = []
    hidden: list[Found] = []
    for family in families.values():
        once: dict[frozenset[tuple[str, int, int]], Found] = {}
        if len(family) > 1:
            family.sort(key=lambda each: group_order(names[each.group]))
        for each in family:
            if once.setdefault(_places(each.conflict), each) is not each:
                hidden.append(each)
        for ordinal, each in enumerate(sorted(once.values(), key=lambda f: place(f.conflict))):
            fixed = replace(each.conflict, ordinal=ordinal) if ordinal else each.conflict
            (hidden if each.silent else shown).append(replace(each, conflict=fixed))
    return shown, hidden


def _places(conflict: Conflict) -> frozenset[tuple[str, int, int]]:
    return frozenset((s.quote.source, s.quote.start, s.quote.end) for s in conflict.sides)


def _names(writer: Writer, numbers: Iterable[int]) -> dict[int, str]:
    groups = table("groups")
    found: dict[int, str] = {}
    for batch in batches(sorted(numbers)):
        query = select(groups.c.id, groups.c.text).where(groups.c.id.in_(batch))
        found.update((row.id, row.text) for row in writer.connection.execute(query))
    return found


def _write(writer: Writer, found: list[Found], hidden: list[Found], before: _Standing) -> Change:
    by_name = {each.conflict.fingerprint: each for each in found}
    after = {name: conversion.conflict_digest(each.conflict) for name, each in by_name.items()}
    for name, column, rows in (("group_conflicts", "conflict_id", before.rows),
                               ("hidden_findings", "id", before.hidden)):  # fmt: skip
        for batch in batches(rows):
            writer.connection.execute(delete(table(name)).where(table(name).c[column].in_(batch)))
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
    insert_many(writer.connection, "hidden_findings", [
        {"group_id": group, "family": family}
        for group, family in sorted({(each.group, each.family) for each in hidden})
    ])  # fmt: skip
    return change
