"""Files as programs read them that know tables and no maps: shapes are columns of text or bytes to them."""

import csv
import json
import sqlite3
import struct
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import polars as pl
import shapely
from pyarrow import parquet

from kithmap.basics.csv_text import as_it_was
from kithmap.layers.model import LayerName
from tests.support.outside_readers.seen import Layers, Row, columns_of, layer_in, values

Shape = Callable[[Any], Any]


def _rows(
    layer: str, read: Iterable[Mapping[str, Any]], shape: Callable[[Mapping[str, Any]], Any]
) -> dict[str, Row]:
    listed = list(read)
    found = {row["id"]: (shape(row), values(columns_of(layer), row)) for row in listed}
    assert len(found) == len(listed)
    return found


def geojson(paths: list[Path]) -> Layers:
    """Read GeoJSON as JSON."""
    found: Layers = {}
    for path in paths:
        collection = json.loads(path.read_bytes())
        rows = [
            {"id": each["id"], "shape": each["geometry"], **each["properties"]}
            for each in collection["features"]
        ]
        found[layer_in(path)] = _rows(
            layer_in(path), rows, lambda row: row["shape"] and shapely.from_geojson(json.dumps(row["shape"]))
        )
    return found


ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
"""Of the header of a GeoPackage's shape, by the code for what envelope it has (OGC 12-128, clause 2.1.3)."""


def _unpacked(blob: bytes | None) -> Any:
    if blob is None:
        return None
    magic, version, flags, _srs = struct.unpack("<2sBBi", blob[:8])
    assert (magic, version) == (b"GP", 0)
    return shapely.from_wkb(blob[8 + ENVELOPE_BYTES[flags >> 1 & 7] :])


def geopackage(paths: list[Path]) -> Layers:
    """Read a GeoPackage as the database that it is."""
    (path,) = paths
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        names = [row[0] for row in file.execute("SELECT table_name FROM gpkg_contents")]
        return {
            name: _rows(
                name,
                map(dict, file.execute(f'SELECT * FROM "{name}"')),
                lambda row: _unpacked(row.get("geom")),
            )
            for name in names
            if name in set(LayerName)
        }


def _of_wkb(row: Mapping[str, Any]) -> Any:
    return shapely.from_wkb(row["geometry"]) if row.get("geometry") else None


def geoparquet_by_arrow(paths: list[Path]) -> Layers:
    """Read GeoParquet as Arrow's own reader does."""
    return {
        layer_in(path): _rows(layer_in(path), parquet.read_table(path).to_pylist(), _of_wkb) for path in paths
    }


def geoparquet_by_polars(paths: list[Path]) -> Layers:
    """Read GeoParquet with Polars' reader, which is another."""
    return {
        layer_in(path): _rows(layer_in(path), pl.read_parquet(path).iter_rows(named=True), _of_wkb)
        for path in paths
    }


def _of_wkt(row: Mapping[str, Any]) -> Any:
    return shapely.from_wkt(row["wkt"]) if row.get("wkt") else None


def _words(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: as_it_was(cell) if cell else None for name, cell in row.items()}


def csv_by_python(paths: list[Path]) -> Layers:
    """Read tables with Python's reader."""
    found: Layers = {}
    for path in paths[:-1]:
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[layer_in(path)] = _rows(
                layer_in(path), map(_words, csv.DictReader(file, strict=True)), _of_wkt
            )
    return found


def csv_by_polars(paths: list[Path]) -> Layers:
    """Read tables with Polars' reader."""
    return {
        layer_in(path): _rows(
            layer_in(path),
            map(_words, pl.read_csv(path, infer_schema=False).iter_rows(named=True)),
            _of_wkt,
        )
        for path in paths[:-1]
    }
