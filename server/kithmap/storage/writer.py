"""Group commit: one thread writes, and everything that arrived during one commit shares the next.

No timer: waiting on purpose costs every commit its wait and gains nothing below some thousand commits a second.
"""

import asyncio
import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from kithmap.basics.errors import KithmapError, UnavailableError
from kithmap.sync.log import Batch, OperationLog

T = TypeVar("T")
logger = logging.getLogger(__name__)

CLOSED = "The server is stopping, so this was not saved. Please send it again in a moment."
NOT_SAVED = "The server could not save this just now. Please try again in a moment."


@dataclass(frozen=True, slots=True)
class _Asked:
    """Something to be written, and who waits for its outcome.

    Attributes:
        what: a batch for the log, or other work.
        future: of a thread, or of ``loop``.
        loop: the event loop that waits, if one does.
    """

    what: Batch | Callable[[], Any]
    future: "Future[Any] | asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop | None = None


class Writer:
    """The thread that writes to one database. Any thread and any event loop may ask it."""

    def __init__(self, log: OperationLog) -> None:
        """Start the thread."""
        self._log = log
        self._asked: SimpleQueue[_Asked | None] = SimpleQueue()
        self._closed = False
        self._asking = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="kithmap-writer", daemon=True)
        self._thread.start()

    # Asking.

    def submit(self, batch: Batch) -> "Future[bool]":
        """Store a batch with the next commit.

        Returns:
            Whether it was stored, as ``OperationLog.append`` says it; or ``UnavailableError`` if the database failed, and
            then it is not known whether it was stored; or ``BadInputError`` if it cannot be stored as it is.

        Raises:
            UnavailableError: after ``close``.
        """
        future: Future[bool] = Future()
        self._ask(_Asked(batch, future))
        return future

    async def append(self, batch: Batch) -> bool:
        """Store a batch with the next commit; like :meth:`submit`. It is stored even if the one who waits is cancelled."""
        return bool(await self._wait_for(batch))

    def run(self, job: Callable[[], T]) -> "Future[T]":
        """Do another write in this thread: after the commit that is next, before the one after. It should be short.

        Raises:
            UnavailableError: after ``close``.
        """
        future: Future[T] = Future()
        self._ask(_Asked(job, future))
        return future

    async def perform(self, job: Callable[[], T]) -> T:
        """Do another write in this thread; like :meth:`run`."""
        result: T = await self._wait_for(job)
        return result

    async def _wait_for(self, what: Batch | Callable[[], Any]) -> Any:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Any] = loop.create_future()
        self._ask(_Asked(what, future, loop))
        return await future

    def _ask(self, asked: _Asked) -> None:
        with self._asking:
            if self._closed:
                raise UnavailableError(CLOSED)
            self._asked.put(asked)

    def close(self) -> None:
        """Write what was asked for, then stop. Later askers are refused."""
        with self._asking:
            if not self._closed:
                self._closed = True
                self._asked.put(None)
        self._thread.join()

    # Working, in the thread.

    def _work(self) -> None:
        open_ = True
        while open_:
            taken = self._take()
            open_ = taken[-1] is not None
            asked = [each for each in taken if each is not None and _begin(each)]
            batches = [each for each in asked if isinstance(each.what, Batch)]
            if batches:
                _tell(batches, self._store([each.what for each in batches if isinstance(each.what, Batch)]))
            for each in asked:
                if not isinstance(each.what, Batch):
                    _tell([each], [_outcome(each.what)])

    def _take(self) -> list[_Asked | None]:
        """Wait for something, and return all that is there. ``None`` is the last thing ever asked."""
        taken = [self._asked.get()]
        try:
            while True:
                taken.append(self._asked.get_nowait())
        except Empty:
            return taken

    def _store(self, batches: list[Batch]) -> Sequence[object]:
        """Return for each batch whether it was stored, or the exception for its asker."""
        together = _outcome(lambda: self._log.append(batches))
        if isinstance(together, list):
            return together
        if isinstance(together, UnavailableError) or len(batches) == 1:
            return [together] * len(batches)
        # Something in one of them cannot be stored: the others must not suffer.
        return [outcome for batch in batches for outcome in self._store([batch])]


def _outcome(work: Callable[[], object]) -> object:
    """Return what the work returns, or the exception that tells of its failure."""
    try:
        return work()
    except KithmapError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the thread must live, whatever a job does
        # Its words may hold what was being written.
        logger.error("a write failed: %s", type(error).__name__)  # noqa: TRY400
        unavailable = UnavailableError(NOT_SAVED)
        unavailable.__cause__ = error
        return unavailable


def _begin(asked: _Asked) -> bool:
    """Tell whether somebody still wants it; from now on they cannot call it off."""
    return isinstance(asked.future, asyncio.Future) or asked.future.set_running_or_notify_cancel()


def _tell(asked: Sequence[_Asked], outcomes: Sequence[object]) -> None:
    """Hand out the outcomes, waking each event loop once."""
    by_loop: defaultdict[asyncio.AbstractEventLoop | None, list[tuple[_Asked, object]]] = defaultdict(list)
    for each, outcome in zip(asked, outcomes, strict=True):
        by_loop[each.loop].append((each, outcome))
    for loop, told in by_loop.items():
        if loop is None:
            _settle(told)
            continue
        try:
            loop.call_soon_threadsafe(_settle, told)
        except RuntimeError:
            logger.warning("an event loop closed before it was told of a commit")


def _settle(told: Sequence[tuple[_Asked, object]]) -> None:
    for asked, outcome in told:
        if asked.future.done():
            continue
        if isinstance(outcome, Exception):
            asked.future.set_exception(outcome)
        else:
            asked.future.set_result(outcome)
