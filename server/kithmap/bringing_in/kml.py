"""Places out of a KMZ: a KML file in a zip, of which only that one is unpacked, and no more of it than is read."""

import io
import zipfile
import zlib

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.model import MOST_BYTES, Table
from kithmap.bringing_in.placemarks import from_placemarks

MOST_UNPACKED = 3 * MOST_BYTES
"""Bytes of KML: it packs to a tenth."""

MOST_PARTS = 2_000
"""Files in a KMZ: the pictures of its places."""

ROOT = "doc.kml"
"""What the first KML file of a KMZ is called; whatever it is called, the first is read (OGC 12-007r2, annex C)."""


def from_kmz(content: bytes) -> Table:
    """Return the placemarks of a KMZ.

    Raises:
        TooLargeError: if there is too much in it.
        BadInputError: if it cannot be read, or is another kind of zip.
    """
    return from_placemarks(unpacked(content))


def unpacked(content: bytes) -> bytes:
    """Return the KML in a KMZ.

    Raises:
        TooLargeError: if it unpacks to too much.
        BadInputError: if there is none, or it cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _read(packed, _main(packed))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        # RuntimeError: it is locked by a password.
        raise BadInputError(
            "This packed file cannot be opened. Please choose the file of places itself."
        ) from None


def _main(packed: zipfile.ZipFile) -> zipfile.ZipInfo:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise TooLargeError(
            f"There are more than {MOST_PARTS} files in this one. Please choose the file of places itself."
        )
    found = [part for part in parts if part.filename.casefold().endswith(".kml")]
    if not found:
        if any(part.filename.startswith("xl/") for part in parts):
            raise BadInputError("This is a spreadsheet. Please save it as CSV, and choose that file.")
        raise BadInputError(
            "There are no places in this packed file that can be read. "
            "Please choose a file whose name ends with .geojson, .csv, .gpx, .kml, .kmz or .gpkg."
        )
    return next((part for part in found if part.filename == ROOT), found[0])


def _read(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    # What a zip says of its sizes need not be true: no more than is allowed is ever unpacked.
    with packed.open(part) as file:
        text = file.read(MOST_UNPACKED + 1)
    if len(text) > MOST_UNPACKED:
        most = MOST_UNPACKED // 1_000_000
        raise TooLargeError(f"This file unpacks to more than {most} MB. Please bring in a part of it.")
    return text
