"""Workshop records as tables: one row for each workshop, decision, step, departure and answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kithmap.agreement.items import DECIDED, ItemType
from kithmap.agreement.model import Choice
from kithmap.basics.csv_text import spreadsheet_csv
from kithmap.evaluation.model import Level, Question
from kithmap.guides.run_sheet import Departed
from kithmap.layers.schema import Column, Type
from kithmap.release_package.workshop_record import PARTS, WorkshopRecord

Value = str | int | bool | None
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of the package.

    Attributes:
        path: in the package.
        title: what people call it.
        words: what a row is.
        columns: in order.
        key: the columns by which a row is known.
        refers: a column, the table and the column of it that its values stand in; empty for none.
    """

    path: str
    title: str
    words: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: tuple[str, str, str] | tuple[()] = ()

    @property
    def name(self) -> str:
        """What a descriptor calls it."""
        return self.path.rpartition("/")[2].removesuffix(".csv")


FEW = "Empty where that is fewer people than may be told of; else rounded to the nearest five."
WORKSHOP = Column("workshop", Type.TEXT, "Id of the workshop.", always=True)


def _named(values: Iterable[str]) -> dict[str, str]:
    return {value: value.replace("_", " ") for value in values}


def _people(name: str, words: str) -> Column:
    return Column(name, Type.WHOLE, f"{words} {FEW}", unit="people")


WORKSHOPS = Table(
    "workshops/workshops.csv",
    "Workshops",
    "A row for each workshop that the release was built from.",
    (
        WORKSHOP,
        Column("title", Type.TEXT, "What it was called.", always=True),
        Column("held_on", Type.DAY, "The day on which it opened.", always=True),
        Column("log_number", Type.WHOLE, "The last entry of its log that counts.", always=True),
        Column("assets", Type.WHOLE, "Assets on its map at the end, those that are in no release among them.", unit="places", always=True),
        Column("meeting_places", Type.WHOLE, "Meeting places on its map, likewise.", unit="places", always=True),
        Column("connections", Type.WHOLE, "Connections on its map, likewise.", unit="connections", always=True),
        _people("joined", "People who came in, those who lead not counted."),
        *(_people(part, f"People who {words}.") for part, (words, _) in PARTS.items()),
    ),
    ("workshop",),
)  # fmt: skip

AGREED = Table(
    "workshops/decisions.csv",
    "Decisions",
    "A row for each term or indicator on which a room decided, whatever the decision was.",
    (
        WORKSHOP,
        Column("position", Type.WHOLE, "In the order of the decisions and labels, from 1.", always=True),
        Column("type", Type.CODE, "What was decided on.", _named(ItemType), always=True),
        Column("label", Type.TEXT, "Its last wording.", always=True),
        Column("meaning", Type.TEXT, "What it means, by the same wording."),
        Column("outcome", Type.CODE, "How it ended.", _named(sorted(DECIDED)), always=True),
        Column("concept", Type.TEXT, "Id of the concept of a glossary that it came from; empty where it came from the room."),
        Column("rewordings", Type.WHOLE, "How often it was worded anew.", always=True),
        Column("questions", Type.WHOLE, "How often somebody said that they did not understand it.", always=True),
        Column("integrated", Type.YES_NO, "Whether the room looked once more for words that take in an objection.", always=True),
        _people("may_rate", "People who might rate it."),
        *(_people(choice.value, f"People who said “{choice.value.replace('_', ' ')}”.") for choice in Choice),
    ),
    ("workshop", "position"),
    ("workshop", "workshops", "workshop"),
)  # fmt: skip

STEPS = Table(
    "workshops/steps.csv",
    "Steps of the run sheet",
    "A row for each step that was taken, in order.",
    (
        WORKSHOP,
        Column("position", Type.WHOLE, "Which step it was, from 1.", always=True),
        Column("title", Type.TEXT, "What it is called.", always=True),
        Column("planned", Type.WHOLE, "How long it was to take.", unit="min", always=True),
        Column("minutes", Type.WHOLE, "How long it took.", unit="min", always=True),
    ),
    ("workshop", "position"),
    ("workshop", "workshops", "workshop"),
)

