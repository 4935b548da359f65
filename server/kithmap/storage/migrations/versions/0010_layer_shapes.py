"""How many points, lines and outlines each published layer holds: what was published before is counted here, once."""

import sqlalchemy as sa
from alembic import op

revision = "0010_layer_shapes"
down_revision = "0009_read_tokens"

TYPES = {"points": ("Point",), "lines": ("LineString",), "outlines": ("Polygon", "MultiPolygon")}

COUNTED = """
UPDATE layer_parts SET {column} = {column} + (
    SELECT count(*) FROM layer_features
    WHERE layer_features.part = layer_parts.number AND layer_features.text LIKE :line
)
"""


def upgrade() -> None:
    """Add a column for each shape, and count."""
    for column, geometries in TYPES.items():
        op.add_column("layer_parts", sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
        for geometry in geometries:
            # Behind the id of a canonical line, as it stands nowhere else in one: within words a quotation mark has a stroke before it.
            line = f'%","geometry":{{"type":"{geometry}"%'
            op.get_bind().execute(sa.text(COUNTED.format(column=column)), {"line": line})


def downgrade() -> None:
    """Drop the columns."""
    for column in TYPES:
        op.drop_column("layer_parts", column)
