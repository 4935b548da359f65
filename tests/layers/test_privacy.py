"""Why something is not in an edition, and names that tell nothing."""

import pytest

from kithmap.basics.ids import is_id
from kithmap.layers.model import Edition
from kithmap.layers.privacy import WORDS, Why, feature_id, why_withheld
from kithmap.shared_map.masking import Mask
from tests.support.hall import MASK, Hall, connection

PUBLIC, PARTNERS = Edition.PUBLIC, Edition.PARTNERS


def why(hall: Hall, record: str, edition: Edition) -> Why | None:
    content = hall.host.room.content
    found = content.get(record)
    assert found is not None
    return why_withheld(found, content, edition)


@pytest.mark.parametrize(
    ("visibility", "public", "partners"),
    [
        ("public", None, None),
        ("partners", Why.PARTNERS, None),
        ("room", Why.ROOM, Why.ROOM),
        ("facilitators", Why.FACILITATORS, Why.FACILITATORS),
    ],
)
def test_each_edition_holds_what_authors_gave_to_its_readers(
    visibility: str, public: Why | None, partners: Why | None
) -> None:
    hall = Hall()
    place = hall.place(hall.join(2), visibility=visibility)
    assert (why(hall, place, PUBLIC), why(hall, place, PARTNERS)) == (public, partners)


def test_what_was_placed_blind_is_in_no_edition_before_it_was_shown_to_the_room() -> None:
    hall = Hall(blind=True)
    anna = hall.join(2)
    place = hall.place(anna, visibility="public")
    assert why(hall, place, PARTNERS) is Why.HELD_BACK
    hall.do(hall.facilitator, "places.reveal")
    assert why(hall, place, PARTNERS) is None


def test_what_waits_was_given_back_put_aside_or_joined_is_in_no_edition() -> None:
    hall = Hall()
    anna, lead = hall.join(2), hall.facilitator
    keep, joined, aside = (hall.place(anna, title, visibility="public") for title in ("A", "B", "C"))
    link = anna.new_id()
    hall.do(anna, "connection.draw", **connection(link, keep, aside))
    hall.do(lead, "places.merge", keep=keep, others=[joined])
    hall.do(lead, "place.hide", id=aside)
    hall.do(lead, "workshop.start_round", blind=False, moderated=True)
    waiting, returned = hall.place(anna, "D", visibility="public"), hall.place(anna, "E", visibility="public")
    hall.do(lead, "place.return", id=returned, reason="home")
    found = {each: why(hall, each, PUBLIC) for each in (keep, joined, aside, link, waiting, returned)}
    assert found == {
        keep: None,
        joined: Why.MERGED,
        aside: Why.SET_ASIDE,
        link: Why.SET_ASIDE,
        waiting: Why.WAITING,
        returned: Why.RETURNED,
    }


def test_every_reason_has_its_sentence() -> None:
    assert WORDS.keys() == set(Why)


def test_a_feature_is_named_the_same_always_and_its_name_tells_neither_record_nor_time() -> None:
    first, second = (
        "01900000-0000-7000-8000-000000000001",
        "01900000-0000-7000-8000-000000000002",
    )
    assert is_id(feature_id(MASK, first))
    assert feature_id(MASK, first) == "910f92f3-ca92-8d7d-a376-acba2abae77f"
    assert feature_id(MASK, first)[:8] != feature_id(MASK, second)[:8]
    assert feature_id(Mask(MASK.secret, "another"), first) != feature_id(MASK, first)
