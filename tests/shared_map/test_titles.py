"""Which titles of places may stand beside other things, outside the room."""

import pytest

from kithmap.basics.records import Audience, Record
from kithmap.shared_map.titles import titles_for_all
from kithmap.sync.content import Content

PLACED = {"round": 1, "blind": False, "revealed": False, "source": "phone"}


def titled(audience: Audience = Audience.EVERYONE, kind: str = "asset", **fields: object) -> str | None:
    """Return the title that may be told of a place that its author gave to all, but for what is said otherwise."""
    whole = {"title": "Fern Hall", "visibility": "public", "placed": PLACED, **fields}
    return titles_for_all(Content(1, [Record(kind, "here", "p", audience, whole)], []))("here")


def test_a_place_that_was_given_to_all_is_an_example() -> None:
    assert titled() == "Fern Hall"
    assert titled(kind="meeting_place") == "Fern Hall"


@pytest.mark.parametrize("visibility", ["room", "partners", "facilitators"])
def test_one_that_was_given_to_fewer_is_not(visibility: str) -> None:
    assert titled(visibility=visibility) is None


def test_one_that_the_room_does_not_see_is_not() -> None:
    assert titled(Audience.AUTHOR) is None
    assert titled(placed={**PLACED, "blind": True}) is None
    assert titled(aside={"cause": "alarm"}) is None
    assert titles_for_all(Content())("nowhere") is None
    assert titled(kind="connection") is None
