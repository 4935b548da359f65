import pytest

from kithmap.basics.actors import Role
from kithmap.photos.model import may_see, photos_in_use
from kithmap.shared_map.exports import Reader
from tests.support.hall import Hall, made_id, photo

PHOTO = made_id(99)


def with_photo(hall: Hall, **details: str) -> str:
    """Let Anna, person 2, put a place with a photo on the map; return her id."""
    anna = hall.join(2)
    hall.do(anna, "place.set_photo", place=hall.place(anna, **details), photo=photo(PHOTO))
    return anna.person


@pytest.mark.parametrize(
    ("visibility", "precision", "blind", "sees"),
    [
        ("partners", "exact", False, "author leads other researcher projector"),
        ("room", "exact", False, "author leads other projector"),
        ("facilitators", "exact", False, "author leads"),
        ("partners", "exact", True, "author leads"),
        ("public", "street", False, "author leads other projector"),
    ],
)
def test_a_photo_is_for_whoever_may_see_its_place(
    visibility: str, precision: str, blind: bool, sees: str
) -> None:
    hall = Hall(blind=blind)
    anna = with_photo(hall, visibility=visibility, precision=precision)
    readers = {
        "author": Reader(Role.PARTICIPANT, anna),
        "leads": Reader(Role.FACILITATOR, made_id(7)),
        "other": Reader(Role.PARTICIPANT, made_id(8)),
        "researcher": Reader(Role.RESEARCHER, made_id(9)),
        "projector": Reader(Role.PROJECTOR),
    }
    content = hall.host.room.content
    assert {name for name, reader in readers.items() if may_see(content, PHOTO, reader)} == set(sees.split())


def test_a_photo_that_stands_on_no_place_is_for_nobody() -> None:
    hall = Hall()
    with_photo(hall)
    leads = Reader(Role.FACILITATOR, made_id(7))
    assert not may_see(hall.host.room.content, made_id(98), leads)


def test_a_removed_place_takes_its_photo_out_of_use_and_brings_it_back() -> None:
    hall = Hall()
    anna = hall.join(2)
    place = hall.place(anna)
    hall.do(anna, "place.set_photo", place=place, photo=photo(PHOTO))
    assert photos_in_use(hall.host.room.content) == {PHOTO}
    hall.do(anna, "place.remove", place=place)
    assert photos_in_use(hall.host.room.content) == frozenset()
    hall.do(anna, "place.restore", place=place)
    assert photos_in_use(hall.host.room.content) == {PHOTO}
