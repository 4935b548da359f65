"""What the journeys share: one browser, one server with a small area, and a hall for each journey."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kithmap.web.assets import built_folder
from tests.support.desk import Desk
from tests.support.needs import missing
from tests.support.room.hall import Hall
from tests.support.room.stage import Stage
from tests.support.running_kithmap import RunningKithmap

PICTURES = Path(__file__).parents[2] / "screenshots" / "journeys"
"""Where a journey that failed leaves what everyone saw."""

WITH_GALLERY = {"KITHMAP_COMPONENT_GALLERY": "1"}


@pytest.fixture(scope="session")
def stage(chromium_path: str) -> Iterator[Stage]:
    """The browser, and the thread that drives it."""
    with Stage(chromium_path) as stage:
        yield stage


@pytest.fixture(scope="session")
def built_pages() -> None:
    """The pages' scripts, as `make` builds them."""
    if not (built_folder() / "manifest.json").is_file():
        missing("The pages are not built", "Run: python scripts/front_end.py build")


@pytest.fixture(scope="session")
def desk(built_pages: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A running server with a programme of one small area."""
    kithmap = RunningKithmap(tmp_path_factory.mktemp("kithmap"), environment=WITH_GALLERY)
    with kithmap, Desk(kithmap) as desk:
        desk.prepare()
        yield desk


@pytest.fixture
def hall(stage: Stage, desk: Desk) -> Iterator[Hall]:
    """A hall for one journey. Nothing may go wrong behind its screens."""
    hall = Hall(stage.browser, desk)
    yield hall
    faults = stage.run(hall.faults)
    stage.run(hall.leave)
    assert faults == []


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a journey in the browser's thread; where it fails, keep what everyone saw."""
    stage = pyfuncitem.funcargs.get("stage")
    if not isinstance(stage, Stage):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    try:
        stage.run(pyfuncitem.obj, **arguments)
    except BaseException as failure:
        hall = pyfuncitem.funcargs.get("hall")
        if isinstance(hall, Hall):
            pictures = stage.run(hall.take_pictures, PICTURES / pyfuncitem.name)
            failure.add_note(f"What everyone saw: {', '.join(map(str, pictures))}")
            failure.add_note("\n".join(stage.run(hall.faults)))
        raise
    return True
