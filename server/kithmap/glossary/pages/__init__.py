"""Pages of glossaries: to read what was published, and to bring in what others wrote."""

from fastapi import APIRouter

from kithmap.glossary.pages import bringing_in, drafts, reading, versions

router = APIRouter(include_in_schema=False)
for part in (versions, reading, bringing_in, drafts):
    router.include_router(part.router)
