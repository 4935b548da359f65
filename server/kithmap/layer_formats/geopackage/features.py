"""Layers in a GeoPackage: written by GDAL, which makes their R-trees too."""

from collections.abc import Callable
from pathlib import Path

from kithmap.layer_formats.arrow import table_of
from kithmap.layer_formats.grid import on_grid
from kithmap.layer_formats.ogr import BRITISH, WGS84, geometry_type
from kithmap.layer_formats.shapes import shapes_of
from kithmap.layers.model import Layer, ReleaseEdition
from kithmap.layers.schema import SCHEMAS, Schema

GEOMETRY = "geom"
"""The column of geometry, as GDAL, QGIS and the standard's examples call it."""

DRIVER = "GPKG"
VERSION = {"VERSION": "1.3"}
"""Of the standard: of the next one QGIS 3.22 and its like warn that they know it in part only, and nothing of it is needed here."""


def write_layers(
    release: ReleaseEdition, path: Path, *, british: bool, progress: Callable[[float], None]
) -> None:
    """Write all layers.

    Args:
        release: whose.
        path: of a file that is not there yet.
        british: whether on the British National Grid; else in longitude and latitude.
        progress: told how much is done, from 0 to 1.
    """
    # As long to import as a small release to write.
    from pyogrio import set_gdal_config_options  # noqa: PLC0415

    # Waiting for the disk after each layer doubles the time, and a file that was cut short is made again.
    set_gdal_config_options({"OGR_SQLITE_SYNCHRONOUS": "OFF"})
    for number, layer in enumerate(release.layers, 1):
        if SCHEMAS[layer.name].geometry:
            _write(layer, path, british=british)
        else:
            _write_table(layer, path)
        progress(number / len(release.layers))


def _write(layer: Layer, path: Path, *, british: bool) -> None:
    from pyogrio.raw import write_arrow  # noqa: PLC0415

    schema = SCHEMAS[layer.name]
    shapes = shapes_of([feature.geometry for feature in layer.features])
    if british:
        shapes = on_grid(shapes)
    write_arrow(
        table_of(layer, GEOMETRY, shapes),
        path,
        layer.name.value,
        DRIVER,
        geometry_name=GEOMETRY,
        geometry_type=geometry_type(schema.geometry, shapes),
        crs=BRITISH if british else WGS84,
        dataset_options=VERSION,
        layer_options=_named(schema) | {"GEOMETRY_NAME": GEOMETRY},
    )


def _write_table(layer: Layer, path: Path) -> None:
    from pyogrio.raw import write_arrow  # noqa: PLC0415

    options = _named(SCHEMAS[layer.name])
    write_arrow(
        table_of(layer), path, layer.name.value, DRIVER, dataset_options=VERSION, layer_options=options
    )


def _named(schema: Schema) -> dict[str, str]:
    return {"IDENTIFIER": schema.title, "DESCRIPTION": schema.words}
