"""Whose words may be told, and that a ground does not tell the secret."""

from dataclasses import replace
from datetime import date

from kithmap.basics.records import Audience, Record
from kithmap.layers.ground import quoted_records
from kithmap.shared_map.masking import Mask
from kithmap.sync.content import Content
from tests.support.grounds import SECRET, ground, mapped
from tests.support.hall import WORKSHOP, Hall


def test_words_may_be_told_of_those_who_agreed_and_of_what_came_from_a_file() -> None:
    hall = Hall()
    anna, bashir = hall.join(2), hall.join(3)
    hers = hall.place(anna)
    hall.place(bashir)
    content = hall.host.room.content
    assert quoted_records(content, {anna.person}) == {hers}
    brought = Record(
        "asset", "file", "lead", Audience.EVERYONE, {"placed": {"blind": False, "source": "brought_in"}}
    )
    assert quoted_records(Content(records=[*content, brought]), set()) == {"file"}


def test_a_ground_does_not_tell_its_secret_where_it_is_written_down() -> None:
    assert SECRET.decode() not in repr(ground(mapped(Hall())))


def test_each_workshop_has_a_mask_of_its_own() -> None:
    hall = mapped(Hall())
    other = replace(hall, source=replace(hall.source, workshop="other", held_on=date(2026, 6, 1)))
    of_two = ground(hall, other)
    assert [of_two.mask(each) for each in of_two.workshops] == [Mask(SECRET, WORKSHOP), Mask(SECRET, "other")]
