"""The shared map for taking away."""

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotAllowedError
from kithmap.basics.records import View
from kithmap.shared_map.exports import Reader, geojson
from kithmap.sync.audience import Viewer
from kithmap.web.dependencies import RoomsDep, ServicesDep
from kithmap.workshop.model import RECORD

router = APIRouter(prefix="/api/workshops/{workshop}", tags=["map"])

GEOJSON = "application/geo+json"
"""RFC 7946, section 12."""

LONGEST_NAME = 60


async def _viewer(request: Request, workshop: str, services: ServicesDep) -> Viewer:
    return await services.workshops.viewer_for(request, workshop)


@router.get("/export.geojson", response_class=Response, responses={200: {"content": {GEOJSON: {}}}})
async def export_geojson(
    workshop: str, viewer: Annotated[Viewer, Depends(_viewer)], rooms: RoomsDep
) -> Response:
    """Give the map as GeoJSON: what the reader may see, as exactly as they may know it, and nobody's name."""
    if viewer.role is Role.PROJECTOR:
        raise NotAllowedError(
            "The projector only shows the map. Please download it from the facilitator's page."
        )
    content = await rooms.read(workshop)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(content)}"',
        "Cache-Control": "no-store",
    }
    return Response(geojson(content, Reader(viewer.role, viewer.person)), media_type=GEOJSON, headers=headers)


def file_name(view: View) -> str:
    """Return a file's name that any system takes, from the workshop's title."""
    workshop = view.get(RECORD)
    title = "" if workshop is None else str(workshop.fields["title"])
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:LONGEST_NAME].rstrip("-")
    return f"{plain or 'map'}.geojson"
