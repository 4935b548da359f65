"""A room that is led by a run sheet: where it is, what everyone reads, and what was other than planned."""

from datetime import timedelta
from typing import Any

import pytest

from kithmap.basics.clock import iso
from kithmap.basics.errors import Reason
from tests.support.hall import Hall, Phone
from tests.support.run_sheets import run_sheet, sheet_step

Json = dict[str, Any]


@pytest.fixture
def hall() -> Hall:
    """An open workshop in the lobby that follows the evening of five steps."""
    hall = Hall(blind=True)
    hall.do(hall.facilitator, "workshop.move_to_stage", stage="lobby")
    hall.do(hall.facilitator, "run_sheet.choose", **run_sheet())
    return hall


def workshop(hall: Hall) -> Json:
    fields: Json = hall.facilitator.records["workshop"]["fields"]
    return fields


def go_to(hall: Hall, step: str, after: float = 0, **fields: Any) -> str:
    """Let some minutes pass, then move the room."""
    hall.host.now += timedelta(minutes=after)
    return hall.do(hall.facilitator, "run_sheet.go_to", step=step, **fields)


def records(phone: Phone, kind: str) -> list[Json]:
    found = (record["fields"] for record in phone.records.values() if record["kind"] == kind)
    return sorted(found, key=lambda fields: (fields.get("at") or fields["ended"], str(fields)))


def departures(hall: Hall) -> list[tuple[str, str, int | None]]:
    return [(each["what"], each["step"], each["minutes"]) for each in records(hall.facilitator, "departure")]


def refused(hall: Hall, kind: str, **payload: Any) -> Reason:
    return hall.facilitator.refused[hall.do(hall.facilitator, kind, **payload)].reason


def test_a_step_moves_the_room_with_its_time_its_words_and_its_rules(hall: Hall) -> None:
    phone = hall.join(2)
    go_to(hall, "places", after=10)
    told = phone.records["workshop"]["fields"]
    assert (told["stage"], told["stage_minutes"], told["step"]) == ("places", 30, "places")
    assert told["prompt"] == "Prompt of places"
    assert told["stage_since"] == iso(hall.host.now)


def test_what_is_for_those_who_lead_is_told_to_nobody_else(hall: Hall) -> None:
    phone = hall.join(2)
    go_to(hall, "look", after=30)
    assert {record["kind"] for record in phone.records.values()} == {"workshop"}
    assert {"run_sheet", "step_taken", "departure"} < {
        record["kind"] for record in hall.facilitator.records.values()
    }


def test_a_sheet_that_is_chosen_before_the_beginning_stands_at_its_first_step() -> None:
    hall = Hall(opened=False)
    hall.do(hall.facilitator, "run_sheet.choose", **run_sheet(sheet_step("places", minutes=25)))
    assert (workshop(hall)["stage"], workshop(hall)["step"], workshop(hall)["stage_minutes"]) == (
        "places",
        "places",
        25,
    )


def test_a_sheet_that_is_chosen_later_stands_where_the_room_is_and_moves_nobody() -> None:
    hall = Hall()
    hall.do(hall.facilitator, "workshop.move_to_stage", stage="connections", minutes=5)
    since = workshop(hall)["stage_since"]
    hall.host.now += timedelta(minutes=3)
    hall.do(hall.facilitator, "run_sheet.choose", **run_sheet())
    assert (workshop(hall)["step"], workshop(hall)["stage_since"]) == ("connections", since)
    assert (workshop(hall)["stage_minutes"], workshop(hall)["prompt"]) == (30, "Prompt of connections")
    hall.do(hall.facilitator, "workshop.move_to_stage", stage="terms")
    hall.do(hall.facilitator, "run_sheet.choose", **run_sheet())
    assert (workshop(hall)["step"], workshop(hall)["prompt"]) == (None, None)


