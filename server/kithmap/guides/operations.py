"""Leading a room by a run sheet: choosing one, going from step to step, changing what the hall reads."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import chain
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.clock import from_iso, iso
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Operation
from kithmap.basics.records import Changes, Put, Record, Remove, View
from kithmap.guides.front_matter import Line, Minutes, Passages, Prompt
from kithmap.guides.run_sheet import (
    DEPARTURE,
    SHEET,
    SLIP_SECONDS,
    STEP_TAKEN,
    Departure,
    departures_of_length,
    departures_of_order,
    find_step,
    own_record,
    place_in,
    taken_steps,
)
from kithmap.workshop.model import Life, Stage, is_hiding, is_moderated, life_of, new_round, stage_of
from kithmap.workshop.rules import workshop_of
from kithmap.workshop.stages import PROMPT, STEP, begin_stage, move_stage, seconds_gone

SheetKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,39})?$")]
ReasonWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
DepartureId = Annotated[str, StringConstraints(min_length=1, max_length=120)]

KEPT_OF_A_MOVE = ("stage", "stage_since", "stage_minutes", "paused_at", "round", STEP, PROMPT)
"""Fields of the workshop's record that a slip of the hand gets back."""


class SheetStep(BaseModel):
    """A step as a run sheet holds it: all that its guide says of it."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    key: SheetKey
    title: Line
    stage: Stage
    minutes: Minutes
    say: Passages
    do: Passages
    watch: Passages
    prompt: Prompt
    blind: bool | None = None
    moderated: bool | None = None


class ChooseRunSheet(Operation):
    """Lead the workshop by these steps from now on."""

    kind: ClassVar[str] = "run_sheet.choose"
    roles: ClassVar[frozenset[Role]] = LEADING

    guides: list[Line] = Field(min_length=1, max_length=20, description="titles of the guides they come from")
    steps: list[SheetStep] = Field(min_length=1, max_length=120)

    @model_validator(mode="after")
    def _check_steps(self) -> "ChooseRunSheet":
        keys = [step.key for step in self.steps]
        if len(set(keys)) < len(keys):
            raise ValueError("Two steps of this run sheet have the same key.")
        if any(step.stage is Stage.CLOSED for step in self.steps[:-1]):
            raise ValueError("Only the last step of a run sheet can close the workshop.")
        if self.steps[0].stage is Stage.CLOSED:
            raise ValueError("A run sheet needs a step before the one that closes the workshop.")
        return self

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the steps; stand at the first, or, once the room has begun, at the first of the stage it is at."""
        workshop = _alive(workshop_of(view))
        steps = [step.model_dump(mode="json") for step in self.steps]
        fields = {"guides": list(self.guides), "steps": steps, "chosen_at": iso(asked.at)}
        sheet = own_record(SHEET, SHEET, fields)
        if life_of(workshop) is Life.DRAFT:
            return Put(sheet), Put(_at_step(workshop, steps[0], asked.at))
        here = next((step for step in steps if step["stage"] == stage_of(workshop).value), None)
        told = {STEP: None, PROMPT: None}
        if here is not None:
            told = {STEP: here["key"], PROMPT: here["prompt"], "stage_minutes": here["minutes"]}
        return Put(sheet), Put(workshop.with_fields(**told))


class GoToStep(Operation):
    """Move the whole room to a step of the run sheet. Going to one from a workshop that was closed opens it again."""

    kind: ClassVar[str] = "run_sheet.go_to"
    roles: ClassVar[frozenset[Role]] = LEADING

    step: SheetKey
    reason: ReasonWords | None = Field(default=None, description="why the room departs from the run sheet")

    def decide(self, view: View, asked: Asked) -> Changes:
        """Move the room, note how long the step that ends took, and every departure from the plan."""
        workshop = workshop_of(view)
        sheet = view.get(SHEET)
        if sheet is None:
            raise Refused(Reason.NOT_FOUND, "This workshop follows no run sheet yet. Please choose one.")
        step = find_step(sheet, self.step)
        if step is None:
            raise Refused(Reason.NOT_FOUND, "This step is not in the run sheet any more. Please look again.")
        if workshop.fields.get(STEP) == self.step:
            return ()
        slip = _slip(view, workshop, self.step, asked.at)
        return slip if slip is not None else self._go_on(view, workshop, sheet, step, asked)

    def _go_on(
        self, view: View, workshop: Record, sheet: Record, step: Mapping[str, Any], asked: Asked
    ) -> Changes:
        moved = _at_step(workshop, step, asked.at)
        if life_of(workshop) is Life.DRAFT:
            return (Put(moved),)
        taken = taken_steps(view)
        over = {record.fields["step"] for record in taken}
        present = find_step(sheet, workshop.fields.get(STEP))
        latest = present["key"] if present is not None else taken[-1].fields["step"] if taken else None
        departures = departures_of_order(sheet, place_in(sheet, latest), place_in(sheet, self.step), over)
        changes: list[Put] = [Put(moved)]
        if present is not None and life_of(workshop) is not Life.CLOSED:
            seconds = seconds_gone(workshop, asked.at)
            departures = chain(departures_of_length(present, seconds), departures)
            changes.append(Put(_taken(workshop, present, moved, seconds, asked)))
        return (*changes, *(Put(each) for each in self._noted(departures, asked)))

    def _noted(self, departures: Iterator[Departure], asked: Asked) -> Iterator[Record]:
        for count, each in enumerate(departures):
            fields = {
                "what": each.what.value,
                "step": each.step["key"],
                "title": each.step["title"],
                "planned": each.step["minutes"],
                "minutes": each.minutes,
                "reason": self.reason or None,
                "at": iso(asked.at),
                "move": asked.id,
            }
            yield own_record(DEPARTURE, f"departure:{asked.id}:{count}", fields)


