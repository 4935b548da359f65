"""Layers as FlatGeobuf, each with the index by which a map on the web reads the part that it shows.

Features stand in the order of that index, a Hilbert curve. Days are text: the format knows moments alone, and a day that becomes a
midnight becomes another day in the next time zone.
"""

from pathlib import Path

from kithmap.layer_formats.arrow import table_of
from kithmap.layer_formats.ogr import WGS84, geometry_type
from kithmap.layer_formats.shapes import shapes_of
from kithmap.layers.geojson import members
from kithmap.layers.model import Edition, Header, Layer
from kithmap.layers.schema import SCHEMAS

GEOMETRY = "geometry"


def write_flatgeobuf(header: Header, edition: Edition, layer: Layer, path: Path) -> None:
    """Write a layer.

    Args:
        header: of its release.
        edition: for whom.
        layer: one with geometry.
        path: of a file that is not there yet.
    """
    # As long to import as a small release to write.
    from pyogrio.raw import write_arrow  # noqa: PLC0415

    said = members(header, edition, layer.name)
    shapes = shapes_of([feature.geometry for feature in layer.features])
    # The index has no room for what is nowhere.
    index = "NO" if any(shape is None for shape in shapes) else "YES"
    write_arrow(
        table_of(layer, GEOMETRY, shapes, days_as_text=True),
        path,
        said["name"],
        "FlatGeobuf",
        geometry_name=GEOMETRY,
        geometry_type=geometry_type(SCHEMAS[layer.name].geometry, shapes),
        crs=WGS84,
        layer_metadata={
            name: str(said[name]) for name in ("edition", "version", "published", "licence", "attribution")
        },
        layer_options={"TITLE": said["title"], "DESCRIPTION": said["description"], "SPATIAL_INDEX": index},
    )
