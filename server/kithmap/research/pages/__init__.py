"""Pages for researchers: the catalogue, each release, and areas side by side."""

from fastapi import APIRouter

from kithmap.research.pages import catalogue, comparing, places, releases

router = APIRouter(include_in_schema=False)
# Addresses of one page each come before those that any series may have.
for part in (catalogue.router, comparing.router, places.router, releases.newest, releases.router):
    router.include_router(part)
