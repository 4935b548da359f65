from typing import Any

import pytest

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
    for kind, payload in [
        ("workshop.open", {}),
        ("workshop.move_to_stage", {"stage": "places"}),
        ("workshop.start_round", {"blind": True}),
    ]:
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
