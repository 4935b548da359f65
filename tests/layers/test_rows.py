"""What is told of places and connections: words of those who agreed, and counts of enough people."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kithmap.basics.records import Record
from kithmap.glossary.model import Concept, Organisation, Release, Scheme, Status, Version
from kithmap.layers.build import build
from kithmap.layers.ground import Ground
from kithmap.layers.model import Edition, LayerName
from kithmap.layers.rows import Kept
from kithmap.sync.content import Content
from tests.support.grounds import ground, mapped, rows
from tests.support.hall import Hall, connection, point

PUBLIC = Edition.PUBLIC
AWAY = point(-0.4)


def concept(key: str, label: str, *, by: tuple[str, ...] = ()) -> Concept:
    status = Status.WITHDRAWN if by else Status.CURRENT
    return Concept(key, {"en": label, "cy": "x"}, {"en": label}, status=status, replaced_by=by)


def glossary(*concepts: Concept) -> Release:
    body = Organisation("https://kithmap.example", "Kithmap")
    base = "https://kithmap.example/glossary/"
    scheme = Scheme(base, {}, {}, body, body, "https://x.example", "en", date(2026, 1, 1))
    return Release(scheme, Version(2, 0, 0), date(2026, 1, 1), concepts)


def row(of: Ground, title: str = "Fern Hall", layer: LayerName = LayerName.ASSETS) -> dict[str, Any]:
    return rows(build(of, PUBLIC), layer)[title]


@pytest.mark.parametrize("agreed", [True, False])
def test_words_are_told_of_those_who_agreed_and_titles_of_everyone(agreed: bool) -> None:
    hall = Hall()
    anna = hall.join(2)
    start = hall.place(anna, note="Warm", visibility="public")
    meeting = anna.new_id()
    hall.do(
        anna,
        "meeting_place.place",
        place=meeting,
        title="Benches",
        geometry=AWAY,
        visibility="public",
        meeting={"who": "Walkers", "open_to": "everyone"},
    )
    result = {"outcome": "learned", "words": "To knit"}
    hall.do(anna, "connection.draw", **connection(anna.new_id(), start, meeting, result=result))
    release = build(ground(mapped(hall, {anna.person} if agreed else ())), PUBLIC)
    told = [
        rows(release)["Fern Hall"]["note"],
        rows(release, LayerName.MEETING_PLACES)["Benches"]["who"],
        rows(release, LayerName.CONNECTIONS)["Fern Hall - Benches"]["outcome_words"],
    ]
    assert told == (["Warm", "Walkers", "To knit"] if agreed else [None, None, None])
    assert release.report.words_left_out == (0 if agreed else 3)
    assert rows(release, LayerName.CONNECTIONS)["Fern Hall - Benches"]["outcome"] == "learned"
    assert rows(release, LayerName.MEETING_PLACES)["Benches"]["open_to"] == "everyone"


@pytest.mark.parametrize(("threshold", "told"), [(1, 3), (3, 3), (4, None), (10, None)])
def test_counts_of_people_are_told_from_the_threshold_on(threshold: int, told: int | None) -> None:
    hall = Hall()
    place = hall.place(hall.join(2), visibility="public")
    for number in range(3, 6):
        hall.do(hall.join(number), "me_too.add", place=place)
    of = ground(hall, threshold=threshold)
    assert row(of)["me_too"] == told
    assert build(of, PUBLIC).report.counts_hidden == (told is None)


def test_a_count_of_nobody_is_hidden_as_well_so_that_a_gap_tells_nothing() -> None:
    hall = Hall()
    hall.place(hall.join(2), visibility="public")
    assert row(ground(hall))["me_too"] is None


def test_a_mark_that_was_put_aside_with_its_person_does_not_count() -> None:
    hall = Hall()
    place = hall.place(hall.join(2), visibility="public")
    people = [hall.join(number) for number in range(3, 6)]
    for each in people:
        hall.do(each, "me_too.add", place=place)
    hall.do(hall.facilitator, "person.revert", person=people[0].person)
    assert row(ground(hall))["me_too"] == 2


@pytest.mark.parametrize(
    ("concepts", "label"),
    [
        ((), "A place or space"),
        ((concept("physical_place", "Halls and greens"),), "Halls and greens"),
        (
            (concept("physical_place", "Place", by=("spot",)), concept("spot", "A spot")),
            "A spot",
        ),
        (
            (
                concept("physical_place", "Place", by=("hall", "green")),
                concept("hall", "H"),
                concept("green", "G"),
            ),
            "A place or space",
        ),
    ],
)
def test_kinds_are_called_as_in_the_glossary_of_the_release_or_else_as_in_their_workshop(
    concepts: tuple[Concept, ...], label: str
) -> None:
    hall = Hall()
    hall.place(hall.join(2), visibility="public")
    found = row(ground(hall, glossary=glossary(*concepts) if concepts else None))
    assert (found["kind"], found["kind_label"]) == ("physical_place", label)


def test_it_is_told_how_a_place_came() -> None:
    hall = Hall(blind=True)
    hall.place(hall.join(2), visibility="public")
    hall.do(hall.facilitator, "places.reveal")
    of = ground(mapped(hall, day=date(2026, 5, 4)))
    found = row(of)
    assert found["workshop"] == of.header.sources[0].workshop
    assert found["mapped_on"] == "2026-05-04"
    assert (found["round"], found["placed_blind"], found["placed_moderated"]) == (1, True, False)
    assert (found["source"], found["provenance"], found["glossary_version"]) == ("phone", None, None)


def test_what_came_from_a_file_says_whose_data_it_is() -> None:
    hall = Hall()
    hall.place(hall.join(2), visibility="public")
    (record,) = hall.host.room.content.of_kind("asset")
    told = {"whose": "Rutland", "day": "2026-03-01", "licence": "OGL", "attribution": ""}
    brought = record.with_fields(provenance=told, placed={**record.fields["placed"], "source": "brought_in"})
    others: list[Record] = [each for each in hall.host.room.content if each is not record]
    found = row(ground(mapped(Content(records=[*others, brought]))))
    assert (found["source"], found["provenance"]) == ("brought_in", "Rutland, 2026-03-01. OGL.")


def test_reasons_of_a_connection_stand_in_the_order_of_the_alphabet() -> None:
    hall = Hall()
    anna = hall.join(2)
    one = hall.place(anna, "A", visibility="public")
    other = hall.place(anna, "B", geometry=AWAY, visibility="public")
    hall.do(anna, "connection.draw", **connection(anna.new_id(), one, other, why=["work", "fun"]))
    found = row(ground(hall), "A - B", LayerName.CONNECTION_TABLE)
    assert found["why"] == "fun;work"
    assert [found[name] for name in ("start_lon", "start_lat", "end_lon", "end_lat")] == [
        -0.5,
        52.5,
        -0.4,
        52.5,
    ]
    assert found["geometry"] is None


def test_a_report_tells_only_what_there_is() -> None:
    report = Kept().report()
    assert (dict(report.withheld), dict(report.masked)) == ({}, {})
    assert replace(report) == report
