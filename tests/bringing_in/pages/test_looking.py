from html import unescape

import pytest

from kithmap.basics.british_grid import on_british_grid
from kithmap.bringing_in.guesses import MOST_KINDS
from tests.bringing_in.desk import TABLE, Desk, form_in
from tests.bringing_in.test_geojson import collection, feature
from tests.support.bringing_in import brought_in, brought_place
from tests.support.hall import made_id
from tests.support.installation import HOSTILE, Installation


@pytest.fixture
def desk(installation: Installation) -> Desk:
    return Desk(installation)


def test_words_for_kinds_are_shown_with_how_often_they_come_and_what_they_are_taken_for(desk: Desk) -> None:
    page = desk.send(desk.columns(TABLE)).text
    form = form_in(page)
    assert form.values("word") == ["place", "meeting", "service"]
    assert form.values("means") == ["kind:physical_place", "meeting_place", "kind:institution"]
    assert "3 places" in page
    assert form.value("whose") == "Fernside Council"


def test_what_would_come_in_is_shown_with_what_cannot_and_why(desk: Desk) -> None:
    page = unescape(desk.preview(TABLE))
    assert "4 places of <bdi>places.csv</bdi> can come in. Nothing has been changed yet." in page
    assert "outside the area" in page
    assert "It has no title." in page
    assert "Rows 6" in page
    assert desk.places() == []


def test_where_all_are_of_one_kind_nothing_more_is_asked(desk: Desk) -> None:
    page = desk.send(desk.columns(TABLE, kind="", one_kind="kind:association")).text
    assert "What would come in" in page
    assert "A group or club" in page


def test_what_is_on_the_map_already_is_told(desk: Desk) -> None:
    library = brought_place(
        made_id(901), "The Library", geometry={"type": "Point", "coordinates": [-0.73, 52.67]}
    )
    desk.installation.ask(desk.workshop, "places.bring_in", **brought_in(made_id(700), library))
    page = unescape(desk.preview(TABLE))
    assert "like one on the map" in page
    assert "The Library</bdi>, 0 m away" in page


def test_metres_that_do_not_say_so_are_found_out(desk: Desk) -> None:
    metres = on_british_grid(-0.73, 52.67)
    assert metres is not None
    form = desk.columns(
        "Name,Easting,Northing\nHall,{:.1f},{:.1f}\n".format(*metres), one_kind="meeting_place"
    )
    assert form.value("coordinates") == "british_grid"
    assert "1 place of" in desk.send(form).text
    wrong = desk.send(form.set(coordinates="degrees")).text
    assert "is no position in these coordinates" in wrong


def test_a_file_in_other_coordinates_than_was_said_is_warned_of(desk: Desk) -> None:
    form = desk.columns("Name,lon,lat\nHall,-0.73,52.67\n", one_kind="meeting_place", coordinates="swapped")
    assert "None of these places lies near the area." in desk.send(form).text


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ({"whose": ""}, "Please say whose data it is."),
        ({"licence": " "}, "on what terms"),
        ({"day": ""}, "of which day"),
        ({"day": "yesterday"}, "day"),
        ({"kind": "", "one_kind": ""}, "Please choose one of the kinds"),
        ({"title": "99"}, "Please choose a column"),
    ],
)
def test_what_is_missing_is_asked_for_again_with_all_that_was_typed(
    desk: Desk, missing: dict[str, str], says: str
) -> None:
    answer = desk.send(desk.columns(TABLE, **missing))
    assert answer.status_code == 422
    assert says in unescape(answer.text)
    again = form_in(answer.text)
    assert again.value("attribution") == "Contains public sector information"
    assert again.action.endswith("/kinds")


def test_too_many_words_for_kinds_are_refused_with_the_way_out(desk: Desk) -> None:
    rows = "".join(f"Hall {each},kind {each},52.67,-0.73\n" for each in range(MOST_KINDS + 1))
    answer = desk.send(desk.columns(f"Name,Type,Lat,Lon\n{rows}", kind="1"))
    assert answer.status_code == 422
    assert f"There are {MOST_KINDS + 1} different words in the column" in answer.text


def test_one_can_go_back_to_the_columns_with_what_was_chosen(desk: Desk) -> None:
    kinds = form_in(desk.send(desk.columns(TABLE, note="")).text)
    page = desk.send(kinds, f"{desk.path}/columns").text
    form = form_in(page)
    assert (form.value("note"), form.value("whose")) == ("", "Fernside Council")
    preview = form_in(desk.preview(TABLE))
    assert form_in(desk.send(preview, f"{desk.path}/columns").text).value("day") == "2026-03-01"


def test_a_choice_that_is_none_does_not_reach_the_map(desk: Desk) -> None:
    kinds = form_in(desk.send(desk.columns(TABLE)).text)
    answer = desk.send(kinds.set(means="kind:no_such", word="place"))
    assert answer.status_code == 422


def test_whatever_a_file_says_is_words_on_every_page(desk: Desk) -> None:
    hostile = collection(*[feature(name=HOSTILE, kind=f"{HOSTILE}{each}", note=HOSTILE) for each in range(2)])
    kinds = desk.send(desk.columns(hostile, whose=HOSTILE)).text
    preview = desk.preview(hostile, whose=HOSTILE)
    for page in (kinds, preview):
        assert "<script>alert" not in page
        assert "{{ 7*7 }}" in page
