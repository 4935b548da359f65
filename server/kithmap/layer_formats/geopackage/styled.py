"""How a GeoPackage's layers are drawn: in the table that QGIS keeps for it, and GeoServer and others read.

QGIS opens a layer of points in the default style, and offers those for lines and outlines by name.
"""

import sqlite3

from kithmap.layer_formats.geopackage.explained import make_known, moment_of
from kithmap.layer_formats.geopackage.features import GEOMETRY
from kithmap.layer_formats.styles import Drawn, Kinds, drawn_types, kinds_of, qml, sld
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
NAMES = {Drawn.POINTS: "points", Drawn.LINES: "lines", Drawn.OUTLINES: "outlines"}


def style(file: sqlite3.Connection, release: ReleaseEdition) -> None:
    """Write a style for each layer and type of geometry."""
    file.execute(STYLES)
    for layer in release.layers:
        kinds = kinds_of(layer)
        for number, drawn in enumerate(drawn_types(layer.name)):
            _write(file, release.header, layer.name, kinds, drawn, default=number == 0)
    make_known(file, TABLE, "Styles of layers")


def _write(
    file: sqlite3.Connection, header: Header, layer: LayerName, kinds: Kinds, drawn: Drawn, *, default: bool
) -> None:
    file.execute(
        f"INSERT INTO {TABLE} (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "  # noqa: S608
        "styleSLD, useAsDefault, description, owner, update_time) VALUES ('', '', ?, ?, ?, ?, ?, ?, ?, '', ?)",
        (
            layer.value,
            GEOMETRY,
            f"{layer.value} {NAMES[drawn]}",
            qml(layer, kinds, drawn),
            sld(layer, kinds, drawn),
            default,
            f"{SCHEMAS[layer].title}, {NAMES[drawn]}",
            moment_of(header),
        ),
    )
