"""Workshop records as a page in plain English."""

from collections.abc import Iterable, Iterator, Sequence

from kithmap.release_package.plain_markdown import plain
from kithmap.release_package.workshop_record import (
    PARTS,
    DepartureRecord,
    ItemRecord,
    WorkshopRecord,
)

PAGE = "workshops/record.md"

HIDDEN = "too few to tell"

OUTCOMES = {
    "adopted": "Agreed",
    "adopted_with_dissent": "Agreed, with a minority that does not",
    "parked": "Parked for another day",
    "not_adopted": "Not agreed",
    "wish_list": "On the wish list, until there is the right to use its wording",
}

DEPARTED = {
    "skipped": "was left out",
    "went_back": "was gone back to",
    "ran_over": "took longer",
    "ran_short": "took less time",
}


def record_page(records: Sequence[WorkshopRecord], threshold: int) -> str:
    """Write the records of some workshops, one after another."""
    head = (
        "# The workshops\n\nWhat each workshop agreed and how, how many took part in what, and how it kept to its plan. "
        f"No count of fewer than {threshold} people is told, and the others are rounded to the nearest five. "
        "The same as tables stands beside this file."
    )
    return "\n\n".join([head, *(part for record in records for part in _workshop(record))]) + "\n"


def _workshop(record: WorkshopRecord) -> Iterator[str]:
    yield f"## {plain(record.title)}, {record.held_on.isoformat()}"
    yield (
        f"At the end its map held {_many(record.assets, 'asset')}, {_many(record.meeting_places, 'meeting place')} "
        f"and {_many(record.connections, 'connection')}, those among them that are in no release."
    )
    yield "### Who took part in what"
    taken = [
        ("came in", record.joined),
        *((words, record.took_part[part]) for part, (words, _) in PARTS.items()),
    ]
    yield _table(("people who ...", "how many"), ((words, _count(number)) for words, number in taken))
    yield "### What was decided"
    yield from _decided(record.items)
    if record.steps:
        yield "### How long each step took"
        yield _table(
            ("step", "planned", "took"),
            ((plain(step.title), f"{step.planned} min", f"{step.minutes} min") for step in record.steps),
        )
    yield "### Departures from the run sheet"
    yield _list(map(_departure, record.departures), "None was noted.")
    yield "### Looking back"
    yield _table(
        ("", "yes", "partly", "no"),
        ((each.statement, *map(_count, each.counts.values())) for each in record.reflections),
    )


def _decided(items: Sequence[ItemRecord]) -> Iterator[str]:
    if not items:
        yield "Nothing was decided on."
    for outcome in dict.fromkeys(item.state for item in items):
        found = [item for item in items if item.state == outcome]
        yield f"{OUTCOMES[outcome]}:"
        yield _list(map(_item, found), "")


def _item(item: ItemRecord) -> str:
    told = (
        f"**{plain(item.label)}** ({item.type}): {plain(item.meaning)}"
        if item.meaning
        else f"**{plain(item.label)}** ({item.type})"
    )
    ways = [_many(item.rewordings, "rewording"), _many(item.questions, "question")]
    if item.integrated:
        ways.append("looked at once more because of an objection")
    return f"{told} [{', '.join(ways)}]"


def _departure(each: DepartureRecord) -> str:
    took = "" if each.minutes is None else f": {each.minutes} minutes instead of {each.planned}"
    reason = f" Why: {plain(each.reason)}" if each.reason else ""
    return f"“{plain(each.title)}” {DEPARTED[each.what]}{took}.{reason}"


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _count(number: int | None) -> str:
    return HIDDEN if number is None else f"{number:,}"


def _list(lines: Iterable[str], none: str) -> str:
    return "\n".join(f"- {line}" for line in lines) or none


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
