"""On what ground an area may use what people give: recorded apart from anybody's consent to take part.

Source: the United Kingdom's General Data Protection Regulation, articles 6(1) and 9(2), 13.
"""

from dataclasses import dataclass
from enum import StrEnum

from kithmap.basics.errors import BadInputError
from kithmap.programme.suppression import LEAST_SHOWN, MOST_LEAST_SHOWN

LONGEST_WORDS = 200
MOST_DAYS = 36_500
"""A hundred years: an archive."""


class Basis(StrEnum):
    """The lawful basis: the letters of article 6(1) that fit a community's map."""

    CONSENT = "consent"
    PUBLIC_TASK = "public_task"
    LEGITIMATE_INTERESTS = "legitimate_interests"
    LEGAL_OBLIGATION = "legal_obligation"


class Condition(StrEnum):
    """The condition for special categories (ethnic group, disability, belief): the letters of article 9(2) that fit."""

    NONE = "none"
    EXPLICIT_CONSENT = "explicit_consent"
    SUBSTANTIAL_PUBLIC_INTEREST = "substantial_public_interest"
    RESEARCH = "research"


@dataclass(frozen=True, slots=True)
class LawfulBasis:
    """What an area has recorded.

    Attributes:
        basis: for personal information at all.
        condition: for special categories.
        controller: the organisation that answers for it.
        contact: how people reach it.
        retention_days: days after a workshop closes until its names are erased.
        least_shown: the count below which nothing about the room is shown; see ``suppression``.
    """

    basis: Basis
    condition: Condition
    controller: str
    contact: str
    retention_days: int
    least_shown: int = LEAST_SHOWN


def read_lawful_basis(
    *, basis: str, condition: str, controller: str, contact: str, retention_days: str, least_shown: str
) -> LawfulBasis:
    """Return what was filled in.

    Raises:
        BadInputError: naming the first part that cannot be so.
    """
    if basis not in list(Basis):
        raise BadInputError("Please choose the lawful basis.")
    if condition not in list(Condition):
        raise BadInputError("Please choose the condition for special categories, or that none are asked for.")
    who, how = " ".join(controller.split()), " ".join(contact.split())
    if not who or len(who) > LONGEST_WORDS or len(how) > LONGEST_WORDS:
        raise BadInputError("Please name the organisation that answers for this, in 200 letters at most.")
    days = _number(retention_days)
    if days is None or days > MOST_DAYS:
        raise BadInputError(
            "Please give the days after which names are erased as a whole number, such as 90."
        )
    least = _number(least_shown)
    if least is None or not LEAST_SHOWN <= least <= MOST_LEAST_SHOWN:
        raise BadInputError(
            "The smallest count that is shown can be 5 to 50. It can be raised, never lowered."
        )
    return LawfulBasis(Basis(basis), Condition(condition), who, how, days, least)


def _number(typed: str) -> int | None:
    text = typed.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None  # noqa: PLR2004 - longer is no count
