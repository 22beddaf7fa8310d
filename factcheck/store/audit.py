"""Whether the tables hold what the log's story says, field by field: every row is read as a
record, written again, and must come out as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import RowMapping

from factcheck.model import Claim, Notice, Snapshot, Source
from factcheck.reconcile.groups.placing import Placement
from factcheck.store import conversion
from factcheck.store.conversion import Row
from factcheck.store.intake import Intake, placed_digest
from factcheck.store.placing import group_digest
from factcheck.store.reader import Reader
from factcheck.store.rows import table
from factcheck.store.story import UNPLACED, Problem, Story
from factcheck.store.terms import term_digest
from factcheck.store.writer import agreements_digest

Rows = list[RowMapping]
Part = Callable[[Reader, Story], Iterator[Problem]]


def state_problems(reader: Reader, story: Story) -> list[Problem]:
    """Every place where the tables do not hold what the events say."""
    parts: dict[str, Part] = {
        "terms": _terms, "groups": _groups, "catalogue": _catalogue, "sources": _sources,
        "snapshots": _snapshots, "readings": _readings, "conflicts": _conflicts,
        "agreements": _agreements, "decisions": _decisions, "links": _links,
    }  # fmt: skip
    return [problem for name, part in parts.items()
            for problem in _guarded(name, part, reader, story)]  # fmt: skip


def _guarded(name: str, part: Part, reader: Reader, story: Story) -> Iterator[Problem]:
    """A row that no record accepts is a problem of its part, not the end of the audit."""
    try:
        yield from part(reader, story)
    except (ValueError, KeyError, TypeError) as error:
        yield Problem(name, f"a row cannot be read: {error}")


def _rows(reader: Reader, name: str) -> Rows:
    rows = table(name)
    order = rows.c.id if "id" in rows.c else rows.c.name
    return list(reader.connection.execute(select(rows).order_by(order)).mappings())


def _differences(place: str, row: RowMapping, expected: Row) -> Iterator[Problem]:
    for column, value in expected.items():
        if row[column] != value:
            yield Problem(place, f"its {column} was changed")


def _sets(name: str, found: Mapping[Any, Any], told: Mapping[Any, Any]) -> Iterator[Problem]:
    """What the tables and the log hold apart: absent, unexplained, different."""
    for key in sorted(told.keys() - found.keys(), key=str):
        yield Problem(f"{name} {_shown(key)}", "the log has it, the tables do not")
    for key in sorted(found.keys() - told.keys(), key=str):
        yield Problem(f"{name} {_shown(key)}", "no event tells of it")
    for key in sorted(found.keys() & told.keys(), key=str):
        if found[key] != told[key]:
            yield Problem(f"{name} {_shown(key)}", "it is not what the log says")


def _shown(key: object) -> str:
    return " ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def _terms(reader: Reader, story: Story) -> Iterator[Problem]:
    for row in _rows(reader, "terms"):
        if row["digest"] != term_digest(row["kind"], row["text"]):
            yield Problem(f"term {row['id']}", "its words were changed")


def _groups(reader: Reader, story: Story) -> Iterator[Problem]:
    for row in _rows(reader, "groups"):
        if row["digest"] != group_digest(row["text"]):
            yield Problem(f"group {row['id']}", "its name was changed")


def _catalogue(reader: Reader, story: Story) -> Iterator[Problem]:
    yield from _sets("catalogue", reader.catalogue(), story.catalogue)


def _sources(reader: Reader, story: Story) -> Iterator[Problem]:
    found = {}
    for row in _rows(reader, "sources"):
        found[row["slug"]] = source = conversion.source_from(row)
        yield from _differences(f"source {source.slug}", row, conversion.source_columns(source))
    yield from _sets("source", found, story.sources)


def _snapshots(reader: Reader, story: Story) -> Iterator[Problem]:
    held: dict[tuple[str, str], None] = {}
    for row, slug in _snapshot_rows(reader).values():
        snapshot = conversion.snapshot_from(row, slug)
        held[slug, row["digest"]] = None
        expected = conversion.snapshot_columns(snapshot, row["source_id"])
        yield from _differences(f"snapshot {slug} {row['digest']}", row, expected)
    yield from _sets("snapshot", held, dict.fromkeys(story.snapshots))


def _snapshot_rows(reader: Reader) -> dict[int, tuple[RowMapping, str]]:
    slugs = {row["id"]: row["slug"] for row in _rows(reader, "sources")}
    return {row["id"]: (row, slugs[row["source_id"]]) for row in _rows(reader, "snapshots")}


def _readings(reader: Reader, story: Story) -> Iterator[Problem]:
    snapshots, readings = _snapshot_rows(reader), _rows(reader, "readings")
    claims, notices = _by_reading(reader, "claims"), _by_reading(reader, "notices")
    held: dict[tuple[str, str], None] = {}
    names = {row["id"]: row["text"] for row in _rows(reader, "groups")}
    current: dict[str, str] = {}
    for row in readings:
        snapshot_row, slug = snapshots[row["snapshot_id"]]
        held[slug, row["digest"]] = None
        if row["current"]:
            if slug in current:
                yield Problem(f"source {slug}", "it has two current readings")
            current[slug] = row["digest"]
        told = story.placed.get(slug, UNPLACED) if row["current"] else UNPLACED
        rows = claims.get(row["id"], [])
        if _placed(rows, names) != (told or placed_digest(None for _ in rows)):
            yield Problem(f"reading {slug} {row['digest']}", "its claims were placed elsewhere")
        snapshot = conversion.snapshot_from(snapshot_row, slug)
        yield from _reading(reader, row, snapshot, rows,
                            notices.get(row["id"], []))  # fmt: skip
    yield from _sets("reading", held, dict.fromkeys(story.readings))
    yield from _sets("current reading of", current, story.current)


def _reading(
    reader: Reader, row: RowMapping, snapshot: Snapshot, claim_rows: Rows, notice_rows: Rows
) -> Iterator[Problem]:
    """One reading: every row below it is what its record would be, and together they have the
    digest that the log noted."""
    place = conversion.Place(source=snapshot.source, snapshot=snapshot.id)
    coverage = conversion.coverage_from(row["coverage"])
    claims, claim_problems = _claims(reader, claim_rows, place)
    notices, notice_problems = _notices(notice_rows, place)
    yield from (*claim_problems, *notice_problems)
    intake = Intake(source=Source(slug=snapshot.source), snapshot=snapshot, claims=claims,
                    notices=notices, coverage=coverage)  # fmt: skip
    if intake.digest != row["digest"] or conversion.coverage_text(coverage) != row["coverage"]:
        yield Problem(f"reading {snapshot.source} {row['digest']}",
                      "its rows are not the ones that came in")  # fmt: skip


def _placed(rows: Rows, names: Mapping[int, str]) -> str:
    """Digest of the groups in which the rows of a reading's claims are compared."""
    return placed_digest(
        None if row["group_id"] is None and not row["section"]
        else Placement(names.get(row["group_id"], "?"), row["section"])
        for row in rows
    )  # fmt: skip


