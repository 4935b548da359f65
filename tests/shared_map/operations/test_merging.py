import pytest

from tests.support.hall import Hall, agrees, asset, connection, point
from tests.support.moderation import done


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_the_original_stays_with_its_author_and_the_facilitators_and_says_where_it_went(hall: Hall) -> None:
    anna, bashir, cat = hall.join(2), hall.join(3), hall.join(4)
    keep, other = hall.place(anna), hall.place(bashir, "The Fern Hall")
    done(hall, hall.facilitator, "places.merge", keep=keep, others=[other])
    assert other not in cat.records
    assert bashir.records[other]["fields"]["merged"]["into"] == keep
    assert hall.facilitator.records[other]["fields"]["title"] == "The Fern Hall"
    agrees(hall, anna, bashir, cat, hall.facilitator)


def test_a_connection_to_the_other_place_leads_to_the_kept_one_and_a_line_between_them_is_laid_away(
    hall: Hall,
) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    keep, other = hall.place(anna), hall.place(bashir, "The Fern Hall")
    park, line, between = hall.place(anna, "Park", geometry=point(-0.4)), anna.new_id(), anna.new_id()
    hall.do(anna, "connection.draw", **connection(line, other, park))
    hall.do(anna, "connection.draw", **connection(between, keep, other))
    done(hall, hall.facilitator, "places.merge", keep=keep, others=[other])
    assert bashir.records[line]["stands_on"] == [keep, park]
    assert between not in bashir.records
    done(hall, hall.facilitator, "places.split", places=[other])
    assert bashir.records[line]["stands_on"] == [other, park]
    assert "drawn" not in bashir.records[line]["fields"]
    assert between in bashir.records
    agrees(hall, anna, bashir, hall.facilitator)


def test_a_person_counts_once_and_whoever_placed_the_other_one_counts(hall: Hall) -> None:
    anna, bashir, cat = hall.join(2), hall.join(3), hall.join(4)
    keep, other = hall.place(anna), hall.place(bashir, "The Fern Hall")
    for place in (keep, other):
        hall.do(cat, "me_too.add", place=place)
    hall.do(anna, "me_too.add", place=other)
    done(hall, hall.facilitator, "places.merge", keep=keep, others=[other])
    marks = {key for key, record in cat.records.items() if record["kind"] == "me_too"}
    assert marks == {f"{keep}:{bashir.person}", f"{keep}:{cat.person}"}
    done(hall, hall.facilitator, "places.split", places=[other])
    marks = {key for key, record in cat.records.items() if record["kind"] == "me_too"}
    assert marks == {f"{keep}:{cat.person}", f"{other}:{cat.person}", f"{other}:{anna.person}"}


def test_what_a_facilitator_entered_gives_the_facilitator_no_voice(hall: Hall) -> None:
    anna = hall.join(2)
    keep, paper = hall.place(anna), hall.place(hall.facilitator, "Fern hall", source="paper")
    done(hall, hall.facilitator, "places.merge", keep=keep, others=[paper])
    assert not [record for record in anna.records.values() if record["kind"] == "me_too"]


def test_whoever_had_it_placed_on_their_behalf_counts(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    keep = hall.place(anna)
    paper = hall.place(hall.facilitator, "Fern hall", source="paper", on_behalf=bashir.person)
    done(hall, hall.facilitator, "places.merge", keep=keep, others=[paper])
    marks = {key for key, record in anna.records.items() if record["kind"] == "me_too"}
    assert marks == {f"{keep}:{bashir.person}"}
    agrees(hall, anna, bashir, hall.facilitator)


def test_a_joined_place_takes_no_changes_and_new_lines_lead_to_the_kept_one(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    keep, other = hall.place(anna), hall.place(bashir, "The Fern Hall")
    park, line = hall.place(anna, "Park", geometry=point(-0.4)), bashir.new_id()
    done(hall, hall.facilitator, "places.merge", keep=keep, others=[other])
    edit = hall.do(bashir, "asset.edit", place=other, set={"title": "Mine"})
    assert bashir.refused[edit].reason == "changed_since"
    assert hall.do(bashir, "place.move", place=other, geometry=point()) in bashir.refused
    done(hall, bashir, "connection.draw", **connection(line, other, park, where=other))
    assert anna.records[line]["stands_on"] == [keep, park]
    assert anna.records[line]["fields"]["where"] == keep
    between = hall.do(bashir, "connection.draw", **connection(bashir.new_id(), other, keep))
    assert bashir.refused[between].reason == "changed_since"
    done(hall, bashir, "connection.edit", connection=line, set={"where": park})
    done(hall, hall.facilitator, "places.split", places=[other])
    assert anna.records[line]["fields"]["where"] == park
    assert anna.records[line]["stands_on"] == [other, park]


def test_a_merge_is_refused_for_what_was_changed_meanwhile_joined_already_or_one_and_the_same(
    hall: Hall,
) -> None:
    lead, anna = hall.facilitator, hall.join(2)
    first, second, third = (hall.place(anna, title) for title in ("A", "B", "C"))
    version = lead.records[first]["version"]
    done(hall, anna, "asset.edit", place=first, set={"title": "AA"})
    late = hall.do(lead, "places.merge", keep=first, others=[second], versions={first: version})
    assert lead.refused[late].reason == "changed_since"
    done(hall, lead, "places.merge", keep=first, others=[second])
    assert hall.do(lead, "places.merge", keep=third, others=[second]) in lead.refused
    assert hall.do(lead, "places.merge", keep=third, others=[third]) in lead.refused
    assert hall.do(anna, "places.merge", keep=first, others=[third]) in anna.refused


def test_splitting_what_is_not_joined_changes_nothing(hall: Hall) -> None:
    place = hall.place(hall.join(2))
    before = hall.facilitator.records[place]
    done(hall, hall.facilitator, "places.split", places=[place])
    assert hall.facilitator.records[place] == before


def test_what_waits_can_be_joined_with_what_is_shown_and_waits_again_when_split(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    keep = hall.place(anna)
    done(hall, hall.facilitator, "workshop.start_round", blind=False, moderated=True)
    waiting, line = bashir.new_id(), bashir.new_id()
    park = hall.place(hall.facilitator, "Park", geometry=point(-0.4))
    done(hall, bashir, "asset.place", **asset(waiting, "The Fern Hall"))
    done(hall, bashir, "connection.draw", **connection(line, waiting, park))
    done(hall, hall.facilitator, "places.merge", keep=keep, others=[waiting])
    assert line not in anna.records, "nobody has looked at the connection yet"
    done(hall, hall.facilitator, "place.approve", ids=[line])
    assert anna.records[line]["stands_on"] == [keep, park]
    done(hall, hall.facilitator, "places.split", places=[waiting])
    assert bashir.records[waiting]["fields"]["review"] == {"state": "waiting"}
    assert line not in anna.records


def test_that_two_places_are_not_the_same_is_said_once_for_those_who_lead(hall: Hall) -> None:
    lead, anna = hall.facilitator, hall.join(2)
    one, other = hall.place(anna, "A"), hall.place(anna, "B")
    done(hall, lead, "places.keep_apart", one=one, other=other)
    done(hall, lead, "places.keep_apart", one=other, other=one)
    kept = [record for record in lead.records.values() if record["kind"] == "apart"]
    assert [record["stands_on"] for record in kept] == [sorted([one, other])]
    assert not [record for record in anna.records.values() if record["kind"] == "apart"]
    assert hall.do(lead, "places.keep_apart", one=one, other=one) in lead.refused
