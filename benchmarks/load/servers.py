"""The servers that are measured, each in a process of its own: ``python -m benchmarks.load.servers KIND DATABASE FEATURES``.

``kithmap`` is the live host as it is shipped: the product's rules, every entry on the disk before anybody is told.
``bare`` and ``bare_count`` are the floors on the same server stack: no rules, no order, no storage; what comes in goes out, framed once.
"""

import asyncio
import math
import os
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import orjson
import uvicorn
from fastapi import FastAPI
from starlette.requests import HTTPConnection
from starlette.routing import WebSocketRoute
from starlette.types import Receive, Scope, Send

from kithmap.basics.actors import Role
from kithmap.basics.ids import uuid7
from kithmap.live.api import live_api
from kithmap.live.collector import settle
from kithmap.live.frames import text_frame
from kithmap.live.hub import Hub
from kithmap.live.outbox import LINE, MOST_WAITING, Line
from kithmap.live.socket import live_route
from kithmap.live.uvicorn_protocol import server_options
from kithmap.state import WorkshopRules
from kithmap.storage.engine import open_database
from kithmap.storage.migrate import migrate
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.writer import Writer
from kithmap.sync.audience import Viewer
from kithmap.sync.protocol import Submit, SubmittedOperation

WORKSHOP = "01900000-0000-7000-8000-00000000aaaa"
ITEM = "01900000-0000-7000-8000-00000000cccc"
FACILITATOR = Viewer("01900000-0000-7000-8000-00000000bbbb", Role.FACILITATOR)
BOUNDARY = {"type": "Polygon", "coordinates": [[[-1, 52], [0, 52], [0, 53], [-1, 53], [-1, 52]]]}
WIDE_CORNERS = 400
TITLE = "The hall on Fern Street, with the big kitchen"
ENTRY_BYTES = 657
"""Of one edit as the phones receive it; the floor sends as much."""


def made_id(count: int) -> str:
    """Return an id of the given count."""
    return uuid7(1_700_000_000_000 + count, count.to_bytes(10, "big"))


def place_asset(place: str) -> dict[str, Any]:
    """Return the payload that places an asset."""
    point = {"type": "Point", "coordinates": [-0.512345, 52.512345]}
    return {"place": place, "title": TITLE, "asset_kind": "physical_place", "geometry": point}


def submit_text() -> str:
    """Return the text that a phone of the load sends for one edit, with its marks."""
    operation = {"id": "@ID@", "kind": "asset.place", "payload": place_asset("@PLACE@")}
    return orjson.dumps({"type": "submit", "operations": [operation]}).decode()


def stage_text() -> str:
    """Return the text by which the room is moved, with its mark: to the stage it is at, for another length.

    What everybody receives is the same as when the stage is another: the workshop's whole record.
    """
    payload = {"stage": "places", "minutes": 20}
    operation = {"id": "@ID@", "kind": "workshop.move_to_stage", "payload": payload}
    return orjson.dumps({"type": "submit", "operations": [operation]}).decode()


def wide_boundary(corners: int) -> dict[str, Any]:
    """Return a boundary of so many corners, as an authority draws one: it goes out with every change of stage."""
    turns = [2 * math.pi * corner / corners for corner in range(corners)]
    ring = [[round(-0.5 + math.cos(turn) / 2, 6), round(52.5 + math.sin(turn) / 2, 6)] for turn in turns]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def first_operations(boundary: dict[str, Any] = BOUNDARY) -> list[tuple[str, dict[str, Any]]]:
    """Return what opens a workshop for placing."""
    begin = {
        "title": "Bench",
        "area": made_id(1),
        "area_name": "Fernside",
        "boundary": boundary,
        "blind": False,
    }
    return [
        ("workshop.begin", begin),
        ("workshop.open", {}),
        ("workshop.move_to_stage", {"stage": "places"}),
    ]


async def _seed(hub: Hub, features: int, boundary: dict[str, Any]) -> None:
    places = [("asset.place", place_asset(made_id(1_000_000 + count))) for count in range(features)]
    await _do(hub, first_operations(boundary) + places)


async def _do(hub: Hub, wanted: list[tuple[str, dict[str, Any]]], first: int = 10) -> None:
    operations = [
        SubmittedOperation(id=made_id(first + count), kind=kind, payload=payload)
        for count, (kind, payload) in enumerate(wanted)
    ]
    for start in range(0, len(operations), 100):
        part = operations[start : start + 100]
        answers = await hub.ask(WORKSHOP, FACILITATOR, Submit(type="submit", operations=part))
        refused = [answer for answer in answers if answer.type != "entry"]
        if refused:
            raise RuntimeError(f"the map could not be filled: {refused[0]}")


def rating_text() -> str:
    """Return the text by which a phone of the load rates the item, with its mark."""
    payload = {"item": ITEM, "revision": 0, "choice": "can_live_with_it", "reason": "It says most of it."}
    operation = {"id": "@ID@", "kind": "rating.give", "payload": payload}
    return orjson.dumps({"type": "submit", "operations": [operation]}).decode()


