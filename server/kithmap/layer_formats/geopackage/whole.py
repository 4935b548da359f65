"""A whole release as one GeoPackage."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from kithmap.layer_formats.geopackage.explained import explain, moment_of
from kithmap.layer_formats.geopackage.features import write_layers
from kithmap.layer_formats.geopackage.styled import style
from kithmap.layers.model import ReleaseEdition
from kithmap.layers.schema import BNG, CRS84

COUNTERS = (24, 92)
"""Where a database counts how often it was changed, and repeats the count (SQLite database file format, 1.3.8 and 1.3.16)."""

ONCE = (1).to_bytes(4)


def write_geopackage(
    release: ReleaseEdition, path: Path, *, british: bool, progress: Callable[[float], None]
) -> None:
    """Write a release; see :func:`write_layers`. Made again by the same libraries, it is the same to the byte."""
    write_layers(release, path, british=british, progress=progress)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA synchronous = OFF")
        explain(file, release, BNG if british else CRS84)
        style(file, release)
        # Of the release, and not of the moment in which the file is made.
        file.execute("UPDATE gpkg_contents SET last_change = ?", (moment_of(release.header),))
    # How often it was changed on the way depends on how the threads of GDAL met.
    with path.open("r+b") as written:
        for place in COUNTERS:
            written.seek(place)
            written.write(ONCE)
