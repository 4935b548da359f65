"""Telling other rooms of the same workshop that there is something new in the log.

A wake-up carries no content and may be lost: whoever needs to be sure looks into the log every few seconds as well. So losing
one delays, and never loses.
"""

from typing import Protocol

from kithmap.storage.database import Database, Kind
from kithmap.storage.listeners import Listeners, StopListening, Woken


class Wakeups(Protocol):
    """The port."""

    def notify(self, workshop: str, number: int) -> None:
        """Tell all listeners, those of this process too, that a log has reached a number. Returns at once."""

    def listen(self, woken: Woken) -> StopListening:
        """Call ``woken`` for every wake-up from now on, until the returned function is called."""

    def close(self) -> None:
        """Stop telling and listening."""


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
