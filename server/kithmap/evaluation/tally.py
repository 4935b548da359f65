"""Counting what people answered about the workshop."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from kithmap.basics.records import Record, View
from kithmap.evaluation.model import FEWEST_ANSWERS, REFLECTION, SHOWN, Level, Question


@dataclass(frozen=True, slots=True)
class Counts:
    """How one question was answered: a figure for each level, in the order of `Level`."""

    yes: int
    partly: int
    no: int

    @property
    def total(self) -> int:
        """How many answered this question."""
        return self.yes + self.partly + self.no


Tally = dict[Question, Counts | None]
"""A question's counts, or None where too few answered it for counts to be shown."""


def answers(view: View) -> list[Record]:
    """Return what every person answered, in the order of their ids."""
    return sorted(view.of_kind(REFLECTION), key=lambda record: record.id)


def tally(records: Iterable[Record], fewest: int = FEWEST_ANSWERS) -> Tally:
    """Count answers, and leave out the counts of a question that too few people answered.

    Args:
        records: what people answered, one record for each person.
        fewest: how many answers to a question are enough.
    """
    given = list(records)
    counted = {question: _counts(question, given) for question in Question}
    return {question: counts if counts.total >= fewest else None for question, counts in counted.items()}


def news(view: View) -> int:
    """Return how many answers are new or other than when the room was last shown them.

    Two pictures that differ by one answer would show that answer: so a newer picture waits until enough is new.
    """
    shown = view.get(SHOWN)
    return sum(shown is None or record.version > shown.version for record in answers(view))


def is_enough(view: View) -> bool:
    """Tell whether the room may be shown the answers as they stand."""
    return news(view) >= FEWEST_ANSWERS


def as_fields(counted: Tally) -> list[dict[str, Any]]:
    """Write a tally as JSON: for each question its key, and counts by level or null."""
    return [
        {"question": question.value, "counts": None if counts is None else asdict(counts)}
        for question, counts in counted.items()
    ]


def _counts(question: Question, given: list[Record]) -> Counts:
    levels = Counter(record.fields["answers"].get(question.value) for record in given)
    return Counts(levels[Level.YES.value], levels[Level.PARTLY.value], levels[Level.NO.value])
