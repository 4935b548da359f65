"""A whole application on SQLite in a test's folder, with people in every role and a clock that the test moves."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from fastapi import FastAPI
from sqlmodel import Session
from starlette.testclient import TestClient

from kithmap.app import create_app
from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.people import actions as people
from kithmap.people import store as people_store
from kithmap.people.model import Account
from kithmap.programme import actions as programmes
from kithmap.programme.boundary import check_boundary
from kithmap.programme.model import Area, Programme
from kithmap.settings import BasemapSettings, ServerSettings, Settings, StorageSettings
from kithmap.sync.audience import Viewer
from kithmap.sync.protocol import RefusedMessage, Submit, SubmittedOperation
from kithmap.web.assets import Assets
from kithmap.web.dependencies import Services
from kithmap.workshop.actions import require_workshop
from kithmap.workshop.joining import Listed

T = TypeVar("T")

START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[-0.74, 52.66], [-0.71, 52.66], [-0.71, 52.68], [-0.74, 52.68], [-0.74, 52.66]]],
}

HOSTILE = "<script>alert(1)</script> & \"'></title>{{ 7*7 }}"
"""Would run, close something, or be computed if it were not written as text."""


class AnyAssets:
    """Stands in for the built front end: has a script and a style for every page."""

    def entry(self, name: str) -> Assets:
        script = f"/static/built/{name}.js" if name != "base/base" else None
        return Assets(script, ("/static/built/base.css",), (), ())


class Clock:
    """The time that the test says it is."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time


class Installation:
    """The application with one programme, one area, and whoever a test asks for."""

    def __init__(
        self, folder: Path, clock: Clock, *, public_address: str = "", database: str | None = None
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.app: FastAPI = create_app(
            Settings(
                storage=StorageSettings.model_validate({"data_folder": folder, "database_url": database}),
                server=ServerSettings(public_address=public_address),
                basemap=BasemapSettings(overpass_server="", most_upload_megabytes=2),
            ),
            clock=clock,
            assets=AnyAssets(),
        )
        self.services: Services = self.app.state.services
        self.main = TestClient(self.app)
        self.programme: Programme
        self.area: Area
        self.admin: Account

    @contextmanager
    def running(self) -> Iterator["Installation"]:
        with self.main:
            self.admin = self.do(self._first_admin)
            self.programme = self.do(programmes.add_programme, "Seven places", self.clock())
            self.area = self.new_area("Oakham")
            yield self

    def _first_admin(self, session: Session) -> Account:
        people.first_link(session, self.clock())
        return people_store.accounts(session)[0]

    def do(self, work: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Run one transaction."""
        with self.services.database.session() as session:
            return work(session, *args, **kwargs)

    def new_area(self, name: str) -> Area:
        boundary = check_boundary(SQUARE).geometry
        return self.do(programmes.add_area, self.programme.id, name, boundary, self.clock())

    # Browsers.

    def browser(
        self, *, page: bool = True, base_url: str = "http://testserver", address: str = "10.0.0.1"
    ) -> TestClient:
        """Return a browser without cookies; with ``page=False`` a program that asks for JSON."""
        client = TestClient(
            self.app,
            follow_redirects=False,
            base_url=base_url,
            client=(address, 50_000),
            raise_server_exceptions=False,
        )
        client.portal = self.main.portal
        client.headers["accept"] = "text/html" if page else "application/json"
        return client

    def signed_in(self, account: Account, **how: Any) -> TestClient:
        """Return a browser in which an account is signed in."""
        client = self.browser(**how)
        token = self.do(people.make_link, account.id, self.clock())
        assert client.post(f"/sign-in/{token}").status_code == 303
        return client

    def colleague(self, role: Role, area: Area | None = None, name: str = "") -> Account:
        """Return a new account with a role in an area."""
        where = (area or self.area).id
        _, token = self.do(
            people.invite, self.admin, role, [] if role is Role.ADMIN else [where], "", self.clock()
        )
        called = name or f"{role.value} {new_id()}"
        self.do(people.accept_invitation, token, people.NewAccount(called, None), self.clock())
        return next(each for each in self.do(people_store.accounts) if each.name == called)

    def as_admin(self, **how: Any) -> TestClient:
        return self.signed_in(self.admin, **how)

    # Workshops.

    def new_workshop(
        self, *, title: str = "First", placing: str = "open", area: Area | None = None
    ) -> Listed:
        """Return a workshop that an admin made by the page."""
        client = self.as_admin()
        answer = client.post(
            f"/areas/{(area or self.area).id}/workshops", data={"title": title, "placing": placing}
        )
        assert answer.status_code == 303, answer.text
        return self.listed(answer.headers["location"].rpartition("/")[2])

    def listed(self, workshop_id: str) -> Listed:
        return self.do(require_workshop, workshop_id)

    def ask(self, workshop: Listed, kind: str, **payload: Any) -> None:
        """Submit an operation as the admin, as the console would."""
        viewer = Viewer(self.admin.id, Role.ADMIN)
        operation = SubmittedOperation(id=new_id(), kind=kind, payload=payload)
        submit = Submit(type="submit", operations=[operation])
        assert self.main.portal is not None
        (answer,) = self.main.portal.call(self.services.rooms.ask, workshop.id, viewer, submit)
        assert not isinstance(answer, RefusedMessage), answer

    def ticket(self, workshop: Listed, client: TestClient) -> str:
        """Return where the code leads."""
        answer = client.post("/join", data={"code": workshop.code})
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    def joined(self, workshop: Listed, name: str = "", **how: Any) -> TestClient:
        """Return a phone that has joined."""
        client = self.browser(**how)
        answer = client.post(
            self.ticket(workshop, client), data={"take_part": "true", "keep": "true", "name": name}
        )
        assert answer.status_code == 303, answer.text
        return client


def page_context(text: str) -> dict[str, Any]:
    """Return the facts that a live page carries for its script."""
    found = re.search(r'<script type="application/json" id="page-context">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    context: dict[str, Any] = json.loads(found[1])
    return context


@contextmanager
def installed(folder: Path, database: Path, **how: Any) -> Iterator[Installation]:
    """Open an installation in a folder, beginning with a copy of a database that has its tables."""
    folder.mkdir()
    shutil.copy(database, folder / "kithmap.sqlite")
    with Installation(folder, Clock(), **how).running() as running:
        yield running
