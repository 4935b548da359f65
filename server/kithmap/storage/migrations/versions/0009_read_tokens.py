"""Tokens by which programs read as an account does."""

import sqlalchemy as sa
from alembic import op

revision = "0009_read_tokens"
down_revision = "0008_layers"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "read_tokens",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name="fk_read_tokens_account_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_read_tokens"),
        sa.UniqueConstraint("fingerprint", name="uq_read_tokens_fingerprint"),
    )
    op.create_index("ix_read_tokens_account", "read_tokens", ["account"])


def downgrade() -> None:
    """Drop the table, with what stands in it."""
    op.drop_table("read_tokens")
