"""The run sheet of a workshop: the steps of the guides it follows, put into its log as a whole, and how the evening kept to them.

A guide that is edited later never changes a workshop that is under way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from kithmap.basics.records import Audience, Record, View
from kithmap.guides.model import Guide, Step
from kithmap.workshop.model import Stage

SHEET = "run_sheet"
"""The kind and the id of the one record that holds the steps."""

STEP_TAKEN = "step_taken"
DEPARTURE = "departure"

SHARE_OF_LENGTH = 3
"""A step that took longer or shorter than planned by more than one part in so many is a departure."""

SLIP_SECONDS = 60
"""A step that was left and gone back to within so long was never left: somebody pressed a key too early. And a step that was left again
within so long was skipped, whatever its clock says."""


class Departed(StrEnum):
    """How an evening was another than the run sheet said."""

    SKIPPED = "skipped"
    WENT_BACK = "went_back"
    RAN_OVER = "ran_over"
    RAN_SHORT = "ran_short"


@dataclass(frozen=True, slots=True)
class Departure:
    """One departure from the run sheet.

    Attributes:
        what: how it departed.
        step: the step as the run sheet holds it.
        minutes: how long it took, in whole minutes; None for a step that was not taken or is gone back to.
    """

    what: Departed
    step: Mapping[str, Any]
    minutes: int | None


def sheet_of(guides: Sequence[Guide]) -> dict[str, Any]:
    """Return the run sheet of a workshop that follows guides one after the other, as ``run_sheet.choose`` takes it.

    A step is named by its guide and its key, as two guides may use one key. Closing is the last guide's business alone.
    """
    last = len(guides) - 1
    steps = [
        {**_fields(step), "key": f"{guide.key}.{step.key}"}
        for place, guide in enumerate(guides)
        for step in guide.steps
        if step.stage is not Stage.CLOSED or place == last
    ]
    return {"guides": [guide.title for guide in guides], "steps": steps}


def first_rules(guides: Sequence[Guide]) -> tuple[bool, bool]:
    """Return how the first round of guides goes, as their first step with rules has it: (blind, moderated).

    Where it does not say, people place on their own first, and nobody looks at it beforehand.
    """
    steps = (step for guide in guides for step in guide.steps)
    first = next((step for step in steps if (step.blind, step.moderated) != (None, None)), None)
    if first is None:
        return True, False
    return first.blind is not False, first.moderated is True


def with_first_rules(sheet: Mapping[str, Any], *, blind: bool, moderated: bool) -> dict[str, Any]:
    """Return a run sheet whose first round goes as the facilitator chose; the rounds after it go as their guides say.

    Without this the first step with rules of its own would begin another round and undo the choice.
    """
    steps = list(sheet["steps"])
    for place, step in enumerate(steps):
        ruled = [name for name in ("blind", "moderated") if step[name] is not None]
        if ruled:
            chosen = {"blind": blind, "moderated": moderated}
            steps[place] = {**step, **{name: chosen[name] for name in ruled}}
            break
    return {**sheet, "steps": steps}


def _fields(step: Step) -> dict[str, Any]:
    fields = {**asdict(step), "stage": step.stage.value}
    del fields["again"]
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def find_step(sheet: Record, key: str | None) -> Mapping[str, Any] | None:
    """Return a step of a run sheet."""
    return next((step for step in sheet.fields["steps"] if step["key"] == key), None)


def place_in(sheet: Record, key: str | None) -> int:
    """Return the place of a step in the run sheet, from 0; -1 where it holds none of this key."""
    return next((place for place, step in enumerate(sheet.fields["steps"]) if step["key"] == key), -1)


def taken_steps(view: View) -> list[Record]:
    """Return the steps that are over, in the order in which they were left."""
    return sorted(view.of_kind(STEP_TAKEN), key=lambda record: (record.fields["ended"], record.id))


def own_record(kind: str, record_id: str, fields: Mapping[str, Any]) -> Record:
    """Return a record of the run sheet's: for those who lead, and nobody's own."""
    return Record(kind, record_id, None, Audience.LEADING, fields)


def departures_of_length(step: Mapping[str, Any], seconds: float) -> Iterator[Departure]:
    """Yield how a step that took so long departed from its plan: not at all, or once."""
    planned = step["minutes"] * 60
    minutes = round(seconds / 60)
    if abs(seconds - planned) * SHARE_OF_LENGTH <= planned:
        return
    if seconds > planned:
        yield Departure(Departed.RAN_OVER, step, minutes)
    elif seconds < SLIP_SECONDS:
        yield Departure(Departed.SKIPPED, step, None)
    else:
        yield Departure(Departed.RAN_SHORT, step, minutes)


def departures_of_order(sheet: Record, start: int, end: int, over: set[str]) -> Iterator[Departure]:
    """Yield how a move from one place of the run sheet to another departs from its order.

    Args:
        sheet: the run sheet.
        start: the place that the room comes from, from 0; -1 for before the first.
        end: the place that it goes to.
        over: keys of the steps that were taken before: to pass one of them is to skip nothing.
    """
    steps = sheet.fields["steps"]
    if end < start:
        yield Departure(Departed.WENT_BACK, steps[end], None)
    for step in steps[start + 1 : end]:
        if step["key"] not in over:
            yield Departure(Departed.SKIPPED, step, None)
