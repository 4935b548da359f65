"""Layers as Arrow has them: typed columns, whole instead of row by row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kithmap.layer_formats.shapes import Shapes, well_known_bytes
from kithmap.layers.model import Feature, Layer
from kithmap.layers.schema import SCHEMAS, Column, Type

if TYPE_CHECKING:
    import pyarrow as pa

ID = "id"
"""The column in which a feature's id stands, in formats that have no other place for it."""


def table_of(
    layer: Layer, geometry: str = "", shapes: Shapes | None = None, *, days_as_text: bool = False
) -> "pa.Table":
    """Return a layer as a table: ids, the columns of its schema, and shapes as well-known binary.

    Args:
        layer: to be written.
        geometry: the name of the column of shapes.
        shapes: of its features; without them there is no such column.
        days_as_text: for formats that know no day without a time.
    """
    # As long to import as a small release to write.
    import pyarrow as pa  # noqa: PLC0415

    fields: list[pa.Field[Any]] = [pa.field(ID, pa.string(), nullable=False)]
    values: list[pa.Array[Any]] = [pa.array([feature.id for feature in layer.features], pa.string())]
    for column in SCHEMAS[layer.name].columns:
        values.append(_values(layer.features, column, days_as_text=days_as_text))
        fields.append(pa.field(column.name, values[-1].type, metadata={"description": column.words}))
    if shapes is not None:
        fields.append(pa.field(geometry, pa.binary()))
        values.append(pa.array(well_known_bytes(shapes), pa.binary()))
    return pa.Table.from_arrays(values, schema=pa.schema(fields))


def _values(features: Sequence[Feature], column: Column, *, days_as_text: bool) -> "pa.Array[Any]":
    import pyarrow as pa  # noqa: PLC0415

    types: dict[Type, pa.DataType] = {
        Type.WHOLE: pa.int64(),
        Type.NUMBER: pa.float64(),
        Type.YES_NO: pa.bool_(),
    }
    given = [feature.properties[column.name] for feature in features]
    values = pa.array(given, types.get(column.type, pa.string()))
    return values.cast(pa.date32()) if column.type is Type.DAY and not days_as_text else values
