"""From an OpenStreetMap file to an area's archive: the one way in which a basemap is made."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from shapely import MultiPolygon, Polygon

from kithmap.basemap.archive import ArchiveWriter, new_archive, open_archive
from kithmap.basemap.build import draw
from kithmap.basemap.extent import Extent, extent_of
from kithmap.basemap.model import (
    BasemapMetadata,
    BasemapSummary,
    BuildProgress,
    Feature,
    Stage,
    Tile,
    WholeMap,
    tile_zooms,
)
from kithmap.basemap.osm_file import read_features

Progress = Callable[[BuildProgress], None]

_READ_UNTIL = 0.1
_DRAWN_UNTIL = 0.98
"""Shares of the whole time, measured with a town of 20,000 buildings."""


def build_basemap(
    source: Path,
    boundary: Polygon | MultiPolygon,
    target: Path,
    *,
    area: str,
    attribution: str,
    built_at: datetime,
    progress: Progress,
) -> BasemapSummary:
    """Build an area's basemap from an OpenStreetMap file.

    Args:
        source: the file to read, see `osm_file`.
        boundary: the area in degrees of longitude and latitude; a margin around it is drawn too.
        target: the archive to write. It is replaced at the very end, in one step; on any failure it stays as it was.
        area: the area's name, kept in the archive.
        attribution: the credit for the data, kept in the archive and written on the whole map.
        built_at: when the build began.
        progress: told how far the build is, a few hundred times, in the calling thread. Whatever it raises ends the build.

    Returns:
        what was built.

    Raises:
        BasemapError: the boundary or the file cannot be used; the message says why and what to do.
    """
    extent = extent_of(boundary)
    progress(BuildProgress(Stage.READING, 0.0, f"Reading {source.name}"))
    features = read_features(source, extent.drawn)
    progress(
        BuildProgress(Stage.DRAWING, _READ_UNTIL, f"Drawing {len(features):,} streets, buildings and places")
    )
    with new_archive(target) as writer:
        _fill(writer, features, extent, progress)
        metadata = writer.finish(_metadata(source, extent, area, attribution, built_at))
        progress(BuildProgress(Stage.SAVING, _DRAWN_UNTIL, "Saving the basemap"))
    summary = BasemapSummary(
        metadata, open_archive(target).version, len(features), writer.tiles, target.stat().st_size
    )
    progress(BuildProgress(Stage.SAVING, 1.0, "The basemap is ready"))
    return summary


def _fill(writer: ArchiveWriter, features: list[Feature], extent: Extent, progress: Progress) -> None:
    for drawn in draw(features, extent):
        match drawn:
            case Tile():
                writer.add_tile(drawn)
            case WholeMap():
                writer.add_whole(drawn)
            case float():
                fraction = _READ_UNTIL + drawn * (_DRAWN_UNTIL - _READ_UNTIL)
                progress(BuildProgress(Stage.DRAWING, fraction, f"Drawing the map: {drawn:.0%}"))


def _metadata(
    source: Path, extent: Extent, area: str, attribution: str, built_at: datetime
) -> BasemapMetadata:
    lowest, highest = tile_zooms(extent.map_zooms())
    return BasemapMetadata(
        area=area,
        bounds=extent.drawn,
        built_at=built_at,
        source=source.name,
        attribution=attribution,
        content="",
        min_zoom=lowest,
        max_zoom=highest,
    )
