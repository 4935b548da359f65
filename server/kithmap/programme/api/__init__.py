"""What an area page's script asks for: how far the building of its basemap is."""

from typing import Annotated

from fastapi import APIRouter, Depends

from kithmap.people.access import require_account
from kithmap.programme.access import readable_area
from kithmap.programme.api.basemap_jobs import BasemapBuilder, BasemapJob
from kithmap.web.dependencies import AccountDep, ServicesDep, of_app

router = APIRouter(prefix="/api/areas", tags=["programme"])


BuilderDep = Annotated[BasemapBuilder, Depends(of_app("basemaps", BasemapBuilder))]
"""What builds basemaps beside the running server."""


@router.get("/{area_id}/basemap")
async def basemap_job(
    area_id: str, services: ServicesDep, account: AccountDep, builder: BuilderDep
) -> BasemapJob:
    """Say how far an area's basemap is."""
    await services.read(readable_area, require_account(account), area_id)
    return builder.job(area_id)
