"""The files of releases: which there are and how far they are, and taking them away."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel
from starlette.responses import FileResponse

from kithmap.basics.errors import NotAllowedError, NotFoundError, NotSignedInError
from kithmap.layers.access import edition_for, published
from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.people.model import Account
from kithmap.release_package.api.desk import ReleaseFilesDesk, State
from kithmap.release_package.offers import Offered, offered
from kithmap.web.dependencies import ServicesDep

router = APIRouter(tags=["layers"])

FOR_EVER = "public, max-age=31536000, immutable"
"""Of the public edition: a version never changes."""

NOT_KEPT = "private, no-store"
"""Of the partners' edition: it is for whoever asked, and for no cache in between."""

FOR_EVERYBODY = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""What was published is for pages of other sites as well."""


class ReleaseFile(BaseModel):
    """A file that can be taken away.

    Attributes:
        name: under which it is saved.
        sort: what names its sort: ``geojson``, ``package``.
        title: what people call its sort.
        words: when to take it.
        part: which of the sort's files it is; empty where it is the only one.
        media_type: of its content.
        address: where it is found.
        state: none (it is made when somebody asks for it), waiting, making, ready or failed.
        fraction: of its making that is done, from 0 to 1.
        message: what went wrong; empty if nothing did.
        size: in bytes; null where it is not made yet.
    """

    name: str
    sort: str
    title: str
    words: str
    part: str
    media_type: str
    address: str
    state: State
    fraction: float
    message: str
    size: int | None


class ReleaseFileList(BaseModel):
    """The files of an edition.

    Attributes:
        edition: for whom.
        state: ready (all are there), making (some are waiting or being made), failed (some failed), none.
        fraction: of all of them that are there, from 0 to 1.
        files: in the order in which they are offered.
    """

    edition: Edition
    state: Literal["none", "making", "ready", "failed"]
    fraction: float
    files: list[ReleaseFile]


def release_files(request: Request) -> ReleaseFilesDesk:
    """Return what makes files of releases beside the running server."""
    desk = request.app.state.release_files
    assert isinstance(desk, ReleaseFilesDesk)
    return desk


DeskDep = Annotated[ReleaseFilesDesk, Depends(release_files)]
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
        _require_partner(await services.accounts.reader_of(request), found.header.area_id)
    return found, edition


Release = tuple[PublishedRelease, Edition]


@router.get("/api/layers/{slug}/versions/{version}/files")
async def list_files(
    release: Annotated[Release, Depends(release_for)], response: Response, desk: DeskDep
) -> ReleaseFileList:
    """Tell which files of a release can be taken away, and how far each is."""
    response.headers["Cache-Control"] = "no-store"
    return file_list(*release, desk)


@router.api_route(
    "/layers/{slug}/versions/{version}/files/{name}", methods=["GET", "HEAD"], response_class=Response
)
async def take_away(
    release: Annotated[Release, Depends(release_for)], name: str, request: Request, desk: DeskDep
) -> Response:
    """Send a file of a release; it is made first where it is not there yet. Parts of it can be asked for."""
    found, edition = release
    file = next((each for each in _offered(found, edition) if each.name == name), None)
    if file is None:
        raise NotFoundError(
            "This version has no such file. Please look at the list of its files on its page."
        )
    paths = await desk.get(found, edition, file.sort)
    path = next(each for each in paths if each.name == name)
    told = path.stat()
    public = edition is Edition.PUBLIC
    headers = {
        "Cache-Control": FOR_EVER if public else NOT_KEPT,
        "ETag": f'"{told.st_mtime_ns:x}-{told.st_size:x}"',
        **(FOR_EVERYBODY if public else {}),
    }
    if headers["ETag"] in _known(request):
        return Response(status_code=304, headers=headers)
    # Always to be saved and never to be shown: nothing in a file can run as a page of this site.
    return FileResponse(path, headers=headers, media_type=file.media_type, filename=name, stat_result=told)


def file_list(release: PublishedRelease, edition: Edition, desk: ReleaseFilesDesk) -> ReleaseFileList:
    """Return the files of an edition, for pages that show them."""
    files = [_file(release, edition, each, desk) for each in _offered(release, edition)]
    states = {each.state for each in files}
    if states == {"ready"}:
        state: Literal["none", "making", "ready", "failed"] = "ready"
    elif states & {"waiting", "making"}:
        state = "making"
    else:
        state = "failed" if "failed" in states else "none"
    done = sum(each.fraction for each in files) / len(files)
    return ReleaseFileList(edition=edition, state=state, fraction=round(done, 3), files=files)


def _offered(release: PublishedRelease, edition: Edition) -> list[Offered]:
    return offered(release.header, edition, tuple(release.editions[edition].counts))


def _file(release: PublishedRelease, edition: Edition, file: Offered, desk: ReleaseFilesDesk) -> ReleaseFile:
    progress = desk.progress(release, edition, file.sort)
    paths = desk.kept(release, edition, file.sort) or []
    size = next((path.stat().st_size for path in paths if path.name == file.name), None)
    header = release.header
    asked = "" if edition is Edition.PUBLIC else f"?edition={edition.value}"
    return ReleaseFile(
        name=file.name,
        sort=file.sort.key,
        title=file.sort.title,
        words=file.sort.words,
        part=file.part,
        media_type=file.media_type,
        address=f"/layers/{header.slug}/versions/{header.version}/files/{file.name}{asked}",
        state=progress.state,
        fraction=progress.fraction,
        message=progress.message,
        size=size,
    )


def _known(request: Request) -> list[str]:
    """Return the versions that whoever asks has already."""
    return [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]


def _require_partner(account: Account | None, area_id: str) -> None:
    if account is None:
        raise NotSignedInError(
            "This edition is for people with a role in the area. Please sign in, or take the public edition."
        )
    if edition_for(account, area_id) is not Edition.PARTNERS:
        raise NotAllowedError(
            "This edition is for people with a role in the area. The public edition is for everybody."
        )
