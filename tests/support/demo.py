"""The demonstration's stories, told to an installation in a folder."""

from pathlib import Path

from fastapi import FastAPI

from kithmap.app import create_app
from kithmap.demo.seed import StoryClock, seed
from kithmap.settings import Settings, StorageSettings
from kithmap.workshop.joining import Listed
from tests.support.installation import START, AnyAssets


async def tell(made: Path) -> Listed:
    """Tell them; return the open workshop."""
    clock = StoryClock(START)
    app: FastAPI = create_app(
        Settings(storage=StorageSettings(data_folder=made)), clock=clock, assets=AnyAssets()
    )
    async with app.router.lifespan_context(app):
        found = await seed(app.state.services, clock, made, print)
    assert clock.now == START
    return found
