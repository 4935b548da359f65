"""The hall: those who are nearly always told the same, each prepared as one call.

Looking up, for each of a thousand phones, who it is, which line it has and whether that is open, is not much work, but each
step goes to another place in memory that is not at hand: some 2 us, a fifth of what sending takes. So the answers are kept
until one of them changes.
"""

from collections.abc import Iterable, Mapping

from kithmap.basics.actors import Role
from kithmap.live.ports import Outbox, Write
from kithmap.sync.audience import Viewer


class Hall:
    """The participants whose lines need no care, at one moment.

    Attributes:
        others: the sessions of everyone else who has said hello.
    """

    def __init__(self, greeted: Mapping[str, Viewer], outboxes: Mapping[str, Outbox]) -> None:
        """Prepare for these.

        Args:
            greeted: the sessions that have said hello.
            outboxes: where the frames of each session go.
        """
        self.others: set[str] = set()
        self._writes: list[Write] = []
        self._places: dict[str, int] = {}
        self._greeted = len(greeted)
        self._right = True
        for session, viewer in greeted.items():
            outbox = outboxes.get(session)
            write = None
            if outbox is not None and viewer.role is Role.PARTICIPANT:
                write = outbox.straight(self.end)
            if write is None:
                self.others.add(session)
            else:
                self._places[session] = len(self._writes)
                self._writes.append(write)

    def __len__(self) -> int:
        """Return how many are in it."""
        return len(self._writes)

    def end(self) -> None:
        """Something changed: who is here, in which role, or how a line does."""
        self._right = False

    def holds(self, greeted: Mapping[str, Viewer]) -> bool:
        """Return whether this is still right. Whoever only came is seen by the number, for everyone who goes is told to :meth:`end`."""
        return self._right and self._greeted == len(greeted)

    def tell(self, frames: bytes, but: Iterable[str]) -> None:
        """Write to all but these, who were told something of their own."""
        writes = self._writes
        left_out = [
            (place, writes[place]) for session in but if (place := self._places.get(session)) is not None
        ]
        for place, _ in left_out:
            writes[place] = _nothing
        for write in writes:
            write(frames)
        for place, write in left_out:
            writes[place] = write


def _nothing(_frames: bytes) -> None:
    """Write nothing."""
