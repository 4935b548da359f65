"""Which programs of others read which format, and whether they find what a release says."""

from typing import Any

import numpy as np
import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from kithmap.basics.british_grid import on_british_grid
from kithmap.layer_formats.formats import Format
from kithmap.layer_formats.network import connections, places
from kithmap.layers.model import ReleaseEdition
from tests.support.outside_readers import columnar, gdal, networks, web
from tests.support.outside_readers.seen import CONNECTIONS, PLACES, Layers, Reader, columns_of, values

READERS: tuple[tuple[str, Reader], ...] = (
    ("geojson", columnar.geojson),
    ("geojson", gdal.of_each_file),
    ("gpkg", gdal.of_one_file),
    ("gpkg", columnar.geopackage),
    ("gpkg-bng", gdal.of_one_file),
    ("gpkg-bng", columnar.geopackage),
    ("fgb", gdal.of_each_file),
    ("fgb", web.flatgeobuf),
    ("geoparquet", columnar.geoparquet_by_arrow),
    ("geoparquet", columnar.geoparquet_by_polars),
    ("kml", gdal.of_kml),
    ("kml", web.kml_by_fastkml),
    ("kml", web.kml_by_togeojson),
    ("csv", columnar.csv_by_python),
    ("csv", columnar.csv_by_polars),
    ("csv-wkt", gdal.of_tables),
    ("csv-wkt", columnar.csv_by_python),
    ("csv-wkt", columnar.csv_by_polars),
    ("csv-bng", gdal.of_tables),
    ("csv-bng", columnar.csv_by_polars),
    ("graphml", networks.by_networkx),
    ("graphml", networks.by_igraph),
    ("network-csv", networks.tables_by_python),
    ("network-csv", networks.tables_by_polars),
    # GDAL as wheels bring it cannot read Parquet; where it can, it is asked.
    *([("geoparquet", gdal.of_each_file)] if "Parquet" in pyogrio.list_drivers() else []),
)

SEVEN_DECIMALS, MILLIMETRES = 1e-9, 1.1e-3
"""How far corners may lie from where they were written, in degrees and metres."""


def expected(form: Format, release: ReleaseEdition) -> Layers:
    """Return what a reader has to find."""
    if form.key in {"graphml", "network-csv"}:
        return {
            PLACES: {
                row.id: networks.place(values(columns_of(PLACES, network=True), row.values))
                for row in places(release)
            },
            CONNECTIONS: {
                row.id: networks.line(values(columns_of(CONNECTIONS, network=True), row.values))
                for row in connections(release)
            },
        }
    return {
        layer.name: {
            each.id: (shape(form, each.geometry), values(columns_of(layer.name), each.properties))
            for each in layer.features
        }
        for layer in release.layers
        if layer.name in form.layers
    }


def shape(form: Format, geometry: Any) -> BaseGeometry | None:
    if geometry is None or form.key == "csv":
        return None
    found: BaseGeometry = shapely.geometry.shape(geometry)
    return shapely.transform(found, _on_grid) if form.is_on_grid else found


def _on_grid(corners: Any) -> Any:
    return np.array([on_british_grid(*corner) for corner in corners])


def assert_same(form: Format, found: Layers, wanted: Layers) -> None:
    # A reader that tells of features alone tells of no layer without any.
    assert {name: set(rows) for name, rows in found.items() if rows} == {
        name: set(rows) for name, rows in wanted.items() if rows
    }
    near = MILLIMETRES if form.is_on_grid else SEVEN_DECIMALS
    for name, rows in wanted.items():
        for id_, (geometry, told) in rows.items():
            other, read = found[name][id_]
            assert read == told
            assert (other is None) == (geometry is None)
            if geometry is not None and other is not None:
                assert shapely.equals_exact(other, geometry, near), (other.wkt, geometry.wkt)
