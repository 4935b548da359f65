from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.actors import Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked
from kithmap.state import WorkshopRules
from kithmap.sync.content import Content
from tests.support.hall import NOON, Hall, asset, connection, made_id, point

ANNA = made_id(1)


@pytest.fixture
def hall() -> Hall:
    return Hall()


def reason(phone: Any, operation: str) -> Reason:
    refused: Reason = phone.refused[operation].reason
    return refused


def test_a_placed_asset_holds_what_was_said_and_how_it_came(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna, "  Fern Hall ", note="Warm", precision="street")
    assert anna.records[place]["fields"] == {
        "title": "Fern Hall",
        "note": "Warm",
        "geometry": point(),
        "outside": False,
        "visibility": "partners",
        "precision": "street",
        "placed": {"round": 1, "blind": False, "revealed": False, "source": "phone"},
        "asset_kind": "physical_place",
    }


def test_a_place_outside_the_area_is_kept_and_flagged(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna, geometry=point(-3.0))
    assert anna.records[place]["fields"]["outside"] is True


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "LineString", "coordinates": [[-0.5, 52.5], [-0.4, 52.5]]},
        {"type": "Polygon", "coordinates": [[[-0.5, 52.5], [-0.4, 52.5], [-0.4, 52.6], [-0.5, 52.5]]]},
    ],
)
def test_a_place_may_be_a_line_or_an_area(hall: Hall, geometry: dict[str, Any]) -> None:
    anna = hall.join(2)
    place = hall.place(anna, geometry=geometry)
    assert anna.records[place]["fields"]["geometry"] == geometry


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": "x" * 5_000}, "too long"),
        ({"title": "   "}, "write something for title"),
        ({"title": 7}, "title"),
        ({"asset_kind": "spaceship"}, "kinds shown"),
        ({"geometry": {"type": "Point", "coordinates": [200, 52]}}, "coordinates"),
        ({"geometry": {"type": "Point", "coordinates": [0, 89]}}, "coordinates"),
        ({"geometry": {"type": "Point", "coordinates": []}}, "coordinates"),
        ({"geometry": {"type": "LineString", "coordinates": [[0, 52], [0, 52]]}}, "no length"),
        (
            {"geometry": {"type": "Polygon", "coordinates": [[[0, 52], [1, 53], [1, 52], [0, 53], [0, 52]]]}},
            "crosses itself",
        ),
        (
            {"geometry": {"type": "Polygon", "coordinates": [[[0, 52], [1, 52], [0, 52], [0, 52]]]}},
            "encloses nothing",
        ),
        (
            {"geometry": {"type": "Polygon", "coordinates": [[[0, 52], [1, 52], [1, 53], [0, 53]]]}},
            "close it",
        ),
        ({"visibility": "secret"}, "visibility"),
        ({"place": "not an id"}, "place"),
    ],
)
def test_nonsense_is_refused_with_words_about_the_field(
    hall: Hall, wrong: dict[str, Any], words: str
) -> None:
    anna = hall.join(2)
    refused = hall.do(anna, "asset.place", **{**asset(anna.new_id()), **wrong})
    assert reason(anna, refused) is Reason.BAD_FIELDS
    assert words in anna.refused[refused].message
    assert hall.host.room.content.number == 3


def test_markup_in_a_title_is_kept_as_the_letters_it_is(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna, "<script>alert(1)</script>")
    assert anna.records[place]["fields"]["title"] == "<script>alert(1)</script>"


