from dataclasses import replace

from kithmap.layer_formats.network import CONNECTION_COLUMNS, PLACE_COLUMNS, connections, places
from kithmap.layers.model import LayerName
from kithmap.layers.schema import SCHEMAS
from tests.support.layers import RELEASE


def test_places_of_both_layers_are_one_network() -> None:
    found = list(places(RELEASE))
    assert [(row.id, row.values["layer"]) for row in found] == [
        ("a-hall", "assets"),
        ("b-park", "assets"),
        ("c-walk", "meeting_places"),
    ]


def test_every_connection_has_its_own_id() -> None:
    assert [(row.id, row.values["connection"], row.values["came_by"]) for row in connections(RELEASE)] == [
        ("d-first", "d-first", "phone"),
        ("e-second", "e-second", "phone"),
    ]


def test_an_end_that_is_in_no_layer_is_a_place_all_the_same() -> None:
    without = replace(
        RELEASE, layers=tuple(each for each in RELEASE.layers if each.name is not LayerName.MEETING_PLACES)
    )
    *_, last = places(without)
    assert last.id == "c-walk"
    assert last.values == {"title": "Cutts Close walkers", "lon": -0.72925, "lat": 52.6713}


def test_columns_are_those_of_the_schema_each_once() -> None:
    names = [column.name for column in PLACE_COLUMNS]
    assert len(set(names)) == len(names)
    for name in (LayerName.ASSETS, LayerName.MEETING_PLACES):
        assert {column.name for column in SCHEMAS[name].columns} < set(names)
    # Gephi takes a column `source`, however it is written, for the place at which a connection begins.
    assert "source" not in {name for name, _ in CONNECTION_COLUMNS}
    assert {column.name for _, column in CONNECTION_COLUMNS} > {
        column.name for column in SCHEMAS[LayerName.CONNECTION_TABLE].columns
    }


def test_columns_of_one_name_hold_the_same_in_both_layers() -> None:
    assets, meeting_places = SCHEMAS[LayerName.ASSETS], SCHEMAS[LayerName.MEETING_PLACES]
    for column in assets.columns:
        other = meeting_places.column(column.name)
        assert other is None or other == column


def test_a_release_without_connections_is_places_alone() -> None:
    bare = replace(RELEASE, layers=RELEASE.layers[:1])
    assert [row.id for row in places(bare)] == ["a-hall", "b-park"]
    assert list(connections(bare)) == []
