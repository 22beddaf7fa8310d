"""The first format: the log, the sources and what was read from them, conflicts, decisions."""

import sqlalchemy as sa
from alembic import op

from factcheck.store.schema import first_rows
from factcheck.store.triggers import create_guards

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def one_of(table: str, column: str, choices: str) -> sa.CheckConstraint:
    """A CHECK that the column holds one of these words."""
    listed = ", ".join(f"'{choice}'" for choice in choices.split())
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}"))


def upgrade() -> None:
    op.create_table(
        "agreements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("claims", sa.String(), nullable=False),
        one_of("agreements", "relation", "same_value rounding refines part_of same_entity"),
        sa.PrimaryKeyConstraint("id", name="pk_agreements"),
        sa.UniqueConstraint("digest", name="uq_agreements_digest"),
    )
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_single")),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    op.create_table(
        "catalogue",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_catalogue"),
    )
    op.create_table(
        "conflicts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("suggestion", sa.String(), nullable=True),
        sa.Column("confidence_percent", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        one_of(
            "conflicts",
            "kind",
            "internal cross_source translation record missing_content correction_notice "
            "markup_damage changed_text duplicate boilerplate",
        ),
        one_of("conflicts", "severity", "info low medium high"),
        sa.PrimaryKeyConstraint("id", name="pk_conflicts"),
        sa.UniqueConstraint("fingerprint", name="uq_conflicts_fingerprint"),
    )
    op.create_table(
        "events",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("object", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("idem", sa.String(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("prev", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        one_of("events", "actor_kind", "human machine import"),
        sa.PrimaryKeyConstraint("seq", name="pk_events"),
        sa.UniqueConstraint("idem", name="uq_events_idem"),
    )
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("relations", sa.String(), nullable=False),
        one_of("sources", "kind", "article translation record notice"),
        one_of("sources", "language", "en zh ja und"),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.UniqueConstraint("slug", name="uq_sources_slug"),
    )
    op.create_table(
        "store_format",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_store_format_single")),
        sa.PrimaryKeyConstraint("id", name="pk_store_format"),
    )
    op.create_table(
        "terms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        one_of("terms", "kind", "subject predicate value extractor"),
        sa.PrimaryKeyConstraint("id", name="pk_terms"),
        sa.UniqueConstraint("digest", name="uq_terms_digest"),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("object", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        one_of("decisions", "actor_kind", "human machine import"),
        sa.ForeignKeyConstraint(
            ["seq"], ["events.seq"], name="fk_decisions_seq", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.UniqueConstraint("digest", name="uq_decisions_digest"),
        sa.UniqueConstraint("seq", name="uq_decisions_seq"),
    )
    op.create_index("ix_decisions_object", "decisions", ["object"], unique=False)
    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("certainty_percent", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "certainty_percent BETWEEN 0 AND 100", name=op.f("ck_links_certainty_percent")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["terms.id"], name="fk_links_subject_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.UniqueConstraint("subject_id", "entity", name="uq_links_subject_id_entity"),
    )
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("retrieved_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.id"], name="fk_snapshots_source_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
        sa.UniqueConstraint("source_id", "digest", name="uq_snapshots_source_id_digest"),
    )
    op.create_table(
        "conflict_sides",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conflict_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("claim", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("reading", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("exact", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conflict_id"],
            ["conflicts.id"],
            name="fk_conflict_sides_conflict_id",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id"],
            ["snapshots.id"],
            name="fk_conflict_sides_snapshot_id",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_conflict_sides"),
        sa.UniqueConstraint(
            "conflict_id", "position", name="uq_conflict_sides_conflict_id_position"
        ),
    )
    op.create_index(
        "ix_conflict_sides_snapshot_id", "conflict_sides", ["snapshot_id"], unique=False
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("coverage", sa.String(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshots.id"], name="fk_readings_snapshot_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.UniqueConstraint("snapshot_id", "digest", name="uq_readings_snapshot_id_digest"),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("predicate_id", sa.Integer(), nullable=False),
        sa.Column("value_id", sa.Integer(), nullable=False),
        sa.Column("extractor_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("qualifiers", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("exact", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        one_of("claims", "language", "en zh ja und"),
        one_of("claims", "modality", "asserted reported hedged negated"),
        sa.ForeignKeyConstraint(
            ["extractor_id"], ["terms.id"], name="fk_claims_extractor_id", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["predicate_id"], ["terms.id"], name="fk_claims_predicate_id", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_claims_reading_id", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["terms.id"], name="fk_claims_subject_id", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["value_id"], ["terms.id"], name="fk_claims_value_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
    )
    op.create_index("ix_claims_digest", "claims", ["digest"], unique=False)
    op.create_index(
        "ix_claims_group", "claims", ["subject_id", "predicate_id", "value_id"], unique=False
    )
    op.create_index("ix_claims_key", "claims", ["key"], unique=False)
    op.create_index("ix_claims_reading_id", "claims", ["reading_id"], unique=False)
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("target_source", sa.String(), nullable=True),
        sa.Column("wrong", sa.String(), nullable=True),
        sa.Column("right", sa.String(), nullable=True),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("extractor", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("exact", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        one_of("notices", "kind", "correction omission retraction update disclaimer placeholder"),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_notices_reading_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
    )
    op.create_index("ix_notices_reading_id", "notices", ["reading_id"], unique=False)
    create_guards(op.get_bind())
    first_rows(op.get_bind())
