from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from kithmap.storage.database import Database
from tests.layers.stored import with_area
from tests.support.databases import sqlite_url

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database of either kind with an area, two waves and a series."""
    url = sqlite_url(tmp_path) if request.param == "sqlite" else str(request.getfixturevalue("postgresql"))
    with with_area(url) as database:
        yield database


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A transaction in it."""
    with database.session() as session:
        yield session
