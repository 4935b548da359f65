"""Serves basemaps: what an area's basemap is, its tiles, and the whole map as one image."""

import gzip
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi import Path as PathPart

from kithmap.basemap.archive import Archive
from kithmap.basemap.catalogue import BasemapDescription, describe_basemap, find_archive
from kithmap.basemap.model import Theme
from kithmap.basemap.sheet import bare_tile
from kithmap.basics.errors import NotFoundError
from kithmap.web.dependencies import of_app

router = APIRouter(prefix="/basemaps", tags=["basemap"])

AreaId = Annotated[str, PathPart(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Version = Annotated[str, PathPart(pattern=r"^[0-9a-f]{6,40}$")]
Zoom = Annotated[int, PathPart(ge=0, le=22)]
TileNumber = Annotated[int, PathPart(ge=0, lt=2**22)]

FOR_EVER = "public, max-age=31536000, immutable"
NOT_KEPT = "no-cache"
NONE_YET = "This area has no basemap yet. The map works without one; build it on the area's page."

_SAFE = {
    "X-Content-Type-Options": "nosniff",
    # A tile that someone opens by itself is a document: nothing in it may run or load.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Vary": "Accept-Encoding",
}


Folder = Annotated[Path, Depends(of_app("basemap_folder", Path))]
"""The folder in which the areas' archives lie."""


@router.get("/{area_id}.json")
def describe(area_id: AreaId, folder: Folder) -> BasemapDescription:
    """Say where an area's tiles are and what they cover."""
    found = describe_basemap(folder, area_id)
    if found is None:
        raise NotFoundError(NONE_YET)
    return found


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
        raise NotFoundError(NONE_YET)
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
