"""Groups as numbers: which claims are compared with which, kept in the claims' own rows, and which
groups changed since the last reconcile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, insert, select, update

from factcheck.model import digest
from factcheck.reconcile.groups.placing import Placement
from factcheck.store.bulk import batches, insert_many
from factcheck.store.rows import table


def group_digest(name: str) -> str:
    """What makes a group unique, of bounded length however long its name."""
    return digest("group", name)


def group_numbers(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """Name → number of these groups, those added that the store does not know yet."""
    wanted = {group_digest(name): name for name in sorted(set(names))}
    numbers = _known(connection, wanted)
    insert_many(connection, "groups", [
        {"digest": known, "text": name} for known, name in wanted.items() if name not in numbers
    ])  # fmt: skip
    return numbers if len(numbers) == len(wanted) else _known(connection, wanted)


def _known(connection: Connection, wanted: dict[str, str]) -> dict[str, int]:
    groups, found = table("groups"), {}
    for batch in batches(wanted):
        query = select(groups.c.digest, groups.c.id).where(groups.c.digest.in_(batch))
        found.update({wanted[name]: number for name, number in connection.execute(query)})
    return found


def place(connection: Connection, reading: int, places: Sequence[Placement | None]) -> bool:
    """Make these the places of a reading's claims, which come in the order of their rows. The
    groups before and after are looked at by the next reconcile. Returns whether anything moved."""
    claims = table("claims")
    query = select(claims.c.id, claims.c.group_id, claims.c.section)
    rows = connection.execute(query.where(claims.c.reading_id == reading).order_by(claims.c.id))
    numbers = group_numbers(connection, (p.group for p in places if p))
    changed, dirty = [], set()
    for (claim, group, section), after in zip(rows.all(), places, strict=True):
        number = numbers[after.group] if after else None
        words = after.section if after else ""
        if (group, section) != (number, words):
            changed.append({"claim": claim, "to_group": number, "to_section": words})
            dirty |= {group, number} - {None}
    if changed:
        connection.execute(
            update(claims).where(claims.c.id == bindparam("claim"))
            .values(group_id=bindparam("to_group"), section=bindparam("to_section")),
            changed,
        )  # fmt: skip
        mark(connection, dirty)
    return bool(changed)


def unplace(connection: Connection, reading: int) -> None:
    """The claims of a reading are compared with nothing any more."""
    claims = table("claims")
    mine: tuple[ColumnElement[bool], ...] = (
        claims.c.reading_id == reading, claims.c.group_id.is_not(None),
    )  # fmt: skip
    mark(connection, set(connection.execute(
        select(claims.c.group_id).where(*mine).distinct()).scalars()))  # fmt: skip
    connection.execute(update(claims).where(*mine).values(group_id=None, section=""))


def mark_source(connection: Connection, source: int) -> None:
    """Note the groups of a source's claims that count."""
    claims, readings, snapshots = table("claims"), table("readings"), table("snapshots")
    query = (
        select(claims.c.group_id).distinct()
        .join(readings, claims.c.reading_id == readings.c.id)
        .join(snapshots, readings.c.snapshot_id == snapshots.c.id)
        .where(snapshots.c.source_id == source, readings.c.current)
    )  # fmt: skip
    mark(connection, {n for n in connection.execute(query).scalars() if n is not None})


def mark(connection: Connection, groups: Iterable[int]) -> None:
    """Note groups for the next reconcile."""
    dirty, wanted = table("dirty_groups"), set(groups)
    for batch in batches(sorted(wanted)):
        query = select(dirty.c.group_id).where(dirty.c.group_id.in_(batch))
        wanted -= set(connection.execute(query).scalars())
    if wanted:
        connection.execute(insert(dirty), [{"group_id": number} for number in sorted(wanted)])
