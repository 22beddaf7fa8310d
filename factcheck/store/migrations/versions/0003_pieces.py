"""What did not change is not read and not reconciled again: what every reading was made with, and
the pieces of the last reconcile."""

import sqlalchemy as sa
from alembic import op

from factcheck.store.schema import stamp

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("readings", sa.Column("made_with", sa.String(), nullable=False,
                                        server_default=""))  # fmt: skip
    op.add_column("readings", sa.Column("is_record", sa.Boolean(), nullable=False,
                                        server_default=sa.false()))  # fmt: skip
    op.create_table(
        "pieces",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("inputs", sa.String(), nullable=False),
        sa.Column("agreements", sa.String(), nullable=False),
        sa.Column("traits", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pieces"),
        sa.UniqueConstraint("name", name="uq_pieces_name"),
    )
    op.add_column("conflicts", sa.Column("piece_id", sa.Integer(), nullable=True))
    op.create_index("ix_conflicts_piece_id", "conflicts", ["piece_id"], unique=False)
    op.create_table(
        "hidden_findings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name="fk_hidden_findings_group_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_hidden_findings"),
        sa.UniqueConstraint("group_id", "family", name="uq_hidden_findings_group_id_family"),
    )
    op.create_index("ix_hidden_findings_family", "hidden_findings", ["family"], unique=False)
    # every group is looked at again: what groups had found was not told apart from the rest
    op.execute("UPDATE reconciled SET rules = ''")
    stamp(op.get_bind())
