"""Reads OpenStreetMap files: .osm.pbf, .osm (XML), .osm.gz and .osm.bz2, told apart by what is in them, not by name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import osmium
import shapely
from osmium.filter import KeyFilter
from osmium.geom import WKBFactory
from osmium.osm import Area, Node, Way
from osmium.osm.types import OSMEntity
from shapely import Geometry, LineString, Point

from kithmap.basemap import classify
from kithmap.basemap.classify import Meaning
from kithmap.basemap.clip import clip_one
from kithmap.basemap.coast import sea
from kithmap.basemap.model import BasemapError, Bounds, Feature, Kind
from kithmap.basemap.projection import to_unit, unit_box
from kithmap.basemap.simplify import as_geometries
from kithmap.basemap.tags import KEYS

MAX_FILE_BYTES = 600_000_000
"""A county's extract has some 50 MB. Positions of all points are held in memory, 8 to 16 bytes each, which for a whole
country is more than a laptop has."""


_START = 512


@dataclass
class _Found:
    """What has been read so far: meanings and their shapes in degrees, side by side."""

    meanings: list[Meaning] = field(default_factory=list)
    shapes: list[Geometry] = field(default_factory=list)
    coast: list[LineString] = field(default_factory=list)
    unplaced_ways: int = 0

    def add(self, meaning: Meaning | None, shape: Geometry | None) -> None:
        if meaning is not None and shape is not None:
            self.meanings.append(meaning)
            self.shapes.append(shape)


def read_features(path: Path, bounds: Bounds) -> list[Feature]:
    """Read everything that the map shows within bounds from an OpenStreetMap file.

    Ways of which some points are missing, as at the edges of an extract, are kept as far as they are there; shapes that
    do not close are left out.

    Raises `BasemapError` with words for a person when the file is missing, empty, too large, damaged, cut short, of
    another format, or holds nothing within the bounds.
    """
    file = osmium.io.File(str(path), _file_format(path))
    try:
        found = _read(file, bounds)
    except (RuntimeError, ValueError, MemoryError) as problem:
        # osmium reports whatever is wrong with a file as RuntimeError; names that are not UTF-8 come as ValueError.
        raise BasemapError(
            f"“{path.name}” is damaged or was cut short ({_reason(problem)}). Download it again and try once more. "
            "Nothing was changed."
        ) from problem
    features = list(_placed(found, bounds))
    if not features:
        raise _nothing_found(path, found, bounds)
    return features


def _read(file: osmium.io.File, bounds: Bounds) -> _Found:
    found = _Found()
    wanted = KeyFilter(*KEYS)
    factory = WKBFactory()
    for thing in osmium.FileProcessor(file).with_areas(wanted).with_filter(wanted):
        if isinstance(thing, Node):
            found.add(*_from_point(thing, bounds))
        elif isinstance(thing, Way):
            _add_way(found, thing, bounds)
        elif isinstance(thing, Area):
            _add_area(found, thing, factory, bounds)
    found.add(Meaning(Kind.WATER), sea(found.coast, bounds))
    return found


def _from_point(point: Node, bounds: Bounds) -> tuple[Meaning | None, Geometry | None]:
    where = point.location
    if not where.valid() or not _near(where.lon, where.lat, bounds):
        return None, None
    return classify.point(_tags(point)), Point(where.lon, where.lat)


def _add_way(found: _Found, way: Way, bounds: Bounds) -> None:
    tags = _tags(way)
    if tags.get("natural") == "coastline":
        found.coast += [LineString(run) for run in _runs(way)]
        return
    meaning = classify.line(tags)
    if meaning is None:
        return
    runs = list(_runs(way))
    found.unplaced_ways += not runs
    for run in runs:
        shape = LineString(run)
        if _touches(shape, bounds):
            found.add(meaning, shape)


def _runs(way: Way) -> Iterator[list[tuple[float, float]]]:
    """Yield the parts of a way whose points are all there."""
    places = [
        (point.location.lon, point.location.lat) if point.location.valid() else None for point in way.nodes
    ]
    for there, run in groupby(places, key=lambda place: place is not None):
        points = [place for place in run if place is not None]
        if there and len(set(points)) > 1:
            yield points


def _add_area(found: _Found, area: Area, factory: WKBFactory, bounds: Bounds) -> None:
    tags = _tags(area)
    ground, place = classify.ground(tags), classify.point(tags)
    if ground is None and (place is None or place.kind is Kind.TREE):
        return
    try:
        shape = shapely.from_wkb(factory.create_multipolygon(area))
    except (osmium.InvalidLocationError, RuntimeError):
        return
    if shape.is_empty or not _touches(shape, bounds):
        return
    found.add(ground, shape)
    if place is not None and (ground is None or place.name != ground.name):
        found.add(place, shapely.point_on_surface(shape))


def _placed(found: _Found, bounds: Bounds) -> Iterable[Feature]:
    """Yield features in unit coordinates, cut to the bounds."""
    box = unit_box(bounds)
    projected = shapely.transform(as_geometries(found.shapes), to_unit)
    for meaning, shape in zip(found.meanings, projected.tolist(), strict=True):
        cut = clip_one(shape, box)
        if cut is not None:
            yield Feature(meaning.kind, cut, meaning.name, meaning.rank, meaning.level)


def _tags(thing: OSMEntity) -> dict[str, str]:
    return {tag.k: tag.v for tag in thing.tags}


def _near(longitude: float, latitude: float, bounds: Bounds) -> bool:
    return bounds.west <= longitude <= bounds.east and bounds.south <= latitude <= bounds.north


def _touches(shape: Geometry, bounds: Bounds) -> bool:
    west, south, east, north = shapely.bounds(shape)
    return bool(
        west <= bounds.east and east >= bounds.west and south <= bounds.north and north >= bounds.south
    )


def _file_format(path: Path) -> str:
    """Return osmium's word for a file's format, from its first bytes."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_START)
    except OSError as problem:
        raise BasemapError(
            f"“{path.name}” cannot be read ({problem.strerror}). Nothing was changed."
        ) from problem
    if size > MAX_FILE_BYTES:
        raise BasemapError(
            f"“{path.name}” is too large ({size / 1e6:,.0f} MB; at most {MAX_FILE_BYTES / 1e6:,.0f} MB). "
            "Use an extract of the county or town. Nothing was changed."
        )
    form = sniff(start)
    if form is None:
        raise BasemapError(
            f"“{path.name}” is not an OpenStreetMap file: {_looks_like(start)} Nothing was changed."
        )
    return form


