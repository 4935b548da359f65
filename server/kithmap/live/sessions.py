"""Who is in a room and where their frames go."""

from collections.abc import Mapping, Sequence

from kithmap.basics.ids import new_id
from kithmap.live.bundle import Bundle, Told
from kithmap.live.hall import Hall
from kithmap.live.ports import Outbox
from kithmap.sync.audience import Viewer
from kithmap.sync.effects import CloseReason


class Sessions:
    """The live sessions of one room, whether or not they have said hello."""

    def __init__(self) -> None:
        """Begin with nobody in."""
        self._viewers: dict[str, Viewer] = {}
        self._outboxes: dict[str, Outbox] = {}
        self._of_person: dict[str, list[str]] = {}
        self._hall = Hall({}, {})

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._outboxes)

    def enter(self, viewer: Viewer, outbox: Outbox) -> str:
        """Let someone in.

        Returns:
            The session's id, never used before: the end of an old line cannot end a newer one.
        """
        session = new_id()
        self._viewers[session] = viewer
        self._outboxes[session] = outbox
        self._of_person.setdefault(viewer.person, []).append(session)
        return session

    def leave(self, session: str) -> Outbox | None:
        """Forget a session, and return where its frames went; None if it is forgotten already."""
        outbox = self._outboxes.pop(session, None)
        if outbox is not None:
            self._hall.end()
            person = self._viewers.pop(session).person
            mine = self._of_person[person]
            mine.remove(session)
            if not mine:
                del self._of_person[person]
        return outbox

    def viewer(self, session: str) -> Viewer | None:
        """Return whose session this is, in the role they have now."""
        return self._viewers.get(session)

    def of_person(self, person: str) -> list[str]:
        """Return a person's sessions, oldest first."""
        return list(self._of_person.get(person, ()))

    def everyone(self) -> list[str]:
        """Return all sessions, oldest first."""
        return list(self._outboxes)

    def become(self, session: str, viewer: Viewer) -> None:
        """Give a session's person another role."""
        self._viewers[session] = viewer
        self._hall.end()

    def tell(self, told: Sequence[Told], greeted: Mapping[str, Viewer]) -> None:
        """Write to each session what it is told, in one write.

        Args:
            told: broadcasts and single messages, in order.
            greeted: the sessions that have said hello: broadcasts are for them.
        """
        bundle = Bundle(told)
        if not bundle.others:
            self._write(bundle, {})
            return
        if not self._hall.holds(greeted):
            self._hall = Hall(greeted, self._outboxes)
        apart = {
            *bundle.addressed,
            *(session for person in bundle.named for session in self.of_person(person)),
        }
        if len(apart) > len(self._hall) / 2:
            self._write(bundle, greeted)
        else:
            self._write(
                bundle,
                {session: greeted[session] for session in {*self._hall.others, *apart} & greeted.keys()},
            )
            self._hall.tell(bundle.others, apart)

    def _write(self, bundle: Bundle, hearing: Mapping[str, Viewer]) -> None:
        for session, frames in bundle.each(hearing):
            outbox = self._outboxes.get(session)
            if outbox is not None:
                outbox.write(frames)

    def close(self, session: str, reason: CloseReason) -> None:
        """Close a session's line, telling why, and forget it."""
        outbox = self.leave(session)
        if outbox is not None:
            outbox.close(reason)
