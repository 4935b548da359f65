"""The workshop's record as it leaves the area: what was agreed and how, how many took part in what, and how the evening kept to its plan.

No names, nobody's words but those that the room made its own. Counts of people below the release's threshold are hidden and the
others rounded to the nearest five, so that neither a count nor the difference between two of them tells of a few (rounding after
the HESA Standard Rounding and Suppression Methodology).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kithmap.agreement.items import (
    ATTENDANCE,
    DECIDED,
    ITEM,
    QUESTION,
    RATING,
    REWORDING,
    revision_of,
    state_of,
)
from kithmap.agreement.model import Choice
from kithmap.basics.records import Record, View
from kithmap.evaluation.exports import QUESTIONS
from kithmap.evaluation.model import REFLECTION, Level
from kithmap.evaluation.tally import answers, tally
from kithmap.guides.run_sheet import DEPARTURE, taken_steps
from kithmap.layers.model import Source
from kithmap.shared_map.model import ASSET, CONNECTION, ME_TOO, MEETING_PLACE

ROUNDED_TO = 5
"""People."""

PARTS: Mapping[str, tuple[str, frozenset[str]]] = {
    "mapped": ("placed something on the map", frozenset({ASSET, MEETING_PLACE})),
    "connected": ("connected two places", frozenset({CONNECTION})),
    "marked": ("said “me too” of somebody else's place", frozenset({ME_TOO})),
    "worded": ("proposed a term or an indicator, asked about one, or reworded one", frozenset({ITEM, QUESTION, REWORDING})),
    "came_to_rate": ("were checked in to rate", frozenset({ATTENDANCE})),
    "rated": ("rated a wording", frozenset({RATING})),
    "reflected": ("looked back on the workshop", frozenset({REFLECTION})),
}  # fmt: skip
"""What people take part in, in the order of an evening: in words, and by which kinds of record it is known."""


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """A term or an indicator on which the room decided.

    Its id is not told: it begins with the moment at which somebody proposed it.

    Attributes:
        type: ``term`` or ``indicator``.
        label: its last wording.
        meaning: what it means, by the same wording.
        state: how it ended.
        concept: of the glossary that it came from; None where it came from the room.
        rewordings: how often it was worded anew.
        questions: how often somebody said that they did not understand it.
        integrated: whether the room looked once more for words that take in an objection.
        may_rate: people who might rate it, as far as it may be told.
        counts: people by choice, as far as it may be told.
    """

    type: str
    label: str
    meaning: str
    state: str
    concept: str | None
    rewordings: int
    questions: int
    integrated: bool
    may_rate: int | None
    counts: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A step of the run sheet that was taken.

    Attributes:
        title: as the hall read it.
        planned: minutes, by the run sheet.
        minutes: how long it took, rounded.
    """

    title: str
    planned: int
    minutes: int


@dataclass(frozen=True, slots=True)
class DepartureRecord:
    """How the evening was another than the run sheet said.

    Attributes:
        what: ``skipped``, ``went_back``, ``ran_over`` or ``ran_short``.
        title: of the step.
        planned: minutes, by the run sheet.
        minutes: how long it took; None for a step that was not taken or was gone back to.
        reason: as those who led wrote it; empty where they gave none, or it is not for these readers.
    """

    what: str
    title: str
    planned: int
    minutes: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class ReflectionRecord:
    """How a question about the workshop itself was answered.

    Attributes:
        question: its key.
        statement: its words.
        counts: people by answer, as far as it may be told.
    """

    question: str
    statement: str
    counts: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class WorkshopRecord:
    """All that is told of one workshop.

    Attributes:
        workshop: its id.
        title: as its facilitator called it.
        held_on: the day.
        number: the last entry of its log that counts.
        assets: on the map at the end.
        meeting_places: likewise.
        connections: likewise.
        joined: people who came in, as far as it may be told.
        took_part: people by what they took part in, as far as it may be told; see ``PARTS``.
        items: in the order of their types, ends and labels.
        steps: in the order in which they were taken.
        departures: in the order in which they were noted.
        reflections: by question.
    """

    workshop: str
    title: str
    held_on: date
    number: int
    assets: int
    meeting_places: int
    connections: int
    joined: int | None
    took_part: Mapping[str, int | None]
    items: tuple[ItemRecord, ...]
    steps: tuple[StepRecord, ...]
    departures: tuple[DepartureRecord, ...]
    reflections: tuple[ReflectionRecord, ...]


