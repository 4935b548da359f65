"""A whole release as one GeoPackage."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from kithmap.layer_formats.geopackage.explained import explain
from kithmap.layer_formats.geopackage.features import write_layers
from kithmap.layer_formats.geopackage.styled import style
from kithmap.layers.model import ReleaseEdition
from kithmap.layers.schema import BNG, CRS84


def write_geopackage(
    release: ReleaseEdition, path: Path, *, british: bool, progress: Callable[[float], None]
) -> None:
    """Write a release; see :func:`write_layers`."""
    write_layers(release, path, british=british, progress=progress)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA synchronous = OFF")
        explain(file, release, BNG if british else CRS84)
        style(file, release)
