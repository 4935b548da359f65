from typing import Any

from kithmap.agreement.items import ANSWERS
from kithmap.agreement.model import Choice
from kithmap.agreement.operations.rating import GiveRating
from kithmap.basics.actors import Actor, Role
from kithmap.basics.operations import Asked
from kithmap.basics.records import Put, View
from tests.agreement.room import AgreeingHall
from tests.support.hall import NOON, agrees, made_id


def opened(hall: AgreeingHall, **more: Any) -> str:
    item = hall.propose(**more)
    hall.take_up(item)
    hall.lead("rating.open", item=item, revision=0)
    return item


def test_only_the_number_of_answers_is_shown_before_it_is_closed(hall: AgreeingHall) -> None:
    item = opened(hall)
    anna, bashir = hall.people[:2]
    hall.do(anna, "rating.give", item=item, revision=0, choice="against", reason="Too vague")
    hall.do(bashir, "rating.give", item=item, revision=0, choice="for")
    mine = f"rating:{item}:0:{anna.person}"
    assert anna.records[mine]["fields"]["choice"] == "against"
    for phone in (bashir, hall.facilitator, hall.wall):
        assert mine not in phone.records
    assert hall.fields(f"answers:{item}") == {
        "item": item,
        "revision": 0,
        "answered": 2,
        "may_rate": 12,
        "needed": 8,
    }
    assert f"answers:{item}" in hall.wall.records
    assert f"answers:{item}" not in anna.records
    assert hall.fields(item)["result"] is None


def test_a_change_of_mind_replaces_and_counts_once(hall: AgreeingHall) -> None:
    item = opened(hall)
    for choice in ("for", "against", "strongly_for"):
        hall.do(hall.people[0], "rating.give", item=item, revision=0, choice=choice)
    assert hall.fields(f"answers:{item}")["answered"] == 1
    hall.lead("rating.close", item=item, revision=0)
    assert hall.fields(item)["result"]["counts"]["strongly_for"] == 1
    refused = hall.refusal(hall.people[0], "rating.give", item=item, revision=0, choice="for")
    assert "still count yours" in refused[1]


def test_the_result_shows_counts_reasons_without_names_and_the_arithmetic(hall: AgreeingHall) -> None:
    item = opened(hall)
    for person, (choice, reason) in zip(
        hall.people,
        [("for", "Short"), ("against", "Too vague"), ("for", ""), *[("for", "Short")] * 7],
        strict=False,
    ):
        hall.do(person, "rating.give", item=item, revision=0, choice=choice, reason=reason)
    hall.lead("rating.close", item=item, revision=0)
    result = hall.people[5].records[item]["fields"]["result"]
    assert result["outcome"] == "adopted"
    assert result["reasons"] == [
        {"choice": "for", "text": "Short"},
        {"choice": "against", "text": "Too vague"},
    ]
    assert result["sentence"].endswith("So it is agreed.")
    assert [check["name"] for check in result["checks"]] == ["quorum", "clear", "acceptable", "support"]
    assert not any(person.person in str(result) for person in hall.people)
    agrees(hall, hall.facilitator, *hall.people)


def test_who_cannot_accept_says_why(hall: AgreeingHall) -> None:
    item = opened(hall)
    assert (
        "say why"
        in hall.refusal(hall.people[0], "rating.give", item=item, revision=0, choice="cannot_accept")[1]
    )


def test_whoever_is_not_checked_in_does_not_rate_and_those_who_lead_never(hall: AgreeingHall) -> None:
    item = opened(hall)
    late = hall.join(300)
    given = {"item": item, "revision": 0, "choice": "for"}
    assert "not checked in" in hall.refusal(late, "rating.give", **given)[1]
    assert hall.refusal(hall.facilitator, "rating.give", **given)[0] == "not_allowed"


def test_paper_is_entered_and_marked_and_a_late_one_is_worked_in(hall: AgreeingHall) -> None:
    item = opened(hall)
    for person in hall.people[:7]:
        hall.do(person, "rating.give", item=item, revision=0, choice="for")
    paper, late = hall.people[7], hall.people[8]
    hall.lead("rating.enter", item=item, revision=0, person=paper.person, choice="for")
    hall.lead("rating.close", item=item, revision=0)
    assert (hall.fields(item)["result"]["outcome"], hall.fields(item)["result"]["paper"]) == ("adopted", 1)
    hall.lead(
        "rating.enter", item=item, revision=0, person=late.person, choice="against", source="facilitator"
    )
    result = hall.fields(item)["result"]
    assert (result["counts"]["against"], result["late"], result["paper"]) == (1, 1, 2)
    hall.decide(item)
    entered = {"item": item, "revision": 0, "person": late.person, "choice": "for"}
    assert "decided already" in hall.refusal(hall.facilitator, "rating.enter", **entered)[1]


def test_a_rating_is_of_one_wording(hall: AgreeingHall) -> None:
    item = opened(hall)
    given = {"item": item, "revision": 1, "choice": "for"}
    assert "changed meanwhile" in hall.refusal(hall.people[0], "rating.give", **given)[1]


def test_the_two_questions_are_asked_of_indicators_only(hall: AgreeingHall) -> None:
    term = opened(hall)
    given = {"item": term, "revision": 0, "choice": "for", "matters": 9, "fair": 9}
    assert "indicators only" in hall.refusal(hall.people[0], "rating.give", **given)[1]
    hall.lead("rating.close", item=term, revision=0)
    indicator = hall.propose(type="indicator")
    hall.take_up(indicator)
    hall.rate(indicator, *["for"] * 9, matters=9, fair=2)
    assert hall.fields(indicator)["result"]["outcome"] == "not_adopted"


def test_nothing_is_rated_that_is_not_before_the_room(hall: AgreeingHall) -> None:
    item = hall.propose()
    other = hall.propose(label="park")
    hall.take_up(item)
    hall.take_up(other)
    assert "before the room first" in hall.refusal(hall.facilitator, "rating.open", item=item, revision=0)[1]


class Unlisted:
    """The state of a room, of which nobody may ask for all records of a kind."""

    def __init__(self, under: View) -> None:
        self._under = under

    def __getattr__(self, name: str) -> Any:
        assert name not in {"of_kind", "standing_on", "of_author"}
        return getattr(self._under, name)


def test_an_answer_is_counted_without_going_through_all_who_may_rate(hall: AgreeingHall) -> None:
    item = opened(hall)
    given = GiveRating(item=item, revision=0, choice=Choice.FOR)
    actor = Actor(hall.people[0].person, Role.PARTICIPANT)
    view: Any = Unlisted(hall.host.room.content)
    changes = given.decide(view, Asked(made_id(1), actor, NOON))
    (counted,) = [
        change.record for change in changes if isinstance(change, Put) and change.record.kind == ANSWERS
    ]
    assert counted.fields["answered"] == 1
    assert counted.fields["may_rate"] == 12
