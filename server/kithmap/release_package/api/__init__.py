"""The files of releases: which there are and how far they are, and taking them away."""

import asyncio
import os
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.responses import FileResponse

from kithmap.basics.errors import NotFoundError
from kithmap.layers.access import published, require_partner
from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.release_package.api.desk import ReleaseFilesDesk
from kithmap.release_package.listing import file_list, files_of
from kithmap.release_package.model import ReleaseFileList
from kithmap.release_package.offers import REPORT
from kithmap.web.dependencies import ServicesDep, of_app, reader_of

router = APIRouter(tags=["layers"])

FOR_EVER = "public, max-age=31536000, immutable"
"""Of the public edition: a version never changes."""

NOT_KEPT = "private, no-store"
"""Of the partners' edition: it is for whoever asked, and for no cache in between."""

FOR_EVERYBODY = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""What was published is for pages of other sites as well."""


SHOWN_ALONE = (
    "sandbox allow-scripts allow-popups; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; frame-ancestors 'none'"
)
"""For a report that is shown: it fetches nothing, and what runs in it is no page of this site and reads no cookie. Which of its own
scripts may run stands in the file itself."""


DeskDep = Annotated[ReleaseFilesDesk, Depends(of_app("release_files", ReleaseFilesDesk))]
"""What makes files of releases beside the running server."""
Wanted = Annotated[Edition, Query(description="for whom: public or partners")]


async def release_for(
    slug: str, version: str, request: Request, services: ServicesDep, edition: Wanted = Edition.PUBLIC
) -> "Release":
    """Return a release in an edition that whoever asks may read.

    Raises:
        NotFoundError: if there is no such release.
        NotSignedInError: if it is for those with a role in the area, and nobody is known to be asking.
        NotAllowedError: if they have none.
    """
    found = await services.read(published, slug, version)
    if edition is Edition.PARTNERS:
        require_partner(await reader_of(request, services), found.header.area_id)
    return found, edition


Release = tuple[PublishedRelease, Edition]


@router.get("/api/layers/{slug}/versions/{version}/files")
async def list_files(
    release: Annotated[Release, Depends(release_for)], response: Response, desk: DeskDep
) -> ReleaseFileList:
    """Tell which files of a release can be taken away, and how far each is."""
    response.headers["Cache-Control"] = "no-store"
    # It looks at the disk for each.
    return await asyncio.to_thread(file_list, *release, desk)


@router.head("/layers/{slug}/versions/{version}/files/{name}", include_in_schema=False)
@router.get("/layers/{slug}/versions/{version}/files/{name}", response_class=Response)
async def take_away(
    release: Annotated[Release, Depends(release_for)], name: str, request: Request, desk: DeskDep
) -> Response:
    """Send a file of a release; it is made first where it is not there yet. Parts of it can be asked for."""
    found, edition = release
    file = next((each for each in files_of(found, edition) if each.name == name), None)
    if file is None:
        raise NotFoundError(
            "This version has no such file. Please look at the list of its files on its page."
        )
    paths = await desk.get(found, edition, file.sort)
    path = next(each for each in paths if each.name == name)
    told = path.stat()
    headers = _headers(edition, told)
    if headers["ETag"] in _known(request):
        return Response(status_code=304, headers=headers)
    # Always to be saved and never to be shown: nothing in a file can run as a page of this site.
    return FileResponse(path, headers=headers, media_type=file.media_type, filename=name, stat_result=told)


@router.get("/layers/{slug}/versions/{version}/report.html", response_class=Response)
async def show_report(
    release: Annotated[Release, Depends(release_for)], request: Request, desk: DeskDep
) -> Response:
    """Show a release's report: the same file as among the others, to be read here."""
    found, edition = release
    (path,) = await desk.get(found, edition, REPORT)
    headers = {**_headers(edition, path.stat()), "Content-Security-Policy": SHOWN_ALONE}
    if headers["ETag"] in _known(request):
        return Response(status_code=304, headers=headers)
    return FileResponse(path, headers=headers, media_type="text/html; charset=utf-8")


def _headers(edition: Edition, told: os.stat_result) -> dict[str, str]:
    public = edition is Edition.PUBLIC
    return {
        "Cache-Control": FOR_EVER if public else NOT_KEPT,
        "ETag": f'"{told.st_mtime_ns:x}-{told.st_size:x}"',
        **(FOR_EVERYBODY if public else {}),
    }


def _known(request: Request) -> list[str]:
    """Return the versions that whoever asks has already."""
    return [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
