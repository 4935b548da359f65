"""The list of workshops, and who takes part in them."""

import sqlalchemy as sa
from alembic import op

revision = "0004_workshops"
down_revision = "0003_programme"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "workshops",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("wave", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("token_fingerprint", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_workshops_area_areas"),
        sa.ForeignKeyConstraint(["wave"], ["waves.id"], name="fk_workshops_wave_waves"),
        sa.PrimaryKeyConstraint("id", name="pk_workshops"),
        sa.UniqueConstraint("token_fingerprint", name="uq_workshops_token_fingerprint"),
    )
    op.create_index("ix_workshops_area", "workshops", ["area"])
    op.create_index("ix_workshops_code", "workshops", ["code"])
    op.create_table(
        "participants",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("resume_fingerprint", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_take_part_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed_keep_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_quote_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name="fk_participants_workshop_workshops"),
        sa.PrimaryKeyConstraint("id", name="pk_participants"),
        sa.UniqueConstraint("workshop", "alias", name="uq_participants_workshop_alias"),
        sa.UniqueConstraint(
            "workshop", "resume_fingerprint", name="uq_participants_workshop_resume_fingerprint"
        ),
    )


def downgrade() -> None:
    """Drop the tables, with what stands in them."""
    for table in ("participants", "workshops"):
        op.drop_table(table)
