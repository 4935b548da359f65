"""Real server processes: killed at random moments, and two of them serving one workshop."""

import asyncio
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from time import monotonic

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidMessage

from kithmap.storage.database import Database
from kithmap.storage.engine import open_database
from kithmap.storage.oplog.sql import SqlLog
from kithmap.sync.protocol import PROTOCOL_VERSION, Hello, SubmittedOperation
from tests.support.live_server import LiveServer, live_server
from tests.support.notes import made_id, put, submit
from tests.support.phones import Page, phone

pytestmark = [pytest.mark.anyio, pytest.mark.processes]

ROUNDS = 20
LONGEST = 30.0
"""Seconds after which no further round begins, for busy machines; eight rounds there are at least."""
SEED = 20261123
GONE = (ConnectionClosed, ConnectionError, InvalidMessage, EOFError, TimeoutError)


class Tireless(Page):
    """A phone that keeps placing notes, sends what is unanswered again, and writes down all that it is told."""

    def __init__(self, name: str, first: int, *, author: bool = False) -> None:
        super().__init__()
        self.name = name
        self.count = first
        self.author = author
        self.pending: dict[str, SubmittedOperation] = {}
        self.told: dict[str, int] = {}
        self.asked: set[str] = set()

    def ask(self) -> SubmittedOperation:
        """Want one more note."""
        self.count += 1
        operation = put(
            self.count, f"{self.name} {self.count}", audience="author" if self.author else "everyone"
        )
        self.pending[operation.id] = operation
        self.asked.add(operation.id)
        return operation

    def note(self, message: dict[str, object]) -> None:
        """Write down which operations are said to be stored, and where."""
        number, operation = message.get("number"), message.get("operation")
        if message["type"] in {"entry", "already"} and isinstance(operation, str) and isinstance(number, int):
            assert self.told.setdefault(operation, number) == number
            self.pending.pop(operation, None)

    async def live(self, port: int, *, until_answered: bool = False) -> None:
        """Join, send again what is pending, and go on until the server is gone (or all is answered)."""
        with suppress(*GONE):
            async with connect(
                f"ws://127.0.0.1:{port}/live/hall?person={self.name}&role=facilitator",
                max_queue=None,
                close_timeout=1,
            ) as line:
                await self._live(line, port, until_answered=until_answered)

    async def _live(self, line: ClientConnection, port: int, *, until_answered: bool) -> None:
        await line.send(Hello(type="hello", protocol=PROTOCOL_VERSION, after=self.number).model_dump_json())
        caught_up = False
        while not (until_answered and caught_up and not self.pending):
            message = await self._take(line, port)
            if message == "catch_up" and not caught_up:
                caught_up = True
                if self.pending:
                    await line.send(submit(*self.pending.values()).model_dump_json())
            while caught_up and not until_answered and len(self.pending) < 5:
                await line.send(submit(self.ask()).model_dump_json())

    async def _take(self, line: ClientConnection, port: int) -> str:
        text = await line.recv()
        before = len(self.messages)
        self.take_text(text)
        message = self.messages[before]
        self.note(message)
        return str(message["type"])


