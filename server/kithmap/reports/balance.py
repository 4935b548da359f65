"""Who was in a room beside who lives in its area, in a file that leaves the room."""

from collections.abc import Collection, Mapping

from kithmap.programme.representativeness import Comparison, compare
from kithmap.programme.suppression import Told

AT_LEAST_TWO = 2
"""One hidden count alone could be worked out from the others, for somebody who knows how many answered."""


def for_a_pack(
    told: Mapping[str, Told],
    held: Mapping[str, Collection[str]],
    area: Mapping[str, Mapping[str, int]],
    threshold: int,
) -> list[Comparison]:
    """Lay what may leave the room beside the area's census profile.

    Screens tell counts from five on, packs from ten. What is hidden here besides is marked as held, never as few: a group of
    which seven are here is not missing. Nothing is told that the screens do not tell.

    Args:
        told: rounded counts by question and category, as screens tell them.
        held: for each question the categories that screens hide although they are not small.
        area: people of the area by question and category.
        threshold: counts below it are not told.

    Returns:
        A comparison for each question that can be told of.
    """
    found = []
    for attribute, counts in told.items():
        kept, hidden = _kept(counts, threshold)
        compared = compare(attribute, kept, area.get(attribute, {}), {*held.get(attribute, ()), *hidden})
        if compared is not None:
            found.append(compared)
    return found


def _kept(counts: Told, threshold: int) -> tuple[Told, set[str]]:
    """Return the counts from the threshold on, and which ones are hidden here that screens show."""
    hidden = {category for category, count in counts.items() if count is not None and count < threshold}
    shown = sorted(
        (count, category) for category, count in counts.items() if count and category not in hidden
    )
    dark = len(hidden) + sum(count is None for count in counts.values())
    if hidden and dark < AT_LEAST_TWO and shown:
        hidden.add(shown[0][1])
    return {category: None if category in hidden else count for category, count in counts.items()}, hidden
