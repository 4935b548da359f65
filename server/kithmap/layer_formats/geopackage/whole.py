"""A whole release as one GeoPackage."""

from collections.abc import Callable
from pathlib import Path

from kithmap.layer_formats.geopackage.features import write_layers
from kithmap.layers.model import ReleaseEdition


def write_geopackage(
    release: ReleaseEdition, path: Path, *, british: bool, progress: Callable[[float], None]
) -> None:
    """Write a release; see :func:`write_layers`."""
    write_layers(release, path, british=british, progress=progress)
