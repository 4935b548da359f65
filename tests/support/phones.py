"""Phones for tests of the live host: they fold what they are told, as a page does."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import orjson
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from kithmap.live.frames import texts
from kithmap.live.hub import Hub, Session
from kithmap.live.ports import Write
from kithmap.sync.audience import Viewer
from kithmap.sync.effects import CloseReason
from kithmap.sync.protocol import PROTOCOL_VERSION, ClientMessage, Hello, Submit

Json = dict[str, Any]
SECONDS = 20.0
"""Until something that must come is given up: far beyond what a busy machine takes."""


class Page:
    """What a page knows: records folded from messages, answers by operation, and why it was closed."""

    def __init__(self) -> None:
        self.records: dict[str, Json] = {}
        self.number: int | None = None
        self.answers: dict[str, Json] = {}
        self.messages: list[Json] = []
        self.numbers: list[int] = []
        self.closing: str | None = None

    @property
    def titles(self) -> dict[str, str]:
        """The notes' titles by id."""
        return {note: record["fields"]["title"] for note, record in self.records.items()}

    def take_frames(self, frames: bytes) -> None:
        """Take in the messages of whole frames."""
        for text in texts(frames):
            self.take_text(text)

    def take_text(self, text: str | bytes) -> None:
        """Take in a message as it came."""
        self.take(orjson.loads(text))

    def take(self, message: Json) -> None:
        """Fold one message in."""
        self.messages.append(message)
        match message["type"]:
            case "catch_up":
                if message["snapshot"] is not None and message.get("base") is None:
                    self.records = {}
                self._apply(message["changes"])
                self.number = message["number"]
            case "entry":
                assert self.number is None or message["number"] == self.number + 1, "a number is missing"
                self.numbers.append(message["number"])
                self.number = message["number"]
                self._apply(message["changes"])
                if message["operation"] is not None:
                    self.answers[message["operation"]] = message
            case "already" | "refused":
                self.answers[message["operation"]] = message
            case "closing":
                self.closing = message["reason"]

    def start_from(self, snapshot: bytes, catch_up: Json) -> None:
        """Take a snapshot and the changes over it."""
        self.records = {record["id"]: record for record in orjson.loads(gzip.decompress(snapshot))["records"]}
        self.take({**catch_up, "base": True})

    def _apply(self, changes: list[Json]) -> None:
        for change in changes:
            if "put" in change:
                self.records[change["put"]["id"]] = change["put"]
            else:
                self.records.pop(change["remove"], None)


class HandPhone(Page):
    """A phone wired to the hub by hand, with no network between; an outbox for tests of order and content."""

    def __init__(self, hub: Hub, workshop: str, viewer: Viewer) -> None:
        super().__init__()
        self.hub = hub
        self.workshop = workshop
        self.viewer = viewer
        self.writes: list[bytes] = []
        self.closed: CloseReason | None = None
        self.session: Session | None = None
        self._changed = asyncio.Event()

    def write(self, frames: bytes) -> None:
        """Take whole frames."""
        self.writes.append(frames)
        for text in texts(frames):
            message = orjson.loads(text)
            if message["type"] == "catch_up" and message["snapshot"] is not None:
                assert self.session is not None
                snapshot = self.session.room.room.snapshot(message["snapshot"])
                assert snapshot is not None
                self.start_from(snapshot, message)
            else:
                self.take(message)
        self._changed.set()

    def straight(self, ended: Callable[[], None]) -> Write | None:
        """Be asked before every write."""
        return None

    def close(self, reason: CloseReason) -> None:
        """Be closed."""
        self.closed = reason
        self._changed.set()

    async def arrive(self, after: int | None = None) -> "HandPhone":
        """Connect and say hello."""
        self.session = await self.hub.connect(self.workshop, self.viewer, self)
        self.send(Hello(type="hello", protocol=PROTOCOL_VERSION, after=after))
        return self

    def send(self, message: ClientMessage) -> None:
        """Send a message."""
        assert self.session is not None
        self.hub.receive(self.session, message)

    def leave(self) -> None:
        """Close the line."""
        assert self.session is not None
        self.hub.disconnect(self.session)

    async def until(self, fact: Callable[[], bool]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(SECONDS):
            while not fact():
                self._changed.clear()
                await self._changed.wait()

    async def answered(self, submit: Submit) -> list[Json]:
        """Submit, and wait for the answers."""
        self.send(submit)
        ids = [operation.id for operation in submit.operations]
        await self.until(lambda: all(each in self.answers for each in ids))
        return [self.answers[each] for each in ids]


class SocketPhone(Page):
    """A phone on a real socket."""

    def __init__(self, line: ClientConnection, address: str, query: str) -> None:
        super().__init__()
        self.line = line
        self._address = address
        self._query = query
        self.close_code: int | None = None

    async def hello(self, after: int | None = None) -> "SocketPhone":
        """Say hello, and take in the welcome and what follows, the snapshot too."""
        await self.send({"type": "hello", "protocol": PROTOCOL_VERSION, "after": after})
        await self.until(lambda: any(message["type"] == "catch_up" for message in self.messages))
        return self

    async def send(self, message: Json | Submit) -> None:
        """Send a message."""
        await self.line.send(
            message.model_dump_json() if isinstance(message, Submit) else orjson.dumps(message).decode()
        )

    async def until(self, fact: Callable[[], bool]) -> None:
        """Take in messages until something is so."""
        async with asyncio.timeout(SECONDS):
            while not fact():
                await self.take_next()

    async def take_next(self) -> None:
        """Take in the next message."""
        message = orjson.loads(await self.line.recv())
        if message["type"] == "catch_up" and message["snapshot"] is not None:
            path = f"{self._address}/snapshots/{message['snapshot']}?{self._query}"
            async with httpx.AsyncClient() as client, client.stream("GET", path) as response:
                snapshot = b"".join([piece async for piece in response.aiter_raw()])
            self.start_from(snapshot, message)
        else:
            self.take(message)

    async def until_closed(self) -> int:
        """Take in what comes until the line is closed, and return the code."""
        async with asyncio.timeout(SECONDS):
            try:
                while True:
                    await self.take_next()
            except ConnectionClosed:
                pass
        assert self.line.close_code is not None
        return self.line.close_code

    async def answered(self, submit: Submit) -> list[Json]:
        """Submit, and wait for the answers."""
        await self.send(submit)
        ids = [operation.id for operation in submit.operations]
        await self.until(lambda: all(each in self.answers for each in ids))
        return [self.answers[each] for each in ids]


@asynccontextmanager
async def phone(
    port: int, person: str, role: str = "participant", workshop: str = "hall", **options: Any
) -> AsyncIterator[SocketPhone]:
    """Open a line to the server on this port."""
    query = f"person={person}&role={role}"
    api = f"http://127.0.0.1:{port}/api/workshops/{workshop}"
    async with connect(f"ws://127.0.0.1:{port}/live/{workshop}?{query}", max_size=None, **options) as line:
        yield SocketPhone(line, api, query)
