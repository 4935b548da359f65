"""The whole town, made once, and once more when it is written: so one fixture is a check of the other."""

from pathlib import Path

import pytest

from kithmap.demo.town.build import make_town
from kithmap.demo.town.elements import Town
from kithmap.demo.town_file import write_town


@pytest.fixture(scope="session")
def town() -> Town:
    return make_town()


@pytest.fixture(scope="session")
def town_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("town") / "tarrowby.osm.pbf"
    write_town(path)
    return path
