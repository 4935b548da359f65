"""What tests of the live host share."""

from collections.abc import Iterator

import pytest

from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.writer import Writer


@pytest.fixture
def anyio_backend() -> str:
    """The loop that the server runs on."""
    return "asyncio"


@pytest.fixture
def log() -> MemoryLog:
    """An empty log."""
    return MemoryLog()


@pytest.fixture
def writer(log: MemoryLog) -> Iterator[Writer]:
    """The writer of that log."""
    writer = Writer(log)
    yield writer
    writer.close()
