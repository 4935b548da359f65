import pytest

from kithmap.basics.records import Audience, Record
from kithmap.glossary.adopted import Adopted
from kithmap.glossary.pages.gathering import Gathered, gathered, quoting, titles_for_all
from kithmap.glossary.touched import Touched
from kithmap.sync.content import Content
from tests.support.agreed_words import AgreedWords
from tests.support.installation import Installation

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


def test_participants_are_quoted_where_they_agreed_and_those_who_lead_always() -> None:
    may_quote = quoting({"anna"}, {"anna": "Fox", "ben": "Owl"})
    assert [may_quote(each) for each in ("anna", "ben", "lou", None)] == [True, False, True, True]


def test_what_all_workshops_of_an_area_agreed_on_comes_together(installation: Installation) -> None:
    elsewhere = installation.new_area("Elsewhere")
    AgreedWords.begun(installation, area=elsewhere).agree("not ours")
    AgreedWords.begun(installation, title="First").agree("hub")
    evening = AgreedWords.begun(installation, title="Second")
    evening.agree("park")
    where = {"type": "Point", "coordinates": [-0.73, 52.67]}
    place = {"place": evening.people[0], "asset_kind": "association", "title": "Fern Hall"}
    evening.ask("workshop.move_to_stage", stage="places")
    evening.ask("asset.place", geometry=where, **place)
    found = read(installation, installation.area.id)
    assert sorted(each.label for each in found.adopted.terms) == ["hub", "park"]
    assert found.touched == {"association": Touched(1, 1)}
    nothing = read(installation, installation.new_area("Quiet").id)
    assert nothing == Gathered(Adopted(), {})


def read(installation: Installation, area: str) -> Gathered:
    assert installation.main.portal is not None
    found: Gathered = installation.main.portal.call(gathered, installation.services, area)
    return found
