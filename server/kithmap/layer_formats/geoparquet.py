"""Layers as GeoParquet: shapes as well-known binary, with their bounds as a column by which readers skip what they do not need.

Source: GeoParquet 1.1.0 (OGC). A layer without geometry is plain Parquet with the same words about itself.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import orjson
import shapely

from kithmap.layer_formats.arrow import table_of
from kithmap.layer_formats.shapes import Shapes, shapes_of, types_of
from kithmap.layers.geojson import members
from kithmap.layers.model import Edition, Header, Json, Layer
from kithmap.layers.schema import SCHEMAS

if TYPE_CHECKING:
    import pyarrow as pa

GEOMETRY = "geometry"
BOUNDS = "bbox"
CORNERS = ("xmin", "ymin", "xmax", "ymax")
VERSION = "1.1.0"
ROWS = 65_536
"""Of a group: what a reader skips or reads as a whole."""


def write_geoparquet(header: Header, edition: Edition, layer: Layer, path: Path) -> None:
    """Write a layer.

    Args:
        header: of its release.
        edition: for whom.
        layer: any.
        path: where; a file that is there is written anew.
    """
    # As long to import as a small release to write.
    from pyarrow import parquet  # noqa: PLC0415

    said = {
        name: _text(value) for name, value in members(header, edition, layer.name).items() if name != "type"
    }
    if SCHEMAS[layer.name].geometry:
        shapes = shapes_of([feature.geometry for feature in layer.features])
        table = _with_bounds(table_of(layer, GEOMETRY, shapes), shapes)
        said["geo"] = orjson.dumps(_about(shapes)).decode()
    else:
        table = table_of(layer)
    parquet.write_table(table.replace_schema_metadata(said), path, compression="zstd", row_group_size=ROWS)


def _text(value: object) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _with_bounds(table: "pa.Table", shapes: Shapes) -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415

    bounds = shapely.bounds(shapes)
    nowhere = np.isnan(bounds[:, 0])
    fields = [pa.field(corner, pa.float64()) for corner in CORNERS]
    values = [pa.array(bounds[:, number]) for number in range(len(CORNERS))]
    return table.append_column(
        pa.field(BOUNDS, pa.struct(fields)),
        pa.StructArray.from_arrays(values, fields=fields, mask=pa.array(nowhere, pa.bool_())),
    )


def _about(shapes: Shapes) -> Json:
    from pyproj import CRS  # noqa: PLC0415

    column: Json = {
        "encoding": "WKB",
        "geometry_types": types_of(shapes),
        "crs": CRS("OGC:CRS84").to_json_dict(),
        "orientation": "counterclockwise",
        "edges": "planar",
        "covering": {BOUNDS: {corner: [BOUNDS, corner] for corner in CORNERS}},
    }
    if column["geometry_types"]:
        column["bbox"] = shapely.total_bounds(shapes).tolist()
    return {"version": VERSION, "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
