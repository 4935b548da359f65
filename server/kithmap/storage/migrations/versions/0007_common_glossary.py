"""Rounds in which areas come to common terms."""

import sqlalchemy as sa
from alembic import op

revision = "0007_common_glossary"
down_revision = "0006_glossaries"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "common_rounds",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("share_of", sa.Integer(), nullable=False),
        sa.Column("share_among", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.Column("released", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["programme"], ["programmes.id"], name="fk_common_rounds_programme_programmes"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_common_rounds"),
        sa.UniqueConstraint("programme", "number", name="uq_common_rounds_programme_number"),
    )
    op.create_table(
        "common_groups",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("taken_from", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("concept", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["round"], ["common_rounds.id"], name="fk_common_groups_round_common_rounds"),
        sa.PrimaryKeyConstraint("id", name="pk_common_groups"),
    )
    op.create_index("ix_common_groups_round", "common_groups", ["round"])
    op.create_table(
        "common_members",
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("concept", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("match", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round"], ["common_rounds.id"], name="fk_common_members_round_common_rounds"
        ),
        sa.ForeignKeyConstraint(
            ["group"], ["common_groups.id"], name="fk_common_members_group_common_groups"
        ),
        sa.PrimaryKeyConstraint("round", "area", "concept", name="pk_common_members"),
    )
    op.create_index("ix_common_members_group", "common_members", ["group"])
    op.create_table(
        "common_apart",
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("one_area", sa.Text(), nullable=False),
        sa.Column("one_concept", sa.Text(), nullable=False),
        sa.Column("other_area", sa.Text(), nullable=False),
        sa.Column("other_concept", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["round"], ["common_rounds.id"], name="fk_common_apart_round_common_rounds"),
        sa.PrimaryKeyConstraint(
            "round", "one_area", "one_concept", "other_area", "other_concept", name="pk_common_apart"
        ),
    )
    op.create_table(
        "common_answers",
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("accepts", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["group"], ["common_groups.id"], name="fk_common_answers_group_common_groups"
        ),
        sa.PrimaryKeyConstraint("group", "area", name="pk_common_answers"),
    )


def downgrade() -> None:
    """Drop the tables, with what stands in them."""
    for table in ("common_answers", "common_apart", "common_members", "common_groups", "common_rounds"):
        op.drop_table(table)
