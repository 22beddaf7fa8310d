"""The tables. Rows are not records: a row class checks nothing, so records are validated first and
turned into rows by `conversion`. Portable on purpose: integer keys, text with CHECK for kinds,
RESTRICT for every reference, nothing that only SQLite can do.

Repeated words (subjects, predicates, value keys, extractors) are interned in `terms`, so that
claims are grouped and compared as integers. Long texts carry a digest where they must be unique,
since PostgreSQL refuses index entries beyond 2.7 kB.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, get_args

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKey,
    Index,
    MetaData,
    Table,
    UniqueConstraint,
    false,
    text,
)
from sqlmodel import Column, Field, Integer, SQLModel, String

from factcheck.model import (
    SEVERITIES,
    ActorKind,
    ConflictKind,
    Language,
    Modality,
    NoticeKind,
    Relation,
    SourceKind,
)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
TERM_KINDS = ("subject", "predicate", "value", "extractor")


def one_of(column: str, choices: Iterable[str]) -> CheckConstraint:
    """A CHECK that the column holds one of these words."""
    listed = ", ".join(f"'{choice}'" for choice in choices)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def reference(target: str, *, index: bool = False) -> Column[int]:
    """A NOT NULL reference that refuses to lose its target."""
    return Column(Integer, ForeignKey(target, ondelete="RESTRICT"), nullable=False, index=index)


class StoreRow(SQLModel):
    """Base of all rows: a metadata of our own, with named constraints."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)


class FormatRow(StoreRow, table=True):
    """One row: the format of this store."""

    __tablename__ = "store_format"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)
    id: int = Field(primary_key=True)
    format: int


class EventRow(StoreRow, table=True):
    """The log: append-only, without gaps, hash-chained (docs/ledger.md)."""

    __tablename__ = "events"
    __table_args__ = (one_of("actor_kind", get_args(ActorKind)),)
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str
    actor: str
    actor_kind: str
    kind: str
    object: str
    body: str
    idem: str = Field(unique=True)
    schema_: int = Field(sa_column_kwargs={"name": "schema"})
    prev: bytes
    hash: bytes


class HeadRow(StoreRow, table=True):
    """One row: the last event. Writers lock it, which puts them in order on PostgreSQL."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)
    id: int = Field(primary_key=True)
    seq: int
    hash: bytes


class TermRow(StoreRow, table=True):
    """Words that many claims share, kept once."""

    __tablename__ = "terms"
    __table_args__ = (one_of("kind", TERM_KINDS),)
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    digest: str = Field(unique=True)
    text: str


class CatalogueRow(StoreRow, table=True):
    """Digests of what claims and conflicts were made with: predicates, entities, rule versions."""

    __tablename__ = "catalogue"
    name: str = Field(primary_key=True)
    digest: str


class SourceRow(StoreRow, table=True):
    """What a source is; it has many snapshots."""

    __tablename__ = "sources"
    __table_args__ = (
        one_of("kind", get_args(SourceKind)),
        one_of("language", get_args(Language)),
    )
    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    title: str
    kind: str
    language: str
    publisher: str
    url: str
    published: str
    licence: str
    rank: int
    relations: str


class SnapshotRow(StoreRow, table=True):
    """Two sources may hold the same bytes, so a digest is unique inside its source only."""

    __tablename__ = "snapshots"
    __table_args__ = (UniqueConstraint("source_id", "digest"),)
    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(sa_column=reference("sources.id"))
    digest: str
    sha256: str
    text: str
    reader: str
    media_type: str
    retrieved_at: str


class ReadingRow(StoreRow, table=True):
    """What one extraction made of a snapshot. At most one reading of a source is current; the
    older ones stay. `digest` covers all its rows. `made_with` says which program and catalogues
    read it last, empty where it must be read again; `is_record` that it is no prose. Both can be
    made again."""

    __tablename__ = "readings"
    __table_args__ = (UniqueConstraint("snapshot_id", "digest"),)
    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(sa_column=reference("snapshots.id"))
    digest: str
    coverage: str
    current: bool
    made_with: str = Field(sa_column=Column(String, nullable=False, server_default=""))
    is_record: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=false()))


class GroupRow(StoreRow, table=True):
    """What claims are about, as far as they are compared: linked subject, predicate and scope in
    one text (`reconcile.placing`), so that groups are counted as integers."""

    __tablename__ = "groups"
    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(unique=True)
    text: str


class ClaimRow(StoreRow, table=True):
    """One claim of one reading. `value` is canonical JSON, `value_id` its value key. `group_id`
    (no reference: groups never go, and a million checks cost) and `section` say where a claim
    that counts now is compared; both can be made again."""

    __tablename__ = "claims"
    __table_args__ = (
        one_of("language", get_args(Language)),
        one_of("modality", get_args(Modality)),
        Index(
            "ix_claims_compared",
            "group_id",
            "value_id",
            sqlite_where=text("group_id IS NOT NULL"),
            postgresql_where=text("group_id IS NOT NULL"),
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    reading_id: int = Field(sa_column=reference("readings.id", index=True))
    digest: str = Field(index=True)
    key: str = Field(index=True)
    subject_id: int = Field(sa_column=reference("terms.id"))
    predicate_id: int = Field(sa_column=reference("terms.id"))
    value_id: int = Field(sa_column=reference("terms.id"))
    extractor_id: int = Field(sa_column=reference("terms.id"))
    value: str
    qualifiers: str
    language: str
    modality: str
    ordinal: int
    start: int
    stop: int
    exact: str
    prefix: str
    suffix: str
    group_id: int | None
    section: str = Field(sa_column=Column(String, nullable=False, server_default=""))


class NoticeRow(StoreRow, table=True):
    """One notice of one reading."""

    __tablename__ = "notices"
    __table_args__ = (one_of("kind", get_args(NoticeKind)),)
    id: int | None = Field(default=None, primary_key=True)
    reading_id: int = Field(sa_column=reference("readings.id", index=True))
    digest: str
    kind: str
    target: str | None
    target_source: str | None
    wrong: str | None
    right: str | None
    date: str | None
    extractor: str
    start: int
    stop: int
    exact: str
    prefix: str
    suffix: str


class PieceRow(StoreRow, table=True):
    """A piece of the last reconcile, that looked at some documents alone: a digest of all that
    went into it, what its claims agree on, and what may bring its documents together with others.
    Its conflicts bear its number."""

    __tablename__ = "pieces"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    inputs: str
    agreements: str
    traits: str


class ConflictRow(StoreRow, table=True):
    """The conflicts of the last reconcile. Their state is computed from decisions, not kept.
    `piece_id` (no reference: it can be made again) is null where groups found them."""

    __tablename__ = "conflicts"
    __table_args__ = (
        one_of("kind", get_args(ConflictKind)),
        one_of("severity", SEVERITIES),
    )
    id: int | None = Field(default=None, primary_key=True)
    fingerprint: str = Field(unique=True)
    digest: str
    code: str
    kind: str
    severity: str
    message: str
    explanation: str
    suggestion: str | None
    confidence_percent: int
    rule: str
    section: str
    ordinal: int
    piece_id: int | None = Field(default=None, index=True)


class SideRow(StoreRow, table=True):
    """`claim` is a claim's digest and not a reference: a claim logged by hand has no row."""

    __tablename__ = "conflict_sides"
    __table_args__ = (UniqueConstraint("conflict_id", "position"),)
    id: int | None = Field(default=None, primary_key=True)
    conflict_id: int = Field(sa_column=reference("conflicts.id"))
    position: int
    snapshot_id: int = Field(sa_column=reference("snapshots.id", index=True))
    claim: str | None
    role: str
    reading: str
    start: int
    stop: int
    exact: str
    prefix: str
    suffix: str


