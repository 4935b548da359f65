"""How a GeoPackage's layers are drawn: in the table that QGIS keeps for it, and GeoServer and others read.

QGIS opens a layer in its default style, which draws whatever the layer holds, and offers those for points, lines and outlines alone by name.
"""

import sqlite3
from dataclasses import dataclass

from kithmap.layer_formats.geopackage.explained import make_known, moment_of
from kithmap.layer_formats.geopackage.features import GEOMETRY
from kithmap.layer_formats.styles import kinds_by_shape, kinds_of, qml, qml_by_shape, sld, styled_shapes
from kithmap.layers.model import Header, LayerName, ReleaseEdition
from kithmap.layers.schema import SCHEMAS

TABLE = "layer_styles"
STYLES = f"""
CREATE TABLE {TABLE} (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
)
"""


@dataclass(frozen=True, slots=True)
class Style:
    """A style.

    Attributes:
        name: what it draws of a layer.
        qml: as QGIS reads it.
        sld: as other programs read it.
    """

    name: str
    qml: str
    sld: str


def style(file: sqlite3.Connection, release: ReleaseEdition) -> None:
    """Write a style for each layer and shape, and one for all of a layer that has several."""
    file.execute(STYLES)
    for layer in release.layers:
        kinds, found, may_be = kinds_of(layer), kinds_by_shape(layer), styled_shapes(layer.name)
        unasked = next(iter(found or may_be), None)
        if len(found) > 1:
            # Programs that read the other form of the style draw what most features are.
            whole = Style("all shapes", qml_by_shape(layer.name, found), sld(layer.name, kinds, may_be[0]))
            _write(file, release.header, layer.name, whole, default=True)
            unasked = None
        for shape in may_be:
            made = Style(shape, qml(layer.name, kinds, shape), sld(layer.name, kinds, shape))
            _write(file, release.header, layer.name, made, default=shape is unasked)
    make_known(file, TABLE, "Styles of layers")


def _write(file: sqlite3.Connection, header: Header, layer: LayerName, made: Style, *, default: bool) -> None:
    file.execute(
        f"INSERT INTO {TABLE} (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "  # noqa: S608
        "styleSLD, useAsDefault, description, owner, update_time) VALUES ('', '', ?, ?, ?, ?, ?, ?, ?, '', ?)",
        (
            layer.value,
            GEOMETRY,
            f"{layer.value} {made.name}",
            made.qml,
            made.sld,
            default,
            f"{SCHEMAS[layer].title}, {made.name}",
            moment_of(header),
        ),
    )
