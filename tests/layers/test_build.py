"""What an edition of a release holds, and in which words and places."""

import random
import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from shapely.geometry import LinearRing

from kithmap.layers.build import build, editions
from kithmap.layers.checks import findings
from kithmap.layers.geojson import written
from kithmap.layers.ground import Ground, Settlement, StatisticalArea
from kithmap.layers.model import Edition, Feature, LayerName, ReleaseEdition
from kithmap.layers.privacy import Why
from kithmap.layers.schema import SCHEMAS
from kithmap.layers.settling import Check, Choice
from kithmap.shared_map.masking import masked
from kithmap.sync.content import Content
from tests.support.evenings import evening
from tests.support.grounds import OTHER_WORKSHOP, ground, mapped, rows
from tests.support.hall import MASK, Hall, connection, made_id, point

PUBLIC, PARTNERS = Edition.PUBLIC, Edition.PARTNERS


def test_places_and_connections_stand_in_their_layers_with_every_column_in_order() -> None:
    hall = Hall()
    anna = hall.join(2)
    start = hall.place(anna, "Fern Hall", visibility="public")
    meeting = anna.new_id()
    hall.do(
        anna,
        "meeting_place.place",
        place=meeting,
        title="Benches",
        geometry=point(-0.4),
        visibility="public",
        meeting={"who": "walkers", "how_often": "weekly"},
    )
    hall.do(anna, "connection.draw", **connection(anna.new_id(), start, meeting))
    release = build(ground(mapped(hall, {anna.person})), PUBLIC)
    for layer in release.layers:
        for feature in layer.features:
            assert list(feature.properties) == [column.name for column in SCHEMAS[layer.name].columns]
    assert rows(release)["Fern Hall"]["kind_label"] == "A place or space"
    assert rows(release, LayerName.MEETING_PLACES)["Benches"]["who"] == "walkers"
    line = rows(release, LayerName.CONNECTIONS)["Fern Hall - Benches"]
    assert line["geometry"] == {"type": "LineString", "coordinates": [[-0.5, 52.5], [-0.4, 52.5]]}
    assert line["start"] == rows(release)["Fern Hall"]["id"]


def test_a_place_that_may_not_be_shown_exactly_stands_where_every_export_shows_it() -> None:
    hall = Hall()
    place = hall.place(hall.join(2), "Home", precision="street", visibility="public")
    row = rows(build(ground(hall), PUBLIC))["Home"]
    assert (row["lon"], row["lat"]) == masked(MASK, place, point(), 250)
    assert row["geometry"] == point(row["lon"], row["lat"])
    assert (row["precision"], row["precision_m"]) == ("street", 250)


@pytest.mark.parametrize("seed", range(12))
def test_the_same_ground_gives_the_same_bytes_in_whatever_order_records_came(seed: int) -> None:
    found = evening(seed)
    records = list(found.content)
    random.Random(seed).shuffle(records)
    shuffled = Content(records=records, number=found.content.number)
    one, other = (ground(mapped(each, found.quotable)) for each in (found.content, shuffled))
    assert [as_bytes(build(one, edition)) for edition in Edition] == [
        as_bytes(build(other, edition)) for edition in Edition
    ]


@pytest.mark.parametrize("seed", range(12))
def test_partners_are_shown_all_that_everyone_is_shown_and_at_the_same_spots(seed: int) -> None:
    found = evening(seed)
    both = editions(ground(mapped(found.content, found.quotable)))
    public, partners = (
        {each.id: each.geometry for layer in both[edition].layers for each in layer.features}
        for edition in (PUBLIC, PARTNERS)
    )
    assert public.items() <= partners.items()


@pytest.mark.parametrize("seed", range(12))
def test_everything_on_the_map_is_in_an_edition_or_counted_by_why_it_is_not(seed: int) -> None:
    found = evening(seed)
    everything = sum(
        len(list(found.content.of_kind(kind))) for kind in ("asset", "meeting_place", "connection")
    )
    for release in editions(ground(mapped(found.content, found.quotable))).values():
        told = sum(
            len(layer.features)
            for layer in release.layers
            if layer.name in (LayerName.ASSETS, LayerName.MEETING_PLACES, LayerName.CONNECTIONS)
        )
        assert told + sum(release.report.withheld.values()) == everything