def test_only_the_author_and_those_who_lead_change_a_place(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    for kind, payload in [
        ("asset.edit", {"set": {"title": "Mine"}}),
        ("place.move", {"geometry": point(-0.4)}),
        ("place.remove", {}),
    ]:
        assert reason(bashir, hall.do(bashir, kind, place=place, **payload)) is Reason.NOT_YOURS
        hall.do(hall.facilitator, kind, place=place, **payload)
    assert place not in anna.records


def test_a_place_of_one_kind_is_not_edited_as_another(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    refused = hall.do(anna, "meeting_place.edit", place=place, set={"meeting": {"who": "all"}})
    assert reason(anna, refused) is Reason.NOT_FOUND


def test_an_edit_that_sets_nothing_is_refused(hall: Hall) -> None:
    anna = hall.join(2)
    refused = hall.do(anna, "asset.edit", place=hall.place(anna), set={})
    assert reason(anna, refused) is Reason.BAD_FIELDS


def test_editing_a_meeting_keeps_the_answers_not_given(hall: Hall) -> None:
    anna = hall.join(2)
    place = anna.new_id()
    meeting = {"who": "Parents", "how_often": "weekly"}
    hall.do(anna, "meeting_place.place", place=place, title="Toddlers", geometry=point(), meeting=meeting)
    hall.do(anna, "meeting_place.edit", place=place, set={"meeting": {"open_to": "everyone"}})
    fields = anna.records[place]["fields"]
    assert fields["meeting"] == {
        "who": "Parents",
        "how_often": "weekly",
        "how_many": None,
        "open_to": "everyone",
    }


def test_removing_a_place_takes_its_connections_and_marks_and_restoring_brings_them_back(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    start, end = hall.place(anna, "Hall"), hall.place(anna, "Park")
    link = bashir.new_id()
    hall.do(bashir, "connection.draw", **connection(link, start, end))
    hall.do(bashir, "me_too.add", place=start)
    before = dict(anna.records)
    hall.do(anna, "place.remove", place=start)
    assert {key for key, record in anna.records.items() if record["kind"] != "workshop"} == {end}
    hall.do(anna, "place.restore", place=start)
    assert anna.records.keys() == before.keys()
    assert "removed_by" not in anna.records[start]["fields"]


def test_what_the_facilitator_removed_its_author_cannot_put_back(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    hall.do(hall.facilitator, "place.remove", place=place)
    assert reason(anna, hall.do(anna, "place.restore", place=place)) is Reason.NOT_ALLOWED
    hall.do(hall.facilitator, "place.restore", place=place)
    assert place in anna.records


def test_one_id_is_never_used_twice_even_after_removal(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    assert reason(anna, hall.do(anna, "asset.place", **asset(place))) is Reason.ALREADY_THERE
    hall.do(anna, "place.remove", place=place)
    assert reason(anna, hall.do(anna, "asset.place", **asset(place))) is Reason.ALREADY_THERE


def test_only_those_who_lead_enter_for_somebody_else(hall: Hall) -> None:
    anna = hall.join(2)
    assert (
        reason(anna, hall.do(anna, "asset.place", **asset(anna.new_id(), source="paper")))
        is Reason.NOT_ALLOWED
    )
    place = hall.place(hall.facilitator, source="paper")
    assert anna.records[place]["fields"]["placed"]["source"] == "paper"


def test_could_someone_be_harmed_hides_a_place_from_all_but_its_author_and_the_facilitator(
    hall: Hall,
) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna, "Refuge", visibility="facilitators")
    assert place in anna.records
    assert place in hall.facilitator.records
    assert place not in bashir.records
    assert reason(bashir, hall.do(bashir, "me_too.add", place=place)) is Reason.NOT_FOUND


@pytest.mark.parametrize(
    ("kind", "payload", "expected"),
    [
        ("workshop.pause", {"because": "Tea"}, Reason.PAUSED),
        ("workshop.move_to_stage", {"stage": "lobby"}, Reason.WRONG_STAGE),
        ("workshop.close", {}, Reason.CLOSED),
    ],
)
def test_placing_waits_for_its_time(hall: Hall, kind: str, payload: dict[str, Any], expected: Reason) -> None:
    anna = hall.join(2)
    hall.do(hall.facilitator, kind, **payload)
    assert reason(anna, hall.do(anna, "asset.place", **asset(anna.new_id()))) is expected


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@given(
    kind=st.sampled_from(["asset.place", "place.move", "connection.draw", "asset.edit", "workshop.begin"]),
    payload=json_values,
)
def test_any_json_at_all_is_either_accepted_or_refused_with_a_sentence(kind: str, payload: Any) -> None:
    refused = refusal_of(kind, payload)
    assert refused is None or (refused.message and refused.reason in Reason)


def refusal_of(kind: str, payload: Any) -> Refused | None:
    asked = Asked(made_id(1), Actor(ANNA, Role.FACILITATOR), NOON)
    try:
        WorkshopRules().decide(Content(), kind, payload, asked)
    except Refused as refused:
        return refused
    return None


def test_a_place_from_paper_keeps_the_number_of_its_card(hall: Hall) -> None:
    place = hall.place(hall.facilitator, source="paper", card=12)
    assert hall.facilitator.records[place]["fields"]["placed"]["card"] == 12


def test_only_paper_has_cards(hall: Hall) -> None:
    refused = hall.do(hall.facilitator, "asset.place", **asset(made_id(9), source="facilitator", card=12))
    assert reason(hall.facilitator, refused) is Reason.BAD_FIELDS


def test_what_is_placed_on_behalf_of_somebody_is_theirs(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    for_anna = {"source": "facilitator", "on_behalf": anna.person}
    place, meeting, line = hall.place(hall.facilitator, **for_anna), anna.new_id(), anna.new_id()
    tea = {"place": meeting, "title": "Tea", "geometry": point(-0.4)}
    hall.do(hall.facilitator, "meeting_place.place", **tea, **for_anna)
    hall.do(hall.facilitator, "connection.draw", **connection(line, place, meeting), **for_anna)
    for record in (bashir.records[key] for key in (place, meeting, line)):
        assert record["author"] == anna.person
        placed = record["fields"]["placed"]
        assert (placed["source"], placed["on_behalf"]) == ("facilitator", True)
    assert hall.do(anna, "asset.edit", place=place, set={"title": "Mine"}) in anna.accepted


def test_what_is_placed_on_behalf_of_somebody_in_a_blind_round_only_they_and_those_who_lead_see() -> None:
    hall = Hall(blind=True)
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(hall.facilitator, source="paper", on_behalf=anna.person)
    assert place in anna.records
    assert place in hall.facilitator.records
    assert place not in bashir.records


@pytest.mark.parametrize("source", ["phone", "facilitator", "paper"])
def test_nobody_else_places_on_behalf_of_others(hall: Hall, source: str) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    for whom in (anna, bashir):
        refused = hall.do(anna, "asset.place", **asset(made_id(5), source=source, on_behalf=whom.person))
        assert reason(anna, refused) is Reason.NOT_ALLOWED


def test_what_is_somebody_else_s_never_comes_from_the_facilitator_s_phone(hall: Hall) -> None:
    refused = hall.do(hall.facilitator, "asset.place", **asset(made_id(5), on_behalf=made_id(6)))
    assert reason(hall.facilitator, refused) is Reason.BAD_FIELDS
