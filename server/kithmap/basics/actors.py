"""Who is asking: a person without a name, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is in one workshop."""

    ADMIN = "admin"
    FACILITATOR = "facilitator"
    RESEARCHER = "researcher"
    PARTICIPANT = "participant"
    PROJECTOR = "projector"


LEADING = frozenset({Role.ADMIN, Role.FACILITATOR})
"""Roles that run a room and see all of it."""

CONTRIBUTING = LEADING | {Role.PARTICIPANT}
"""Roles that may add to the map."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who asks for an operation.

    Attributes:
        person: their pseudonymous id in this workshop; never a name.
        role: their role at the moment of asking.
    """

    person: str
    role: Role

    @property
    def leads(self) -> bool:
        """Whether the person runs the room."""
        return self.role in LEADING
