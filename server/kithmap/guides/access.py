"""How routes come to the guides: as they are on disk at this moment."""

import asyncio
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from kithmap.guides.catalogue import GuideCatalogue, Shelf


async def shelf_of(request: Request) -> Shelf:
    """Return the guides that there are now."""
    catalogue = request.app.state.guides
    assert isinstance(catalogue, GuideCatalogue)
    return await asyncio.to_thread(catalogue.read)


ShelfDep = Annotated[Shelf, Depends(shelf_of)]
