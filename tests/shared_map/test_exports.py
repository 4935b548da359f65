import json
from typing import Any

import pytest
from shapely import is_ccw
from shapely.geometry import LinearRing, shape

from kithmap.basics.actors import Role
from kithmap.shared_map.exports import Reader, geojson
from kithmap.shared_map.masking import masked
from tests.support.bringing_in import brought_in, brought_place
from tests.support.hall import MASK, Hall, connection, made_id, point

LEADS = Reader(Role.FACILITATOR)
RESEARCHER = Reader(Role.RESEARCHER)


def read(hall: Hall, reader: Reader) -> dict[str, Any]:
    features = json.loads(geojson(hall.host.room.content, reader, MASK))["features"]
    return {feature["id"]: feature for feature in features}


def test_the_export_is_rfc_7946_and_every_geometry_is_valid() -> None:
    hall = Hall()
    anna = hall.join(2)
    outline = {"type": "Polygon", "coordinates": [[[-0.5, 52.5], [-0.5, 52.6], [-0.4, 52.6], [-0.5, 52.5]]]}
    start, end = hall.place(anna), hall.place(anna, geometry=outline)
    hall.do(anna, "connection.draw", **connection(anna.new_id(), start, end))
    written = json.loads(geojson(hall.host.room.content, LEADS, MASK))
    assert written.keys() == {"type", "features", "withheld"}
    for feature in written["features"]:
        assert feature.keys() == {"type", "id", "geometry", "properties"}
        geometry = shape(feature["geometry"])
        assert geometry.is_valid
        assert not geometry.is_empty
    drawn = read(hall, LEADS)[end]
    assert is_ccw(LinearRing(drawn["geometry"]["coordinates"][0]))


def test_all_four_questions_of_a_connection_are_columns() -> None:
    hall = Hall()
    anna = hall.join(2)
    start, end, link = hall.place(anna), hall.place(anna, geometry=point(-0.4)), anna.new_id()
    hall.do(
        anna,
        "connection.draw",
        **connection(link, start, end, result={"outcome": "learned", "words": "To knit"}),
    )
    properties = read(hall, LEADS)[link]["properties"]
    assert properties["how_mode"] == "in_person"
    assert properties["where"] == "no_fixed_place"
    assert properties["why"] == ["support"]
    assert (properties["outcome"], properties["outcome_words"]) == ("learned", "To knit")


@pytest.mark.parametrize(
    ("visibility", "leads", "researcher", "other"),
    [
        ("public", True, True, True),
        ("partners", True, True, True),
        ("room", True, False, True),
        ("facilitators", True, False, False),
    ],
)
def test_each_reader_gets_what_is_for_them(
    visibility: str, leads: bool, researcher: bool, other: bool
) -> None:
    hall = Hall()
    anna = hall.join(2)
    place = hall.place(anna, visibility=visibility)
    readers = (LEADS, RESEARCHER, Reader(Role.PARTICIPANT, "someone"))
    assert [place in read(hall, reader) for reader in readers] == [leads, researcher, other]
    assert place in read(hall, Reader(Role.PARTICIPANT, anna.person))


def test_what_was_placed_blind_and_not_shown_yet_is_in_no_researchers_export() -> None:
    hall = Hall(blind=True)
    place = hall.place(hall.join(2), visibility="public")
    assert place not in read(hall, RESEARCHER)
    assert place in read(hall, LEADS)


def test_what_waits_was_put_aside_or_joined_is_in_nobodys_export_and_counted_for_whoever_works_with_it() -> (
    None
):
    hall = Hall()
    anna, lead = hall.join(2), hall.facilitator
    keep, joined, aside = hall.place(anna), hall.place(anna, "The Fern Hall"), hall.place(anna, "Aside")
    hall.do(anna, "connection.draw", **connection(anna.new_id(), aside, keep))
    hall.do(lead, "workshop.start_round", blind=False, moderated=True)
    waiting = hall.place(anna, "Waits")
    hall.do(lead, "places.merge", keep=keep, others=[joined])
    hall.do(lead, "place.hide", id=aside)
    for reader in (LEADS, RESEARCHER, Reader(Role.PARTICIPANT, anna.person)):
        assert read(hall, reader).keys() == {keep}
    written = {
        reader: json.loads(geojson(hall.host.room.content, reader, MASK)) for reader in (LEADS, RESEARCHER)
    }
    for each in written.values():
        assert each["withheld"]["places"] == {"merged": 1, "set_aside": 1, "returned": 0, "waiting": 1}
        assert each["withheld"]["connections"]["set_aside"] == 1
    assert "withheld" not in json.loads(
        geojson(hall.host.room.content, Reader(Role.PARTICIPANT, anna.person), MASK)
    )
    hall.do(lead, "place.approve", ids=[waiting])
    assert read(hall, RESEARCHER)[waiting]["properties"]["placed_moderated"] is True


