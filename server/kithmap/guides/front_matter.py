"""What stands between the two lines of dashes at the head of a guide: its fields, their limits, and how they must fit together."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kithmap.guides.model import STAGE_ORDER, GuideKind, Readers
from kithmap.workshop.model import Stage

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=r"\S")]
Passage = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600, pattern=r"\S")
]
Prompt = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"\S")]
StepKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Minutes = Annotated[int, Field(ge=1, le=600)]
Passages = Annotated[list[Passage], Field(max_length=40)]

STRICT = ConfigDict(extra="forbid", frozen=True)
"""Not strict in pydantic's sense: a stage is written as text. Numbers and booleans are strict each by itself."""

STEPS_BELONG_TO_WORKSHOPS: dict[str, Any] = {
    "if": {"properties": {"kind": {"const": "workshop"}}, "required": ["kind"]},
    "then": {"properties": {"steps": {"minItems": 1}}, "required": ["steps"]},
    "else": {"properties": {"steps": {"maxItems": 0}}},
}
"""The part of how fields fit together that JSON Schema can say."""


class WrittenRules(BaseModel):
    """How places are taken in during a step; what is left out stays as it is."""

    model_config = STRICT

    blind: Annotated[bool, Field(strict=True)] | None = Field(
        default=None,
        description="each person first sees only their own places, until the facilitator shows everyone",
    )
    moderated: Annotated[bool, Field(strict=True)] | None = Field(
        default=None, description="a facilitator looks at each place before others see it"
    )


class WrittenStep(BaseModel):
    """One step of the run sheet."""

    model_config = STRICT

    key: StepKey = Field(description="small letters, digits and _; unique in the guide")
    title: Line = Field(description="a few words, for the list of steps")
    stage: Stage = Field(description="where the step moves the room")
    minutes: Annotated[Minutes, Field(strict=True)] = Field(description="how long it is planned to last")
    rules: WrittenRules = Field(
        default=WrittenRules(), description="how places are taken in from this step on"
    )
    say: Passages = Field(description="sentences to read out, in order")
    do: Passages = Field(description="what the facilitator does")
    watch: Passages = Field(default=[], description="what to look out for")
    prompt: Prompt = Field(description="what the hall reads on the wall and on the phones")
    again: Annotated[bool, Field(strict=True)] = Field(
        default=False, description="the step goes back to an earlier stage on purpose"
    )


class FrontMatter(BaseModel):
    """The head of a facilitator's guide."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=STEPS_BELONG_TO_WORKSHOPS)

    title: Line = Field(description="what the guide is called")
    summary: Passage = Field(description="one or two sentences on what it is for")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = Field(
        description="a language tag, such as en or cy"
    )
    kind: GuideKind = Field(
        description="workshop: its steps lead a room; reading: it is read before or after"
    )
    minutes: Annotated[Minutes, Field(strict=True)] = Field(
        description="of its steps together; where it is only read, how long that takes"
    )
    for_: Readers = Field(alias="for", description="whom it is written for")
    order: Annotated[int, Field(strict=True, ge=0, le=1000)] = Field(
        description="where it stands in the list, and in a workshop that follows several guides"
    )
    steps: Annotated[list[WrittenStep], Field(max_length=60)] = Field(
        default=[], description="the run sheet; only in a guide of the kind workshop"
    )


def misfits(head: FrontMatter) -> Iterator[str]:
    """Yield what does not fit together, each as the end of a sentence that begins with the file's name."""
    if head.kind is GuideKind.READING:
        if head.steps:
            yield "steps: a guide of the kind reading has none. Leave them out, or make its kind workshop."
        return
    if not head.steps:
        yield "steps: a guide of the kind workshop needs at least one step."
        return
    together = sum(step.minutes for step in head.steps)
    if together != head.minutes:
        yield f"minutes: the guide says {head.minutes}, but its steps take {together} minutes together."
    yield from _misfits_of_steps(head.steps)


def _misfits_of_steps(steps: list[WrittenStep]) -> Iterator[str]:
    seen: set[str] = set()
    furthest = 0
    for number, step in enumerate(steps, 1):
        if step.key in seen:
            yield f"{step_name(step.key, number)}, key: another step has it already."
        seen.add(step.key)
        here = STAGE_ORDER.index(step.stage)
        if here < furthest and not step.again:
            before = STAGE_ORDER[furthest].value
            yield (
                f"{step_name(step.key, number)}, stage: it goes back from {before} to {step.stage.value}. "
                "If that is meant, write again: true."
            )
        furthest = here
        if step.stage is Stage.CLOSED and number < len(steps):
            yield f"{step_name(step.key, number)}, stage: closed ends the workshop, so it must be the last step."


def step_name(key: Any, number: int) -> str:
    """Return how a sentence names a step: by its key where it has one, else by its place from 1."""
    return f"step “{key}”" if isinstance(key, str) and key else f"step {number}"
