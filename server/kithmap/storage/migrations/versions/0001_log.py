"""The operation log, its snapshots, and the record of what was blanked."""

import sqlalchemy as sa
from alembic import op

revision = "0001_log"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "entries",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("blanked_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("workshop", "number", name="pk_entries"),
        sa.UniqueConstraint("workshop", "operation", name="uq_entries_workshop_operation"),
    )
    op.create_table(
        "workshop_numbers",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("workshop", name="pk_workshop_numbers"),
    )
    op.create_table(
        "snapshots",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("records", sa.Text(), nullable=False),
        sa.Column("removed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workshop", name="pk_snapshots"),
    )
    op.create_table(
        "redactions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_redactions"),
    )
    op.create_index("ix_redactions_workshop", "redactions", ["workshop"])


def downgrade() -> None:
    """Drop the tables, with every workshop's history."""
    for table in ("redactions", "snapshots", "workshop_numbers", "entries"):
        op.drop_table(table)
