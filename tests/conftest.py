"""What every test can ask for, and what counts where nothing may be skipped."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.support.chromium import find_chromium
from tests.support.needs import BESIDE_THE_CHECKOUT, missing, outcome_of_a_skip
from tests.support.postgresql import PostgreSQLMissingError, PostgreSQLServer, find_programs, running_server

if TYPE_CHECKING:
    from tests.support.installation import Installation

# Deadlines measure the neighbours on a busy machine; the benchmarks measure us.
settings.register_profile("kithmap", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kithmap")

HEAVY = ("processes", "browser", "postgresql")
"""Marks of tests that share a heavy thing or load the machine: one worker runs them all, one after another."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep heavy tests on one worker, so that they neither start twice nor disturb each other."""
    for item in items:
        if any(item.get_closest_marker(mark) for mark in HEAVY):
            item.add_marker(pytest.mark.xdist_group("heavy"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count a skipped test as a failure where nothing may be skipped."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _judge_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Count a skipped module as a failure where nothing may be skipped."""
    report = yield
    _judge_skip(report)
    return report


def _judge_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.outcome != "skipped":
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    outcome, words = outcome_of_a_skip(reason.removeprefix("Skipped: "))
    if outcome == "failed":
        report.outcome = "failed"
        report.longrepr = words


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser's program."""
    path = find_chromium()
    if path is None:
        missing("No Chromium was found", "Install one, or name it in KITHMAP_TEST_CHROMIUM.")
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgreSQLServer]:
    """A PostgreSQL of the tests' own: the one that `KITHMAP_TEST_POSTGRESQL` names, else a private one."""
    named = os.environ.get("KITHMAP_TEST_POSTGRESQL")
    if named:
        yield PostgreSQLServer(named.replace("postgresql+psycopg://", "postgresql://"))
        return
    try:
        with running_server(find_programs()) as server:
            yield server
    except PostgreSQLMissingError as error:
        missing(str(error), "Install PostgreSQL, or name a server in KITHMAP_TEST_POSTGRESQL.")


@pytest.fixture
def postgresql(postgresql_server: PostgreSQLServer) -> Iterator[str]:
    """The address, for SQLAlchemy, of an empty PostgreSQL database that lives as long as the test."""
    with postgresql_server.database() as address:
        yield address


@pytest.fixture(scope="session")
def rutland() -> str:
    """The path of a real county's map: OpenStreetMap, 2018, under the ODbL; the project does not carry it."""
    path = BESIDE_THE_CHECKOUT / "rutland.osm.pbf"
    if not path.is_file():
        missing("The map of Rutland is not here", f"Lay an extract of OpenStreetMap at {path}.")
    return str(path)


@pytest.fixture(scope="session")
def migrated_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file whose tables are up to date: copying it takes a hundredth of the time of making one."""
    from kithmap.storage.engine import open_database  # noqa: PLC0415 - tests of rules need no database
    from kithmap.storage.migrate import migrate  # noqa: PLC0415

    path = tmp_path_factory.mktemp("migrated") / "kithmap.sqlite"
    database = open_database(f"sqlite:///{path.as_posix()}")
    migrate(database)
    database.close()
    return path


@pytest.fixture
def installation(tmp_path: Path, migrated_database: Path) -> Iterator["Installation"]:
    """A whole application in a folder of the test's own."""
    from tests.support.installation import installed  # noqa: PLC0415 - see above

    with installed(tmp_path / "data", migrated_database) as running:
        yield running
