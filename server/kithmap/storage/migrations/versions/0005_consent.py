"""Consent and its history, what people say about themselves, census profiles, lawful bases."""

import sqlalchemy as sa
from alembic import op

revision = "0005_consent"
down_revision = "0004_workshops"


def upgrade() -> None:
    """Make the tables, and the columns of a seat that its owner gave up."""
    with op.batch_alter_table("participants") as seats:
        seats.add_column(sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))
        seats.add_column(sa.Column("withdrawing_since", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participant", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("by_facilitator", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participants.id"], name="fk_consents_participant_participants"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
    )
    op.create_index("ix_consents_participant", "consents", ["participant"])
    op.create_table(
        "about_me",
        sa.Column("participant", sa.Text(), nullable=False),
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participants.id"], name="fk_about_me_participant_participants"
        ),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name="fk_about_me_workshop_workshops"),
        sa.PrimaryKeyConstraint("participant", name="pk_about_me"),
    )
    op.create_index("ix_about_me_workshop", "about_me", ["workshop"])
    op.create_table(
        "room_pictures",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("pictures", sa.Text(), nullable=False),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name="fk_room_pictures_workshop_workshops"),
        sa.PrimaryKeyConstraint("workshop", name="pk_room_pictures"),
    )
    op.create_table(
        "census_profiles",
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_census_profiles_area_areas"),
        sa.PrimaryKeyConstraint("area", name="pk_census_profiles"),
    )
    op.create_table(
        "lawful_bases",
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("controller", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=False),
        sa.Column("least_shown", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_lawful_bases_area_areas"),
        sa.PrimaryKeyConstraint("area", name="pk_lawful_bases"),
    )


def downgrade() -> None:
    """Drop the tables and columns, with what stands in them."""
    for table in ("lawful_bases", "census_profiles", "room_pictures", "about_me", "consents"):
        op.drop_table(table)
    with op.batch_alter_table("participants") as seats:
        seats.drop_column("withdrawing_since")
        seats.drop_column("left_at")
