"""Moving what was committed from SQLite's write-ahead log into its file, beside the commits and not in one of them.

Source of the rules: sqlite.org/wal.html, "Checkpointing", and sqlite.org/pragma.html#pragma_wal_checkpoint.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

logger = logging.getLogger(__name__)

ENOUGH = 4_000_000
"""Bytes in the write-ahead log from which on it is worth moving them: some 4,000 entries, a few milliseconds."""

TOO_MUCH = 64_000_000
"""Bytes from which on commits wait: they never leave a gap in which the log could begin anew."""

PATIENCE = 0.05
"""Seconds that commits wait for readers then, at most."""


class Checkpoints:
    """A thread that looks after one file's write-ahead log. It starts when there is first something to do."""

    def __init__(self, file: Path, connect: Callable[[], sqlite3.Connection]) -> None:
        """Watch a file.

        Args:
            file: the database.
            connect: opens a connection to it.
        """
        self._log = file.with_name(file.name + "-wal")
        self._connect = connect
        self._wanted = threading.Event()
        self._closing = False
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def count(self) -> None:
        """Take note of a commit."""
        if self._size() > ENOUGH:
            self._wanted.set()
            self._start()

    def _size(self) -> int:
        try:
            return self._log.stat().st_size
        except OSError:
            return 0

    def _start(self) -> None:
        with self._starting:
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(target=self._run, name="kithmap-checkpoints", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        with closing(self._connect()) as connection:
            connection.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")
            while self._wanted.wait() and not self._closing:
                self._wanted.clear()
                try:
                    self._move(connection)
                except sqlite3.Error as error:
                    logger.warning(
                        "a checkpoint failed (%s); the next one will try again", type(error).__name__
                    )

    def _move(self, connection: sqlite3.Connection) -> None:
        _, in_log, moved = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        if moved < in_log and self._size() > TOO_MUCH:
            connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()

    def move_now(self) -> None:
        """Move everything and cut the log to nothing, unless readers stay for longer than the patience."""
        with closing(self._connect()) as connection:
            connection.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def close(self) -> None:
        """Stop. What is left is moved when the last connection closes."""
        with self._starting:
            self._closing = True
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()
