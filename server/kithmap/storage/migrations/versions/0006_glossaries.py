"""Glossaries: releases that never change, the edits of the next one, and who signed it."""

import sqlalchemy as sa
from alembic import op

revision = "0006_glossaries"
down_revision = "0005_consent"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "glossaries",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["programme"], ["programmes.id"], name="fk_glossaries_programme_programmes"),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_glossaries_area_areas"),
        sa.PrimaryKeyConstraint("id", name="pk_glossaries"),
        sa.UniqueConstraint("area", name="uq_glossaries_area"),
        sa.UniqueConstraint("name", name="uq_glossaries_name"),
    )
    op.create_index("ix_glossaries_programme", "glossaries", ["programme"])
    op.create_table(
        "glossary_releases",
        sa.Column("glossary", sa.Text(), nullable=False),
        sa.Column("major", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("minor", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("patch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["glossary"], ["glossaries.id"], name="fk_glossary_releases_glossary_glossaries"
        ),
        sa.PrimaryKeyConstraint("glossary", "major", "minor", "patch", name="pk_glossary_releases"),
    )
    op.create_table(
        "glossary_drafts",
        sa.Column("glossary", sa.Text(), nullable=False),
        sa.Column("edits", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["glossary"], ["glossaries.id"], name="fk_glossary_drafts_glossary_glossaries"
        ),
        sa.PrimaryKeyConstraint("glossary", name="pk_glossary_drafts"),
    )
    op.create_table(
        "glossary_signatures",
        sa.Column("glossary", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["glossary"], ["glossaries.id"], name="fk_glossary_signatures_glossary_glossaries"
        ),
        sa.PrimaryKeyConstraint("glossary", "role", name="pk_glossary_signatures"),
    )


def downgrade() -> None:
    """Drop the tables, with what stands in them."""
    for table in ("glossary_signatures", "glossary_drafts", "glossary_releases", "glossaries"):
        op.drop_table(table)