def test_a_connection_goes_where_both_its_places_go() -> None:
    hall = Hall()
    anna = hall.join(2)
    public, also, partners = (
        hall.place(anna, title, visibility=visibility, geometry=point(-0.1 * number))
        for number, (title, visibility) in enumerate([("A", "public"), ("B", "public"), ("C", "partners")])
    )
    hall.do(anna, "connection.draw", **connection(anna.new_id(), public, also, where=partners))
    hall.do(anna, "connection.draw", **connection(anna.new_id(), public, partners))
    both = editions(ground(hall))
    everyone = rows(both[PUBLIC], LayerName.CONNECTIONS)
    assert everyone.keys() == {"A - B"}
    assert everyone["A - B"]["where"] is None
    assert both[PUBLIC].report.withheld == {Why.PARTNERS: 1, Why.END: 1}
    among = rows(both[PARTNERS], LayerName.CONNECTIONS)
    assert among.keys() == {"A - B", "A - C"}
    assert among["A - B"]["where"] == rows(both[PARTNERS])["C"]["id"]


def test_statistical_areas_count_what_is_shown_in_them() -> None:
    def box(west: float, east: float) -> dict[str, Any]:
        return {
            "type": "Polygon",
            "coordinates": [[[west, 52], [west, 53], [east, 53], [east, 52], [west, 52]]],
        }

    areas = (StatisticalArea("E2", "", box(-0.5, 0)), StatisticalArea("E1", "West", box(-1, -0.5)))
    hall = Hall()
    anna = hall.join(2)
    west = hall.place(anna, "West", geometry=point(-0.7), visibility="public")
    east = hall.place(anna, "East", geometry=point(-0.3), visibility="public")
    hall.place(anna, "Hidden", geometry=point(-0.3), visibility="room")
    hall.do(anna, "connection.draw", **connection(anna.new_id(), west, east))
    release = build(ground(hall, areas=areas), PUBLIC)
    layer = release.layer(LayerName.STATISTICAL_AREAS)
    assert layer is not None
    assert [tuple(each.properties.values()) for each in layer.features] == [
        ("E1", "West", 1, 0, 1),
        ("E2", "E2", 1, 0, 1),
    ]
    assert rows(release)["West"]["statistical_area"] == "E1"
    assert all(LinearRing(each.geometry["coordinates"][0]).is_ccw for each in layer.features if each.geometry)
    assert build(ground(hall), PUBLIC).layer(LayerName.STATISTICAL_AREAS) is None


def evenings(**second: Any) -> tuple[Ground, Hall, Hall]:
    """Return two evenings that mapped the same hall, each connected with another place."""
    halls = []
    for number, given in enumerate(({}, second)):
        hall = Hall()
        anna = hall.join(2)
        same = hall.place(anna, "Fern Hall", **{"visibility": "public", **given})
        other = hall.place(anna, f"Other {number}", geometry=point(-0.4 - number / 10), visibility="public")
        hall.do(anna, "connection.draw", **connection(anna.new_id(), same, other, where=same))
        for person in range(3, 6 + number):
            hall.do(hall.join(person), "me_too.add", place=same)
        halls.append(hall)
    one, two = halls
    of = ground(mapped(one), mapped(two, workshop=OTHER_WORKSHOP, day=date(2026, 6, 1)), threshold=3)
    return of, one, two


def same(of: Ground) -> Ground:
    """Return a ground in which the first evening's hall stands for both."""
    (key,) = (each.key for each in findings(of) if each.check is Check.DUPLICATE)
    return replace(of, settlements={key: Settlement(Choice.FIRST_STANDS, "One hall.")})


def test_of_two_places_that_are_the_same_one_stands_for_both_with_connections_and_counts() -> None:
    of, _, _ = evenings()
    release = build(same(of), PUBLIC)
    assert rows(release).keys() == {"Fern Hall", "Other 0", "Other 1"}
    kept = rows(release)["Fern Hall"]
    assert kept["me_too"] == 3 + 4
    lines = rows(release, LayerName.CONNECTIONS)
    assert lines.keys() == {"Fern Hall - Other 0", "Fern Hall - Other 1"}
    assert {line["start"] for line in lines.values()} == {kept["id"]}
    assert {line["where"] for line in lines.values()} == {kept["id"]}
    assert release.report.withheld == {Why.SAME: 1}


