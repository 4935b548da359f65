import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import is_ccw
from shapely.geometry import LinearRing, shape

from kithmap.basics.actors import Role
from kithmap.basics.records import Audience, Record
from kithmap.shared_map.exports import Reader, geojson, middle, shown_geometry
from kithmap.shared_map.model import METRES, Precision
from tests.support.hall import Hall, connection, point

LEADS = Reader(Role.FACILITATOR)
RESEARCHER = Reader(Role.RESEARCHER)


def read(hall: Hall, reader: Reader) -> dict[str, Any]:
    features = json.loads(geojson(hall.host.room.content, reader))["features"]
    return {feature["id"]: feature for feature in features}


def test_the_export_is_rfc_7946_and_every_geometry_is_valid() -> None:
    hall = Hall()
    anna = hall.join(2)
    outline = {"type": "Polygon", "coordinates": [[[-0.5, 52.5], [-0.5, 52.6], [-0.4, 52.6], [-0.5, 52.5]]]}
    start, end = hall.place(anna), hall.place(anna, geometry=outline)
    hall.do(anna, "connection.draw", **connection(anna.new_id(), start, end))
    written = json.loads(geojson(hall.host.room.content, LEADS))
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
    written = {reader: json.loads(geojson(hall.host.room.content, reader)) for reader in (LEADS, RESEARCHER)}
    for each in written.values():
        assert each["withheld"]["places"] == {"merged": 1, "set_aside": 1, "returned": 0, "waiting": 1}
        assert each["withheld"]["connections"]["set_aside"] == 1
    assert "withheld" not in json.loads(
        geojson(hall.host.room.content, Reader(Role.PARTICIPANT, anna.person))
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
    written = geojson(hall.host.room.content, RESEARCHER).decode()
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
    assert coarse["geometry"] != point(-0.51234, 52.51234)


positions = st.tuples(st.floats(-179, 179), st.floats(-80, 80))


def masked(lon: float, lat: float, precision: Precision) -> tuple[float, float]:
    fields = {"geometry": point(lon, lat), "precision": precision.value}
    geometry = shown_geometry(Record("asset", "a", "anna", Audience.EVERYONE, fields), RESEARCHER)
    x, y = geometry["coordinates"]
    return (x, y)


@given(
    position=positions, precision=st.sampled_from([each for each in Precision if each is not Precision.EXACT])
)
def test_a_coarse_position_is_within_its_stated_square_and_the_same_for_all_places_in_it(
    position: tuple[float, float], precision: Precision
) -> None:
    lon, lat = position
    side = METRES[precision]
    x, y = masked(lon, lat, precision)
    north = abs(y - lat) * 111_320
    east = abs(x - lon) * 111_320 * math.cos(math.radians(y))
    assert north <= side / 2 + 0.1
    assert east <= side / 2 + 0.1
    again = masked(x, y, precision)
    assert again == pytest.approx((x, y), abs=2e-7)


def test_the_middle_of_a_shape_is_the_middle_of_its_bounds() -> None:
    assert middle({"type": "LineString", "coordinates": [[0, 0], [2, 1], [4, 0]]}) == (2, 0.5)
