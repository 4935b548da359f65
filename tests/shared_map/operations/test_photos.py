from typing import Any

import pytest

from kithmap.basics.errors import Reason
from tests.support.hall import Hall, made_id, photo


@pytest.fixture
def hall() -> Hall:
    return Hall()


def fields(hall: Hall, place: str) -> dict[str, Any]:
    record = hall.host.room.content.get(place)
    assert record is not None
    return dict(record.fields)


def test_a_photo_stands_on_its_place_with_words_for_who_cannot_see_it(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    hall.do(anna, "place.set_photo", place=place, photo=photo(made_id(9), alt="  A red door "))
    assert fields(hall, place)["photo"] == photo(made_id(9))


def test_the_same_photo_again_changes_nothing_for_the_answer_may_have_been_lost(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    versions = set()
    for _ in range(2):
        hall.do(anna, "place.set_photo", place=place, photo=photo(made_id(9)))
        versions.add(anna.records[place]["version"])
    assert len(versions) == 1
    assert len(anna.accepted) == 3


def test_a_photo_is_taken_away_and_brought_back_unless_somebody_changed_it_since(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    first, second = photo(made_id(8)), photo(made_id(9))
    hall.do(anna, "place.set_photo", place=place, photo=first)
    hall.do(anna, "place.remove_photo", place=place)
    assert fields(hall, place)["photo"] is None
    hall.do(anna, "place.set_photo", place=place, photo=first, expected={"photo": None})
    assert fields(hall, place)["photo"] == first
    hall.do(hall.facilitator, "place.set_photo", place=place, photo=second)
    late = hall.do(anna, "place.remove_photo", place=place, expected={"photo": first})
    assert anna.refused[late].reason is Reason.CHANGED_SINCE
    assert fields(hall, place)["photo"] == second


@pytest.mark.parametrize("kind", ["place.set_photo", "place.remove_photo"])
def test_only_the_author_and_who_leads_may_change_a_photo(hall: Hall, kind: str) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    hall.do(hall.facilitator, "place.set_photo", place=place, photo=photo(made_id(8)))
    payload = {"photo": photo(made_id(9))} if kind == "place.set_photo" else {}
    refused = hall.do(bashir, kind, place=place, **payload)
    assert bashir.refused[refused].reason is Reason.NOT_YOURS
    assert fields(hall, place)["photo"] == photo(made_id(8))


def test_nothing_is_said_of_a_place_that_one_may_not_see(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna, visibility="facilitators")
    refused = hall.do(bashir, "place.remove_photo", place=place)
    assert bashir.refused[refused].reason is Reason.NOT_FOUND


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "../../kithmap.sqlite"},
        {"width": 0},
        {"height": 1601},
        {"alt": "x" * 201},
        {"type": "image/svg+xml"},
    ],
)
def test_what_is_no_photo_of_ours_is_refused(hall: Hall, wrong: dict[str, Any]) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    refused = hall.do(anna, "place.set_photo", place=place, photo=photo(made_id(9), **wrong))
    assert anna.refused[refused].reason is Reason.BAD_FIELDS