def test_what_stands_for_another_tells_nothing_of_it_where_the_other_may_not_be_shown() -> None:
    of, _, _ = evenings(visibility="partners")
    both = editions(same(of))
    assert rows(both[PUBLIC])["Fern Hall"]["me_too"] == 3
    assert rows(both[PUBLIC], LayerName.CONNECTIONS).keys() == {"Fern Hall - Other 0"}
    assert rows(both[PARTNERS])["Fern Hall"]["me_too"] == 7
    assert rows(both[PARTNERS], LayerName.CONNECTIONS).keys() == {
        "Fern Hall - Other 0",
        "Fern Hall - Other 1",
    }


def test_a_hidden_count_is_not_given_away_by_a_sum() -> None:
    of, _, _ = evenings()
    header = replace(of.header, threshold=4)
    apart = build(replace(of, header=header), PUBLIC)
    assert sorted(str(each.properties["me_too"]) for each in assets(apart)) == ["4", "None", "None", "None"]
    together = build(same(replace(of, header=header)), PUBLIC)
    assert rows(together)["Fern Hall"]["me_too"] == 4


def test_a_connection_between_two_places_that_are_the_same_is_left_out() -> None:
    hall = Hall()
    anna = hall.join(2)
    one, other = hall.place(anna, visibility="public"), hall.place(anna, visibility="public")
    hall.do(anna, "connection.draw", **connection(anna.new_id(), one, other))
    release = build(same(ground(hall)), PUBLIC)
    assert release.report.withheld == {Why.SAME: 2}


def test_what_was_left_out_is_gone_with_its_connections() -> None:
    of, _, _ = evenings()
    (key,) = (each.key for each in findings(of) if each.check is Check.DUPLICATE)
    release = build(replace(of, settlements={key: Settlement("leave_out_first", "Twice.")}), PUBLIC)
    assert rows(release, LayerName.CONNECTIONS).keys() == {"Fern Hall - Other 1"}
    assert release.report.withheld == {Why.SETTLED: 1, Why.END: 1}


def test_a_record_that_a_withdrawal_emptied_is_in_no_edition_of_a_log_that_is_built_again() -> None:
    hall = Hall()
    hall.place(hall.join(2), visibility="public")
    emptied = [replace(each, fields={}) if each.kind == "asset" else each for each in hall.host.room.content]
    release = build(ground(mapped(Content(records=emptied))), PUBLIC)
    assert assets(release) == ()


def test_a_thousand_places_and_as_many_connections_are_built_in_well_under_a_second() -> None:
    content = crowd(1000)
    of = ground(mapped(content))
    began = time.perf_counter()
    release = build(of, PUBLIC)
    assert time.perf_counter() - began < 15
    assert sum(len(each.features) for each in release.layers) == 3001


def crowd(count: int) -> Content:
    """Return a content of many places and as many connections between them."""
    hall = Hall()
    anna = hall.join(2)
    start, end = hall.place(anna, visibility="public"), hall.place(anna, visibility="public")
    hall.do(anna, "connection.draw", **connection(anna.new_id(), start, end))
    (line,) = hall.host.room.content.of_kind("connection")
    first = hall.host.room.content.get(start)
    assert first is not None
    places = [
        replace(
            first.with_fields(
                title=f"Place {number}",
                geometry=point(-0.9 + number % 37 / 50, 52.1 + number % 101 / 200),
                precision=("exact", "street")[number % 2],
            ),
            id=made_id(number + 1),
        )
        for number in range(count)
    ]
    joined = [
        replace(
            line.with_fields(start=one.id, end=other.id),
            id=made_id(10_000 + number),
            stands_on=(one.id, other.id),
        )
        for number, (one, other) in enumerate(zip(places, places[1:] + places[:1], strict=True))
    ]
    rest = [each for each in hall.host.room.content if each.kind not in {"asset", "connection"}]
    return Content(records=[*rest, *places, *joined])


def assets(release: ReleaseEdition) -> tuple[Feature, ...]:
    layer = release.layer(LayerName.ASSETS)
    assert layer is not None
    return layer.features


def as_bytes(release: ReleaseEdition) -> bytes:
    return b"".join(written(release.header, release.edition, layer) for layer in release.layers)
