"""The findings that need no groups, kept piece by piece: what one document and its kin show stands
until something that went into it changes, and only then is it found and written again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import bindparam, delete, select, update

from factcheck.errors import InputError
from factcheck.model import Agreement, Conflict
from factcheck.store import conversion
from factcheck.store.bulk import batches, insert_many
from factcheck.store.reader import Reader
from factcheck.store.rows import table
from factcheck.store.writer import Change, Writer, agreements_digest

Traits = Mapping[str, Mapping[str, Mapping[str, int]]]
NO_TRAITS = "{}"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """What some documents show without the others: a digest of all that went into it, the
    conflicts, what their claims agree on, and their traits (rule → document → trait → how often),
    which may bring them together with other documents."""

    inputs: str
    conflicts: tuple[Conflict, ...] = ()
    agreements: frozenset[Agreement] = frozenset()
    traits: Traits = field(default_factory=dict)


def held_pieces(reader: Reader) -> dict[str, str]:
    """Name of every piece that stands → the digest of what went into it."""
    pieces = table("pieces")
    rows = reader.connection.execute(select(pieces.c.name, pieces.c.inputs))
    return {row.name: row.inputs for row in rows}


def held_traits(reader: Reader) -> dict[str, Traits]:
    """Name of every piece that has traits → these."""
    pieces = table("pieces")
    query = select(pieces.c.name, pieces.c.traits).where(pieces.c.traits != NO_TRAITS)
    return {row.name: json.loads(row.traits) for row in reader.connection.execute(query)}


def put_pieces(
    writer: Writer, found: Mapping[str, Piece], standing: Collection[str],
    across: Iterable[Agreement] = (),
) -> Change:  # fmt: skip
    """Make these the pieces that stand: those `found` anew, and of the others those whose names
    are `standing`. `across` are the agreements of no piece. Only what changed is written; the
    event says what opened, changed and closed. Raises InputError when two conflicts are one."""
    numbers = _numbers(writer)
    replaced = [number for name, number in numbers.items() if name in found or name not in standing]
    by_name = {c.fingerprint: c for piece in found.values() for c in piece.conflicts}
    if len(by_name) < sum(len(piece.conflicts) for piece in found.values()):
        raise InputError("reconcile", "two conflicts have one fingerprint",
                         "mend the rule that made them")  # fmt: skip
    after = {name: conversion.conflict_digest(conflict) for name, conflict in by_name.items()}
    before = _standing(writer, replaced)
    _write_pieces(writer, found, replaced)
    agreed = _exchange_agreements(writer, across)
    change = writer.exchange_conflicts(before, after, by_name, agreed)
    _own(writer, found)
    return change


def _numbers(reader: Reader) -> dict[str, int]:
    pieces = table("pieces")
    rows = reader.connection.execute(select(pieces.c.name, pieces.c.id))
    return {row.name: row.id for row in rows}


def _standing(writer: Writer, pieces: Iterable[int]) -> dict[str, str]:
    """Fingerprint → digest of the conflicts of these pieces, and of those that nobody owns: an
    older format did not tell them apart."""
    rows, grouped = table("conflicts"), table("group_conflicts")
    query = select(rows.c.fingerprint, rows.c.digest)
    unowned = query.where(rows.c.piece_id.is_(None),
                          rows.c.id.not_in(select(grouped.c.conflict_id)))  # fmt: skip
    found = {row.fingerprint: row.digest for row in writer.connection.execute(unowned)}
    for batch in batches(pieces):
        mine = writer.connection.execute(query.where(rows.c.piece_id.in_(batch)))
        found.update((row.fingerprint, row.digest) for row in mine)
    return found


def _write_pieces(writer: Writer, found: Mapping[str, Piece], replaced: Iterable[int]) -> None:
    pieces = table("pieces")
    for batch in batches(replaced):
        writer.connection.execute(delete(pieces).where(pieces.c.id.in_(batch)))
    insert_many(writer.connection, "pieces", [
        {"name": name, "inputs": piece.inputs, "agreements": _agreements_text(piece.agreements),
         "traits": conversion.text_of(piece.traits)}
        for name, piece in sorted(found.items())
    ])  # fmt: skip


def _own(writer: Writer, found: Mapping[str, Piece]) -> None:
    """The conflicts bear the numbers of their pieces."""
    numbers, rows = _numbers(writer), table("conflicts")
    owned = [
        {"named": conflict.fingerprint, "piece": numbers[name]}
        for name, piece in found.items() for conflict in piece.conflicts
    ]  # fmt: skip
    if owned:
        mine = rows.c.fingerprint == bindparam("named")
        writer.connection.execute(
            update(rows).where(mine).values(piece_id=bindparam("piece")), owned
        )


def _exchange_agreements(writer: Writer, across: Iterable[Agreement]) -> str | None:
    """Make the agreements of all pieces and those across the ones that stand. Returns the digest
    of them all where it is another one."""
    pieces, rows = table("pieces"), table("agreements")
    wanted = set(across)
    for text in writer.connection.execute(select(pieces.c.agreements)).scalars():
        wanted |= _agreements_from(text)
    columns = {row["digest"]: row for row in map(conversion.agreement_columns, wanted)}
    held = set(writer.connection.execute(select(rows.c.digest)).scalars())
    if held == columns.keys():
        return None
    for batch in batches(sorted(held - columns.keys())):
        writer.connection.execute(delete(rows).where(rows.c.digest.in_(batch)))
    insert_many(writer.connection, "agreements",
                [columns[name] for name in sorted(columns.keys() - held)])  # fmt: skip
    return agreements_digest(columns)


def _agreements_text(agreements: Iterable[Agreement]) -> str:
    return conversion.text_of(sorted([a.relation, list(a.claims)] for a in agreements))


def _agreements_from(text: str) -> set[Agreement]:
    return {Agreement(relation=relation, claims=tuple(claims))
            for relation, claims in json.loads(text)}  # fmt: skip
