"""A process that appends to a log and says what was stored: to be killed, or to be raced against."""

import asyncio
import itertools

from kithmap.storage.engine import open_database
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.writer import Writer
from kithmap.sync.log import Batch
from tests.support.children import Mouth
from tests.support.entries import entry

Stored = tuple[str, int, str]
"""Workshop, number and operation id of one stored entry."""


def keep_appending(mouth: Mouth, url: str, name: str, rooms: int, limit: int | None = None) -> None:
    """Append to the workshops ``room-0`` to ``room-(rooms - 1)`` as fast as it goes, through one writer.

    Args:
        mouth: told of every entry, after its commit and not before.
        url: the database.
        name: begins the operations' ids.
        rooms: how many workshops, all at once.
        limit: entries in each workshop after which to end; None for never.
    """
    asyncio.run(_append_to_all(mouth, url, name, rooms, limit))


async def _append_to_all(mouth: Mouth, url: str, name: str, rooms: int, limit: int | None) -> None:
    database = open_database(url)
    log = SqlLog(database)
    writer = Writer(log)
    await asyncio.gather(
        *(_append_to(mouth, log, writer, f"room-{room}", f"{name}-{room}", limit) for room in range(rooms))
    )
    writer.close()
    database.close()


async def _append_to(
    mouth: Mouth, log: SqlLog, writer: Writer, workshop: str, name: str, limit: int | None
) -> None:
    """Append as a room does: after what is known, and reading on where somebody else was first."""
    known, won = 0, 0
    for count in itertools.count():
        operations = [f"{name}-{count}-{place}" for place in range(1 + count % 3)]
        while not await writer.append(_batch(workshop, known, operations)):
            known = await asyncio.to_thread(log.last_number, workshop)
        said = [f"{workshop} {known + place} {each}" for place, each in enumerate(operations, 1)]
        mouth.send_bytes("\n".join(said).encode())
        known += len(operations)
        won += len(operations)
        if limit is not None and won >= limit:
            return


def _batch(workshop: str, known: int, operations: list[str]) -> Batch:
    numbered = enumerate(operations, known + 1)
    return Batch(workshop, tuple(entry(number, operation=each) for number, each in numbered))


def stored_by(message: str) -> list[Stored]:
    """Read one message of such a process."""
    words = (line.split() for line in message.splitlines())
    return [(workshop, int(number), operation) for workshop, number, operation in words]
