"""Pages on which areas come to common terms."""

from fastapi import APIRouter

from kithmap.common_glossary.pages import desk, groups, proposing, public

router = APIRouter(include_in_schema=False)
for part in (public, desk, proposing, groups):
    router.include_router(part.router)
