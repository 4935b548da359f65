"""A real server process for tests: ``python -m tests.support.live_server ADDRESS [--look-every S] [--deaf]``.

It imports everything, says "ready", waits for a line, opens the database, serves, and prints its port. So a test can have one
waiting while another runs.
"""

import argparse
import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn

from kithmap.live.hub import Hub, Pace
from kithmap.live.uvicorn_protocol import server_options
from kithmap.storage.engine import open_database
from kithmap.storage.migrate import migrate
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.wakeups import ProcessWakeups, open_wakeups
from kithmap.storage.writer import Writer
from tests.support.live_app import live_app
from tests.support.notes import NoteRules

ROOT = Path(__file__).parents[2]


class LiveServer:
    """A server process, seen from the test."""

    def __init__(self, address: str, *options: str) -> None:
        """Start the process; it serves after :meth:`serve`."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.live_server", address, *options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT / "server")},
        )

    async def serve(self) -> int:
        """Let it serve, and return its port."""
        return await asyncio.to_thread(self._serve)

    def _serve(self) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "ready\n"
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def kill(self) -> None:
        """End it with no chance to tidy up, and wait until it is gone."""
        self.process.kill()
        self.process.wait(20)
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()


@asynccontextmanager
async def live_server(address: str, *options: str) -> AsyncIterator[int]:
    """Run a server process and yield its port."""
    server = LiveServer(address, *options)
    try:
        yield await server.serve()
    finally:
        server.kill()


async def _serve(server: uvicorn.Server, listener: socket.socket) -> None:
    await server.startup([listener])
    print(listener.getsockname()[1], flush=True)  # noqa: T201 - the parent reads it
    await server.main_loop()
    await server.shutdown([listener])


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--look-every", type=float, default=2.0)
    parser.add_argument("--deaf", action="store_true", help="hear no wake-ups of other processes")
    asked = parser.parse_args()
    print("ready", flush=True)  # noqa: T201 - the parent reads it
    sys.stdin.readline()
    database = open_database(asked.address)
    migrate(database)
    log = SqlLog(database)
    wakeups = ProcessWakeups() if asked.deaf else open_wakeups(database)
    hub = Hub(log, Writer(log), NoteRules(), pace=Pace(look_every=asked.look_every), wakeups=wakeups)
    config = uvicorn.Config(live_app(hub), **server_options(), log_level="warning")
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        asyncio.Runner(loop_factory=config.get_loop_factory()) as runner,
    ):
        runner.run(_serve(server, listener))


if __name__ == "__main__":
    main()
