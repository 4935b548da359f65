"""How a workshop lives: begun, opened, paused, moved from stage to stage, closed."""

from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.clock import from_iso, iso
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Audience, Changes, Put, Record, View
from kithmap.workshop.model import (
    BOUNDARY,
    KIND,
    RECORD,
    SIX_KINDS,
    Life,
    Stage,
    life_of,
    new_round,
    stage_of,
)
from kithmap.workshop.rules import workshop_of
from kithmap.workshop.stages import begin_stage, move_stage

Words = StringConstraints(strip_whitespace=True, min_length=1, max_length=120)
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,79}$")]


class AssetKind(BaseModel):
    """A kind of asset in this workshop, with the one of the six that it matches."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    key: Key = Field(description="the concept's id, where a glossary is in force")
    label: Annotated[str, Words]
    matches: Literal[
        "gift_or_skill", "association", "institution", "physical_place", "exchange", "story_or_culture"
    ]


THE_SIX = [AssetKind.model_validate({"key": key, "label": label, "matches": key}) for key, label in SIX_KINDS]


class InForce(BaseModel):
    """The release of a glossary by which a workshop names kinds: what is placed is of those kinds, as they were meant then."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
    version: Annotated[str, StringConstraints(pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$")]


class BeginWorkshop(Operation):
    """Set the workshop up. The first entry of every log, so that a log is whole without any other table.

    The boundary is the area's as it was then, already checked when the area was made.
    """

    kind: ClassVar[str] = "workshop.begin"
    roles: ClassVar[frozenset[Role]] = LEADING

    title: Annotated[str, Words]
    area: Id
    area_name: Annotated[str, Words]
    wave: Annotated[str, Words] | None = None
    boundary: dict[str, Any]
    blind: bool = True
    moderated: bool = Field(
        default=False, description="whether those who lead look at everything before others see it"
    )
    asset_kinds: list[AssetKind] = Field(default=THE_SIX, min_length=1, max_length=24)
    glossary: InForce | None = None

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the workshop's record and its boundary's, once."""
        if view.get(RECORD) is not None:
            raise Refused(Reason.ALREADY_THERE, "This workshop is set up already.")
        fields = {
            "title": self.title,
            "area": self.area,
            "area_name": self.area_name,
            "wave": self.wave,
            "asset_kinds": [kind.model_dump() for kind in self.asset_kinds],
            "life": Life.DRAFT.value,
            "paused_because": None,
            "stage": Stage.LOBBY.value,
            "stage_since": iso(asked.at),
            "stage_minutes": None,
            "paused_at": None,
            "round": new_round(1, blind=self.blind, moderated=self.moderated),
        }
        if self.glossary is not None:
            fields["glossary"] = self.glossary.model_dump()
        boundary = Record(BOUNDARY, BOUNDARY, None, Audience.LEADING, {"boundary": self.boundary})
        return (Put(Record(KIND, RECORD, None, Audience.EVERYONE, fields)), Put(boundary))


class OpenWorkshop(Operation):
    """Let people in and begin, or go on after a pause."""

    kind: ClassVar[str] = "workshop.open"
    roles: ClassVar[frozenset[Role]] = LEADING

    def decide(self, view: View, asked: Asked) -> Changes:
        """Set the workshop's life to open; the time of a pause does not count towards its stage."""
        workshop = _alive(view)
        since = _since_after_pause(workshop, asked.at)
        return (
            Put(
                workshop.with_fields(
                    life=Life.OPEN.value, paused_because=None, paused_at=None, stage_since=since
                )
            ),
        )


class PauseWorkshop(Operation):
    """Freeze input, with a reason that everyone reads."""

    kind: ClassVar[str] = "workshop.pause"
    roles: ClassVar[frozenset[Role]] = LEADING

    because: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""

    def decide(self, view: View, asked: Asked) -> Changes:
        """Set the workshop's life to paused, and stop its stage's clock."""
        workshop = _alive(view)
        if life_of(workshop) is not Life.OPEN:
            raise Refused(Reason.NOT_OPEN, "Only an open workshop can be paused.")
        return (
            Put(
                workshop.with_fields(
                    life=Life.PAUSED.value,
                    paused_because=self.because or None,
                    paused_at=iso(asked.at),
                )
            ),
        )


class CloseWorkshop(Operation):
    """End it. Its map can be read and no longer changed."""

    kind: ClassVar[str] = "workshop.close"
    roles: ClassVar[frozenset[Role]] = LEADING

    def decide(self, view: View, asked: Asked) -> Changes:
        """Set life and stage to closed."""
        workshop = _alive(view)
        return (
            Put(
                workshop.with_fields(
                    life=Life.CLOSED.value,
                    paused_because=None,
                    **begin_stage(workshop, Stage.CLOSED, None, asked.at),
                )
            ),
        )


class ReopenWorkshop(Operation):
    """Take back a closing: a slip of the hand must not end an evening."""

    kind: ClassVar[str] = "workshop.reopen"
    roles: ClassVar[frozenset[Role]] = LEADING

    stage: Stage = Stage.PLACES

    def decide(self, view: View, asked: Asked) -> Changes:
        """Set life to open again, at a stage."""
        workshop = workshop_of(view)
        if life_of(workshop) is not Life.CLOSED:
            raise Refused(Reason.ALREADY_THERE, "This workshop is not closed.")
        if self.stage is Stage.CLOSED:
            raise Refused(Reason.BAD_FIELDS, "Please say which stage to go on with.")
        return (
            Put(
                workshop.with_fields(
                    life=Life.OPEN.value, **begin_stage(workshop, self.stage, None, asked.at)
                )
            ),
        )


class MoveToStage(Operation):
    """Move the whole room to a stage, or give the stage it is at another length."""

    kind: ClassVar[str] = "workshop.move_to_stage"
    roles: ClassVar[frozenset[Role]] = LEADING

    stage: Stage
    minutes: Annotated[int, Field(ge=1, le=600)] | None = Field(
        default=None, description="how long it is to last; null for as long as it takes"
    )

    def decide(self, view: View, asked: Asked) -> Changes:
        """Set the stage and its length. Its clock begins anew only where the stage is another."""
        workshop = _alive(view)
        if self.stage is Stage.CLOSED:
            raise Refused(Reason.BAD_FIELDS, "To end the workshop, close it.")
        if stage_of(workshop) is self.stage:
            return (Put(workshop.with_fields(stage_minutes=self.minutes)),)
        return (Put(move_stage(workshop, self.stage, self.minutes, asked.at)),)


class StartRound(Operation):
    """Begin another round of placing, blind or open, moderated or direct."""

    kind: ClassVar[str] = "workshop.start_round"
    roles: ClassVar[frozenset[Role]] = LEADING

    blind: bool
    moderated: bool = False

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Count the round up; what is hidden from earlier rounds, or waits to be looked at, stays so."""
        workshop = _alive(view)
        number = workshop.fields["round"]["number"] + 1
        begun = new_round(number, blind=self.blind, moderated=self.moderated)
        return (Put(workshop.with_fields(round=begun)),)


def _alive(view: View) -> Record:
    workshop = workshop_of(view)
    if life_of(workshop) is Life.CLOSED:
        raise Refused(
            Reason.CLOSED, "This workshop has ended. It can be opened again from the programme page."
        )
    return workshop


def _since_after_pause(workshop: Record, at: datetime) -> str:
    """Return since when a stage goes on: as if it had begun later by the time it stood still, or now if it never began."""
    if life_of(workshop) is Life.DRAFT:
        return iso(at)
    since: str = workshop.fields["stage_since"]
    stopped: str | None = workshop.fields["paused_at"]
    if stopped is None:
        return since
    return iso(from_iso(since) + (at - from_iso(stopped)))
