"""A page that polls is told who it is, as a socket's welcome tells."""

from collections.abc import AsyncIterator

import httpx
import pytest

from kithmap.basics.actors import Role
from kithmap.live.api import PERSON_HEADER, ROLE_HEADER
from kithmap.live.hub import Hub
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.writer import Writer
from tests.support.live_app import Door, live_app
from tests.support.notes import NoteRules, put, submit

pytestmark = pytest.mark.anyio


@pytest.fixture
async def web(log: MemoryLog, writer: Writer) -> AsyncIterator[httpx.AsyncClient]:
    hub = Hub(log, writer, NoteRules())
    transport = httpx.ASGITransport(live_app(hub, Door()))
    base = "http://kithmap.test/api/workshops/hall"
    async with httpx.AsyncClient(transport=transport, base_url=base, params={"person": "anna"}) as client:
        yield client
    await hub.close()


async def test_each_catch_up_says_as_what_the_person_is_seen(web: httpx.AsyncClient) -> None:
    assert (await web.get("/entries")).headers[ROLE_HEADER] == Role.PARTICIPANT.value


async def test_the_page_of_another_person_is_neither_told_nor_heard(
    web: httpx.AsyncClient, log: MemoryLog
) -> None:
    hers, theirs = {PERSON_HEADER: "anna"}, {PERSON_HEADER: "bashir"}
    body = submit(put(1)).model_dump(exclude={"type"})
    for refused in (
        await web.get("/entries", headers=theirs),
        await web.post("/operations", json=body, headers=theirs),
    ):
        assert refused.json()["code"] == "someone_else"
    assert log.last_number("hall") == 0
    assert (await web.post("/operations", json=body, headers=hers)).json()[0]["type"] == "entry"
