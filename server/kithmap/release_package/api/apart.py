"""Making files in a process of its own: writing a large release fills one processor, and a room must not wait for it."""

import os
import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any, Protocol

from kithmap.basics.errors import UnavailableError
from kithmap.release_package.api.orders import NOT_MADE, Far, Order, Tell

LOWER = 5
"""By how much less than the rooms this asks for the processor, where the system knows such a thing."""

IDLE_SECONDS = 300.0
"""How long a process waits for another order: who signed reads once more before they publish, and two editions follow each other."""

LONGEST_END = 10.0
"""Seconds that a process that ended may take to be gone."""

_CONTEXT = get_context("spawn")


class Line(Protocol):
    """One end of a pipe; each system has a class of its own for it."""

    def send(self, said: Any, /) -> None:
        """Send something to the other end."""

    def recv(self) -> Any:
        """Wait for something from the other end."""

    def poll(self, timeout: float, /) -> bool:
        """Tell whether something comes within so many seconds, or the other end was closed."""


@dataclass(frozen=True, slots=True)
class Maker:
    """A process that makes files, and the line to it."""

    process: BaseProcess
    line: Line

    def make(self, order: Order, tell: Tell) -> bool:
        """Let it make an order, and tell whether it came to its end."""
        with suppress(EOFError, OSError):
            self.line.send(order)
            while (far := self.line.recv()) is not None:
                assert isinstance(far, Far)
                tell(far)
            return True
        return False

    def had_gone_home(self) -> bool:
        """Tell whether it ended because nobody had ordered anything for a while, just before an order came."""
        self.process.join(LONGEST_END)
        return self.process.exitcode == 0


class Apart:
    """Makes files in a process of its own, one order at a time.

    To begin a process takes longer than to make a release's files: it stays a while for the next order, and can be begun before one comes. Whoever runs an
    order waits in a thread; :meth:`stop` ends the process from any other one.

    Args:
        idle: seconds that the process waits for another order.
    """

    def __init__(self, idle: float = IDLE_SECONDS) -> None:
        """Begin with no process."""
        self._idle = idle
        self._maker: Maker | None = None
        self._one_order = Lock()
        self._lock = Lock()
        self._stopped = False

    def be_ready(self) -> None:
        """Begin the process if there is none: an order is about to come."""
        with suppress(UnavailableError):
            self._ready_maker()

    def __call__(self, order: Order, tell: Tell) -> None:
        """Make the files of an order and wait until they are made; see :func:`~kithmap.release_package.api.making.make_here`.

        Raises:
            UnavailableError: if the process ended before it was done.
        """
        with self._one_order:
            maker = self._ready_maker()
            done = maker.make(order, tell)
            if not done and maker.had_gone_home():
                done = self._ready_maker().make(order, tell)
        if not done:
            raise UnavailableError(NOT_MADE)

    def stop(self) -> None:
        """End what is being made, and begin nothing any more."""
        with self._lock:
            self._stopped = True
            if self._maker is not None:
                self._maker.process.terminate()

    def _ready_maker(self) -> Maker:
        with self._lock:
            if self._stopped:
                raise UnavailableError(NOT_MADE)
            if self._maker is None or not self._maker.process.is_alive():
                self._maker = begun(self._idle)
            return self._maker


def begun(idle: float) -> Maker:
    """Begin a process that makes files; see :class:`Apart`."""
    here, there = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_work, args=(there, idle), daemon=True)
    process.start()
    # With the other end open here as well, the end of the process would never be noticed.
    there.close()
    return Maker(process, here)


def _work(line: Line, idle: float) -> None:
    """Make the files of one order after another, in a process that nobody talks to but the one that began it."""
    # Ctrl+C in a terminal goes to every process; the server ends this one itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(LOWER)
    # A second or two to load, and nothing that the server itself needs.
    from kithmap.release_package.api.making import load_libraries, make_here  # noqa: PLC0415

    load_libraries()
    with suppress(EOFError, OSError):
        while line.poll(idle):
            order = line.recv()
            assert isinstance(order, Order)
            make_here(order, line.send)
            line.send(None)
