"""Merging and taking it back, on random maps: nothing is lost, nobody counts twice, and no trace is left."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kithmap.basics.records import Record
from kithmap.shared_map.joined import children_of, pointed, root_of
from kithmap.sync.content import Content
from tests.support.hall import Hall, Phone, connection, point


class RandomMap:
    """A hall with places, connections and marks of three people, drawn from a seed."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.hall = Hall()
        self.people = [self.hall.join(number) for number in (2, 3, 4)]
        self.places = [
            self.hall.place(
                self.draw.choice(self.people), f"Place {count}", geometry=point(-0.5 + count / 100)
            )
            for count in range(5)
        ]
        for _ in range(5):
            start, end = self.draw.sample(self.places, 2)
            where = self.draw.choice([*self.places, "no_fixed_place"])
            phone = self.draw.choice(self.people)
            self.hall.do(phone, "connection.draw", **connection(phone.new_id(), start, end, where=where))
        for phone in self.people:
            for place in self.draw.sample(self.places, 3):
                self.hall.do(phone, "me_too.add", place=place)

    @property
    def content(self) -> Content:
        return self.hall.host.room.content

    def lead(self, kind: str, **payload: Any) -> None:
        lead = self.hall.facilitator
        operation = self.hall.do(lead, kind, **payload)
        assert operation in lead.accepted, lead.refused

    def picture(self) -> dict[str, tuple[Any, ...]]:
        return {
            record.id: (record.kind, record.audience, record.stands_on, record.fields)
            for record in self.content
        }


def marks_on(content: Content, place: str) -> list[Record]:
    return [record for record in content.standing_on(place) if record.kind == "me_too"]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_a_merge_that_is_taken_back_leaves_no_trace(seed: int) -> None:
    room = RandomMap(seed)
    before = room.picture()
    keep, *others = room.draw.sample(room.places, 3)
    room.lead("places.merge", keep=keep, others=others)
    assert room.picture() != before
    room.lead("places.split", places=others)
    assert room.picture() == before


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_merges_of_merges_are_taken_back_in_turn(seed: int) -> None:
    room = RandomMap(seed)
    first, second, third = room.draw.sample(room.places, 3)
    before = room.picture()
    room.lead("places.merge", keep=second, others=[first])
    between = room.picture()
    room.lead("places.merge", keep=third, others=[second])
    assert root_of(room.content, first) == third
    room.lead("places.split", places=[second])
    assert room.picture() == between
    room.lead("places.split", places=[first])
    assert room.picture() == before


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_a_merged_place_keeps_every_voice_once_and_every_connection_to_elsewhere(seed: int) -> None:
    room = RandomMap(seed)
    keep, *others = room.draw.sample(room.places, 3)
    all_of_them = {keep, *others}
    content = room.content
    kept = content.get(keep)
    assert kept is not None
    voices = {mark.author for place in all_of_them for mark in marks_on(content, place)}
    voices |= {place.author for each in others if (place := content.get(each)) is not None}
    lines = {
        record.id for record in content.of_kind("connection") if not set(record.stands_on) <= all_of_them
    }
    room.lead("places.merge", keep=keep, others=others)
    after = [mark.author for mark in marks_on(content, keep)]
    assert sorted(filter(None, after)) == sorted(filter(None, voices - {kept.author}))
    assert {record.id for record in content.of_kind("connection")} == lines
    assert not any(set(record.stands_on) & set(others) for record in content.of_kind("connection"))
    assert {child.id for child in children_of(content, keep)} == set(others)


def two_joined(hall: Hall, anna: Phone, bashir: Phone) -> tuple[str, str]:
    keep, other = hall.place(anna, "Fern Hall"), hall.place(bashir, "The Fern Hall")
    hall.do(hall.facilitator, "places.merge", keep=keep, others=[other])
    return keep, other


def test_removing_the_kept_place_takes_nobody_elses_place_away() -> None:
    hall = Hall()
    anna, bashir, cat = hall.join(2), hall.join(3), hall.join(4)
    keep, other = two_joined(hall, anna, bashir)
    hall.do(cat, "me_too.add", place=keep)
    hall.do(anna, "place.remove", place=keep)
    assert keep not in cat.records
    assert "merged" not in cat.records[other]["fields"]
    hall.do(anna, "place.restore", place=keep)
    assert {keep, other} <= cat.records.keys()
    assert [mark.author for mark in marks_on(hall.host.room.content, keep)] == [cat.person]
    assert marks_on(hall.host.room.content, other) == []


def test_a_connection_that_was_removed_before_a_merge_comes_back_at_the_kept_place() -> None:
    hall = Hall()
    anna, bashir = hall.join(2), hall.join(3)
    other, keep = hall.place(anna, "The Fern Hall"), hall.place(bashir, "Fern Hall")
    end, line = hall.place(anna, "Park", geometry=point(-0.4)), anna.new_id()
    hall.do(anna, "connection.draw", **connection(line, other, end, where=other))
    hall.do(anna, "connection.remove", connection=line)
    hall.do(hall.facilitator, "places.merge", keep=keep, others=[other])
    hall.do(anna, "connection.restore", connection=line)
    fields = bashir.records[line]["fields"]
    assert (fields["start"], fields["end"], fields["where"]) == (keep, end, keep)
    assert fields["drawn"] == {"start": other, "end": end, "where": other}


def test_a_merged_place_that_its_author_removed_and_brought_back_stands_alone_if_the_kept_one_is_gone() -> (
    None
):
    hall = Hall()
    anna, bashir = hall.join(2), hall.join(3)
    keep, other = two_joined(hall, anna, bashir)
    hall.do(bashir, "place.remove", place=other)
    hall.do(anna, "place.remove", place=keep)
    hall.do(bashir, "place.restore", place=other)
    assert "merged" not in anna.records[other]["fields"]


def test_what_others_did_with_a_place_stays_where_it_is_when_its_author_withdraws() -> None:
    hall = Hall()
    anna, bashir, cat = hall.join(2), hall.join(3), hall.join(4)
    keep, other = hall.place(anna, "Fern Hall"), hall.place(bashir, "The Fern Hall")
    end, line = hall.place(anna, "Park", geometry=point(-0.4)), cat.new_id()
    third = hall.place(anna, "Fern hall again")
    hall.do(cat, "connection.draw", **connection(line, other, end))
    hall.do(cat, "me_too.add", place=other)
    hall.do(hall.facilitator, "places.merge", keep=keep, others=[other])
    hall.do(bashir, "person.withdraw", person=bashir.person)
    hall.do(hall.facilitator, "places.merge", keep=third, others=[keep])
    content = hall.host.room.content
    found = content.get(line)
    assert found is not None
    assert found.stands_on == (third, end)
    assert [mark.author for mark in marks_on(content, third)] == [cat.person]
    assert (again := pointed(content, found)) is not None
    assert again.stands_on == (third, end)
