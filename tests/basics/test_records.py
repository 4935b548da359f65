import pytest

from kithmap.basics.actors import Role
from kithmap.basics.records import Audience, Record


@pytest.mark.parametrize(
    ("audience", "seen"),
    [
        (Audience.EVERYONE, {"author", "other", "facilitator", "projector"}),
        (Audience.AUTHOR, {"author", "facilitator"}),
        (Audience.LEADING, {"facilitator"}),
        (Audience.OWN, {"author"}),
        (Audience.SCREEN, {"facilitator", "projector"}),
    ],
)
def test_an_audience_says_who_sees_a_record(audience: Audience, seen: set[str]) -> None:
    record = Record("asset", "a", "author", audience, {})
    people = {
        "author": Role.PARTICIPANT,
        "other": Role.PARTICIPANT,
        "facilitator": Role.FACILITATOR,
        "projector": Role.PROJECTOR,
    }
    assert {person for person, role in people.items() if record.seen_by(person, role)} == seen


def test_replacing_fields_leaves_the_record_as_it_was() -> None:
    before = Record("asset", "a", None, Audience.EVERYONE, {"title": "Hall", "note": ""})
    after = before.with_fields(title="Park")
    assert (before.fields["title"], after.fields) == ("Hall", {"title": "Park", "note": ""})


def test_what_is_its_author_s_alone_is_not_told_to_those_who_lead_even_of_their_own() -> None:
    assert not Record("rating", "a", "lou", Audience.OWN, {}).seen_by("lou", Role.FACILITATOR)
