"""Telling other rooms of the same workshop that there is something new in the log.

A wake-up carries no content and may be lost: whoever needs to be sure looks into the log every few seconds as well. So losing
one delays, and never loses.
"""

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from kithmap.storage.database import Database, Kind

logger = logging.getLogger(__name__)

Woken = Callable[[str, int], None]
"""Called with a workshop's id and a number that its log has reached. It may come from any thread, and must not wait."""

StopListening = Callable[[], None]


class Wakeups(Protocol):
    """The port."""

    def notify(self, workshop: str, number: int) -> None:
        """Tell all listeners, those of this process too, that a log has reached a number. Returns at once."""

    def listen(self, woken: Woken) -> StopListening:
        """Call ``woken`` for every wake-up from now on, until the returned function is called."""

    def close(self) -> None:
        """Stop telling and listening."""


class Listeners:
    """Those who want to be woken."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._lock = threading.Lock()
        self._listeners: list[Woken] = []

    def add(self, woken: Woken) -> StopListening:
        """Add one; the returned function takes it away again, and may be called twice."""
        with self._lock:
            self._listeners.append(woken)
        return lambda: self._remove(woken)

    def _remove(self, woken: Woken) -> None:
        with self._lock:
            self._listeners = [each for each in self._listeners if each is not woken]

    def tell(self, workshop: str, number: int) -> None:
        """Wake all. One that fails does not keep the others asleep."""
        with self._lock:
            listeners = list(self._listeners)
        for woken in listeners:
            try:
                woken(workshop, number)
            except Exception:
                logger.exception("a listener failed when it was woken")


class ProcessWakeups:
    """Wake-ups inside one process: all that a server alone on its database needs."""

    def __init__(self) -> None:
        """Begin with nobody listening."""
        self._listeners = Listeners()

    def notify(self, workshop: str, number: int) -> None:
        """Wake all listeners, in this thread."""
        self._listeners.tell(workshop, number)

    def listen(self, woken: Woken) -> StopListening:
        """Be woken from now on."""
        return self._listeners.add(woken)

    def close(self) -> None:
        """Wake nobody any more."""
        self._listeners = Listeners()


def open_wakeups(database: Database) -> Wakeups:
    """Return the wake-ups that fit a database: PostgreSQL carries them to other processes; for SQLite those look."""
    if database.kind is Kind.SQLITE:
        return ProcessWakeups()
    from kithmap.storage.postgresql_wakeups import PostgreSQLWakeups  # noqa: PLC0415 - needs a driver that may be absent

    return PostgreSQLWakeups(database)
