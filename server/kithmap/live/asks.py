"""Plain requests that wait: for the answers to what they submitted, or for something new."""

import asyncio

from kithmap.basics.errors import Reason, UnavailableError
from kithmap.sync.protocol import AlreadyMessage, EntryMessage, RefusedMessage, ServerMessage, Submit


class Ask:
    """Operations submitted by a plain request, and their answers as they come."""

    def __init__(self, submit: Submit) -> None:
        """Wait for an answer to each operation; one that stands twice in the message is answered once."""
        self._order = list(dict.fromkeys(operation.id for operation in submit.operations))
        self._answers: dict[str, ServerMessage] = {}
        self.done: asyncio.Future[list[ServerMessage]] = asyncio.get_running_loop().create_future()

    def answer(self, message: ServerMessage) -> None:
        """Take in one answer; the last one ends the wait."""
        operation = (
            message.operation if isinstance(message, EntryMessage | AlreadyMessage | RefusedMessage) else None
        )
        if operation is None:
            # The entry of an id that another person used first comes without it: they may not see it.
            operation = next(each for each in self._order if each not in self._answers)
        self._answers[operation] = message
        if len(self._answers) == len(self._order) and not self.done.done():
            self.done.set_result([self._answers[each] for each in self._order])

    def give_up(self) -> None:
        """The room is closing: whether the operations were stored is not known here; sending them again tells."""
        if not self.done.done():
            words = "The server is stopping. Your change is kept on this device and will be sent again."
            self.done.set_exception(UnavailableError(words, code=Reason.NOT_STORED))


class Moved:
    """Those who wait for the next entry of a room."""

    def __init__(self) -> None:
        """Begin with nobody waiting."""
        self._waiting: set[asyncio.Future[None]] = set()

    def __bool__(self) -> bool:
        """Whether anybody waits."""
        return bool(self._waiting)

    async def wait(self, seconds: float) -> None:
        """Wait until woken, but no longer than this."""
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(woken)
        try:
            await asyncio.wait([woken], timeout=seconds)
        finally:
            self._waiting.discard(woken)

    def wake(self) -> None:
        """Wake all who wait."""
        for woken in self._waiting:
            if not woken.done():
                woken.set_result(None)
