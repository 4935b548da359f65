import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kithmap.layer_formats.geopackage.whole import write_geopackage
from tests.support.layers import RELEASE


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A GeoPackage, made once."""
    path = tmp_path_factory.mktemp("geopackage") / "oakham.gpkg"
    write_geopackage(RELEASE, path, british=False, progress=lambda _: None)
    return path


@pytest.fixture
def file(written: Path) -> Iterator[sqlite3.Connection]:
    """The same as a database."""
    with closing(sqlite3.connect(written)) as opened:
        yield opened
