"""Who is in a room and where their frames go."""

from collections.abc import Sequence
from dataclasses import dataclass

from kithmap.basics.ids import new_id
from kithmap.live.bundle import Told, bundle
from kithmap.live.ports import Outbox
from kithmap.sync.audience import Viewer
from kithmap.sync.effects import CloseReason


@dataclass(slots=True)
class Line:
    """One live session.

    Attributes:
        viewer: who is told, in the role they have now.
        outbox: where their frames go.
    """

    viewer: Viewer
    outbox: Outbox


class Sessions:
    """The live sessions of one room, whether or not they have said hello."""

    def __init__(self) -> None:
        """Begin with nobody in."""
        self._lines: dict[str, Line] = {}
        self._of_person: dict[str, list[str]] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._lines)

    def enter(self, viewer: Viewer, outbox: Outbox) -> str:
        """Let someone in.

        Returns:
            The session's id, never used before: the end of an old line cannot end a newer one.
        """
        session = new_id()
        self._lines[session] = Line(viewer, outbox)
        self._of_person.setdefault(viewer.person, []).append(session)
        return session

    def leave(self, session: str) -> Line | None:
        """Forget a session; None if it is forgotten already."""
        line = self._lines.pop(session, None)
        if line is not None:
            mine = self._of_person[line.viewer.person]
            mine.remove(session)
            if not mine:
                del self._of_person[line.viewer.person]
        return line

    def viewer(self, session: str) -> Viewer | None:
        """Return whose session this is, in the role they have now."""
        line = self._lines.get(session)
        return None if line is None else line.viewer

    def of_person(self, person: str) -> list[str]:
        """Return a person's sessions, oldest first."""
        return list(self._of_person.get(person, ()))

    def everyone(self) -> list[str]:
        """Return all sessions, oldest first."""
        return list(self._lines)

    def become(self, session: str, viewer: Viewer) -> None:
        """Give a session's person another role."""
        self._lines[session].viewer = viewer

    def tell(self, told: Sequence[Told], greeted: dict[str, Viewer]) -> None:
        """Write to each session what it is told, in one write.

        Args:
            told: broadcasts and single messages, in order.
            greeted: the sessions that have said hello: broadcasts are for them.
        """
        lines = self._lines
        for session, frames in bundle(told, greeted):
            line = lines.get(session)
            if line is not None:
                line.outbox.write(frames)

    def close(self, session: str, reason: CloseReason) -> None:
        """Close a session's line, telling why, and forget it."""
        line = self.leave(session)
        if line is not None:
            line.outbox.close(reason)
