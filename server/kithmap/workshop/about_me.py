"""What a person may say about themselves: the questions of a census, each of which may be left out."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kithmap.basics.census import CENSUS
from kithmap.basics.errors import BadInputError

NOT_SAID = "not_said"
"""The answer of who prefers not to say. It is kept, so that the question is not asked again, and never counted."""

Answers = Mapping[str, str]
"""Category by attribute; attributes that were not answered are left out."""


def read_answers(typed: Mapping[str, str]) -> dict[str, str]:
    """Return what a form says.

    Args:
        typed: the form's fields; empty ones are questions that were not answered.

    Raises:
        BadInputError: if something is none of the answers shown.
    """
    given = {attribute: typed[attribute] for attribute in CENSUS if typed.get(attribute)}
    if any(answer != NOT_SAID and answer not in CENSUS[attribute] for attribute, answer in given.items()):
        raise BadInputError("Please choose among the answers shown. Nothing was changed.")
    return given


def counted(answers: Iterable[Answers]) -> dict[str, dict[str, int]]:
    """Return how many gave each answer to each question, without those who prefer not to say."""
    given = Counter((attribute, answer) for each in answers for attribute, answer in each.items())
    return {
        attribute: {category: given[attribute, category] for category in categories}
        for attribute, categories in CENSUS.items()
    }
