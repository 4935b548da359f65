from datetime import timedelta

from kithmap.basics.clock import iso
from kithmap.basics.records import Audience, Record
from kithmap.workshop.model import Stage
from kithmap.workshop.stages import begin_stage, move_stage, seconds_gone
from tests.support.hall import NOON


def workshop(**fields: object) -> Record:
    begun = {
        "life": "open",
        "stage": "lobby",
        "stage_since": iso(NOON),
        "stage_minutes": None,
        "paused_at": None,
    }
    return Record("workshop", "workshop", None, Audience.EVERYONE, {**begun, **fields})


def test_a_log_from_before_there_were_run_sheets_knows_of_no_step() -> None:
    assert begin_stage(workshop(), Stage.PLACES, 5, NOON).keys() == {
        "stage", "stage_since", "stage_minutes", "paused_at"
    }  # fmt: skip


def test_a_step_ends_with_its_stage() -> None:
    moved = move_stage(workshop(step="welcome", prompt="Come in"), Stage.PLACES, 5, NOON)
    assert (moved.fields["step"], moved.fields["prompt"], moved.fields["stage"]) == (None, None, "places")


def test_in_a_pause_the_clock_of_the_next_stage_stands_still() -> None:
    later = NOON + timedelta(minutes=10)
    paused = workshop(life="paused", paused_at=iso(NOON + timedelta(minutes=4)))
    assert seconds_gone(paused, later) == 4 * 60
    assert seconds_gone(workshop(), later) == 10 * 60
    moved = move_stage(paused, Stage.PLACES, 5, later)
    assert seconds_gone(moved, later + timedelta(minutes=9)) == 0
