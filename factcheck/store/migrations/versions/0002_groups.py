"""Claims are compared group by group: their groups as numbers, and what the last reconcile did."""

import sqlalchemy as sa
from alembic import op

from factcheck.store.schema import stamp

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def refers_to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """A reference that refuses to lose its target."""
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=f"fk_{table}_{column}", ondelete="RESTRICT"
    )


def upgrade() -> None:
    op.create_table(
        "groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_groups"),
        sa.UniqueConstraint("digest", name="uq_groups_digest"),
    )
    op.add_column("claims", sa.Column("group_id", sa.Integer(), nullable=True))
    op.add_column("claims", sa.Column("section", sa.String(), nullable=False, server_default=""))
    op.drop_index("ix_claims_group", "claims")
    op.create_index(
        "ix_claims_compared",
        "claims",
        ["group_id", "value_id"],
        unique=False,
        sqlite_where=sa.text("group_id IS NOT NULL"),
        postgresql_where=sa.text("group_id IS NOT NULL"),
    )
    op.create_table(
        "group_conflicts",
        sa.Column("conflict_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        refers_to("group_conflicts", "conflict_id", "conflicts"),
        refers_to("group_conflicts", "group_id", "groups"),
        sa.PrimaryKeyConstraint("conflict_id", name="pk_group_conflicts"),
    )
    op.create_index("ix_group_conflicts_family", "group_conflicts", ["family"], unique=False)
    op.create_index("ix_group_conflicts_group_id", "group_conflicts", ["group_id"], unique=False)
    op.create_table(
        "dirty_groups",
        sa.Column("group_id", sa.Integer(), autoincrement=False, nullable=False),
        refers_to("dirty_groups", "group_id", "groups"),
        sa.PrimaryKeyConstraint("group_id", name="pk_dirty_groups"),
    )
    op.create_table(
        "reconciled",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claims_seen", sa.Integer(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_reconciled_single")),
        sa.PrimaryKeyConstraint("id", name="pk_reconciled"),
    )
    op.execute("INSERT INTO reconciled (id, claims_seen, rules) VALUES (1, 0, '')")
    stamp(op.get_bind())
