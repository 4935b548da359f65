"""A file that somebody chose, read as what it is: told by how it begins, not by what it is called."""

import re
from dataclasses import dataclass

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.csv_table import from_csv
from kithmap.bringing_in.encoding import text_of
from kithmap.bringing_in.geojson import from_geojson
from kithmap.bringing_in.geopackage import from_geopackage
from kithmap.bringing_in.gpx import from_gpx
from kithmap.bringing_in.kml import from_kmz
from kithmap.bringing_in.model import MOST_BYTES, MOST_MEGABYTES, Table
from kithmap.bringing_in.placemarks import from_placemarks

ENDINGS = ("geojson", "json", "csv", "gpx", "kml", "kmz", "gpkg")
"""Of the names of files that can be read, as they are asked for."""

_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"'](?!utf)", re.IGNORECASE)
"""XML that says how its letters are written, and not in the ways that are found out without it."""
_DECLARED = re.compile(r"\s*<\?xml[^>]*\?>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z]\w*)")
_FIRST = 4_096
_SHAPEFILE = b"\x00\x00\x27\x0a"
"""A Shapefile's first bytes: it is read by nothing but together with three other files."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a file is, and what it holds.

    Attributes:
        form: GeoJSON, CSV, GPX, KML, KMZ or GeoPackage.
        tables: its layers, at least one.
    """

    form: str
    tables: tuple[Table, ...]


def read_file(content: bytes) -> Found:
    """Read a file.

    Args:
        content: all of it.

    Raises:
        TooLargeError: if there is too much in it.
        BadInputError: if it cannot be read, saying why and what to do.
    """
    if len(content) > MOST_BYTES:
        size = len(content) // 1_000_000
        raise TooLargeError(
            f"This file has {size} MB; {MOST_MEGABYTES} MB at most can be read. Please bring in a part of it."
        )
    if not content.strip(b"\x00\r\n\t "):
        raise BadInputError("This file is empty.")
    form, tables = _read(content)
    if not any(table.rows or table.left for table in tables):
        raise BadInputError("There are no places in this file.")
    return Found(form, tuple(tables))


def _read(content: bytes) -> tuple[str, list[Table]]:
    if content.startswith(b"SQLite format 3\x00"):
        return "GeoPackage", from_geopackage(content)
    if content.startswith(b"PK"):
        return "KMZ", [from_kmz(content)]
    if content.startswith(_SHAPEFILE):
        raise BadInputError(
            "This is a part of a Shapefile. Please save your places as GeoPackage or GeoJSON."
        )
    if _ENCODING.match(content):
        return _read_xml(content, content.decode("latin-1"))
    text, notes = text_of(content)
    begins = text.lstrip("\ufeff \r\n\t")[:1]
    if begins == "<":
        # Its letters are known by now, whatever the file says of them.
        return _read_xml(_DECLARED.sub("", text.lstrip("\ufeff"), count=1).encode(), text)
    if begins in {"{", "["}:
        return "GeoJSON", [from_geojson(text, notes)]
    return "CSV", [from_csv(text, notes)]


def _read_xml(content: bytes, text: str) -> tuple[str, list[Table]]:
    root = _ROOT.search(_COMMENT.sub("", text[:_FIRST]))
    match root[1].casefold() if root else "":
        case "gpx":
            return "GPX", [from_gpx(content)]
        case "kml":
            return "KML", [from_placemarks(content)]
    raise BadInputError("This is XML, but neither GPX nor KML. Please save your places as one of these.")
