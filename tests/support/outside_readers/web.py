"""Files as programs of the web read them, and Python's reader of KML."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import fastkml
import front_end
import shapely

from tests.support.needs import missing
from tests.support.outside_readers.gdal import OF_TITLE, flat
from tests.support.outside_readers.seen import Layers, Row, columns_of, layer_in, values
from tests.support.source_tree import ROOT

READ = Path(__file__).with_name("read.mjs")
PACKAGES = ROOT / "frontend" / "package.json"
LONGEST_SECONDS = 60


@cache
def _node() -> Path:
    node = front_end.find_node()
    if node is None or not (PACKAGES.parent / "node_modules" / "flatgeobuf").exists():
        missing("Readers of the web were not found", "Install them with: make test")
    return node.program


def ask(reader: str, paths: list[Path]) -> list[Any]:
    """Return what a reader finds in each file; ``refused`` tells why it finds nothing."""
    asked = [{"reader": reader, "path": str(path)} for path in paths]
    ran = subprocess.run(
        [_node(), READ, PACKAGES],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST_SECONDS,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found: list[Any] = json.loads(ran.stdout)
    return found


def _row(layer: str, feature: dict[str, Any]) -> Row:
    shape = feature["geometry"] and shapely.from_geojson(json.dumps(feature["geometry"]))
    if isinstance(shape, shapely.GeometryCollection):
        # KML has one word for several shapes of whatever kind.
        shape = shapely.MultiPolygon(list(shape.geoms))
    return shape, values(columns_of(layer), feature["properties"])


def flatgeobuf(paths: list[Path]) -> Layers:
    """Read FlatGeobuf with the reader that maps on the web use."""
    found: Layers = {}
    for path, read in zip(paths, ask("flatgeobuf", paths), strict=True):
        assert "refused" not in read, read
        rows = {each["properties"]["id"]: _row(layer_in(path), each) for each in read["features"]}
        assert len(rows) == len(read["features"])
        found[layer_in(path)] = rows
    return found


def kml_by_togeojson(paths: list[Path]) -> Layers:
    """Read KML with the converter that maps on the web use; it tells of no folders, so layers are known by placemarks' ids."""
    (read,) = ask("togeojson", paths)
    assert "refused" not in read, read
    found: Layers = {}
    for each in read["features"]:
        layer = each["properties"]["styleUrl"].removeprefix("#").split("-")[0].replace("asset", "assets")
        found.setdefault(layer, {})[each["properties"]["id"]] = _row(layer, each)
    return found


def kml_by_fastkml(paths: list[Path]) -> Layers:
    """Read KML with fastkml."""
    # Its types do not tell folders from placemarks.
    document: Any = fastkml.KML.parse(paths[0]).features[0]
    found: Layers = {}
    for folder in document.features:
        layer = OF_TITLE[folder.name]
        found[layer] = {}
        for placemark in folder.features:
            read = {each.name: each.value for each in placemark.extended_data.elements[0].data}
            shape = flat(shapely.from_wkt(placemark.geometry.wkt))
            found[layer][read["id"]] = (shape, values(columns_of(layer), read))
    return found
