"""Looking back: three questions about the workshop itself, and a sentence."""

from enum import StrEnum

REFLECTION = "reflection"
"""What one person answers: for themselves and those who lead the room."""

SHOWN_REFLECTIONS = "shown_reflections"
"""What the room was shown of all answers: counts alone, as they stood then."""

SHOWN = SHOWN_REFLECTIONS
"""The id of the one record of its kind."""

FEWEST_ANSWERS = 5
"""Below this many answers to a question, counts are shown to nobody but those who lead: they could point to a person.
The programme's threshold for screens."""


class Question(StrEnum):
    """What is asked about the workshop itself. The screens hold the words."""

    HEARD = "heard"
    """I could say what I wanted to."""
    UNDERSTOOD = "understood"
    """I understood what others meant."""
    AGAIN = "again"
    """I would come again."""


class Level(StrEnum):
    """Three levels: as many as can be told apart without thinking, at the end of an evening."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


def reflection_id(person: str) -> str:
    """Return the id of a person's answers: one register for each, so that repeats are harmless."""
    return f"{REFLECTION}:{person}"
