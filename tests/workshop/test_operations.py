from datetime import datetime, timedelta
from typing import Any

import pytest

from kithmap.basics.clock import from_iso, iso
from kithmap.basics.errors import Reason
from tests.support.hall import Hall, begin


@pytest.fixture
def hall() -> Hall:
    return Hall()


def workshop(hall: Hall) -> dict[str, Any]:
    fields: dict[str, Any] = hall.facilitator.records["workshop"]["fields"]
    return fields


def test_a_workshop_is_begun_once(hall: Hall) -> None:
    refused = hall.do(hall.facilitator, "workshop.begin", **begin())
    assert hall.facilitator.refused[refused].reason is Reason.ALREADY_THERE


def test_a_pause_is_told_with_its_reason_and_ends_when_it_is_opened_again(hall: Hall) -> None:
    hall.do(hall.facilitator, "workshop.pause", because="Tea until four")
    assert (workshop(hall)["life"], workshop(hall)["paused_because"]) == ("paused", "Tea until four")
    refused = hall.do(hall.facilitator, "workshop.pause")
    assert hall.facilitator.refused[refused].reason is Reason.NOT_OPEN
    hall.do(hall.facilitator, "workshop.open")
    assert (workshop(hall)["life"], workshop(hall)["paused_because"]) == ("open", None)


def test_a_closed_workshop_takes_nothing_until_it_is_opened_again(hall: Hall) -> None:
    hall.do(hall.facilitator, "workshop.close")
    assert (workshop(hall)["life"], workshop(hall)["stage"]) == ("closed", "closed")
    asked: list[tuple[str, dict[str, Any]]] = [
        ("workshop.open", {}),
        ("workshop.move_to_stage", {"stage": "places"}),
        ("workshop.start_round", {"blind": True}),
    ]
    for kind, payload in asked:
        refused = hall.do(hall.facilitator, kind, **payload)
        assert hall.facilitator.refused[refused].reason is Reason.CLOSED
    hall.do(hall.facilitator, "workshop.reopen", stage="connections")
    assert (workshop(hall)["life"], workshop(hall)["stage"]) == ("open", "connections")


def test_a_workshop_ends_by_closing_and_not_by_a_stage(hall: Hall) -> None:
    for kind in ("workshop.move_to_stage", "workshop.reopen"):
        if kind == "workshop.reopen":
            hall.do(hall.facilitator, "workshop.close")
        refused = hall.do(hall.facilitator, kind, stage="closed")
        assert hall.facilitator.refused[refused].reason is Reason.BAD_FIELDS


def test_an_open_workshop_cannot_be_reopened(hall: Hall) -> None:
    refused = hall.do(hall.facilitator, "workshop.reopen")
    assert hall.facilitator.refused[refused].reason is Reason.ALREADY_THERE


def test_rounds_are_counted(hall: Hall) -> None:
    hall.do(hall.facilitator, "workshop.start_round", blind=True)
    assert workshop(hall)["round"] == {"number": 2, "blind": True, "revealed": False}


def test_a_stage_knows_since_when_it_goes_on_and_how_long_it_is_to_last(hall: Hall) -> None:
    begun = move(hall, "connections", minutes=20)
    assert (workshop(hall)["stage_since"], workshop(hall)["stage_minutes"]) == (iso(begun), 20)
    wait(hall, minutes=5)
    move(hall, "connections", minutes=25)
    assert (workshop(hall)["stage_since"], workshop(hall)["stage_minutes"]) == (iso(begun), 25)
    again = move(hall, "places")
    assert (workshop(hall)["stage_since"], workshop(hall)["stage_minutes"]) == (iso(again), None)


def test_a_pause_does_not_count_towards_its_stage(hall: Hall) -> None:
    begun = move(hall, "connections", minutes=20)
    wait(hall, minutes=5)
    hall.do(hall.facilitator, "workshop.pause")
    paused = hall.host.now
    assert workshop(hall)["paused_at"] == iso(paused)
    wait(hall, minutes=10)
    hall.do(hall.facilitator, "workshop.open")
    assert from_iso(workshop(hall)["stage_since"]) == begun + (hall.host.now - paused)
    assert workshop(hall)["paused_at"] is None


def test_the_clock_of_a_stage_that_is_chosen_in_a_pause_starts_when_the_pause_ends(hall: Hall) -> None:
    hall.do(hall.facilitator, "workshop.pause")
    wait(hall, minutes=10)
    move(hall, "connections", minutes=20)
    wait(hall, minutes=10)
    hall.do(hall.facilitator, "workshop.open")
    assert workshop(hall)["stage_since"] == iso(hall.host.now)


def test_a_closed_workshop_has_no_clock_that_runs_and_a_reopened_one_begins_anew(hall: Hall) -> None:
    move(hall, "connections", minutes=20)
    hall.do(hall.facilitator, "workshop.pause")
    hall.do(hall.facilitator, "workshop.close")
    assert (workshop(hall)["stage_minutes"], workshop(hall)["paused_at"]) == (None, None)
    wait(hall, minutes=60)
    hall.do(hall.facilitator, "workshop.reopen", stage="connections")
    assert workshop(hall)["stage_since"] == iso(hall.host.now)


@pytest.mark.parametrize("minutes", [0, -5, 601, 2.5, "20"])
def test_a_stage_lasts_whole_minutes_up_to_ten_hours(hall: Hall, minutes: Any) -> None:
    refused = hall.do(hall.facilitator, "workshop.move_to_stage", stage="places", minutes=minutes)
    assert hall.facilitator.refused[refused].reason is Reason.BAD_FIELDS


def move(hall: Hall, stage: str, minutes: int | None = None) -> datetime:
    """Move the room, and return when that was."""
    hall.do(hall.facilitator, "workshop.move_to_stage", stage=stage, minutes=minutes)
    return hall.host.now


def wait(hall: Hall, minutes: int) -> None:
    hall.host.now += timedelta(minutes=minutes)
