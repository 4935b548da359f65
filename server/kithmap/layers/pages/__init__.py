"""The desk at which layers are made: for those who have a role in the area."""

from fastapi import APIRouter

from kithmap.layers.pages import drafts, waves

router = APIRouter(include_in_schema=False)
for part in (waves, drafts):
    router.include_router(part.router)