class ExplainDeparture(Operation):
    """Say why the room departed from the run sheet: there is time for that afterwards."""

    kind: ClassVar[str] = "departure.explain"
    roles: ClassVar[frozenset[Role]] = LEADING

    departure: DepartureId
    reason: ReasonWords

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Put the reason; at any time, also when the workshop is over."""
        departure = view.get(self.departure)
        if departure is None or departure.kind != DEPARTURE:
            raise Refused(Reason.NOT_FOUND, "This is not noted any more. Please look at the list again.")
        return (Put(departure.with_fields(reason=self.reason or None)),)


class ChangePrompt(Operation):
    """Let the hall read something else, until the next step."""

    kind: ClassVar[str] = "prompt.change"
    roles: ClassVar[frozenset[Role]] = LEADING

    prompt: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] | None = Field(
        description="the words; null or empty for those of the step"
    )

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Put the words on every screen."""
        workshop = _alive(workshop_of(view))
        sheet = view.get(SHEET)
        step = None if sheet is None else find_step(sheet, workshop.fields.get(STEP))
        words = self.prompt or (None if step is None else step["prompt"])
        return (Put(workshop.with_fields(**{STEP: workshop.fields.get(STEP), PROMPT: words})),)


def _alive(workshop: Record) -> Record:
    if life_of(workshop) is Life.CLOSED:
        raise Refused(
            Reason.CLOSED, "This workshop has ended. It can be opened again from the programme page."
        )
    return workshop


def _at_step(workshop: Record, step: Mapping[str, Any], at: datetime) -> Record:
    """Return the workshop's record at a step: its stage and clock, its words, its rules."""
    stage = Stage(step["stage"])
    if stage is Stage.CLOSED:
        over = {**begin_stage(workshop, stage, None, at), "life": Life.CLOSED.value, "paused_because": None}
        moved = workshop.with_fields(**over)
    else:
        alive = workshop.with_fields(life=Life.OPEN.value) if life_of(workshop) is Life.CLOSED else workshop
        moved = move_stage(alive, stage, step["minutes"], at)
    return moved.with_fields(
        **{STEP: step["key"], PROMPT: step["prompt"], "round": _round_at(workshop, step)}
    )


def _round_at(workshop: Record, step: Mapping[str, Any]) -> dict[str, Any]:
    """Return the round during a step: another one only where the step asks for other rules than hold now."""
    current: dict[str, Any] = workshop.fields["round"]
    blind = is_hiding(workshop) if step["blind"] is None else step["blind"]
    moderated = is_moderated(workshop) if step["moderated"] is None else step["moderated"]
    if (blind, moderated) == (is_hiding(workshop), is_moderated(workshop)):
        return current
    return new_round(current["number"] + 1, blind=blind, moderated=moderated)


def _taken(workshop: Record, step: Mapping[str, Any], moved: Record, seconds: float, asked: Asked) -> Record:
    fields = {
        "step": step["key"],
        "title": step["title"],
        "planned": step["minutes"],
        "seconds": round(seconds),
        "began": workshop.fields["stage_since"],
        "ended": iso(asked.at),
        "next": moved.fields[STEP],
        "round": moved.fields["round"]["number"],
        "left": {name: workshop.fields[name] for name in KEPT_OF_A_MOVE},
    }
    return own_record(STEP_TAKEN, f"step:{asked.id}", fields)


def _slip(view: View, workshop: Record, step: str, at: datetime) -> Changes | None:
    """Return what takes the last move back, if this goes straight back to the step that was left a moment ago; else None.

    The clock of the step goes on as if it had never stood still, and its departures are gone. A round that was begun by the move
    ends; one that was shown to everyone meanwhile stays shown.
    """
    taken = taken_steps(view)
    last = taken[-1] if taken else None
    if last is None or last.fields["step"] != step or workshop.fields.get(STEP) != last.fields["next"]:
        return None
    left: dict[str, Any] = dict(last.fields["left"])
    stood_still = left["paused_at"] is not None
    was = life_of(workshop)
    is_other_now = was is not Life.CLOSED and (was is Life.PAUSED) != stood_still
    if is_other_now or at - from_iso(last.fields["ended"]) > timedelta(seconds=SLIP_SECONDS):
        return None
    current = workshop.fields["round"]
    begun_by_it = left["round"]["number"] < last.fields["round"] == current["number"]
    if current["revealed"] or not begun_by_it:
        left["round"] = current
    left["life"] = (Life.PAUSED if stood_still else Life.OPEN).value
    noted = [each for each in view.of_kind(DEPARTURE) if f"step:{each.fields['move']}" == last.id]
    gone = (Remove(each.id) for each in sorted([*noted, last], key=lambda record: record.id))
    return (Put(workshop.with_fields(**left)), *gone)
