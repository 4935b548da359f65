"""A database and its transactions."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import Connection, Engine, exc
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlmodel import Session

from kithmap.basics.errors import UnavailableError
from kithmap.storage.checkpoints import Checkpoints

T = TypeVar("T")
logger = logging.getLogger(__name__)

BUSY_SECONDS = 10.0
"""How long a writer waits for another one before it gives up. The longest write, a redaction, takes about one."""

TRIES = 3
"""A write is tried again where PostgreSQL broke it off: it was restarted, or two writers waited for each other."""

WRITES = "kithmap_writes"
"""The option of a connection that tells that its transactions write."""

NO_DATABASE = (
    "The server cannot reach its database just now. What was saved is safe. Please try again in a moment."
)


class Kind(StrEnum):
    """The databases that Kithmap knows."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


class Database:
    """An open database. Any thread may use it; SQLite's writers wait for each other here, not at the file.

    Attributes:
        engine: SQLAlchemy's engine, for reading.
        kind: which database it is.
    """

    def __init__(self, engine: Engine, checkpoints: Checkpoints | None = None) -> None:
        """Take over an engine that :func:`kithmap.storage.engine.open_database` made."""
        self.engine = engine
        self.kind = Kind(engine.dialect.name)
        self._checkpoints = checkpoints
        self._writes = engine.execution_options(**{WRITES: True})
        driver = engine.dialect.loaded_dbapi
        self._broken_off = (driver.OperationalError, exc.OperationalError)
        self._failures = (driver.OperationalError, driver.InterfaceError, driver.InternalError)
        # Exactly this one is SQLite's word for a file that is damaged; the classes below it have their own.
        self._damaged = driver.DatabaseError
        self._one_writer = threading.Lock()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction that may write: committed at the end, rolled back if an exception leaves the block.

        Raises:
            UnavailableError: if the database does not answer, or another writer does not end.
        """
        with self._turn(), self._told_plainly(), Session(self._writes, expire_on_commit=False) as session:
            yield session
            session.commit()
        self._committed()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One transaction that only reads, and keeps nobody waiting.

        Raises:
            UnavailableError: if the database does not answer.
        """
        with self._told_plainly(), Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def connection(self, *, writes: bool = False) -> Iterator[Connection]:
        """One transaction as a plain connection: for the log and for migrations.

        Args:
            writes: whether it is committed at the end.

        Raises:
            UnavailableError: if the database does not answer.
        """
        if not writes:
            with self._told_plainly(), self.engine.connect() as connection:
                yield connection
            return
        with self._turn(), self._told_plainly(), self._writes.begin() as connection:
            yield connection
        self._committed()

    @contextmanager
    def changing_tables(self) -> Iterator[Connection]:
        """One transaction for migrations. It alone may write, and foreign keys are looked at only at its end.

        SQLite makes a table anew to change it; dropping the old one would take along the rows that refer to it.

        Raises:
            UnavailableError: if the database does not answer, or rows would refer to nothing.
        """
        if self.kind is not Kind.SQLITE:
            with self.connection(writes=True) as connection:
                yield connection
            return
        with self._turn(), self._told_plainly(), self._writes.connect() as connection:
            _keep_foreign_keys(connection, kept=False)
            try:
                with connection.begin():
                    yield connection
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                        raise UnavailableError(
                            "The database's tables do not fit together. Nothing was changed."
                        )
            finally:
                _keep_foreign_keys(connection, kept=True)

    def write(self, work: Callable[[DBAPICursor], T]) -> T:
        """Do some work in one transaction on the driver itself, which costs less than a session.

        The work is done again from the start where PostgreSQL broke it off.

        Args:
            work: given a cursor; what it returns is returned.

        Raises:
            UnavailableError: if the database does not answer.
        """
        with self._turn(), self._told_plainly():
            result = self._until_done(work)
        self._committed()
        return result

    def _until_done(self, work: Callable[[DBAPICursor], T]) -> T:
        # SQLite breaks nothing off: it has waited long enough, or its disk is full.
        tries = 1 if self.kind is Kind.SQLITE else TRIES
        while True:
            tries -= 1
            try:
                return self._write_once(work)
            except self._broken_off as error:
                if tries == 0:
                    raise
                logger.warning("a write was broken off (%s) and is tried again", type(error).__name__)
                time.sleep(0.02)

    def _write_once(self, work: Callable[[DBAPICursor], T]) -> T:
        connection = self.engine.raw_connection()
        try:
            cursor = connection.cursor()
            if self.kind is Kind.SQLITE:
                cursor.execute("BEGIN IMMEDIATE")
            result = work(cursor)
            connection.commit()
        except Exception as error:
            if self._is_failure(error):
                # Whatever state it is in, a new one starts clean.
                connection.invalidate()
            raise
        finally:
            # The pool rolls back what was not committed.
            connection.close()
        return result

    def _turn(self) -> AbstractContextManager[None]:
        """Wait for other writers of this process: SQLite itself would sleep and look again."""
        return self._taking_turns() if self.kind is Kind.SQLITE else nullcontext()

    @contextmanager
    def _taking_turns(self) -> Iterator[None]:
        if not self._one_writer.acquire(timeout=BUSY_SECONDS):
            raise UnavailableError(NO_DATABASE)
        try:
            yield
        finally:
            self._one_writer.release()

    @contextmanager
    def _told_plainly(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            if not self._is_failure(error):
                raise
            # The driver's own words may hold what was being written.
            logger.error("the database failed: %s", type(getattr(error, "orig", None) or error).__name__)  # noqa: TRY400
            raise UnavailableError(NO_DATABASE) from error

    def _is_failure(self, error: Exception) -> bool:
        """Tell whether the database failed, and not the one who used it."""
        cause = getattr(error, "orig", None) or error
        return (
            isinstance(cause, self._failures)
            or type(cause) is self._damaged
            or isinstance(error, exc.TimeoutError)
        )

    def _committed(self) -> None:
        if self._checkpoints is not None:
            self._checkpoints.count()

    def move_to_file(self) -> None:
        """Empty SQLite's write-ahead log into its file now. Waits for readers a little, and gives up then."""
        if self._checkpoints is not None:
            self._checkpoints.move_now()

    def scrub(self) -> None:
        """Let nothing that was erased lie on in the database's own files.

        SQLite writes over what it frees (``secure_delete``), so its write-ahead log is emptied. PostgreSQL keeps old rows until
        it is told to write its tables anew, for which each is locked a moment; its own write-ahead log and any copies
        made of either database are beyond this.

        Raises:
            UnavailableError: if the database does not answer.
        """
        if self.kind is Kind.SQLITE:
            self.move_to_file()
            return
        with self._told_plainly(), self.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(
                "VACUUM (FULL, ANALYZE)"
            )

    def close(self) -> None:
        """Close every connection. No transaction may be under way."""
        if self._checkpoints is not None:
            self._checkpoints.close()
        self.engine.dispose()


def _keep_foreign_keys(connection: Connection, *, kept: bool) -> None:
    # On the driver's connection: SQLite takes this only outside a transaction, and SQLAlchemy would begin one.
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys = {'ON' if kept else 'OFF'}")
    cursor.close()
