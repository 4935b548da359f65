"""The WebSocket of a workshop, on a real server."""

import pytest

from kithmap.live.hub import Hub
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.writer import Writer
from tests.support.live_app import live_app
from tests.support.notes import NoteRules, put, submit
from tests.support.phones import phone
from tests.support.served import served

pytestmark = pytest.mark.anyio


@pytest.fixture
def hub(log: MemoryLog, writer: Writer) -> Hub:
    return Hub(log, writer, NoteRules())


async def test_what_one_phone_writes_the_other_reads_once_it_is_stored(hub: Hub, log: MemoryLog) -> None:
    async with served(live_app(hub)) as port, phone(port, "anna") as anna, phone(port, "bashir") as bashir:
        await anna.hello()
        await bashir.hello()
        (answer,) = await anna.answered(submit(put(1, "The hall")))
        assert answer["number"] == 1
        await bashir.until(lambda: bashir.number == 1)
        assert anna.titles == bashir.titles == {"note-1": "The hall"}
        assert [entry.number for entry in log.entries("hall", 0)] == [1]
