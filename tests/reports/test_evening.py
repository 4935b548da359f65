"""How a workshop went, told so that nobody is found out."""

from typing import Any

import pytest

from kithmap.agreement.items import ITEM, RATING
from kithmap.basics.records import Audience, Record
from kithmap.evaluation.model import REFLECTION, Question, reflection_id
from kithmap.guides.run_sheet import DEPARTURE, SHEET, STEP_TAKEN, Departed, own_record
from kithmap.reports.evening import Evening, evening, told
from kithmap.sync.content import Content

PEOPLE = [f"person-{number:02}" for number in range(27)]


def record(kind: str, record_id: str, author: str | None, **fields: Any) -> Record:
    return Record(kind, record_id, author, Audience.EVERYONE, fields)


def placed(count: int) -> list[Record]:
    return [record("asset", f"a-{person}", person) for person in PEOPLE[:count]]


def of(*records: Record, threshold: int = 10, reasons: bool = True) -> Evening:
    return evening(Content(1, records, []), PEOPLE, threshold, reasons=reasons)


@pytest.mark.parametrize(
    ("count", "shown"), [(0, None), (9, None), (10, 10), (12, 10), (13, 15), (27, 25), (28, 30)]
)
def test_a_count_of_people_is_told_in_fives_from_the_threshold_on(count: int, shown: int | None) -> None:
    assert told(count, 10) == shown


def test_two_counts_that_differ_by_one_person_are_told_alike() -> None:
    part = of(*placed(26)).taking_part
    assert (part.came, part.placed) == (25, 25)


def test_each_person_counts_once_and_those_who_lead_not_at_all() -> None:
    twice = [record("meeting_place", f"m-{person}", person) for person in PEOPLE[:12]]
    led = [record("connection", f"c-{number}", "the facilitator") for number in range(30)]
    part = of(*placed(12), *twice, *led).taking_part
    assert (part.placed, part.connected) == (10, None)


def test_proposing_and_rating_is_agreeing() -> None:
    items = [record(ITEM, f"i-{person}", person, state="draft") for person in PEOPLE[:6]]
    ratings = [record(RATING, f"r-{person}", None, person=person) for person in PEOPLE[6:20]]
    found = of(*items, *ratings)
    assert found.taking_part.agreeing == 20
    assert found.undecided == 6


def test_what_is_decided_or_taken_back_is_not_undecided() -> None:
    states = ("adopted", "adopted_with_dissent", "parked", "not_adopted", "wish_list", "merged", "withdrawn")
    assert of(*[record(ITEM, state, None, state=state) for state in states]).undecided == 0


def test_what_people_said_of_the_workshop_is_told_from_the_threshold_on() -> None:
    def answered(count: int) -> list[Record]:
        return [
            record(REFLECTION, reflection_id(person), person, answers={"heard": "yes"}, sentence="Mine alone")
            for person in PEOPLE[:count]
        ]

    assert dict(of(*answered(9)).looking_back)[Question.HEARD] is None
    counts = dict(of(*answered(10)).looking_back)[Question.HEARD]
    assert counts is not None
    assert counts.yes == 10
    assert "Mine alone" not in repr(of(*answered(27)))


STEPS = [{"key": "g.a", "title": "Welcome", "minutes": 10}, {"key": "g.b", "title": "Places", "minutes": 30}]


def sheet() -> Record:
    return own_record(SHEET, SHEET, {"guides": ["G"], "steps": STEPS})


def taken(number: int, step: str, seconds: int) -> Record:
    fields = {"step": step, "seconds": seconds, "ended": f"2026-05-04T19:0{number}:00Z"}
    return own_record(STEP_TAKEN, f"step:{number}", fields)


def test_a_step_tells_how_long_it_took_all_times_together() -> None:
    found = of(sheet(), taken(1, "g.a", 300), taken(2, "g.a", 240)).steps
    assert [(step.title, step.planned, step.minutes) for step in found] == [
        ("Welcome", 10, 9),
        ("Places", 30, None),
    ]
    assert of().steps == ()


def test_departures_come_in_order_and_keep_their_reasons_for_partners() -> None:
    def left(number: int, what: str, reason: str | None) -> Record:
        fields = {
            "what": what,
            "title": "Places",
            "planned": 30,
            "minutes": 45,
            "reason": reason,
            "at": f"{number}",
        }
        return own_record(DEPARTURE, f"departure:{number}", fields)

    records = (left(2, "skipped", None), left(1, "ran_over", "So many came."))
    found = of(*records).notes
    assert [(note.what, note.reason) for note in found] == [
        (Departed.RAN_OVER, "So many came."),
        (Departed.SKIPPED, ""),
    ]
    assert [note.reason for note in of(*records, reasons=False).notes] == ["", ""]
