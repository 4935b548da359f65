from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from shapely import Polygon
from shapely.geometry import shape

from kithmap.demo.areas import AREAS
from kithmap.demo.model import NO_FIXED_PLACE, Connection, DemoWorkshop, MeToo, Place
from kithmap.demo.story import FINISHED_WORKSHOP, OPEN_WORKSHOP, SECOND_WORKSHOP
from kithmap.workshop.model import MAPPING

ALL = (FINISHED_WORKSHOP, SECOND_WORKSHOP, OPEN_WORKSHOP)
OVER = pytest.mark.parametrize("workshop", ALL[:2], ids=lambda workshop: workshop.key)
EVERY_WORKSHOP = pytest.mark.parametrize("workshop", ALL, ids=lambda workshop: workshop.key)


def boundary_of(workshop: DemoWorkshop) -> Polygon:
    polygon = shape(next(area.boundary for area in AREAS if area.key == workshop.area))
    assert isinstance(polygon, Polygon)
    return polygon


def places_of(workshop: DemoWorkshop) -> dict[str, Place]:
    return {place.key: place for place in workshop.places}


def made_in(workshop: DemoWorkshop) -> list[Place | Connection | MeToo]:
    return [*workshop.places, *workshop.connections, *workshop.me_toos]


def sees(person: str, place: Place) -> bool:
    return place.visibility != "facilitators" or place.author == person


@EVERY_WORKSHOP
def test_every_place_lies_in_its_area(workshop: DemoWorkshop) -> None:
    boundary = boundary_of(workshop)
    for place in workshop.places:
        assert boundary.covers(shape(place.geometry)), place.title


@EVERY_WORKSHOP
def test_every_shape_is_valid(workshop: DemoWorkshop) -> None:
    assert all(shape(place.geometry).is_valid for place in workshop.places)


@EVERY_WORKSHOP
def test_titles_are_unique_and_short_and_notes_fit(workshop: DemoWorkshop) -> None:
    titles = [place.title for place in workshop.places]
    assert len(set(titles)) == len(titles)
    assert max(map(len, titles)) <= 80
    assert max(len(place.note) for place in workshop.places) <= 1000


@EVERY_WORKSHOP
def test_everything_is_by_someone_who_had_come_in(workshop: DemoWorkshop) -> None:
    joined = {person.key: person.joined for person in workshop.participants}
    assert len(joined) == len(workshop.participants)
    for made in made_in(workshop):
        assert joined[made.author] < made.minute


@EVERY_WORKSHOP
def test_only_meeting_places_say_who_meets(workshop: DemoWorkshop) -> None:
    assert all((place.kind == "meeting_place") == (place.meeting is not None) for place in workshop.places)


@EVERY_WORKSHOP
def test_each_list_is_in_the_order_of_time(workshop: DemoWorkshop) -> None:
    lists: tuple[Sequence[Place | Connection | MeToo], ...] = (
        workshop.places,
        workshop.connections,
        workshop.me_toos,
    )
    for made in lists:
        assert all(first.minute <= second.minute for first, second in pairwise(made))


@EVERY_WORKSHOP
def test_keys_are_unique(workshop: DemoWorkshop) -> None:
    keys = [place.key for place in workshop.places] + [c.key for c in workshop.connections]
    assert len(set(keys)) == len(keys)


@OVER
def test_connections_join_two_places_that_their_author_can_see(workshop: DemoWorkshop) -> None:
    places = places_of(workshop)
    for connection in workshop.connections:
        assert connection.start != connection.end
        named = {connection.start, connection.end, connection.where} - {NO_FIXED_PLACE}
        assert all(sees(connection.author, places[key]) for key in named), connection.key
        assert connection.why
        assert len(connection.words) <= 1000


@OVER
def test_a_mark_is_one_for_each_person_on_a_place_of_another(workshop: DemoWorkshop) -> None:
    places = places_of(workshop)
    pairs = [(mark.place, mark.author) for mark in workshop.me_toos]
    assert len(set(pairs)) == len(pairs)
    for key, author in pairs:
        assert places[key].author != author
        assert sees(author, places[key])


@OVER
def test_places_come_blind_and_everything_else_after_the_reveal(workshop: DemoWorkshop) -> None:
    reveal = workshop.reveal
    assert reveal is not None
    for made in made_in(workshop):
        assert (made.minute < reveal) == isinstance(made, Place)


@EVERY_WORKSHOP
def test_the_map_is_changed_only_in_the_stages_for_it(workshop: DemoWorkshop) -> None:
    for made in made_in(workshop):
        current = [stage for minute, stage in workshop.stages if minute <= made.minute][-1]
        assert current in MAPPING, made


def test_the_finished_workshop_is_as_full_as_an_evening_makes_it() -> None:
    assert 55 <= len(FINISHED_WORKSHOP.places) <= 70
    assert 28 <= len(FINISHED_WORKSHOP.connections) <= 34
    assert len(FINISHED_WORKSHOP.participants) == 24
    assert len(Counter(place.kind for place in FINISHED_WORKSHOP.places)) == 7
    assert {place.author for place in FINISHED_WORKSHOP.places} == {
        p.key for p in FINISHED_WORKSHOP.participants
    }
    assert FINISHED_WORKSHOP.stages[-1] == (160, "closed")


def test_some_places_are_lines_and_areas_and_some_are_guarded() -> None:
    places = FINISHED_WORKSHOP.places
    assert {place.geometry["type"] for place in places} == {"Point", "LineString", "Polygon"}
    assert {place.precision for place in places} == {"exact", "100m", "street", "neighbourhood"}
    assert {place.visibility for place in places} == {"room", "partners", "public", "facilitators"}


def test_gifts_of_people_who_could_be_found_are_never_exact_to_the_public_street() -> None:
    guarded = {"delroy_youth", "dots_list", "the_wall", "jean_listens", "lena_engines"}
    assert all(places_of(FINISHED_WORKSHOP)[key].precision != "exact" for key in guarded)


def test_the_open_workshop_has_only_begun() -> None:
    assert OPEN_WORKSHOP.stages[-1][1] == "lobby"
    assert OPEN_WORKSHOP.reveal is None
    assert len(OPEN_WORKSHOP.places) == 8
    assert not OPEN_WORKSHOP.connections
    assert not OPEN_WORKSHOP.me_toos


def test_the_second_evening_tells_of_one_place_that_the_first_told_of_and_of_much_that_it_missed() -> None:
    first = [shape(place.geometry) for place in FINISHED_WORKSHOP.places if "Tuesday dinner" in place.title]
    second = [shape(place.geometry) for place in SECOND_WORKSHOP.places if "Tuesday dinner" in place.title]
    assert len(first) == len(second) == 1
    assert first[0].distance(second[0]) < 0.0002
    titles = {place.title for place in FINISHED_WORKSHOP.places}
    assert not titles & {place.title for place in SECOND_WORKSHOP.places}
