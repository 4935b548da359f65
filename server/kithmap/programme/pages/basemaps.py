"""Building an area's basemap from a browser: by a file, or fetched from OpenStreetMap."""

from fastapi import APIRouter, Request, Response, UploadFile
from fastapi.responses import JSONResponse, RedirectResponse

from kithmap.basics.errors import BadInputError, KithmapError
from kithmap.people.access import require_account
from kithmap.programme.access import runnable_area
from kithmap.programme.api import BuilderDep
from kithmap.programme.api.basemap_jobs import BasemapBuilder
from kithmap.programme.pages.areas import show_problem
from kithmap.web.dependencies import AccountDep, ServicesDep
from kithmap.web.errors import wants_page

router = APIRouter(include_in_schema=False, prefix="/areas/{area_id}/basemap")


@router.post("")
async def upload(
    area_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    builder: BuilderDep,
    file: UploadFile | None = None,
) -> Response:
    """Begin to build from a file. A script gets the job as JSON, a plain form the area's page."""
    account = require_account(account)
    area = await services.read(runnable_area, account, area_id)
    try:
        if file is None or not file.filename:
            raise BadInputError("Please choose an OpenStreetMap file first.")
        await builder.build_from_upload(area, file.filename, file.file)
    except KithmapError as error:
        if not wants_page(request):
            raise
        return await show_problem(request, services, account, area_id, builder, error)
    return _begun(request, area_id, builder)


@router.post("/fetch")
async def fetch(
    area_id: str, request: Request, services: ServicesDep, account: AccountDep, builder: BuilderDep
) -> Response:
    """Begin to fetch from OpenStreetMap and build."""
    account = require_account(account)
    area = await services.read(runnable_area, account, area_id)
    try:
        await builder.build_from_overpass(area)
    except KithmapError as error:
        if not wants_page(request):
            raise
        return await show_problem(request, services, account, area_id, builder, error)
    return _begun(request, area_id, builder)


def _begun(request: Request, area_id: str, builder: BasemapBuilder) -> Response:
    if wants_page(request):
        return RedirectResponse(f"/areas/{area_id}#basemap", 303)
    return JSONResponse(builder.job(area_id).model_dump(mode="json"), 202)
