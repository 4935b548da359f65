"""Wake-ups by PostgreSQL's LISTEN and NOTIFY: one connection hears, another tells, neither is on the way of a commit.

Source: postgresql.org/docs/current/sql-notify.html. Telling inside the commit itself would make all commits of a database
take turns.
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

import psycopg

from kithmap.storage.database import Database
from kithmap.storage.listeners import Listeners, StopListening, Woken

logger = logging.getLogger(__name__)

CHANNEL = "kithmap"

LOOK_UP_SECONDS = 0.5
"""How often the hearing thread looks whether it should stop, if it does not hear of that."""


class PostgreSQLWakeups:
    """Wake-ups between all processes on one PostgreSQL database."""

    def __init__(self, database: Database, *, reconnect_seconds: float = 1.0) -> None:
        """Start the two threads; they connect by themselves, and again when a connection is lost.

        Args:
            database: an open PostgreSQL database.
            reconnect_seconds: how long to wait before connecting again.
        """
        self._where = database.engine.dialect.create_connect_args(database.engine.url)
        self._reconnect_seconds = reconnect_seconds
        self._listeners = Listeners()
        self._stopping = threading.Event()
        self._telling = threading.Lock()
        self._to_tell: dict[str, int] = {}
        self._something_to_tell = threading.Event()
        self._hears = threading.Event()
        self._threads = [
            threading.Thread(target=self._keep, args=(work,), name=f"kithmap-wakeups-{name}", daemon=True)
            for name, work in (("hear", self._hear), ("tell", self._tell))
        ]
        for thread in self._threads:
            thread.start()

    def notify(self, workshop: str, number: int) -> None:
        """Have all processes woken. Of several numbers of a workshop that wait to be told, the last one is enough."""
        with self._telling:
            self._to_tell[workshop] = max(number, self._to_tell.get(workshop, 0))
        self._something_to_tell.set()

    def listen(self, woken: Woken) -> StopListening:
        """Be woken from now on, in a thread of its own."""
        return self._listeners.add(woken)

    def wait_until_heard(self, seconds: float) -> bool:
        """Wait until the hearing connection stands; tell whether it does."""
        return self._hears.wait(seconds)

    def close(self) -> None:
        """Stop both threads."""
        self._stopping.set()
        self._something_to_tell.set()
        for thread in self._threads:
            thread.join()

    # In the threads.

    def _keep(self, work: Callable[[psycopg.Connection[Any]], None]) -> None:
        """Do a thread's work, on a new connection when one is lost."""
        arguments, options = self._where
        while not self._stopping.is_set():
            try:
                with psycopg.connect(*arguments, **{**options, "autocommit": True}) as connection:
                    work(connection)
            except psycopg.Error as error:
                self._hears.clear()
                logger.warning("the connection for wake-ups is lost (%s)", type(error).__name__)
                self._stopping.wait(self._reconnect_seconds)

    def _hear(self, connection: psycopg.Connection[Any]) -> None:
        connection.execute(f"LISTEN {CHANNEL}")
        self._hears.set()
        while not self._stopping.is_set():
            for heard in connection.notifies(timeout=LOOK_UP_SECONDS):
                workshop, _, number = heard.payload.rpartition(" ")
                if number.isdecimal():
                    self._listeners.tell(workshop, int(number))
                if self._stopping.is_set():
                    return

    def _tell(self, connection: psycopg.Connection[Any]) -> None:
        while not self._stopping.is_set():
            self._something_to_tell.wait()
            self._something_to_tell.clear()
            with self._telling:
                told, self._to_tell = self._to_tell, {}
            for workshop, number in told.items():
                connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{workshop} {number}"))
        # So that the hearing thread stops at once.
        connection.execute("SELECT pg_notify(%s, '')", (CHANNEL,))
