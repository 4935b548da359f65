"""Serves basemaps: what an area's basemap is, its tiles, and the whole map as one image."""

import gzip
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi import Path as PathPart
from pydantic import BaseModel

from kithmap.basemap.archive import Archive
from kithmap.basemap.catalogue import find_archive
from kithmap.basemap.model import TILE_PIXELS, Theme
from kithmap.basemap.tiles import bare_tile
from kithmap.basics.errors import NotFoundError

router = APIRouter(prefix="/basemaps", tags=["basemap"])

AreaId = Annotated[str, PathPart(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Version = Annotated[str, PathPart(pattern=r"^[0-9a-f]{6,40}$")]
Zoom = Annotated[int, PathPart(ge=0, le=22)]
TileNumber = Annotated[int, PathPart(ge=0, lt=2**22)]

FOR_EVER = "public, max-age=31536000, immutable"
NOT_KEPT = "no-cache"

_SAFE = {
    "X-Content-Type-Options": "nosniff",
    # A tile that someone opens by itself is a document: nothing in it may run or load.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Vary": "Accept-Encoding",
}


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


def basemap_folder(request: Request) -> Path:
    """Return the folder in which the areas' archives lie."""
    folder: Path = request.app.state.basemap_folder
    return folder


Folder = Annotated[Path, Depends(basemap_folder)]


@router.get("/{area_id}.json")
def describe(area_id: AreaId, folder: Folder) -> BasemapDescription:
    """Say where an area's tiles are and what they cover."""
    archive = _archive(folder, area_id)
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


@router.get("/{area_id}/{version}/{theme}/whole.svg", response_class=Response)
def whole(area_id: AreaId, version: Version, theme: Theme, folder: Folder, request: Request) -> Response:
    """Send the whole map as one SVG image."""
    archive = _archive(folder, area_id)
    return _image(request, archive, version, f"{theme}-whole", lambda: archive.whole(theme))


@router.get("/{area_id}/{version}/{theme}/{z}/{x}/{y}.svg", response_class=Response)
def tile(
    area_id: AreaId,
    version: Version,
    theme: Theme,
    z: Zoom,
    x: TileNumber,
    y: TileNumber,
    folder: Folder,
    request: Request,
) -> Response:
    """Send one tile as an SVG image; bare ground where nothing is drawn."""
    archive = _archive(folder, area_id)
    return _image(
        request, archive, version, f"{theme}-{z}-{x}-{y}", lambda: archive.tile(z, x, y, theme) or bare(theme)
    )


def _archive(folder: Path, area_id: str) -> Archive:
    archive = find_archive(folder, area_id)
    if archive is None:
        raise NotFoundError(
            "This area has no basemap yet. The map works without one; build it on the area's page."
        )
    return archive


@cache
def bare(theme: Theme) -> bytes:
    """Return the gzipped tile of bare ground."""
    return gzip.compress(bare_tile(theme).encode(), mtime=0)


def _image(
    request: Request, archive: Archive, version: str, name: str, read: Callable[[], bytes]
) -> Response:
    """Answer with a drawing. A page that still asks for an older version gets today's, and is told not to keep it."""
    tag = f'"{archive.version}-{name}"'
    headers = {**_SAFE, "ETag": tag, "Cache-Control": FOR_EVER if version == archive.version else NOT_KEPT}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    packed = read()
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(packed), media_type="image/svg+xml", headers=headers)
    return Response(packed, media_type="image/svg+xml", headers={**headers, "Content-Encoding": "gzip"})