class GroupConflictRow(StoreRow, table=True):
    """Which group a conflict came of, for those found group by group. `family` is the fingerprint
    without its ordinal: conflicts of one family are numbered together."""

    __tablename__ = "group_conflicts"
    conflict_id: int = Field(
        sa_column=Column(Integer, ForeignKey("conflicts.id", ondelete="RESTRICT"),
                         primary_key=True, autoincrement=False)
    )  # fmt: skip
    group_id: int = Field(sa_column=reference("groups.id", index=True))
    family: str = Field(index=True)


class HiddenFindingRow(StoreRow, table=True):
    """A group with a finding of that family that does not stand: another group found the same
    words, or a comment in the text silences it."""

    __tablename__ = "hidden_findings"
    __table_args__ = (UniqueConstraint("group_id", "family"),)
    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(sa_column=reference("groups.id"))
    family: str = Field(index=True)


class DirtyGroupRow(StoreRow, table=True):
    """Groups that lost or exchanged a claim since the last reconcile."""

    __tablename__ = "dirty_groups"
    group_id: int = Field(
        sa_column=Column(Integer, ForeignKey("groups.id", ondelete="RESTRICT"),
                         primary_key=True, autoincrement=False)
    )  # fmt: skip


class ReconciledRow(StoreRow, table=True):
    """One row: how far the last reconcile by groups came. Claims with a higher number are new
    since; other rules mean that every group is looked at again."""

    __tablename__ = "reconciled"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)
    id: int = Field(primary_key=True)
    claims_seen: int
    rules: str


class AgreementRow(StoreRow, table=True):
    """The agreements of the last reconcile; `claims` lists claim digests."""

    __tablename__ = "agreements"
    __table_args__ = (one_of("relation", get_args(Relation)),)
    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(unique=True)
    relation: str
    claims: str


class DecisionRow(StoreRow, table=True):
    """Every decision, beside the event that recorded it."""

    __tablename__ = "decisions"
    __table_args__ = (one_of("actor_kind", get_args(ActorKind)),)
    id: int | None = Field(default=None, primary_key=True)
    seq: int = Field(
        sa_column=Column(Integer, ForeignKey("events.seq", ondelete="RESTRICT"),
                         nullable=False, unique=True)
    )  # fmt: skip
    digest: str = Field(unique=True)
    at: str
    actor: str
    actor_kind: str
    kind: str
    object: str = Field(index=True)
    body: str
    reason: str


class LinkRow(StoreRow, table=True):
    """A subject's words → the entity meant. Not part of any key, so that merging or splitting
    entities orphans nothing. `certainty_percent` is 0 to 100."""

    __tablename__ = "links"
    __table_args__ = (
        UniqueConstraint("subject_id", "entity"),
        CheckConstraint("certainty_percent BETWEEN 0 AND 100", name="certainty_percent"),
    )
    id: int | None = Field(default=None, primary_key=True)
    subject_id: int = Field(sa_column=reference("terms.id"))
    entity: str
    reason: str
    certainty_percent: int


def table(name: str) -> Table:
    """The table of that name. KeyError for an unknown one."""
    return StoreRow.metadata.tables[name]
