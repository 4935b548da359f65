"""What the codes in the columns of a layer are called on pages, in the order in which they are told."""

from collections.abc import Mapping

from kithmap.basics.words import said
from kithmap.layers.model import LayerName
from kithmap.research.figures import Words
from kithmap.shared_map.model import (
    HowMany,
    HowOften,
    Mode,
    OpenTo,
    Outcome,
    Precision,
    Source,
    Strength,
    Why,
)

Codes = Mapping[str, Words]

LAYERS: Mapping[LayerName, Words] = {
    LayerName.ASSETS: Words(said("Assets")),
    LayerName.MEETING_PLACES: Words(said("Meeting places")),
    LayerName.CONNECTIONS: Words(said("Connections")),
    LayerName.CONNECTION_TABLE: Words(said("Connections as a table")),
    LayerName.BOUNDARY: Words(said("Boundary")),
    LayerName.STATISTICAL_AREAS: Words(said("Statistical areas")),
}
"""What layers are called."""

HOW_OFTEN: Codes = {
    HowOften.DAILY: Words(said("Every day")),
    HowOften.WEEKLY: Words(said("Every week")),
    HowOften.MONTHLY: Words(said("Every month")),
    HowOften.FEW_TIMES_A_YEAR: Words(said("A few times a year")),
    HowOften.NOW_AND_THEN: Words(said("Now and then")),
}
HOW_MANY: Codes = {
    HowMany.FEW: Words(said("Two or three people")),
    HowMany.UP_TO_10: Words(said("Up to 10 people")),
    HowMany.UP_TO_30: Words(said("Up to 30 people")),
    HowMany.UP_TO_100: Words(said("Up to 100 people")),
    HowMany.MORE: Words(said("More than 100 people")),
}
OPEN_TO: Codes = {
    OpenTo.EVERYONE: Words(said("Everyone")),
    OpenTo.MEMBERS: Words(said("Members")),
    OpenTo.INVITED: Words(said("Who is invited")),
    OpenTo.NOT_SURE: Words(said("Not sure")),
}
MODE: Codes = {
    Mode.IN_PERSON: Words(said("In person")),
    Mode.PHONE: Words(said("By phone")),
    Mode.ONLINE: Words(said("Online")),
    Mode.WRITTEN: Words(said("In writing")),
    Mode.MIXED: Words(said("In several ways")),
}
STRENGTH: Codes = {
    Strength.WEAK: Words(said("Weak")),
    Strength.STEADY: Words(said("Steady")),
    Strength.STRONG: Words(said("Strong")),
}
WHY: Codes = {
    Why.SUPPORT: Words(said("Support")),
    Why.PRACTICAL_HELP: Words(said("Practical help")),
    Why.FUN: Words(said("Fun")),
    Why.BELIEF: Words(said("Belief")),
    Why.WORK: Words(said("Work")),
    Why.CARING: Words(said("Caring")),
    Why.CAMPAIGNING: Words(said("Campaigning")),
    Why.LEARNING: Words(said("Learning")),
}
OUTCOME: Codes = {
    Outcome.NEW_FRIENDSHIP: Words(said("A new friendship")),
    Outcome.GOT_HELP: Words(said("Got help")),
    Outcome.GAVE_HELP: Words(said("Gave help")),
    Outcome.LEARNED: Words(said("Learned something")),
    Outcome.FOUND_WORK: Words(said("Found work")),
    Outcome.FELT_BETTER: Words(said("Felt better")),
    Outcome.TOOK_ACTION: Words(said("Took action")),
    Outcome.NOTHING_YET: Words(said("Nothing yet")),
    Outcome.OTHER: Words(said("Something else")),
}
PRECISION: Codes = {
    Precision.EXACT: Words(said("Where it is")),
    Precision.HUNDRED_METRES: Words(said("Within 100 metres")),
    Precision.STREET: Words(said("Within 250 metres")),
    Precision.NEIGHBOURHOOD: Words(said("Within 1,000 metres")),
}
SOURCE: Codes = {
    Source.PHONE: Words(said("From a phone")),
    Source.FACILITATOR: Words(said("By who led the workshop")),
    Source.PAPER: Words(said("From paper")),
    Source.BROUGHT_IN: Words(said("From a file that others made")),
}
NOT_SAID = Words(said("Nobody said"))
"""Where a column is empty."""

BY_COLUMN: Mapping[str, Codes] = {
    "how_often": HOW_OFTEN,
    "how_many": HOW_MANY,
    "open_to": OPEN_TO,
    "how_mode": MODE,
    "how_frequency": HOW_OFTEN,
    "how_strength": STRENGTH,
    "why": WHY,
    "outcome": OUTCOME,
    "precision": PRECISION,
    "source": SOURCE,
}
"""By the name of the column, as in :mod:`kithmap.layers.schema`."""


def words_of(column: str, code: str) -> Words:
    """Return what a code is called; one that nobody put into words stands as it is."""
    return BY_COLUMN[column].get(code) or Words(code.replace("_", " "), own=True)
