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


def bundle(told: Sequence[Told], sessions: Mapping[str, Viewer]) -> Iterator[tuple[str, bytes]]:
    """Join what each session is told.

    Args:
        told: broadcasts and single messages, in order.
        sessions: who is in the room.

    Yields:
        Session and frames, once for each session that is told anything.
    """
    frames = Frames()
    addressed: dict[str, list[Told]] = {each.session: [] for each in told if isinstance(each, Send)}
    broadcasts = [each for each in told if isinstance(each, Broadcast)]
    for session in addressed:
        mine = _for_session(told, session, sessions.get(session))
        yield session, b"".join(frames.of(message) for message in mine)
    if not broadcasts:
        return
    named = _named(broadcasts)
    leading = b"".join(frames.of(each.leading) for each in broadcasts)
    of_others = [frames.of(each.others) for each in broadcasts]
    others = b"".join(of_others)
    for session, viewer in sessions.items():
        if session in addressed:
            continue
        if viewer.role in LEADING:
            yield session, leading
        elif viewer.role is Role.PROJECTOR and NOBODY in named:
            yield session, b"".join(frames.of(for_viewer(each, viewer)) for each in broadcasts)
        elif (places := named.get(viewer.person)) is not None:
            # A full hall that rates at once has a thousand of them here: each differs from the others in its own frames only.
            theirs = of_others.copy()
            for place in places:
                theirs[place] = frames.of(broadcasts[place].persons[viewer.person])
            yield session, b"".join(theirs)
        else:
            yield session, others


def _named(broadcasts: Sequence[Broadcast]) -> dict[str, list[int]]:
    """Return, for each person with a form of their own, the places of the broadcasts that have one."""
    named: dict[str, list[int]] = {}
    for place, each in enumerate(broadcasts):
        for person in each.persons:
            named.setdefault(person, []).append(place)
    return named


def _for_session(told: Iterable[Told], session: str, viewer: Viewer | None) -> Iterator[ServerMessage]:
    for each in told:
        if isinstance(each, Broadcast):
            if viewer is not None:
                yield for_viewer(each, viewer)
        elif each.session == session:
            yield each.message
