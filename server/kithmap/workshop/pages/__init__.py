"""Pages of a workshop: coming in, the room's three screens, its people, making one."""

from fastapi import APIRouter

from kithmap.workshop.pages import balance, coming_in, making, me, participants, screens

router = APIRouter(include_in_schema=False)
for part in (coming_in, screens, me, participants, balance, making):
    router.include_router(part.router)
