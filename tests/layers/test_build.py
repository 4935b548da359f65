"""What an edition of a release holds, and in which words and places."""

from kithmap.layers.build import build
from kithmap.layers.model import Edition, LayerName
from kithmap.layers.schema import SCHEMAS
from kithmap.shared_map.masking import masked
from tests.support.grounds import ground, mapped, rows
from tests.support.hall import MASK, Hall, connection, point

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