def test_a_mark_that_was_put_aside_with_its_person_does_not_count() -> None:
    hall = Hall()
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    hall.do(bashir, "me_too.add", place=place)
    hall.do(hall.facilitator, "person.revert", person=bashir.person)
    assert read(hall, LEADS)[place]["properties"]["me_too"] == 0


def test_no_person_is_named_or_numbered_in_an_export() -> None:
    hall = Hall()
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    hall.do(bashir, "me_too.add", place=place)
    written = geojson(hall.host.room.content, RESEARCHER, MASK).decode()
    assert anna.person not in written
    assert bashir.person not in written
    assert read(hall, RESEARCHER)[place]["properties"]["me_too"] == 1


def test_a_connection_to_a_hidden_place_is_left_out_and_a_hidden_where_is_not_told() -> None:
    hall = Hall()
    anna = hall.join(2)
    start, end = hall.place(anna, "A"), hall.place(anna, "B", geometry=point(-0.4))
    secret = hall.place(anna, "C", visibility="room")
    seen, unseen = anna.new_id(), anna.new_id()
    hall.do(anna, "connection.draw", **connection(seen, start, end, where=secret))
    hall.do(anna, "connection.draw", **connection(unseen, start, secret))
    exported = read(hall, RESEARCHER)
    assert exported[seen]["properties"]["where"] is None
    assert unseen not in exported
    assert secret not in json.dumps(exported)


def test_a_coarse_place_is_exact_for_its_author_and_those_who_lead_and_coarse_for_others() -> None:
    hall = Hall()
    anna = hall.join(2)
    place = hall.place(anna, geometry=point(-0.51234, 52.51234), precision="neighbourhood")
    assert read(hall, LEADS)[place]["geometry"] == point(-0.51234, 52.51234)
    assert read(hall, Reader(Role.PARTICIPANT, anna.person))[place]["properties"]["precision_m"] == 0
    coarse = read(hall, RESEARCHER)[place]
    assert coarse["properties"]["precision_m"] == 1000
    assert coarse["geometry"] == point(*masked(MASK, place, point(-0.51234, 52.51234), 1000))


@pytest.mark.parametrize("inside", [0.0000001, 0.0001, 0.001, 0.01, 0.05])
def test_whether_a_coarse_place_lies_outside_the_area_is_told_of_where_it_is_shown(inside: float) -> None:
    hall = Hall()
    place = hall.place(hall.join(2), geometry=point(-inside, 52.5), precision="neighbourhood")
    coarse = read(hall, RESEARCHER)[place]
    assert coarse["properties"]["outside_area"] is (coarse["geometry"]["coordinates"][0] > 0)
    assert read(hall, LEADS)[place]["properties"]["outside_area"] is False


def test_a_coarse_outline_becomes_the_one_point_that_every_reader_outside_is_told() -> None:
    hall = Hall()
    line = {"type": "LineString", "coordinates": [[-0.5, 52.5], [-0.49, 52.51]]}
    place = hall.place(hall.join(2), geometry=line, precision="street")
    readers = (RESEARCHER, Reader(Role.PARTICIPANT, "someone"), Reader(Role.RESEARCHER, "other"))
    expected = point(*masked(MASK, place, line, 250))
    assert [read(hall, reader)[place]["geometry"] for reader in readers] == [expected] * 3


def test_what_came_from_a_file_says_so_and_whose_it_is_and_may_be_quoted() -> None:
    hall = Hall()
    hall.do(hall.facilitator, "places.bring_in", **brought_in(made_id(700), brought_place(made_id(901))))
    own = hall.place(hall.join(2))
    features = read(hall, RESEARCHER)
    told = features[made_id(901)]["properties"]
    assert (told["source"], told["may_quote"]) == ("brought_in", True)
    assert told["provenance"].startswith("Fernside Council, 2026-03-01. Open Government Licence v3.0.")
    assert (features[own]["properties"]["provenance"], features[own]["properties"]["may_quote"]) == (
        "",
        False,
    )
