from typing import Any

import pytest
from starlette.datastructures import FormData

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.choices import Where
from kithmap.bringing_in.model import Coordinates
from kithmap.bringing_in.pages.forms import Sent, choices_of
from kithmap.shared_map.model import Visibility
from tests.bringing_in.desk import TABLE, Desk
from tests.bringing_in.tables import GROUND, table
from tests.support.hall import made_id
from tests.support.installation import Installation

CELLS = table("name kind x y shape", ("Hall", "club", 1, 2, "POINT (1 2)"))
FILLED = {
    "title": "0",
    "note": "",
    "kind": "1",
    "where": "numbers",
    "x": "2",
    "y": "3",
    "coordinates": "british_grid",
}


def given(*fields: tuple[str, str]) -> Sent:
    return Sent(FormData(list(fields)), "", (CELLS,), "", made_id(1))


def filled(**more: str) -> Sent:
    return given(*{**FILLED, **more}.items())


def test_a_form_that_is_filled_in_says_how_to_read_the_file() -> None:
    choices = choices_of(filled(shapes="points", note="4"), CELLS, GROUND)
    assert (choices.title, choices.note, choices.kind, choices.x, choices.y) == (0, 4, 1, 2, 3)
    assert (choices.where, choices.coordinates, choices.as_points) == (
        Where.NUMBERS,
        Coordinates.BRITISH_GRID,
        True,
    )


def test_words_are_what_stands_beside_them() -> None:
    sent = given(
        *FILLED.items(), ("word", "club"), ("word", ""), ("means", "kind:association"), ("means", "leave_out")
    )
    assert choices_of(sent, CELLS, GROUND).kinds == {"club": "kind:association", "": "leave_out"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": "9"},
        {"title": "-1"},
        {"title": "²"},
        {"title": ""},
        {"x": ""},
        {"note": "name"},
        {"where": "wkt", "wkt": ""},
        {"kind": "", "one_kind": ""},
        {"kind": "", "one_kind": "kind:no_such"},
        {"kind": "", "one_kind": "association"},
        {"word": "club"},
        {"word": "club", "means": "kind:no_such"},
        {"word": "club", "means": ""},
    ],
)
def test_what_is_no_choice_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInputError):
        choices_of(filled(**wrong), CELLS, GROUND)


def test_whose_data_it_is_and_what_is_ticked_are_read_within_bounds() -> None:
    sent = given(
        ("whose", "  Fern  Council "),
        ("licence", "x" * 999),
        ("rows", "4"),
        ("rows", "two"),
        ("visibility", "everyone"),
    )
    assert sent.provenance["whose"] == "Fern Council"
    assert len(sent.provenance["licence"]) == 300
    assert sent.rows == {4}
    assert sent.visibility is Visibility.PARTNERS


@pytest.mark.parametrize("wrong", [{"packed": ""}, {"packed": "x"}, {"batch": "x"}, {"batch": ""}])
def test_what_did_not_come_back_whole_is_refused_on_every_page(
    installation: Installation, wrong: dict[str, str]
) -> None:
    desk = Desk(installation)
    form = desk.columns(TABLE).set(**wrong)
    for step in ("layer", "columns", "kinds", "preview", "take"):
        answer = desk.send(form, f"{desk.path}/{step}")
        assert answer.status_code == 422
        assert "did not come back whole" in answer.text