def workshop_record(
    view: View, source: Source, people: Collection[str], threshold: int, *, with_reasons: bool
) -> WorkshopRecord:
    """Return what is told of a workshop.

    Args:
        view: its records as they were at the number of the source.
        source: which workshop.
        people: ids of the participants who ever came in; those who lead are none of them.
        threshold: counts of people below it are not told.
        with_reasons: whether the reasons are told that those who led gave for departures: they are theirs, and may name somebody.
    """

    def count(kind: str) -> int:
        return sum(1 for _ in view.of_kind(kind))

    inside = frozenset(people)
    return WorkshopRecord(
        workshop=source.workshop,
        title=source.title,
        held_on=source.held_on,
        number=source.number,
        assets=count(ASSET),
        meeting_places=count(MEETING_PLACE),
        connections=count(CONNECTION),
        joined=told(len(inside), threshold),
        took_part={
            part: told(len(_authors(view, kinds) & inside), threshold) for part, (_, kinds) in PARTS.items()
        },
        items=_items(view, threshold),
        steps=tuple(_step(record) for record in taken_steps(view)),
        departures=_departures(view, with_reasons=with_reasons),
        reflections=_reflections(view, threshold),
    )


def told(count: int, threshold: int) -> int | None:
    """Return what may be told of a count of people: None below the threshold, else the nearest multiple of five.

    A threshold that is no such multiple counts as the next one: else the least counts would be told exactly.
    """
    least = -(-threshold // ROUNDED_TO) * ROUNDED_TO
    return None if count < least else (count + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


def _authors(view: View, kinds: Iterable[str]) -> frozenset[str]:
    """Return whose records of some kinds there are; who is checked in by somebody else stands in the record itself."""
    records = (record for kind in kinds for record in view.of_kind(kind))
    return frozenset(str(record.fields.get("person") or record.author) for record in records)


def _items(view: View, threshold: int) -> tuple[ItemRecord, ...]:
    decided = [item for item in view.of_kind(ITEM) if state_of(item) in DECIDED]
    found = [_item(view, item, threshold) for item in decided]
    return tuple(sorted(found, key=lambda each: (each.type, each.state, each.label.casefold(), each.meaning)))


def _item(view: View, item: Record, threshold: int) -> ItemRecord:
    fields = item.fields
    last = fields["wordings"][-1]
    result = fields["result"] or {"counts": {}, "may_rate": 0}
    return ItemRecord(
        type=fields["type"],
        label=last["label"],
        meaning=last["meaning"],
        state=fields["state"],
        concept=fields["concept"],
        rewordings=revision_of(item),
        questions=sum(record.kind == QUESTION for record in view.standing_on(item.id)),
        integrated=bool(fields["integrated"]),
        may_rate=told(result["may_rate"], threshold),
        counts={choice.value: told(result["counts"].get(choice.value, 0), threshold) for choice in Choice},
    )


def _step(record: Record) -> StepRecord:
    fields = record.fields
    return StepRecord(fields["title"], fields["planned"], round(fields["seconds"] / 60))


def _departures(view: View, *, with_reasons: bool) -> tuple[DepartureRecord, ...]:
    noted = sorted(view.of_kind(DEPARTURE), key=lambda record: (record.fields["at"], record.id))
    return tuple(_departure(record, with_reasons=with_reasons) for record in noted)


def _departure(record: Record, *, with_reasons: bool) -> DepartureRecord:
    fields = record.fields
    reason = (fields["reason"] or "") if with_reasons else ""
    return DepartureRecord(fields["what"], fields["title"], fields["planned"], fields["minutes"], reason)


def _reflections(view: View, threshold: int) -> tuple[ReflectionRecord, ...]:
    found = []
    for question, counts in tally(answers(view), fewest=0).items():
        assert counts is not None, "no question has fewer than no answers"
        by_level = {level.value: told(getattr(counts, level.value), threshold) for level in Level}
        found.append(ReflectionRecord(question.value, QUESTIONS[question], by_level))
    return tuple(found)
