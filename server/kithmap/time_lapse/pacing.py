"""When each moment of a workshop comes in its time-lapse: idle time shortened, crowded moments drawn apart."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

LONGEST_PAUSE = 90.0
"""Seconds of the room's time. Whatever was quiet for longer (a break, the time between two evenings) counts as this."""

SHORTEST_STEP = 2.0
"""Seconds of the room's time between two moments, so that twenty places in one second are still seen one after another."""

FOR_EACH = 0.7
"""Seconds of film for each moment: long enough to read a title of three words."""

SHORTEST_FILM, LONGEST_FILM = 12.0, 120.0
"""Seconds, at ordinary speed."""


def paced(times: Sequence[datetime]) -> list[float]:
    """Return for each moment when it comes in the film.

    Args:
        times: of the moments, in order.

    Returns:
        Seconds from the film's beginning, rounded to milliseconds; they never go back. The first moment is at 0.
    """
    if not times:
        return []
    gaps = [
        min(max((later - earlier).total_seconds(), SHORTEST_STEP), LONGEST_PAUSE)
        for earlier, later in pairwise(times)
    ]
    whole = sum(gaps) or 1.0
    scale = length_of(len(times)) / whole
    found, at = [0.0], 0.0
    for gap in gaps:
        at += gap * scale
        found.append(round(at, 3))
    return found


def length_of(moments: int) -> float:
    """Return how many seconds a film of so many moments lasts."""
    return min(max(moments * FOR_EACH, SHORTEST_FILM), LONGEST_FILM)
