"""Pages for bringing existing places into a workshop: looked at first, and taken by a person. They work without a script."""

from fastapi import APIRouter

from kithmap.bringing_in.pages import choosing, looking, taking

router = APIRouter(include_in_schema=False)
for part in (choosing, looking, taking):
    router.include_router(part.router)