async def _seed_agreeing(hub: Hub, people: int) -> None:
    """Let so many people check in, and open a rating."""
    proposal = {"item": ITEM, "type": "term", "label": "hub", "meaning": "A place with many ties."}
    begin = [*first_operations(), ("workshop.move_to_stage", {"stage": "terms"}), ("item.propose", proposal)]
    await _do(hub, begin)
    await asyncio.gather(*(_check_in(hub, person) for person in range(people)))
    await _do(hub, [("item.take_up", {"item": ITEM}), ("rating.open", {"item": ITEM, "revision": 0})], 1000)


async def _check_in(hub: Hub, person: int) -> None:
    viewer = Viewer(f"phone-{person}", Role.PARTICIPANT)
    operation = SubmittedOperation(id=made_id(2_000_000 + person), kind="attendance.check_in", payload={})
    (answer,) = await hub.ask(WORKSHOP, viewer, Submit(type="submit", operations=[operation]))
    if answer.type != "entry":
        raise RuntimeError(f"somebody could not check in: {answer}")


LEADS = "leads-"
"""How the name of a person begins who leads the room."""

WALL = "wall-"
"""How the name of a screen begins."""


async def _who(connection: HTTPConnection, _workshop: str) -> Viewer:
    person = connection.query_params["person"]
    roles = {LEADS: Role.FACILITATOR, WALL: Role.PROJECTOR}
    found = (role for begins, role in roles.items() if person.startswith(begins))
    return Viewer(person, next(found, Role.PARTICIPANT))


def kithmap(database_file: str, features: int, boundary: dict[str, Any] = BOUNDARY) -> FastAPI:
    """Return the live host on a SQLite file."""
    return _live_host(database_file, lambda hub: _seed(hub, features, boundary))


def agreeing(database_file: str, people: int) -> FastAPI:
    """Return the live host on a workshop in which so many people may rate an item."""
    return _live_host(database_file, lambda hub: _seed_agreeing(hub, people))


def _live_host(database_file: str, seed: Callable[[Hub], Awaitable[None]]) -> FastAPI:
    database = open_database(f"sqlite:///{Path(database_file).as_posix()}")
    migrate(database)
    log = SqlLog(database)
    writer = Writer(log)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        hub = Hub(log, writer, WorkshopRules())
        app.router.routes.append(live_route(hub, _who))
        app.include_router(live_api(hub, _who))
        hub.start()
        if not log.last_number(WORKSHOP):
            await seed(hub)
        yield
        await hub.close()
        writer.close()
        database.close()

    return FastAPI(lifespan=lifespan)


class Bare:
    """The floor: everything that a phone sends goes to all phones, framed once and written past the protocol."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._lines: set[Line] = set()
        self._walls: set[Line] = set()
        self._number = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one line."""
        line: Line = scope["extensions"][LINE]
        await receive()
        await send({"type": "websocket.accept"})
        await receive()
        line.write(text_frame(b'{"type":"catch_up","snapshot":null}'), MOST_WAITING)
        self._lines.add(line)
        if WALL.encode() in scope["query_string"]:
            self._walls.add(line)
        while (event := await receive())["type"] != "websocket.disconnect":
            self._tell(event["text"], line)
        self._lines.discard(line)
        self._walls.discard(line)

    def _hearers(self, _author: Line) -> set[Line]:
        return self._lines

    def _tell(self, text: str, author: Line) -> None:
        self._number += 1
        start = text.index('"id":"') + 6
        told = f'{{"type":"entry","number":{self._number},"operation":"{text[start : start + 36]}"'
        frames = text_frame(told.ljust(ENTRY_BYTES).encode())
        for line in self._hearers(author):
            line.write(frames, MOST_WAITING)


class BareCount(Bare):
    """The floor of a count: what a phone sends goes back to it and to the walls, and nobody else is told."""

    def _hearers(self, author: Line) -> set[Line]:
        return {author, *self._walls}


def wide(database_file: str, features: int) -> FastAPI:
    """Return the live host on a workshop whose area has a boundary of many corners."""
    return kithmap(database_file, features, wide_boundary(WIDE_CORNERS))


def bare(_database_file: str, _features: int) -> FastAPI:
    """Return the floor."""
    app = FastAPI()
    app.router.routes.append(WebSocketRoute("/live/{workshop}", Bare()))
    return app


def bare_count(_database_file: str, _features: int) -> FastAPI:
    """Return the floor of a count."""
    app = FastAPI()
    app.router.routes.append(WebSocketRoute("/live/{workshop}", BareCount()))
    return app


def main() -> None:
    """Serve until told to stop; print the port first."""
    kind, database_file, features = sys.argv[1:4]
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    kinds = {
        "kithmap": kithmap,
        "wide": wide,
        "agreeing": agreeing,
        "bare": bare,
        "bare_count": bare_count,
    }
    app = kinds[kind](database_file, int(features))
    with socket.create_server(("127.0.0.1", 0), backlog=4096) as listener:
        config = uvicorn.Config(app, **server_options(), log_level="warning")
        with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
            runner.run(_serve(uvicorn.Server(config), listener))


async def _serve(server: uvicorn.Server, listener: socket.socket) -> None:
    running = asyncio.create_task(server.serve([listener]))
    while not server.started and not running.done():  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    print(listener.getsockname()[1], flush=True)
    settle()
    await running


if __name__ == "__main__":
    main()
