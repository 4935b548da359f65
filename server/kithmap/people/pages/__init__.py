"""Pages about accounts."""

from fastapi import APIRouter

from kithmap.people.pages import coming_in, everyone, tokens

router = APIRouter(include_in_schema=False)
router.include_router(coming_in.router)
router.include_router(everyone.router)
router.include_router(tokens.router)