DEPARTURES = Table(
    "workshops/departures.csv",
    "Departures from the run sheet",
    "A row for each way in which a workshop went otherwise than its run sheet said.",
    (
        WORKSHOP,
        Column("position", Type.WHOLE, "In the order in which they were noted, from 1.", always=True),
        Column("what", Type.CODE, "How it departed.", _named(Departed), always=True),
        Column("title", Type.TEXT, "Of the step.", always=True),
        Column("planned", Type.WHOLE, "How long the step was to take.", unit="min", always=True),
        Column("minutes", Type.WHOLE, "How long it took; empty where it was not taken, or gone back to.", unit="min"),
        Column("reason", Type.TEXT, "Why, in the words of those who led; in the partners' edition alone."),
    ),
    ("workshop", "position"),
    ("workshop", "workshops", "workshop"),
)  # fmt: skip

REFLECTIONS = Table(
    "workshops/reflections.csv",
    "Looking back",
    "A row for each question about the workshop itself.",
    (
        WORKSHOP,
        Column("question", Type.CODE, "Its key.", _named(Question), always=True),
        Column("statement", Type.TEXT, "What people were asked to say yes or no to.", always=True),
        *(_people(level.value, f"People who said “{level.value}”.") for level in Level),
    ),
    ("workshop", "question"),
    ("workshop", "workshops", "workshop"),
)

TABLES = (WORKSHOPS, AGREED, STEPS, DEPARTURES, REFLECTIONS)


def record_files(records: Sequence[WorkshopRecord]) -> dict[str, bytes]:
    """Write the tables of some workshops, by path."""
    rows = {
        WORKSHOPS: [_workshop(record) for record in records],
        AGREED: [row for record in records for row in _agreed(record)],
        STEPS: [row for record in records for row in _steps(record)],
        DEPARTURES: [row for record in records for row in _departures(record)],
        REFLECTIONS: [row for record in records for row in _reflections(record)],
    }
    return {table.path: _csv(table, rows[table]) for table in TABLES}


def _csv(table: Table, rows: Iterable[Row]) -> bytes:
    names = [column.name for column in table.columns]
    return spreadsheet_csv(names, ({name: _cell(row[name]) for name in names} for row in rows))


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _workshop(record: WorkshopRecord) -> Row:
    return {
        "workshop": record.workshop,
        "title": record.title,
        "held_on": record.held_on.isoformat(),
        "log_number": record.number,
        "assets": record.assets,
        "meeting_places": record.meeting_places,
        "connections": record.connections,
        "joined": record.joined,
        **record.took_part,
    }


def _agreed(record: WorkshopRecord) -> Iterator[Row]:
    for position, item in enumerate(record.items, start=1):
        yield {
            "workshop": record.workshop,
            "position": position,
            "type": item.type,
            "label": item.label,
            "meaning": item.meaning,
            "outcome": item.state,
            "concept": item.concept,
            "rewordings": item.rewordings,
            "questions": item.questions,
            "integrated": item.integrated,
            "may_rate": item.may_rate,
            **item.counts,
        }


def _steps(record: WorkshopRecord) -> Iterator[Row]:
    for position, step in enumerate(record.steps, start=1):
        yield {
            "workshop": record.workshop,
            "position": position,
            "title": step.title,
            "planned": step.planned,
            "minutes": step.minutes,
        }


def _departures(record: WorkshopRecord) -> Iterator[Row]:
    for position, departure in enumerate(record.departures, start=1):
        yield {
            "workshop": record.workshop,
            "position": position,
            "what": departure.what,
            "title": departure.title,
            "planned": departure.planned,
            "minutes": departure.minutes,
            "reason": departure.reason or None,
        }


def _reflections(record: WorkshopRecord) -> Iterator[Row]:
    for each in record.reflections:
        yield {
            "workshop": record.workshop,
            "question": each.question,
            "statement": each.statement,
            **each.counts,
        }
