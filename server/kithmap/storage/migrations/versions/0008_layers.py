"""Baseline layers: series, releases that never change with their features, and the draft of the next one."""

import sqlalchemy as sa
from alembic import op

revision = "0008_layers"
down_revision = "0007_common_glossary"

LARGE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""SQLite numbers its rows by a key of exactly the type INTEGER, which holds 64 bits there."""


def upgrade() -> None:
    """Make the tables, and what finds features by where they lie."""
    _series()
    _releases()
    _features()
    _draft()
    if op.get_bind().dialect.name == "sqlite":
        _rectangles_of_sqlite()
    else:
        # Parts lie a thousand degrees apart, so that the index leads to the features of one part alone.
        op.execute(
            "CREATE INDEX ix_layer_features_where ON layer_features USING gist "
            "(box(point(west + part * 1000.0, south), point(east + part * 1000.0, north)))"
        )


def _series() -> None:
    op.create_table(
        "layer_series",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("wave", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name="fk_layer_series_area_areas"),
        sa.ForeignKeyConstraint(["wave"], ["waves.id"], name="fk_layer_series_wave_waves"),
        sa.PrimaryKeyConstraint("id", name="pk_layer_series"),
        sa.UniqueConstraint("area", "wave", name="uq_layer_series_area_wave"),
        sa.UniqueConstraint("slug", name="uq_layer_series_slug"),
    )


def _releases() -> None:
    op.create_table(
        "layer_releases",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("major", sa.Integer(), nullable=False),
        sa.Column("minor", sa.Integer(), nullable=False),
        sa.Column("patch", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("header", sa.Text(), nullable=False),
        sa.Column("reports", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["series"], ["layer_series.id"], name="fk_layer_releases_series_layer_series"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_layer_releases"),
        sa.UniqueConstraint(
            "series", "major", "minor", "patch", name="uq_layer_releases_series_major_minor_patch"
        ),
    )
    op.create_table(
        "layer_parts",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("release", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.Column("west", sa.Float(), nullable=True),
        sa.Column("south", sa.Float(), nullable=True),
        sa.Column("east", sa.Float(), nullable=True),
        sa.Column("north", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release"], ["layer_releases.id"], name="fk_layer_parts_release_layer_releases"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_layer_parts"),
        sa.UniqueConstraint("release", "edition", "layer", name="uq_layer_parts_release_edition_layer"),
    )


def _features() -> None:
    op.create_table(
        "layer_features",
        sa.Column("number", LARGE, autoincrement=False, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("west", sa.Float(), nullable=True),
        sa.Column("south", sa.Float(), nullable=True),
        sa.Column("east", sa.Float(), nullable=True),
        sa.Column("north", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["part"], ["layer_parts.number"], name="fk_layer_features_part_layer_parts"),
        sa.PrimaryKeyConstraint("number", name="pk_layer_features"),
        sa.UniqueConstraint("part", "id", name="uq_layer_features_part_id"),
    )


def _draft() -> None:
    op.create_table(
        "layer_drafts",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("settlements", sa.Text(), nullable=False),
        sa.Column("statistical_areas", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["series"], ["layer_series.id"], name="fk_layer_drafts_series_layer_series"),
        sa.PrimaryKeyConstraint("series", name="pk_layer_drafts"),
    )
    op.create_table(
        "layer_signatures",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["series"], ["layer_series.id"], name="fk_layer_signatures_series_layer_series"
        ),
        sa.PrimaryKeyConstraint("series", "role", name="pk_layer_signatures"),
    )


def _rectangles_of_sqlite() -> None:
    """Make SQLite's R*Tree (sqlite.org/rtree.html), which holds numbers of 32 bits and rounds rectangles outwards.

    The part is a third dimension: of all releases' features only those of one part are looked through. It has some thickness, as
    the tree is kept in order by volumes, which would all be nothing without.
    """
    op.execute(
        "CREATE VIRTUAL TABLE layer_rectangles USING rtree"
        "(number, west, east, south, north, part_from, part_to)"
    )
    op.execute(
        "CREATE TRIGGER layer_features_have_rectangles AFTER INSERT ON layer_features WHEN new.west IS NOT NULL "
        "BEGIN INSERT INTO layer_rectangles VALUES "
        "(new.number, new.west, new.east, new.south, new.north, new.part, new.part + 0.5); END"
    )


def downgrade() -> None:
    """Drop the tables, with what stands in them."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE layer_rectangles")
    for table in (
        "layer_signatures",
        "layer_drafts",
        "layer_features",
        "layer_parts",
        "layer_releases",
        "layer_series",
    ):
        op.drop_table(table)
