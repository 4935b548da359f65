"""Basemaps for tests: features drawn by hand, and a village built once."""

import gzip
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import shapely
from shapely import LineString, Point, Polygon, box

from kithmap.basemap.build_file import build_basemap
from kithmap.basemap.model import BasemapSummary, BuildProgress, Feature, Kind
from kithmap.basemap.projection import to_unit
from tests.support.osm_scene import Place, at, village

BUILT_AT = datetime(2026, 5, 1, 19, 30, tzinfo=UTC)

AREA = box(*at((-5, -5)), *at((5, 5)))
"""The village's boundary in degrees."""


def quiet(_: BuildProgress) -> None:
    """Tell nobody."""


def build_village(folder: Path, name: str = "village") -> BasemapSummary:
    """Build the village's basemap into a folder."""
    source = village().write(folder / f"{name}.osm")
    target = folder / f"{name}.basemap"
    return build_basemap(
        source, AREA, target, area="Brook End", attribution="© Test", built_at=BUILT_AT, progress=quiet
    )


def street(kind: Kind, name: str, *places: Place) -> Feature:
    """Return a line through places in steps."""
    return Feature(kind, shapely.transform(LineString([at(place) for place in places]), to_unit), name)


def ground(kind: Kind, name: str, *places: Place) -> Feature:
    """Return a polygon through places in steps."""
    return Feature(kind, shapely.transform(Polygon([at(place) for place in places]), to_unit), name)


def spot(kind: Kind, name: str, place: Place, rank: float = 0.0) -> Feature:
    """Return a point at a place in steps."""
    return Feature(kind, shapely.transform(Point(at(place)), to_unit), name, rank)


def parse(document: str | bytes) -> ET.Element:
    """Parse a drawing, gzipped or not, and make sure that it may be shown as an image anywhere.

    Nothing in it may run, and nothing may be loaded: the only references are to paths of the same document.
    """
    text = gzip.decompress(document).decode() if isinstance(document, bytes) else document
    root = ET.fromstring(text)
    for element in root.iter():
        assert element.tag.rpartition("}")[2] in {"svg", "style", "path", "g", "text", "tspan", "textPath"}
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert "href" not in name or value.startswith("#n")
            assert "url(" not in value
    assert "url(" not in text
    assert "@import" not in text
    return root


def words(root: ET.Element) -> str:
    """Return everything that a drawing says, with a blank between lines of a name."""
    return " ".join(" ".join(element.itertext()) for element in root.iter() if element.tag.endswith("}text"))
