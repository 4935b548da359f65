"""What people answer at the end, and showing it to the room as counts."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, StringConstraints

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Operation
from kithmap.basics.records import Audience, Changes, Put, Record, Remove, View
from kithmap.evaluation.model import (
    REFLECTION,
    SHOWN,
    SHOWN_REFLECTIONS,
    Level,
    reflection_id,
)
from kithmap.evaluation.tally import answers, as_fields, is_enough, tally
from kithmap.workshop.model import Stage
from kithmap.workshop.rules import require_running, workshop_of

LONGEST_SENTENCE = 300
"""Letters: a sentence or two, typed with one thumb."""


class Answers(BaseModel):
    """One level for each question; null for a question that is left out."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    heard: Level | None = None
    understood: Level | None = None
    again: Level | None = None


class AnswerReflection(Operation):
    """Say how the workshop was. One register for each person, which may be changed while the room looks back.

    Those who lead do not answer: it is their work that is asked about.
    """

    kind: ClassVar[str] = "reflection.answer"
    roles: ClassVar[frozenset[Role]] = frozenset({Role.PARTICIPANT})

    answers: Answers
    sentence: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_SENTENCE)] = ""

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the person's answers over whatever they answered before; with nothing in them, take those back."""
        require_running(view, asked.actor, {Stage.REFLECT})
        person = asked.actor.person
        levels = self.answers.model_dump(mode="json")
        fields = {"answers": levels, "sentence": self.sentence}
        record = Record(REFLECTION, reflection_id(person), person, Audience.AUTHOR, fields)
        before = view.get(record.id)
        if not self.sentence and not any(levels.values()):
            return () if before is None else (Remove(record.id),)
        # Stored even where nothing is other: what an entry says is found, and erased, by the record that it touches.
        return (Put(record),)


class ShowReflections(Operation):
    """Show the room what was answered: counts alone, as they stand now. The sentences stay with those who lead."""

    kind: ClassVar[str] = "reflection.show"
    roles: ClassVar[frozenset[Role]] = LEADING

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Put the counts for everyone.

        Raises:
            Refused: where so few answers are new that counts could point to a person.
        """
        workshop_of(view)
        if not is_enough(view):
            if view.get(SHOWN) is None:
                raise Refused(
                    Reason.TOO_FEW,
                    "Fewer than five people have answered, so showing it could point to somebody. Please wait for more.",
                )
            raise Refused(
                Reason.TOO_FEW,
                "Fewer than five answers are new since the room saw them, so showing them could point to somebody.",
            )
        given = answers(view)
        fields = {"answered": len(given), "questions": as_fields(tally(given))}
        return (Put(Record(SHOWN_REFLECTIONS, SHOWN, None, Audience.EVERYONE, fields)),)
