"""People in a workshop: what a seat is, and what is asked of whoever takes one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kithmap.basics.errors import BadInputError

LONGEST_NAME = 40
"""Of a participant: it stands beside their places on the facilitator's screen."""


CONSENT_WORDING = "2026-11"
"""Names the words in which consent is asked for (``workshop/welcome.html``, ``workshop/me.html``): another name with other words."""


class Purpose(StrEnum):
    """What consent is asked for, each by itself."""

    TAKE_PART = "take_part"
    KEEP = "keep"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Consent:
    """What a participant agreed to, each for itself. Taking part is what brings them in.

    Attributes:
        take_part: to join and add to the map.
        keep: that what they add is kept after the workshop.
        quote: that their words may be quoted, without a name.
    """

    take_part: bool
    keep: bool
    quote: bool

    def check(self) -> None:
        """Accept a consent that lets a person in.

        Raises:
            BadInputError: if they did not agree to take part.
        """
        if not self.take_part:
            raise BadInputError("To join, please tick that you want to take part. Nothing was kept.")


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody who comes in.

    Attributes:
        person: the id that is theirs from now on.
        consent: what they agreed to.
        name: what they want to be called by the facilitator, as it was typed; empty for none.
        at: when.
        by_facilitator: whether the facilitator seats them, because they have no phone.
    """

    person: str
    consent: Consent
    name: str
    at: datetime
    by_facilitator: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """A participant of one workshop.

    Attributes:
        person: their id, which stands in the log in place of a name.
        workshop: the workshop's id.
        alias: a colour and an animal.
        name: what they want to be called by the facilitator; empty without one or once erased.
        consent: what they agreed to.
        joined_at: when they came in.
        removed_at: when the facilitator removed them, or None.
        left_at: when they left for good, with all that they added, or None.
        withdrawing_since: since when what they added is to be erased from the room and is not yet, or None.
    """

    person: str
    workshop: str
    alias: str
    name: str
    consent: Consent
    joined_at: datetime
    removed_at: datetime | None = None
    left_at: datetime | None = None
    withdrawing_since: datetime | None = None

    @property
    def ended(self) -> bool:
        """Whether nobody may use this seat any more."""
        return self.removed_at is not None or self.left_at is not None


@dataclass(frozen=True, slots=True)
class ConsentGiven:
    """That a person agreed to something, or no longer does.

    Attributes:
        person: whose consent.
        purpose: to what.
        agreed: whether they do from now on.
        at: when they said so.
        by_facilitator: whether the facilitator noted it for them.
        wording: in which words they were asked.
    """

    person: str
    purpose: Purpose
    agreed: bool
    at: datetime
    by_facilitator: bool = False
    wording: str = CONSENT_WORDING


@dataclass(frozen=True, slots=True)
class Listed:
    """A workshop as the programme keeps it; its life itself stands in its log.

    Attributes:
        id: names it in addresses and the log.
        area: the area's id.
        wave: the wave's id, or None.
        title: what it is called.
        code: two words and a number by which people join.
        made_at: when it was made.
        closed_at: when it was last seen closed; None while it is not. Its code is dead then.
    """

    id: str
    area: str
    wave: str | None
    title: str
    code: str
    made_at: datetime
    closed_at: datetime | None = None


def plain_name(typed: str) -> str:
    """Return a participant's name without needless spaces; empty for none.

    Raises:
        BadInputError: if it is too long.
    """
    name = " ".join(typed.split())
    if len(name) > LONGEST_NAME:
        raise BadInputError(f"That name is too long: {LONGEST_NAME} letters at most. A first name is enough.")
    return name
