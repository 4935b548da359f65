"""Pages of programmes and areas."""

from fastapi import APIRouter

from kithmap.programme.pages import areas, basemaps, privacy, programmes

router = APIRouter(include_in_schema=False)
for part in (programmes, areas, privacy, basemaps):
    router.include_router(part.router)
