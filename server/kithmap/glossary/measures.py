"""How an indicator is worked out from people's answers, each computation by a name that indicators refer to.

A missing answer is None. It counts neither for nor against, and a computation without answers gives None, never nought.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from math import inf
from statistics import fmean
from statistics import median as middle
from typing import Any

Answers = Sequence[float | None]
"""One for each person, in any order."""

Figure = float | None | dict[str, float | None]


def mean(answers: Answers) -> float | None:
    """Return the average of the answers there are."""
    known = _known(answers)
    return fmean(known) if known else None


def median(answers: Answers) -> float | None:
    """Return the middle answer; between two, the one halfway."""
    known = _known(answers)
    return float(middle(known)) if known else None


def percent_of(answers: Answers, chosen: Collection[float]) -> float | None:
    """Return how many in a hundred gave one of the chosen answers."""
    known = _known(answers)
    return 100 * sum(each in chosen for each in known) / len(known) if known else None


def percent_at_least(answers: Answers, least: float) -> float | None:
    """Return how many in a hundred gave so much or more."""
    known = _known(answers)
    return 100 * sum(each >= least for each in known) / len(known) if known else None


def bands(answers: Answers, cuts: Sequence[float]) -> dict[str, float | None]:
    """Return how many in a hundred lie in each band.

    Args:
        answers: whole numbers, as on a scale.
        cuts: the last answer of each band but the highest, rising: 4, 6, 8 for 0-4, 5-6, 7-8, 9 and over.

    Returns:
        By band, ``"to 4"``, ``"5 to 6"``, ``"from 9"``.
    """
    known = _known(answers)
    edges = [-inf, *cuts, inf]
    found: dict[str, float | None] = {}
    for low, high in pairwise(edges):
        inside = sum(low < each <= high for each in known)
        found[_band(low, high)] = 100 * inside / len(known) if known else None
    return found


def _band(low: float, high: float) -> str:
    if low == -inf:
        return f"to {high:g}"
    return f"from {low + 1:g}" if high == inf else f"{low + 1:g} to {high:g}"


def sum_of_items(people: Iterable[Answers], items: int) -> float | None:
    """Return the average of people's sums; whoever left an item out has none.

    Args:
        people: each person's answers to the items, in order.
        items: how many there are.
    """
    whole = [_known(each) for each in people]
    return mean([sum(each) for each in whole if len(each) == items])


def _known(answers: Answers) -> list[float]:
    return [each for each in answers if each is not None]


FUNCTIONS: Mapping[str, Callable[..., Figure]] = {
    "mean": mean,
    "median": median,
    "percent_of": percent_of,
    "percent_at_least": percent_at_least,
    "bands": bands,
    "sum_of_items": sum_of_items,
}
"""By the name under ``compute`` in an indicator."""

_ARGUMENTS = {"answers": "chosen", "cuts": "cuts", "least": "least", "items": "items"}


def work_out(compute: Mapping[str, Any], answers: Any) -> Figure:
    """Apply the computation that an indicator names.

    Args:
        compute: its name, as ``function``, and its arguments.
        answers: of everybody, as the function takes them.

    Raises:
        KeyError: if there is no computation of that name.
    """
    arguments = {_ARGUMENTS[name]: value for name, value in compute.items() if name in _ARGUMENTS}
    return FUNCTIONS[compute["function"]](answers, **arguments)
