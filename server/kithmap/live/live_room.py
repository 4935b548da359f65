"""One open workshop: its room, the sessions in it, and what is being stored.

Invariants: every call of the room is made on the loop's thread and runs to its end, so order needs no locks; what the room
asks for is done at once, but for storing, which is awaited in a task; at most one such task runs. A fault in a room ends
that room and not the server: its sessions are closed, and the next one to come loads it anew from the log.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any

from kithmap.basics.clock import Clock
from kithmap.basics.ids import new_id
from kithmap.live.asks import Ask, Moved
from kithmap.live.bundle import Told
from kithmap.live.ports import LogWriter, Outbox
from kithmap.live.sessions import Sessions
from kithmap.sync.audience import Viewer
from kithmap.sync.effects import CloseReason, CloseSession, Effect, Persist, Send
from kithmap.sync.entry import Entry
from kithmap.sync.log import Batch
from kithmap.sync.protocol import ClientMessage, PresenceUpdate, ServerMessage, Submit
from kithmap.sync.room import Room

logger = logging.getLogger(__name__)

MOST_SESSIONS = 12
"""Live sessions of one person: phone, laptop, the wall, forgotten tabs. Beyond them the oldest is closed."""

TICK = 0.1
"""Seconds between looks at presence: the finest step in which the engine tells it."""

TICKS = 11
"""Looks after someone moved: a little over the second that the engine leaves between two tellings."""

MANY = 100
"""Sessions from which writing to all of them takes longer (7 us each) than a commit (1 ms)."""

HOLD = 0.004
"""Seconds that frames may wait, in a room of many, for a commit that is already under way."""

Newer = Callable[[int], Awaitable[list[Entry]]]
"""Reads the stored entries after a number."""

Stored = Callable[[int], None]
"""Is told the last number after each commit of this room."""


class LiveRoom:
    """A room with sockets and storage around it."""

    def __init__(
        self,
        room: Room,
        writer: LogWriter,
        newer: Newer,
        stored: Stored,
        clock: Clock,
        *,
        tick: float = TICK,
        many: int = MANY,
    ) -> None:
        """Begin with nobody in.

        Args:
            room: the engine, loaded.
            writer: appends to the log.
            newer: reads what other processes stored.
            stored: hears of each commit.
            clock: tells the time.
            tick: seconds between looks at presence.
            many: sessions from which frames wait for a commit that is under way.
        """
        self.room = room
        self.sessions = Sessions()
        self.over = False
        self._hurries = False
        self.left_at = clock()
        self._writer = writer
        self._newer = newer
        self._stored = stored
        self._clock = clock
        self._tick_seconds = tick
        self._many = many
        self._held: list[Told] = []
        self._letting_go: asyncio.TimerHandle | None = None
        self._asks: dict[str, Ask] = {}
        self._moved = Moved()
        self._tasks: set[asyncio.Task[None]] = set()
        self._looking = False
        self._look_again = False
        self._ticks = 0

    @property
    def empty(self) -> bool:
        """Whether nobody is in, and nobody waits for anything."""
        return not (self.sessions or self._asks or self._moved or self._tasks)

    # Sessions.

    def enter(self, viewer: Viewer, outbox: Outbox) -> str:
        """Let someone in, and return their session. They are told nothing before they say hello."""
        before = self.sessions.of_person(viewer.person)
        if len(before) >= MOST_SESSIONS:
            self._close(before[0], CloseReason.REPLACED)
        return self.sessions.enter(viewer, outbox)

    def receive(self, session: str, message: ClientMessage) -> None:
        """Take one message of a session; of one that is gone, nothing."""
        viewer = self.sessions.viewer(session)
        if viewer is not None:
            self._step(lambda: self.room.receive(session, viewer, message, self._clock()))
            self._keep_ticking()

    def leave(self, session: str) -> None:
        """Forget a session whose line is gone. Saying it twice does no harm."""
        self.sessions.leave(session)
        self._gone(session)

    def _close(self, session: str, reason: CloseReason) -> None:
        self.sessions.close(session, reason)
        self._gone(session)

    def _gone(self, session: str) -> None:
        self.room.leave(session)
        self.left_at = self._clock()
        self._keep_ticking()

    def change_role(self, person: str, viewer: Viewer | None) -> None:
        """Give a person's sessions another role at once, or close them."""
        for session in self.sessions.of_person(person):
            if viewer is None and session not in self.room.sessions:
                # It has not said hello yet, so the room does not know of it.
                self._close(session, CloseReason.REMOVED)

        def change() -> list[Effect]:
            # After what was held back for the old role was told, and before the first thing is told to the new one.
            if viewer is not None:
                for session in self.sessions.of_person(person):
                    self.sessions.become(session, viewer)
            return self.room.change_role(person, viewer)

        self._step(change)

    def let_reconnect(self, person: str) -> None:
        """Close a person's lines for a moment: whoever may still enter is back at once."""
        for session in self.sessions.of_person(person):
            self._close(session, CloseReason.SERVER_STOPPING)

    async def close(self, reason: CloseReason) -> None:
        """Close every session, and wait for what is being stored. Nothing more is taken in."""
        self._let_go()
        self._end(reason)
        while self._tasks:
            await asyncio.wait(self._tasks)
        self._give_up()

    def _end(self, reason: CloseReason) -> None:
        self.over = True
        self._held.clear()
        self._let_go()
        for session in self.sessions.everyone():
            self._close(session, reason)
        self._moved.wake()

    def _give_up(self) -> None:
        for ask in self._asks.values():
            ask.give_up()

    # Plain requests.

    async def ask(self, viewer: Viewer, submit: Submit) -> list[ServerMessage]:
        """Submit without a live session.

        Returns:
            The answer to each operation, in their order.

        Raises:
            UnavailableError: if the room ends meanwhile.
        """
        session = new_id()
        ask = self._asks[session] = Ask(submit)
        try:
            self._step(lambda: self.room.receive(session, viewer, submit, self._clock()))
            if self.over:
                ask.give_up()
            return await ask.done
        finally:
            del self._asks[session]
            self.left_at = self._clock()

    def polled(self, page: str, viewer: Viewer, update: PresenceUpdate | None = None) -> None:
        """Hear of a page that asks again and again, and perhaps where it is."""
        self._step(lambda: self.room.polled(page, viewer, update, self._clock()))
        self.left_at = self._clock()
        self._keep_ticking()

    def look_at_presence(self) -> None:
        """Count out who polls no more: nothing else would tell of it."""
        self._step(lambda: self.room.tick(self._clock()))

    async def wait_for_news(self, viewer: Viewer, number: int, edition: int | None, seconds: float) -> None:
        """Wait for an entry after ``number`` or another edition of presence, but no longer than this."""
        await self._wait_while(
            lambda: self.room.content.number <= number and self.room.presence_edition(viewer) == edition,
            seconds,
        )

    async def wait_beyond(self, number: int, seconds: float) -> None:
        """Wait for an entry after ``number``, but no longer than this."""
        await self._wait_while(lambda: self.room.content.number <= number, seconds)

    async def _wait_while(self, nothing_new: Callable[[], bool], seconds: float) -> None:
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while nothing_new() and not (self.over or self._hurries) and (left := end - loop.time()) > 0:
            await self._moved.wait(left)
            self.left_at = self._clock()

    def answer_waiting(self) -> None:
        """End the wait of all who wait for something new; they are told that there is nothing, and nobody waits any more."""
        self._hurries = True
        self._moved.wake()

    # What other processes stored.

    def look(self) -> None:
        """Take in what other processes stored; while a commit of our own is under way, after it."""
        if self.room.busy or self._looking:
            self._look_again = True
        elif not self.over:
            self._looking = True
            self._spawn(self._follow())

    async def _follow(self) -> None:
        newer: list[Entry] = []
        try:
            newer = await self._newer(self.room.content.number)
        except Exception:
            logger.exception("could not look for newer entries")
        self._looking = False
        if self.room.busy:
            # The commit that took off meanwhile fails if these are before it, and fetches them itself; else look after it.
            self._look_again = self._look_again or bool(newer)
        else:
            self._step(lambda: self.room.follow(newer))
            self._look_if_asked()

    def _look_if_asked(self) -> None:
        if self._look_again and not self.room.busy:
            self._look_again = False
            self.look()

    # Doing what the room asks.

    def _step(self, step: Callable[[], list[Effect]], *, lands: bool = False) -> None:
        if self.over and not self.room.busy:
            return
        news = self.room.news
        try:
            if not lands:
                # Who is greeted now begins after what is held back.
                self._let_go()
            self._do(step())
        except Exception:
            logger.exception("a room failed; it is loaded anew")
            self._end(CloseReason.SERVER_TROUBLE)
            self._give_up()
        if self.room.news != news:
            self._moved.wake()

    def _do(self, effects: Iterable[Effect]) -> None:
        takes_off = False
        for effect in effects:
            match effect:
                case Persist():
                    takes_off = True
                    self._spawn(self._store(effect))
                case CloseSession(session, reason):
                    self._let_go()
                    self._close(session, reason)
                case Send(session, message) if session in self._asks:
                    self._asks[session].answer(message)
                case _:
                    self._held.append(effect)
        if takes_off and len(self.sessions) >= self._many:
            self._hold()
        else:
            self._let_go()

    def _hold(self) -> None:
        """Let frames wait for the commit that has just begun, so that both go out in one write for each phone.

        In a room of a thousand, writing takes ten times as long as the commit: what comes with it arrives sooner, not later.
        """
        if self._held and self._letting_go is None:
            self._letting_go = asyncio.get_running_loop().call_later(HOLD, self._let_go)

    def _let_go(self) -> None:
        if self._letting_go is not None:
            self._letting_go.cancel()
            self._letting_go = None
        if self._held:
            held, self._held = self._held, []
            self.sessions.tell(held, self.room.sessions)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _store(self, persist: Persist) -> None:
        newer: list[Entry] = []
        try:
            stored = await self._writer.append(Batch(persist.workshop, persist.entries))
            if not stored:
                newer = await self._newer(self.room.content.number)
        except Exception:
            # It may have been stored all the same, if the line to the database broke late: so look what is there.
            logger.exception("entries could not be stored")
            self._look_again = True
            self._step(self.room.not_stored, lands=True)
        else:
            self._land(stored=stored, newer=newer)
        self._look_if_asked()

    def _land(self, *, stored: bool, newer: list[Entry]) -> None:
        if stored:
            self._step(self.room.stored, lands=True)
            self._stored(self.room.content.number)
        elif newer:
            self._step(lambda: self.room.overtaken(newer), lands=True)
        else:
            # The log refused a batch and has nothing newer: to decide again would go round for ever.
            logger.error("the log refused a batch and holds nothing newer")
            self._step(self.room.not_stored, lands=True)

    # Presence.

    def _keep_ticking(self) -> None:
        ticking = self._ticks > 0
        self._ticks = TICKS
        if not ticking and not self.over:
            asyncio.get_running_loop().call_later(self._tick_seconds, self._tick)

    def _tick(self) -> None:
        self._ticks -= 1
        if self.over or self._ticks == 0:
            self._ticks = 0
            return
        self._step(lambda: self.room.tick(self._clock()))
        asyncio.get_running_loop().call_later(self._tick_seconds, self._tick)
