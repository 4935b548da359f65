from typing import Any

import pytest

from kithmap.basics.errors import Reason
from tests.support.hall import Hall, Phone, connection, made_id


@pytest.fixture
def hall() -> Hall:
    return Hall()


@pytest.fixture
def anna(hall: Hall) -> Phone:
    return hall.join(2)


@pytest.fixture
def ends(hall: Hall, anna: Phone) -> tuple[str, str]:
    return hall.place(anna, "Hall"), hall.place(anna, "Park")


def test_a_connection_holds_how_where_why_and_what_happens(
    hall: Hall, anna: Phone, ends: tuple[str, str]
) -> None:
    link = anna.new_id()
    result = {"outcome": "got_help", "words": "They fixed my bike"}
    hall.do(
        anna,
        "connection.draw",
        **connection(link, *ends, where=ends[1], why=["fun", "support", "fun"], result=result),
    )
    fields = anna.records[link]["fields"]
    assert fields["how"] == {"mode": "in_person", "frequency": "weekly", "strength": "steady"}
    assert (fields["where"], fields["why"], fields["result"]) == (ends[1], ["support", "fun"], result)
    assert anna.records[link]["stands_on"] == list(ends)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"why": []}, Reason.BAD_FIELDS),
        ({"why": ["boredom"]}, Reason.BAD_FIELDS),
        ({"how": {"mode": "in_person"}}, Reason.BAD_FIELDS),
        ({"where": "the moon"}, Reason.BAD_FIELDS),
        ({"where": made_id(404)}, Reason.NOT_FOUND),
        ({"end": made_id(404)}, Reason.NOT_FOUND),
    ],
)
def test_a_connection_that_lacks_something_is_refused(
    hall: Hall, anna: Phone, ends: tuple[str, str], wrong: dict[str, Any], reason: Reason
) -> None:
    refused = hall.do(anna, "connection.draw", **{**connection(anna.new_id(), *ends), **wrong})
    assert anna.refused[refused].reason is reason


def test_a_connection_joins_two_different_places(hall: Hall, anna: Phone, ends: tuple[str, str]) -> None:
    refused = hall.do(anna, "connection.draw", **connection(anna.new_id(), ends[0], ends[0]))
    assert anna.refused[refused].reason is Reason.BAD_FIELDS


def test_what_happened_may_be_left_out_and_said_later(hall: Hall, anna: Phone, ends: tuple[str, str]) -> None:
    link = anna.new_id()
    hall.do(anna, "connection.draw", **connection(link, *ends))
    assert anna.records[link]["fields"]["result"] == {"outcome": None, "words": ""}
    hall.do(anna, "connection.edit", connection=link, set={"result": {"outcome": "learned", "words": ""}})
    assert anna.records[link]["fields"]["result"]["outcome"] == "learned"
    assert anna.records[link]["fields"]["why"] == ["support"]


def test_anyone_may_join_places_that_others_added_but_not_change_others_connections(
    hall: Hall, anna: Phone, ends: tuple[str, str]
) -> None:
    bashir = hall.join(3)
    link = bashir.new_id()
    hall.do(bashir, "connection.draw", **connection(link, *ends))
    refused = hall.do(anna, "connection.remove", connection=link)
    assert anna.refused[refused].reason is Reason.NOT_YOURS


def test_a_removed_connection_comes_back_while_both_its_places_are_there(
    hall: Hall, anna: Phone, ends: tuple[str, str]
) -> None:
    link = anna.new_id()
    hall.do(anna, "connection.draw", **connection(link, *ends))
    hall.do(anna, "connection.remove", connection=link)
    hall.do(anna, "place.remove", place=ends[0])
    refused = hall.do(anna, "connection.restore", connection=link)
    assert anna.refused[refused].reason is Reason.REMOVED
    hall.do(anna, "place.restore", place=ends[0])
    hall.do(anna, "connection.restore", connection=link)
    assert link in anna.records


def test_a_connection_is_as_hidden_as_the_more_hidden_of_its_ends(
    hall: Hall, anna: Phone, ends: tuple[str, str]
) -> None:
    bashir, carol = hall.join(3), hall.join(4)
    link = bashir.new_id()
    hall.do(bashir, "connection.draw", **connection(link, *ends))
    hall.do(anna, "asset.edit", place=ends[0], set={"visibility": "facilitators"})
    assert link not in carol.records
    assert link in bashir.records
    hall.do(anna, "asset.edit", place=ends[0], set={"visibility": "room"})
    assert link in carol.records
