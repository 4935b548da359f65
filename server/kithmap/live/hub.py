"""All open workshops of one server process: opened on first use, closed when idle.

A workshop is loaded in a thread, once however many come for it at the same moment. Wake-ups of other processes make a room
look at the log; a slow round looks anyway, so a lost wake-up delays and never loses.
"""

import asyncio
import contextlib
import logging
from dataclasses import dataclass
from datetime import timedelta

from kithmap.basics.clock import Clock, system_clock
from kithmap.basics.errors import UnavailableError
from kithmap.live.collector import tidy, tidy_all
from kithmap.live.live_room import LiveRoom
from kithmap.live.ports import LogWriter, Outbox
from kithmap.storage.listeners import StopListening
from kithmap.storage.snapshots import is_due, load, snapshot_of
from kithmap.storage.wakeups import ProcessWakeups, Wakeups
from kithmap.sync.allowance import Limits
from kithmap.sync.audience import Viewer
from kithmap.sync.content import Content
from kithmap.sync.effects import CloseReason
from kithmap.sync.entry import Entry
from kithmap.sync.log import OperationLog
from kithmap.sync.protocol import (
    CatchUp,
    ClientMessage,
    News,
    PresenceMessage,
    PresenceUpdate,
    ServerMessage,
    Submit,
)
from kithmap.sync.room import Room
from kithmap.sync.rules import Rules

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often the hub looks after its rooms.

    Attributes:
        look_every: seconds between two looks at the log of each open room, for wake-ups that were lost. A look is one
            indexed read, 0.05 ms on SQLite.
        idle_after: how long a room without anybody stays open: a break of a workshop, with phones locked, is shorter.
    """

    look_every: float = 2.0
    idle_after: timedelta = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class AskedNews:
    """What a page that polls asks.

    Attributes:
        page: a name that the page gave itself.
        after: the last number it has, or None for none.
        edition: of who is here, as it was told last, or None.
        wait: seconds that it would wait for news.
    """

    page: str
    after: int | None = None
    edition: int | None = None
    wait: float = 0


@dataclass(frozen=True, slots=True)
class Session:
    """One live session of one room."""

    id: str
    room: LiveRoom


class Hub:
    """The live face of the server. All methods are for the loop's thread."""

    def __init__(
        self,
        log: OperationLog,
        writer: LogWriter,
        rules: Rules,
        *,
        wakeups: Wakeups | None = None,
        limits: Limits | None = None,
        pace: Pace | None = None,
        clock: Clock = system_clock,
    ) -> None:
        """Begin with no room open.

        Args:
            log: where entries are read; used in threads.
            writer: where entries are appended.
            rules: the features' rules.
            wakeups: tells other processes that have the same workshop open, and is told by them.
            limits: what one person may ask.
            pace: how often rooms are looked after.
            clock: tells the time.
        """
        self._log = log
        self._writer = writer
        self._rules = rules
        self._wakeups = wakeups or ProcessWakeups()
        self._stop_listening: StopListening | None = None
        self._limits = limits or Limits()
        self._pace = pace or Pace()
        self._clock = clock
        self._rooms: dict[str, LiveRoom] = {}
        self._opening: dict[str, asyncio.Task[LiveRoom]] = {}
        self._snapshots: dict[str, int] = {}
        self._rounds: asyncio.Task[None] | None = None
        self._keeping: set[asyncio.Task[None]] = set()
        self._is_stopping = False
        self._closed = False

    def start(self) -> None:
        """Begin the rounds that look after open rooms, and hear wake-ups."""
        loop = asyncio.get_running_loop()

        def woken(workshop: str, number: int) -> None:
            # In whatever thread it comes. Most tell of this process's own commits, which the room knows already.
            if self._is_behind(workshop, number):
                loop.call_soon_threadsafe(self.wake, workshop, number)

        self._stop_listening = self._wakeups.listen(woken)
        self._rounds = asyncio.create_task(self._look_after())

    def stop_waiting(self) -> None:
        """The server is about to stop: whoever waits for something new is answered now, and nobody waits any more."""
        self._is_stopping = True
        for room in self._rooms.values():
            room.answer_waiting()

    async def close(self) -> None:
        """Close every room, after what is being stored; keep a snapshot of each that changed."""
        self._closed = True
        if self._stop_listening is not None:
            self._stop_listening()
        if self._rounds is not None:
            self._rounds.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._rounds
        await asyncio.gather(*self._opening.values(), return_exceptions=True)
        rooms = list(self._rooms)
        await asyncio.gather(*(self._shut(workshop, CloseReason.SERVER_STOPPING) for workshop in rooms))
        await asyncio.gather(*self._keeping)

    # Rooms.

    async def open(self, workshop: str) -> LiveRoom:
        """Return a workshop's open room, loading it if need be.

        Raises:
            UnavailableError: if the server is stopping or the log cannot be read.
        """
        room = self._rooms.get(workshop)
        if room is not None and not room.over:
            return room
        if self._closed:
            raise UnavailableError("The server is stopping. Please try again in a minute.")
        opening = self._opening.get(workshop)
        if opening is None:
            opening = self._opening[workshop] = asyncio.create_task(self._load_room(workshop))
            opening.add_done_callback(lambda _: self._opening.pop(workshop))
        # One who gives up waiting does not spoil it for the others.
        return await asyncio.shield(opening)

    async def _load_room(self, workshop: str) -> LiveRoom:
        loaded = await asyncio.to_thread(load, self._log, workshop)

        async def newer(after: int) -> list[Entry]:
            return await asyncio.to_thread(self._log.entries, workshop, after)

        room = Room(workshop, self._rules, loaded.content, loaded.operations, self._limits)
        live = LiveRoom(room, self._writer, newer, lambda number: self._stored(workshop, number), self._clock)
        self._rooms[workshop] = live
        self._snapshots[workshop] = loaded.snapshot
        return live

    async def _shut(self, workshop: str, reason: CloseReason) -> None:
        room = self._rooms.pop(workshop)
        await room.close(reason)
        content = room.room.content
        if is_due(content.number, self._snapshots[workshop], closing=True):
            await self._keep_snapshot(workshop, content)

    # Live sessions.

    async def connect(self, workshop: str, viewer: Viewer, outbox: Outbox) -> Session:
        """Let someone into a workshop's room; their page says hello next.

        Args:
            workshop: the workshop's id; whoever calls has made sure that it exists and that the viewer may enter.
            viewer: who it is, in the role they have now.
            outbox: where their frames go.
        """
        room = await self.open(workshop)
        return Session(room.enter(viewer, outbox), room)

    def receive(self, session: Session, message: ClientMessage) -> None:
        """Take one message of a session."""
        session.room.receive(session.id, message)

    def disconnect(self, session: Session) -> None:
        """The session's line is gone. Saying it twice does no harm."""
        session.room.leave(session.id)

    def change_role(self, workshop: str, person: str, viewer: Viewer | None) -> None:
        """Give a person another role in a workshop, or none: their open lines are told, or closed, at once."""
        room = self._rooms.get(workshop)
        if room is not None:
            room.change_role(person, viewer)

    def let_reconnect(self, person: str) -> None:
        """Close a person's lines in every room for a moment: one browser of theirs signed out, and which is not known here."""
        for room in self._rooms.values():
            room.let_reconnect(person)

    # Plain requests.

    async def ask(self, workshop: str, viewer: Viewer, submit: Submit) -> list[ServerMessage]:
        """Submit operations without a live session; return the answer to each, in their order."""
        return await (await self.open(workshop)).ask(viewer, submit)

    async def catch_up(self, workshop: str, viewer: Viewer, after: int | None, wait: float = 0) -> CatchUp:
        """Return what a viewer who has ``after`` needs, waiting up to ``wait`` seconds if that is nothing."""
        room = await self.open(workshop)
        if after is not None and wait > 0 and not self._is_stopping:
            await room.wait_beyond(after, wait)
        return room.room.catch_up(viewer, after)

    async def news(self, workshop: str, viewer: Viewer, asked: AskedNews) -> News:
        """Hear of a page that polls, and tell it what is new, waiting for it if it wishes."""
        room = await self.open(workshop)
        room.polled(asked.page, viewer)
        if asked.after is not None and asked.wait > 0 and not self._is_stopping:
            await room.wait_for_news(viewer, asked.after, asked.edition, asked.wait)
        edition = room.room.presence_edition(viewer)
        return News(
            catch_up=room.room.catch_up(viewer, asked.after),
            presence=None if edition == asked.edition else room.room.present(viewer),
            edition=edition,
        )

    async def tell_presence(self, workshop: str, viewer: Viewer, page: str, update: PresenceUpdate) -> None:
        """Take in where a page is that polls."""
        (await self.open(workshop)).polled(page, viewer, update)

    async def snapshot(self, workshop: str, number: int) -> bytes | None:
        """Return the gzipped JSON of a snapshot that a page was told of lately: what everyone may see."""
        return (await self.open(workshop)).room.snapshot(number)

    async def presence(self, workshop: str, viewer: Viewer) -> PresenceMessage:
        """Return who is here, as this viewer may know."""
        return (await self.open(workshop)).room.present(viewer)

    async def read(self, workshop: str) -> Content:
        """Return a workshop's content as it stands, for exports: a copy, which does not change under the reader."""
        content = (await self.open(workshop)).room.content
        return Content(content.number, content, content.all_removed())

    # Looking after rooms.

    def wake(self, workshop: str, number: int) -> None:
        """Another process stored entries up to ``number``: an open room looks at the log."""
        if self._is_behind(workshop, number):
            self._rooms[workshop].look()

    def _is_behind(self, workshop: str, number: int) -> bool:
        room = self._rooms.get(workshop)
        return room is not None and room.room.content.number < number

    def _stored(self, workshop: str, number: int) -> None:
        self._wakeups.notify(workshop, number)
        if workshop in self._rooms and is_due(number, self._snapshots[workshop]):
            keeping = asyncio.create_task(self._keep_snapshot(workshop, self._rooms[workshop].room.content))
            self._keeping.add(keeping)
            keeping.add_done_callback(self._keeping.discard)

    async def _keep_snapshot(self, workshop: str, content: Content) -> None:
        """Store a snapshot in a thread; without one a room opens more slowly, so a failure is only written down."""
        self._snapshots[workshop] = content.number
        snapshot = snapshot_of(workshop, content)
        try:
            await asyncio.to_thread(self._log.save_snapshot, snapshot)
        except Exception:
            logger.exception("a snapshot could not be stored")

    async def _look_after(self) -> None:
        while True:
            await asyncio.sleep(self._pace.look_every)
            tidy()
            for workshop, room in list(self._rooms.items()):
                if self._is_idle(room):
                    await self._shut(workshop, CloseReason.SERVER_STOPPING)
                    if not self._rooms:
                        tidy_all()
                else:
                    room.look_at_presence()
                    room.look()

    def _is_idle(self, room: LiveRoom) -> bool:
        return room.over or (room.empty and self._clock() - room.left_at >= self._pace.idle_after)