def sniff(start: bytes) -> str | None:
    """Return `pbf`, `osm`, `osm.gz` or `osm.bz2` for a file's first bytes, or None for anything else."""
    if start.startswith(b"\x1f\x8b"):
        return "osm.gz"
    if start.startswith(b"BZh"):
        return "osm.bz2"
    if b"OSMHeader" in start[:64]:
        return "pbf"
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    is_page = b"<html" in text or b"<!doctype" in text
    return "osm" if text.startswith((b"<?xml", b"<osm")) and not is_page else None


def _looks_like(start: bytes) -> str:
    text = start.lstrip().lower()
    if not start:
        return "it is empty. Download it again."
    if b"<html" in text or text.startswith(b"<!doctype"):
        return "it is a web page. The download link may need another click; save the file itself."
    if start.startswith(b"PK"):
        return "it is a ZIP archive. Unpack it and choose the file inside."
    if text.startswith((b"{", b"[")):
        return "it is JSON. A basemap is built from a file that ends in .osm.pbf, .osm, .osm.gz or .osm.bz2."
    return "choose one that ends in .osm.pbf, .osm, .osm.gz or .osm.bz2."


def _reason(problem: BaseException) -> str:
    return str(problem).splitlines()[0][:120] if str(problem) else type(problem).__name__


def _nothing_found(path: Path, found: _Found, bounds: Bounds) -> BasemapError:
    if found.unplaced_ways:
        return BasemapError(
            f"“{path.name}” names streets but not where they run: its points are missing or come after the streets. "
            "Use a complete extract, sorted as OpenStreetMap sorts it. Nothing was changed."
        )
    return BasemapError(
        f"“{path.name}” shows nothing of this area, which lies between {bounds.west:.3f} and {bounds.east:.3f} degrees "
        f"of longitude and {bounds.south:.3f} and {bounds.north:.3f} of latitude. Use an extract that covers it. "
        "Nothing was changed."
    )
