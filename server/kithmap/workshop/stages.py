"""A stage that begins, and how long one has lasted."""

from datetime import datetime
from typing import Any

from kithmap.basics.clock import from_iso, iso
from kithmap.basics.records import Record
from kithmap.workshop.model import Life, Stage, life_of

STEP = "step"
PROMPT = "prompt"
"""Fields that a workshop's record has once it follows a run sheet: the step it is at, and what the hall reads. Both may be null."""


def begin_stage(workshop: Record, stage: Stage, minutes: int | None, at: datetime) -> dict[str, Any]:
    """Return the fields of a stage that begins.

    A step of a run sheet ends with the stage it belongs to: whoever goes on by the sheet says the new step after this.

    Args:
        workshop: its record until now.
        stage: the one that begins.
        minutes: how long it is to last; None for as long as it takes.
        at: when it begins.
    """
    return {
        "stage": stage.value,
        "stage_since": iso(at),
        "stage_minutes": minutes,
        "paused_at": None,
        # A log from before there were run sheets replays to what it was.
        **{name: None for name in (STEP, PROMPT) if name in workshop.fields},
    }


def move_stage(workshop: Record, stage: Stage, minutes: int | None, at: datetime) -> Record:
    """Return the workshop's record with another stage; its clock stands still where the workshop is paused."""
    begun = begin_stage(workshop, stage, minutes, at)
    stopped = begun["stage_since"] if life_of(workshop) is Life.PAUSED else None
    return workshop.with_fields(**{**begun, "paused_at": stopped})


def seconds_gone(workshop: Record, at: datetime) -> float:
    """Return for how many seconds the stage has gone on at a moment, pauses taken off."""
    stopped: str | None = workshop.fields["paused_at"]
    until = at if stopped is None else from_iso(stopped)
    return max(0.0, (until - from_iso(workshop.fields["stage_since"])).total_seconds())
