"""The same room over plain HTTP."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from typing import Any

import httpx
import orjson
import pytest

from kithmap.basics.actors import Role
from kithmap.live.api import MOST_BYTES
from kithmap.live.hub import Hub
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.writer import Writer
from kithmap.sync.audience import Viewer
from kithmap.sync.protocol import Submit
from tests.support.live_app import Door, live_app
from tests.support.notes import NoteRules, made_id, on, put, submit
from tests.support.phones import HandPhone

pytestmark = pytest.mark.anyio
ANNA = {"person": "anna"}
Json = dict[str, Any]


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
async def hub(log: MemoryLog, writer: Writer) -> AsyncIterator[Hub]:
    hub = Hub(log, writer, NoteRules())
    yield hub
    await hub.close()


@pytest.fixture
async def web(hub: Hub, door: Door) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(live_app(hub, door))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://kithmap.test/api/workshops/hall", params=ANNA
    ) as client:
        yield client


def body(message: Submit) -> dict[str, object]:
    return message.model_dump(exclude={"type"})


async def test_31_where_sockets_are_blocked_the_same_room_answers_plainly(web: httpx.AsyncClient) -> None:
    answers = (await web.post("/operations", json=body(submit(put(1), on("note.remove", 2, "x"))))).json()
    assert [answer["type"] for answer in answers] == ["entry", "refused"]
    again = (await web.post("/operations", json=body(submit(put(1))))).json()
    assert again == [{"type": "already", "operation": made_id(1), "number": 1}]
    caught_up = (await web.get("/entries", params={"after": 0, "person": "bashir"})).json()
    assert caught_up["number"] == 1
    assert caught_up["changes"][0]["put"]["fields"] == {"title": "A note"}


async def test_who_polls_and_who_has_a_socket_are_in_one_room(web: httpx.AsyncClient, hub: Hub) -> None:
    bashir = await HandPhone(hub, "hall", Viewer("bashir", Role.PARTICIPANT)).arrive()
    await web.post("/operations", json=body(submit(put(1))))
    await bashir.until(lambda: bashir.number == 1)
    await bashir.answered(submit(put(2)))
    assert (await web.get("/entries", params={"after": 1, "wait": 5})).json()["number"] == 2
    assert (await web.get("/presence")).json()["count"] == 1


async def test_a_new_page_starts_from_a_compressed_snapshot_that_never_changes(
    web: httpx.AsyncClient,
) -> None:
    await web.post("/operations", json=body(submit(put(1), put(2, audience="author"))))
    told = (await web.get("/entries")).json()
    response = await web.get(f"/snapshots/{told['snapshot']}")
    assert response.headers["content-encoding"] == "gzip"
    assert "private" in response.headers["cache-control"]
    assert "immutable" in response.headers["cache-control"]
    assert [record["id"] for record in response.json()["records"]] == ["note-1"]
    assert [change["put"]["id"] for change in told["changes"]] == ["note-2"]
    assert (await web.get("/snapshots/77")).status_code == 404


async def test_everything_stands_behind_the_door(web: httpx.AsyncClient, door: Door) -> None:
    door.removed.add("anna")
    for path in ("/entries", "/snapshots/0", "/presence"):
        assert (await web.get(path)).status_code == 403
    assert (await web.post("/operations", json=body(submit(put(1))))).status_code == 403


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"no JSON",
        b"[]",
        b'{"operations":[]}',
        b'{"operations":[{"id":"1","kind":"note.put","payload":{}}]}',
        b'{"operations":[], "more": 1}',
        b'{"operations":' + b"[" * 50_000,
        orjson.dumps(body(submit(put(1)))).replace(b"A note", b"\xff\xfe"),
        orjson.dumps(body(submit(put(1)))).replace(b"A note", b"\\ud800"),
    ],
)
async def test_what_cannot_be_read_is_refused_in_words(
    web: httpx.AsyncClient, log: MemoryLog, sent: bytes
) -> None:
    response = await web.post("/operations", content=sent)
    assert response.status_code == 400
    assert response.json()["code"] == "bad_input"
    assert log.last_number("hall") == 0


async def test_a_body_beyond_all_measure_is_refused_before_it_is_read_whole(web: httpx.AsyncClient) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 1
            yield b" " * 65536

    response = await web.post("/operations", content=endless())
    assert response.json()["code"] == "too_large"
    assert read <= MOST_BYTES // 65536 + 2


async def test_a_page_of_another_site_cannot_write(web: httpx.AsyncClient, log: MemoryLog) -> None:
    response = await web.post(
        "/operations", json=body(submit(put(1))), headers={"Origin": "http://evil.example"}
    )
    assert response.status_code == 403
    assert log.last_number("hall") == 0


@pytest.mark.parametrize(
    "query", [{"after": -1}, {"after": "x"}, {"after": 10**30}, {"wait": 21}, {"wait": "nan"}]
)
async def test_a_question_out_of_range_is_refused(web: httpx.AsyncClient, query: dict[str, str]) -> None:
    assert (await web.get("/entries", params=query)).status_code == 422


async def test_answers_are_kept_by_no_cache(web: httpx.AsyncClient) -> None:
    for path in ("/entries", "/presence"):
        assert (await web.get(path)).headers["cache-control"] == "no-store"


async def test_a_snapshot_is_sent_as_it_was_encoded(web: httpx.AsyncClient, hub: Hub) -> None:
    await web.post("/operations", json=body(submit(put(1))))
    number = (await web.get("/entries")).json()["snapshot"]
    async with web.stream("GET", f"/snapshots/{number}") as response:
        raw = b"".join([piece async for piece in response.aiter_raw()])
    assert raw == await hub.snapshot("hall", number)
    assert orjson.loads(gzip.decompress(raw))["number"] == number


WALL = {"person": "wall", "role": "projector"}
LEADER = {"person": "leader", "role": "facilitator"}


async def polls(web: httpx.AsyncClient, who: dict[str, str], **asked: int | str) -> Json:
    answer = await web.get("/news", params={"page": "p1", "after": 0, **who, **asked})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Kithmap-Role"] == who.get("role", "participant")
    return dict(answer.json())


async def told_once(hub: Hub) -> None:
    """Wait until the room has told who is here."""
    room = await hub.open("hall")
    await room.wait_for_news(Viewer("wall", Role.PROJECTOR), 0, 0, seconds=10)


async def test_r6_a_phone_that_polls_is_among_those_who_are_here(web: httpx.AsyncClient) -> None:
    first = await polls(web, ANNA)
    assert (first["catch_up"]["number"], first["presence"]["count"]) == (0, 1)
    assert (await polls(web, WALL))["presence"]["people"] == [
        {"person": "anna", "name": "anna", "state": "active"}
    ]


async def test_r6_a_page_that_polls_is_told_only_what_it_was_not_told_yet(
    web: httpx.AsyncClient, hub: Hub
) -> None:
    await polls(web, ANNA)
    await told_once(hub)
    edition = (await polls(web, ANNA))["edition"]
    assert (await polls(web, ANNA, edition=edition))["presence"] is None


async def test_r6_a_waiting_page_hears_at_once_that_somebody_came(web: httpx.AsyncClient, hub: Hub) -> None:
    await polls(web, WALL)
    await told_once(hub)
    edition = (await polls(web, WALL))["edition"]
    waiting = asyncio.create_task(polls(web, WALL, edition=edition, wait=20))
    await polls(web, ANNA)
    told = await asyncio.wait_for(waiting, 5)
    assert [each["person"] for each in told["presence"]["people"]] == ["anna"]


async def test_r6_the_wall_follows_a_facilitator_who_polls(web: httpx.AsyncClient) -> None:
    view = {"lon": -0.7, "lat": 52.7, "zoom": 15.0}
    body = {"type": "presence", "state": "active", "view": view, "spotlight": None}
    told = await web.post("/presence", params={**LEADER, "page": "p1"}, json=body)
    assert told.status_code == 204
    assert (await polls(web, WALL))["presence"]["view"] == view
    told = await web.post(
        "/presence", params={**ANNA, "page": "p1"}, json={"type": "presence", "state": "idle"}
    )
    assert told.status_code == 204
    assert [each["state"] for each in (await polls(web, WALL))["presence"]["people"]] == ["idle"]


async def test_who_waits_for_entries_is_not_answered_because_somebody_came(
    web: httpx.AsyncClient, hub: Hub
) -> None:
    waiting = asyncio.create_task(web.get("/entries", params={"after": 0, "wait": 20}))
    await polls(web, ANNA)
    await told_once(hub)
    assert not waiting.done()
    await web.post("/operations", json=body(submit(put(1))))
    assert (await asyncio.wait_for(waiting, 5)).json()["number"] == 1


@pytest.mark.parametrize("page", ["", "Capital", "a b", "x" * 21])
async def test_a_page_without_a_proper_name_is_not_told_anything(web: httpx.AsyncClient, page: str) -> None:
    assert (await web.get("/news", params={**ANNA, "page": page})).status_code == 422
    assert (await web.post("/presence", params={**ANNA, "page": page}, json={})).status_code == 422


async def test_where_a_page_is_is_read_whole_or_not_at_all(web: httpx.AsyncClient) -> None:
    for wrong in ({}, {"type": "presence", "state": "asleep"}, {"type": "presence", "more": 1}):
        answer = await web.post("/presence", params={**ANNA, "page": "p1"}, json=wrong)
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_input")
    other = await web.post(
        "/presence",
        params={**ANNA, "page": "p1"},
        json={"type": "presence"},
        headers={"Origin": "https://elsewhere.test"},
    )
    assert other.status_code == 403
