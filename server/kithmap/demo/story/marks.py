"""Who said "me too", once the places were shown to everyone."""

from itertools import count

from kithmap.demo.model import MeToo

_WHO_MARKED: tuple[tuple[str, str], ...] = (
    ("laundrette", "dot maureen gaz kasia nuala shaz ruth quiet_one late"),
    ("food_van", "sue hussain amina shaz quiet_one quiet_two vik"),
    ("youth_club", "callum shaz late gaz maureen ross"),
    ("save_the_14", "dot jean priya vik grace"),
    ("tuesday_dinner", "pete tariq amina quiet_two"),
    ("nuala_names", "shaz ross kasia"),
    ("letters", "tariq quiet_two sue"),
    ("first_bench", "dot pete priya"),
    ("allotment_tea", "amina pete"),
    ("towpath", "lena priya"),
    ("rise_stores", "maureen dot"),
    ("mural", "delroy callum"),
    ("jean_listens", "pete sue"),
    ("eid_carnival", "grace"),
    ("footbridge", "ross"),
)
FIRST_MARK = 57.0
"""Minutes after the doors opened: just after the reveal."""
BETWEEN_MARKS = 0.75
"""Minutes."""


def _marks() -> tuple[MeToo, ...]:
    """Spread the marks over the time after the reveal: everyone's first, then the rest."""
    minutes = count()
    rounds = max(len(who.split()) for _, who in _WHO_MARKED)
    return tuple(
        MeToo(place, who.split()[turn], int(FIRST_MARK + next(minutes) * BETWEEN_MARKS))
        for turn in range(rounds)
        for place, who in _WHO_MARKED
        if turn < len(who.split())
    )


MARKS: tuple[MeToo, ...] = _marks()
