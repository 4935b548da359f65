"""Whether the server is well: for whoever watches it."""

import asyncio

from fastapi import APIRouter
from pydantic import BaseModel

from kithmap import __version__
from kithmap.storage.database import Database
from kithmap.web.dependencies import DatabaseDep

router = APIRouter()


class Health(BaseModel):
    """That the server answers and reaches its database."""

    status: str
    version: str


@router.get("/health", tags=["server"])
async def health(database: DatabaseDep) -> Health:
    """Tell that the server answers; 503 if its database does not."""
    await asyncio.to_thread(_reach, database)
    return Health(status="ok", version=__version__)


def _reach(database: Database) -> None:
    with database.connection() as connection:
        connection.exec_driver_sql("SELECT 1")