def _by_reading(reader: Reader, name: str) -> dict[int, Rows]:
    grouped: dict[int, Rows] = {}
    for row in _rows(reader, name):
        grouped.setdefault(row["reading_id"], []).append(row)
    return grouped


def _claims(
    reader: Reader, rows: Rows, place: conversion.Place
) -> tuple[tuple[Claim, ...], list[Problem]]:
    columns = ("subject_id", "predicate_id", "value_id", "extractor_id")
    reader.terms.fetch(row[column] for row in rows for column in columns)
    claims: list[Claim] = []
    problems: list[Problem] = []
    for row in rows:
        claim, spot = conversion.claim_from(row, place, reader.terms.text), f"claim {row['id']}"
        problems += _differences(spot, row, conversion.claim_fields(claim, row["reading_id"]))
        for column, term in conversion.claim_terms(claim).items():
            if reader.terms.key(row[column]) != term:
                problems.append(Problem(spot, f"its {column} was changed"))
        claims.append(claim)
    return tuple(claims), problems


def _notices(rows: Rows, place: conversion.Place) -> tuple[tuple[Notice, ...], list[Problem]]:
    notices: list[Notice] = []
    problems: list[Problem] = []
    for row in rows:
        notice = conversion.notice_from(row, place)
        problems += _differences(f"notice {row['id']}", row,
                                 conversion.notice_columns(notice, row["reading_id"]))  # fmt: skip
        notices.append(notice)
    return tuple(notices), problems


def _conflicts(reader: Reader, story: Story) -> Iterator[Problem]:
    rows = {row["fingerprint"]: row for row in _rows(reader, "conflicts")}
    found = {conflict.fingerprint: conflict for conflict in reader.conflicts()}
    for name in sorted(rows.keys() ^ found.keys()):
        yield Problem(f"conflict {name}", "its fingerprint is not that of its words")
    for name in sorted(rows.keys() & found.keys()):
        expected = conversion.conflict_columns(found[name])
        yield from _differences(f"conflict {name}", rows[name], expected)
    places: dict[int, list[int]] = {}
    for row in _rows(reader, "conflict_sides"):
        places.setdefault(row["conflict_id"], []).append(row["position"])
    for number, taken in places.items():
        if sorted(taken) != list(range(len(taken))):
            yield Problem(f"sides of conflict {number}", "they are not in their places")
    digests = {name: conversion.conflict_digest(c) for name, c in found.items()}
    yield from _sets("conflict", digests, story.conflicts)


def _agreements(reader: Reader, story: Story) -> Iterator[Problem]:
    for row in _rows(reader, "agreements"):
        expected = conversion.agreement_columns(conversion.agreement_from(row))
        yield from _differences(f"agreement {row['id']}", row, expected)
    held = agreements_digest(row["digest"] for row in _rows(reader, "agreements"))
    if held != (story.agreements or agreements_digest(())):
        yield Problem("agreements", "they are not what the log says")


def _decisions(reader: Reader, story: Story) -> Iterator[Problem]:
    found = {}
    for row in _rows(reader, "decisions"):
        decision = conversion.decision_from(row)
        found[row["seq"]] = decision
        yield from _differences(f"decision {row['id']}", row,
                                conversion.decision_columns(decision, row["seq"]))  # fmt: skip
    yield from _sets("decision of event", found, story.decisions)


def _links(reader: Reader, story: Story) -> Iterator[Problem]:
    for row in _rows(reader, "links"):
        yield Problem(f"link {row['id']}", "no event tells of it")