def test_steps_taken_in_their_time_leave_no_departure(hall: Hall) -> None:
    go_to(hall, "places", after=12)
    go_to(hall, "look", after=25)
    go_to(hall, "connections", after=15)
    assert departures(hall) == []
    assert [(each["step"], each["seconds"] // 60) for each in records(hall.facilitator, "step_taken")] == [
        ("welcome", 12),
        ("places", 25),
        ("look", 15),
    ]


def test_more_than_a_third_over_or_under_is_a_departure_and_exactly_a_third_is_none(hall: Hall) -> None:
    go_to(hall, "places", after=14)
    go_to(hall, "look", after=19)
    hall.host.now += timedelta(milliseconds=-1)
    go_to(hall, "connections", after=16)
    assert departures(hall) == [("ran_over", "welcome", 14), ("ran_short", "places", 19)]


def test_a_step_that_is_passed_over_was_skipped_and_so_was_one_left_at_once(hall: Hall) -> None:
    go_to(hall, "look", after=10, reason="We began late")
    go_to(hall, "connections", after=0.5)
    assert departures(hall) == [("skipped", "places", None), ("skipped", "look", None)]
    assert [each["reason"] for each in records(hall.facilitator, "departure")] == ["We began late", None]


def test_going_back_is_a_departure_and_going_on_from_there_skips_nothing_that_was_done(hall: Hall) -> None:
    go_to(hall, "places", after=10)
    go_to(hall, "look", after=30)
    go_to(hall, "places", after=12)
    go_to(hall, "connections", after=30)
    assert departures(hall) == [("went_back", "places", None)]


def test_a_pause_counts_towards_no_step(hall: Hall) -> None:
    hall.do(hall.facilitator, "workshop.pause")
    hall.host.now += timedelta(minutes=30)
    hall.do(hall.facilitator, "workshop.open")
    go_to(hall, "places", after=10)
    hall.do(hall.facilitator, "workshop.pause")
    go_to(hall, "look", after=45)
    assert departures(hall) == [("skipped", "places", None)]
    assert workshop(hall)["paused_at"] == workshop(hall)["stage_since"]


def test_a_slip_of_the_hand_is_taken_back_with_all_it_did(hall: Hall) -> None:
    hall.host.now += timedelta(minutes=3)
    before = dict(workshop(hall))
    go_to(hall, "look")
    assert departures(hall) != []
    go_to(hall, "welcome", after=0.5)
    assert workshop(hall) == before
    assert records(hall.facilitator, "departure") == records(hall.facilitator, "step_taken") == []


def test_a_minute_later_it_was_no_slip(hall: Hall) -> None:
    go_to(hall, "places", after=10)
    go_to(hall, "welcome", after=1.1)
    assert departures(hall)[-2:] == [("ran_short", "places", 1), ("went_back", "welcome", None)]


def test_a_slip_takes_back_the_round_that_it_began_but_never_what_was_shown(hall: Hall) -> None:
    go_to(hall, "places", after=10)
    first = workshop(hall)["round"]
    go_to(hall, "connections", after=30)
    assert workshop(hall)["round"] == {"number": 2, "blind": False, "revealed": False}
    go_to(hall, "places", after=0.5)
    assert workshop(hall)["round"] == first
    go_to(hall, "look", after=30)
    hall.do(hall.facilitator, "places.reveal")
    go_to(hall, "places", after=0.5)
    assert workshop(hall)["round"]["revealed"]


def test_a_round_begins_only_where_a_step_asks_for_other_rules(hall: Hall) -> None:
    number = workshop(hall)["round"]["number"]
    go_to(hall, "places", after=10)
    assert workshop(hall)["round"]["number"] == number
    moderated = run_sheet(sheet_step("a"), sheet_step("b", moderated=True), sheet_step("c"))
    hall.do(hall.facilitator, "run_sheet.choose", **moderated)
    go_to(hall, "b")
    assert workshop(hall)["round"] == {
        "number": number + 1,
        "blind": True,
        "revealed": False,
        "moderated": True,
    }
    go_to(hall, "c")
    assert workshop(hall)["round"]["number"] == number + 1


def test_the_last_step_closes_and_going_back_from_it_opens_again(hall: Hall) -> None:
    go_to(hall, "connections", after=10)
    since = workshop(hall)["stage_since"]
    go_to(hall, "goodbye", after=30)
    assert (workshop(hall)["life"], workshop(hall)["stage"], workshop(hall)["step"]) == (
        "closed",
        "closed",
        "goodbye",
    )
    go_to(hall, "connections", after=0.5)
    assert (workshop(hall)["life"], workshop(hall)["stage_since"]) == ("open", since)
    go_to(hall, "goodbye", after=1)
    go_to(hall, "connections", after=60)
    assert (workshop(hall)["life"], workshop(hall)["stage_since"]) == ("open", iso(hall.host.now))
    assert departures(hall)[-1] == ("went_back", "connections", None)


def test_before_the_room_is_open_steps_are_looked_through_without_a_trace() -> None:
    hall = Hall(opened=False)
    hall.do(hall.facilitator, "run_sheet.choose", **run_sheet())
    go_to(hall, "connections", after=30)
    go_to(hall, "welcome", after=30)
    assert (departures(hall), records(hall.facilitator, "step_taken")) == ([], [])


def test_the_step_that_the_room_is_at_changes_nothing(hall: Hall) -> None:
    since = workshop(hall)["stage_since"]
    go_to(hall, "welcome", after=5)
    assert workshop(hall)["stage_since"] == since


def test_what_the_hall_reads_can_be_replaced_until_the_next_step(hall: Hall) -> None:
    hall.do(hall.facilitator, "prompt.change", prompt="Tea is ready")
    assert workshop(hall)["prompt"] == "Tea is ready"
    hall.do(hall.facilitator, "prompt.change", prompt=None)
    assert workshop(hall)["prompt"] == "Prompt of welcome"
    hall.do(hall.facilitator, "prompt.change", prompt="Tea is ready")
    go_to(hall, "places", after=10)
    assert workshop(hall)["prompt"] == "Prompt of places"


def test_without_a_run_sheet_the_hall_reads_other_words_until_the_next_stage() -> None:
    hall = Hall()
    assert "prompt" not in workshop(hall)
    hall.do(hall.facilitator, "prompt.change", prompt="Look up, please")
    assert workshop(hall)["prompt"] == "Look up, please"
    hall.do(hall.facilitator, "workshop.move_to_stage", stage="reflect")
    assert workshop(hall)["prompt"] is None
    assert refused(hall, "run_sheet.go_to", step="places") is Reason.NOT_FOUND


def test_a_reason_is_given_later_and_taken_back(hall: Hall) -> None:
    operation = go_to(hall, "look", after=10)
    hall.do(hall.facilitator, "workshop.close")
    for given, kept in (("The bus was late", "The bus was late"), (" ", None)):
        hall.do(hall.facilitator, "departure.explain", departure=f"departure:{operation}:0", reason=given)
        assert [each["reason"] for each in records(hall.facilitator, "departure")] == [kept]
    assert refused(hall, "departure.explain", departure="workshop", reason="x") is Reason.NOT_FOUND


def test_only_those_who_lead_go_by_the_sheet(hall: Hall) -> None:
    phone = hall.join(2)
    for kind, payload in (
        ("run_sheet.choose", run_sheet()),
        ("run_sheet.go_to", {"step": "places"}),
        ("prompt.change", {"prompt": "Mine"}),
        ("departure.explain", {"departure": "x", "reason": "y"}),
    ):
        assert phone.refused[hall.do(phone, kind, **payload)].reason is Reason.NOT_ALLOWED


@pytest.mark.parametrize(
    "steps",
    [
        [sheet_step("a"), sheet_step("a")],
        [sheet_step("a"), sheet_step("end", "closed"), sheet_step("b")],
        [sheet_step("end", "closed")],
        [sheet_step("a", minutes=0)],
        [sheet_step("a", colour="red")],
        [sheet_step("A B")],
    ],
)
def test_a_sheet_that_cannot_be_followed_is_refused(hall: Hall, steps: list[Json]) -> None:
    assert refused(hall, "run_sheet.choose", **run_sheet(*steps)) is Reason.BAD_FIELDS


def test_a_closed_workshop_takes_no_sheet_and_no_words(hall: Hall) -> None:
    hall.do(hall.facilitator, "workshop.close")
    assert refused(hall, "run_sheet.choose", **run_sheet()) is Reason.CLOSED
    assert refused(hall, "prompt.change", prompt="x") is Reason.CLOSED
    assert refused(hall, "run_sheet.go_to", step="nowhere") is Reason.NOT_FOUND
