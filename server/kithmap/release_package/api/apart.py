"""Making files in a process of its own: writing a large release fills one processor, and a room must not wait for it."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Lock

from kithmap.basics.errors import UnavailableError
from kithmap.release_package.api.orders import NOT_MADE, Far, Order, Tell

LOWER = 5
"""By how much less than the rooms this asks for the processor, where the system knows such a thing."""


class Apart:
    """Makes files in a process of its own, one order at a time.

    Whoever runs an order waits in a thread; :meth:`stop` ends the process from any other one.
    """

    def __init__(self) -> None:
        """Begin with no process."""
        self._context = get_context("spawn")
        self._running: dict[int, Callable[[], None]] = {}
        self._lock = Lock()
        self._stopped = False

    def __call__(self, order: Order, tell: Tell) -> None:
        """Make the files of an order and wait until they are made; see :func:`~kithmap.release_package.api.making.make_here`.

        Raises:
            UnavailableError: if the process ended before it was done.
        """
        here, there = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_work, args=(order, there), daemon=True)
        with self._lock:
            if self._stopped:
                raise UnavailableError(NOT_MADE)
            process.start()
            self._running[id(process)] = process.terminate
        # With the other end open here as well, the end of the process would never be noticed.
        there.close()
        try:
            done = _told(here.recv, tell)
            process.join()
        finally:
            here.close()
            with self._lock:
                del self._running[id(process)]
        if not done:
            raise UnavailableError(NOT_MADE)

    def stop(self) -> None:
        """End what is being made, and begin nothing any more."""
        with self._lock:
            self._stopped = True
            for terminate in self._running.values():
                terminate()


def _told(receive: Callable[[], object], tell: Tell) -> bool:
    """Pass on what the process tells, and return whether it came to its end."""
    with suppress(EOFError, OSError):
        while (far := receive()) is not None:
            assert isinstance(far, Far)
            tell(far)
        return True
    return False


def _work(order: Order, there: "Connection[object, object]") -> None:
    """Make an order's files, in a process that nobody talks to but the one that began it."""
    # Ctrl+C in a terminal goes to every process; the server ends this one itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(LOWER)
    # Half a second to load, and nothing that the server itself needs.
    from kithmap.release_package.api.making import make_here  # noqa: PLC0415

    make_here(order, there.send)
    there.send(None)
