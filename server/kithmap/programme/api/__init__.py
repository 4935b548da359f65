"""What an area page's script asks for: how far the building of its basemap is."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request

from kithmap.people.access import require_account
from kithmap.programme.access import readable_area
from kithmap.programme.api.basemap_jobs import BasemapBuilder, BasemapJob
from kithmap.web.dependencies import AccountDep, ServicesDep

router = APIRouter(prefix="/api/areas", tags=["programme"])


def basemap_builder(request: Request) -> BasemapBuilder:
    """Return what builds basemaps beside the running server."""
    builder = request.app.state.basemaps
    assert isinstance(builder, BasemapBuilder)
    return builder


BuilderDep = Annotated[BasemapBuilder, Depends(basemap_builder)]


@router.get("/{area_id}/basemap")
async def basemap_job(
    area_id: str, services: ServicesDep, account: AccountDep, builder: BuilderDep
) -> BasemapJob:
    """Say how far an area's basemap is."""
    await services.read(readable_area, require_account(account), area_id)
    return builder.job(area_id)