async def poll(name: str, port: int, first: int, told: dict[str, int], asked: set[str]) -> None:
    """Place notes by plain requests, one after another, until the server is gone."""
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{port}/api/workshops/hall", params={"person": name, "role": "facilitator"}
    ) as web:
        with suppress(httpx.HTTPError):
            for count in range(first, first + 1000):
                operation = put(count, f"{name} {count}")
                asked.add(operation.id)
                sent = submit(operation).model_dump(exclude={"type"})
                answer = (await web.post("/operations", json=sent)).json()[0]
                told[answer["operation"]] = answer["number"]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(open_database(f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}")) as database:
        yield database


def check(log: SqlLog, told: dict[str, int], asked: set[str]) -> None:
    """Nothing told is missing, nothing is stored twice, nothing came from nowhere, no number is left out."""
    entries = log.entries("hall", 0)
    stored = {entry.operation: entry.number for entry in entries}
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert len(stored) == len(entries)
    assert told.items() <= stored.items()
    assert stored.keys() <= asked


async def test_02_03_killed_at_any_moment_nothing_told_is_lost_and_nothing_unstored_is_told(
    database: Database, tmp_path: Path
) -> None:
    address, draw, log = (
        f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}",
        random.Random(SEED),
        SqlLog(database),
    )
    phones = [Tireless("anna", 100_000), Tireless("bashir", 200_000), Tireless("carys", 300_000, author=True)]
    polled: dict[str, int] = {}
    asked: set[str] = set()
    waiting = LiveServer(address)
    began = monotonic()
    for turn in range(ROUNDS):
        if turn >= 8 and monotonic() - began > LONGEST:
            break
        server, waiting = waiting, LiveServer(address)
        port = await server.serve()
        work = [asyncio.create_task(each.live(port)) for each in phones]
        work.append(asyncio.create_task(poll("dilys", port, 400_000 + turn * 1000, polled, asked)))
        await asyncio.sleep(draw.uniform(0.05, 0.4))
        await asyncio.to_thread(server.kill)
        await asyncio.gather(*work)
        everything = asked.union(*(each.asked for each in phones))
        for each in phones:
            check(log, {**each.told, **polled}, everything)
    port = await waiting.serve()
    await asyncio.gather(*(each.live(port, until_answered=True) for each in phones))
    waiting.kill()
    stored = {entry.operation for entry in log.entries("hall", 0)}
    for each in phones:
        assert each.asked <= stored
        assert each.pending == {}
    assert len(stored) > 100, "the server was killed before it had anything to do"


@asynccontextmanager
async def two_servers(address: str, *options: str) -> AsyncIterator[tuple[int, int]]:
    """Two processes on one database."""
    async with live_server(address, *options) as first, live_server(address, *options) as second:
        yield first, second


async def serve_one_workshop(ports: tuple[int, int], log: SqlLog, count: int) -> None:
    """Phones on both processes place notes at once; all see all, in one order."""
    async with (
        phone(ports[0], "anna") as anna,
        phone(ports[1], "bashir") as bashir,
        phone(ports[1], "carys") as carys,
    ):
        for each in (anna, bashir, carys):
            await each.hello(0)

        async def place(author: int) -> None:
            who = (anna, bashir)[author]
            for each in range(count):
                answers = await who.answered(submit(put(1000 * (author + 1) + each)))
                assert answers[0]["type"] == "entry"

        await asyncio.gather(place(0), place(1))
        for each in (anna, bashir, carys):
            await each.until(lambda each=each: each.number == 2 * count)  # type: ignore[misc]
            assert each.numbers == list(range(1, 2 * count + 1))
        assert anna.records == bashir.records == carys.records
    entries = log.entries("hall", 0)
    assert [entry.number for entry in entries] == list(range(1, 2 * count + 1))
    assert {entry.operation for entry in entries} == {
        made_id(1000 * author + each) for author in (1, 2) for each in range(count)
    }


@pytest.mark.parametrize("options", [(), ("--deaf", "--look-every", "0.1")], ids=["woken", "wake-ups lost"])
@pytest.mark.postgresql
async def test_30_two_processes_on_one_postgresql_serve_one_workshop(
    postgresql: str, options: tuple[str, ...]
) -> None:
    async with two_servers(postgresql, *options) as ports:
        with closing(open_database(postgresql)) as database:
            await serve_one_workshop(ports, SqlLog(database), 30)


async def test_30_two_processes_on_one_sqlite_file_serve_one_workshop(
    database: Database, tmp_path: Path
) -> None:
    address = f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}"
    async with two_servers(address, "--look-every", "0.1") as ports:
        await serve_one_workshop(ports, SqlLog(database), 30)
