from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.clock import system_clock
from kithmap.layers.model import Edition, ReleaseEdition
from kithmap.ogc_features.model import DEFAULT_LIMIT
from kithmap.people import actions as people
from kithmap.people import store as people_store
from kithmap.people.model import Account
from kithmap.programme import actions as programmes
from kithmap.programme.boundary import check_boundary
from kithmap.storage.database import Database
from kithmap.storage.engine import open_database
from tests.support.installation import SQUARE, START, Installation
from tests.support.ogc import FIRST, SECOND, begin_series, publish
from tests.support.running_kithmap import RunningKithmap


@pytest.fixture
def published(installation: Installation) -> Installation:
    """An installation that has published two versions of the layers of its area."""
    area, programme = installation.area, installation.programme
    installation.do(begin_series, area.id, programme.id)
    installation.do(publish, area.id, FIRST, 20)
    installation.do(publish, area.id, SECOND, 30)
    return installation


@dataclass(frozen=True)
class Server:
    """A server in a process of its own.

    Attributes:
        address: of the landing page.
        editions: of the newest release.
        token: by which a researcher of the area reads.
    """

    address: str
    editions: dict[Edition, ReleaseEdition]
    token: str


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real server with a release of some thousand places: enough for more than one page."""
    with RunningKithmap(tmp_path_factory.mktemp("ogc")) as running:
        database = open_database(f"sqlite:///{(running.data_folder / 'kithmap.sqlite').as_posix()}")
        try:
            editions, token = _filled(database)
        finally:
            database.close()
        yield Server(f"http://127.0.0.1:{running.port}/ogc", editions, token)


def _filled(database: Database) -> tuple[dict[Edition, ReleaseEdition], str]:
    with database.session() as session:
        programme = programmes.add_programme(session, "Seven places", START)
        area = programmes.add_area(session, programme.id, "Oakham", check_boundary(SQUARE).geometry, START)
        begin_series(session, area.id, programme.id)
        publish(session, area.id, FIRST, 20)
        editions = publish(session, area.id, SECOND, DEFAULT_LIMIT + 500)
        rex = Account("rex", "Rex", roles={area.id: Role.RESEARCHER})
        people_store.add_account(session, rex, "rex", None, START)
        return editions, _token(session, rex)


def _token(session: Session, rex: Account) -> str:
    now = system_clock()
    return people.make_read_token(session, rex, "GDAL", (now + timedelta(days=1)).date(), now)[1]
