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

COMMITS = 200
"""Commits after which it is worth moving them: some megabytes, in a few milliseconds."""

ENOUGH = 4_000_000
"""Bytes by which the write-ahead log may grow before that, where commits are large."""

TOO_MUCH = 4_000
"""Pages, 16 MB, from which on commits wait a moment: they never left a gap in which the log could begin anew."""

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
        self._commits = 0
        self._size_then = 0
        self._wanted = threading.Event()
        self._closing = False
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def count(self) -> None:
        """Take note of a commit."""
        self._commits += 1
        # The file does not shrink when the log begins anew in it, so only growth tells something.
        if self._commits >= COMMITS or self._size() > self._size_then + ENOUGH:
            self._commits, self._size_then = 0, self._size()
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
        _, in_log, _ = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        if in_log > TOO_MUCH:
            # Little is left to move, so this takes one or two waits for the disk.
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
