"""Files as GDAL reads them."""

from pathlib import Path
from typing import Any

import pyogrio
import shapely

from kithmap.basics.csv_text import as_it_was
from kithmap.layers.model import LayerName
from kithmap.layers.schema import SCHEMAS
from tests.support.outside_readers.seen import Layers, Row, columns_of, layer_in, values

OF_TITLE = {schema.title: name.value for name, schema in SCHEMAS.items()}


def one_layer(path: Path, layer: str | None = None, **options: Any) -> list[tuple[Any, dict[str, Any]]]:
    """Return the shape and the values of each feature."""
    frame = pyogrio.read_dataframe(path, layer=layer, read_geometry=True, **options)
    shapes = frame.pop("geometry") if "geometry" in frame else [None] * len(frame)
    records: list[dict[str, Any]] = frame.astype(object).to_dict("records")
    return list(zip(shapes, records, strict=True))


def _rows(layer: str, read: list[tuple[Any, dict[str, Any]]], id_column: str = "id") -> dict[str, Row]:
    found = {str(row[id_column]): (shape, values(columns_of(layer), row)) for shape, row in read}
    assert len(found) == len(read)
    return found


def of_one_file(paths: list[Path]) -> Layers:
    """Read a GeoPackage's layers, those that tell of the file itself aside."""
    (path,) = paths
    names = [name for name in pyogrio.list_layers(path)[:, 0] if name in set(LayerName)]
    return {name: _rows(name, one_layer(path, name)) for name in names}


def of_each_file(paths: list[Path]) -> Layers:
    """Read files of a layer each."""
    found: Layers = {}
    for path in paths:
        # GeoJSON has no types: GDAL takes words for days where all in a column look like some.
        options = {"DATE_AS_STRING": "YES"} if path.suffix == ".geojson" else {}
        found[layer_in(path)] = _rows(layer_in(path), one_layer(path, **options))
    return found


def of_tables(paths: list[Path]) -> Layers:
    """Read tables of CSV with shapes, found by GDAL itself."""
    found: Layers = {}
    for path in paths[:-1]:
        read = [
            (shape, {name: as_it_was(cell) if isinstance(cell, str) else cell for name, cell in row.items()})
            for shape, row in one_layer(path)
        ]
        found[layer_in(path)] = _rows(layer_in(path), read)
    return found


def of_kml(paths: list[Path]) -> Layers:
    """Read KML. GDAL has columns of its own (``id``, ``Name``, ``end``), and adds a figure to ours of the same names."""
    (path,) = paths
    found: Layers = {}
    for title in pyogrio.list_layers(path)[:, 0]:
        name = OF_TITLE[title]
        read = [
            (
                shape,
                {
                    **row,
                    "name": row["Name"],
                    **{key[:-1]: told for key, told in row.items() if key.endswith("2")},
                },
            )
            for shape, row in one_layer(path, title)
        ]
        found[name] = _rows(name, read, "id")
    return found


def flat(shape: Any) -> Any:
    """Return a shape without heights."""
    return shapely.force_2d(shape)
