"""Which areas have a basemap: archives found in their folder, opened once for each build."""

from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel

from kithmap.basemap.archive import Archive, archive_path
from kithmap.basemap.model import TILE_PIXELS, Theme

OPEN_ARCHIVES = 32
"""Archives remembered with their finished tiles. More areas than this are seldom looked at in one hour."""


class WholeImage(BaseModel):
    """The whole map as one image: its addresses by theme, and its size in pixels (at most 4096 either way)."""

    light: str
    dark: str
    width: int
    height: int


class BasemapDescription(BaseModel):
    """What a page needs to show a basemap.

    `bounds` are west, south, east, north in degrees. `tiles` holds an address by theme with places for z, x and y; z runs
    from `min_zoom` to `max_zoom`. A tile is `tile_size` pixels wide, so its z is the map's zoom plus `zoom_offset`.
    """

    area: str
    version: str
    bounds: tuple[float, float, float, float]
    min_zoom: int
    max_zoom: int
    tile_size: int
    zoom_offset: int
    attribution: str
    built_at: str
    tiles: dict[Theme, str]
    whole: WholeImage


def has_basemap(folder: Path, area_id: str) -> bool:
    """Tell whether an area has a basemap, without opening it."""
    return archive_path(folder, area_id).is_file()


def find_archive(folder: Path, area_id: str) -> Archive | None:
    """Return an area's archive as it is on disk now, or None when it has none.

    Raises `BasemapError` when the archive is damaged.
    """
    path = archive_path(folder, area_id)
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return _opened(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=OPEN_ARCHIVES)
def _opened(path: Path, _changed: int, _size: int) -> Archive:
    """Open an archive; time of change and size make a rebuilt one another entry."""
    return Archive(path)


def describe_basemap(folder: Path, area_id: str) -> BasemapDescription | None:
    """Say where an area's tiles are and what they cover; None when it has no basemap.

    Raises `BasemapError` when the archive is damaged.
    """
    archive = find_archive(folder, area_id)
    if archive is None:
        return None
    about, base = archive.metadata, f"/basemaps/{area_id}/{archive.version}"
    west, south, east, north = about.bounds.as_list()
    width, height = archive.whole_size
    return BasemapDescription(
        area=about.area,
        version=archive.version,
        bounds=(west, south, east, north),
        min_zoom=about.min_zoom,
        max_zoom=about.max_zoom,
        tile_size=TILE_PIXELS,
        zoom_offset=-1,
        attribution=about.attribution,
        built_at=about.built_at.isoformat(),
        tiles={theme: f"{base}/{theme}/{{z}}/{{x}}/{{y}}.svg" for theme in Theme},
        whole=WholeImage(
            light=f"{base}/{Theme.LIGHT}/whole.svg",
            dark=f"{base}/{Theme.DARK}/whole.svg",
            width=width,
            height=height,
        ),
    )
