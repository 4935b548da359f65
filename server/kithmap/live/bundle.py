"""The effects of one step, joined: for each session one byte string and, perhaps, a reason to close.

Sending costs a call of the operating system for each phone, whatever the length. So all frames of a step, often several
commits' worth of edits, go out in one write; and as most viewers see the same, most of those writes share one byte string.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kithmap.basics.actors import LEADING, Role
from kithmap.live.frames import frame
from kithmap.sync.audience import NOBODY, Viewer, for_viewer
from kithmap.sync.effects import Broadcast, Send
from kithmap.sync.protocol import ServerMessage

Told = Broadcast | Send


class Frames:
    """Messages as frames, each encoded once."""

    def __init__(self) -> None:
        """Begin with nothing encoded."""
        # The message is kept beside its frame: as long as it lives, no other has its identity.
        self._encoded: dict[int, tuple[ServerMessage, bytes]] = {}

    def of(self, message: ServerMessage) -> bytes:
        """Return a message's frame."""
        known = self._encoded.get(id(message))
        if known is None:
            known = self._encoded[id(message)] = (message, frame(message))
        return known[1]


class Bundle:
    """What one step tells.

    Attributes:
        addressed: sessions with messages of their own, in order, each once.
        named: for each person with a form of their own, the places of the broadcasts that have one.
        others: what a participant receives who is neither.
    """

    def __init__(self, told: Sequence[Told]) -> None:
        """Join these broadcasts and single messages, in their order."""
        self.addressed = dict.fromkeys(each.session for each in told if isinstance(each, Send))
        self.named: dict[str, list[int]] = {}
        self._told = told
        self._frames = Frames()
        self._broadcasts = [each for each in told if isinstance(each, Broadcast)]
        for place, each in enumerate(self._broadcasts):
            for person in each.persons:
                self.named.setdefault(person, []).append(place)
        self._of_others = [self._frames.of(each.others) for each in self._broadcasts]
        self.others = b"".join(self._of_others)

    def each(self, sessions: Mapping[str, Viewer]) -> Iterator[tuple[str, bytes]]:
        """Join what each session is told.

        Args:
            sessions: those who hear broadcasts. Whoever is addressed may be one of them.

        Yields:
            Session and frames, once for each session that is told anything.
        """
        for session in self.addressed:
            yield session, self._joined(self._addressed_to(session, sessions.get(session)))
        if not self._broadcasts:
            return
        leading = self._joined(each.leading for each in self._broadcasts)
        for session, viewer in sessions.items():
            if session in self.addressed:
                continue
            if viewer.role in LEADING:
                yield session, leading
            elif viewer.role is Role.PROJECTOR and NOBODY in self.named:
                yield session, self._joined(for_viewer(each, viewer) for each in self._broadcasts)
            elif (places := self.named.get(viewer.person)) is not None:
                yield session, self._with_own(viewer.person, places)
            else:
                yield session, self.others

    def _joined(self, messages: Iterable[ServerMessage]) -> bytes:
        return b"".join(map(self._frames.of, messages))

    def _with_own(self, person: str, places: list[int]) -> bytes:
        """Return what a named person receives: a full hall that rates at once has a thousand of them, and few frames differ."""
        theirs = self._of_others.copy()
        for place in places:
            theirs[place] = self._frames.of(self._broadcasts[place].persons[person])
        return b"".join(theirs)

    def _addressed_to(self, session: str, viewer: Viewer | None) -> Iterator[ServerMessage]:
        for each in self._told:
            if isinstance(each, Broadcast):
                if viewer is not None:
                    yield for_viewer(each, viewer)
            elif each.session == session:
                yield each.message
