"""Layers in the order in which a reader looks for things."""

from kithmap.layers.model import Layer, LayerName
from kithmap.reports.mapped import mapped
from kithmap.reports.model import Look
from tests.support.layers import BAND, BOUNDARY, HALL, RELEASE, place


def test_kinds_come_in_the_order_of_the_six_and_meeting_places_last() -> None:
    found = mapped(RELEASE.layers, {})
    assert [kind.look for kind in found.kinds] == [
        Look.PHYSICAL_PLACE,
        Look.STORY_OR_CULTURE,
        Look.MEETING_PLACE,
    ]
    assert [kind.count for kind in found.kinds] == [1, 1, 1]
    assert (found.assets, found.meeting_places) == (2, 1)


def test_places_are_numbered_in_the_order_of_their_kinds_and_titles() -> None:
    found = mapped(RELEASE.layers, {})
    assert [(each.number, each.told["title"]) for each in found.places] == [
        (1, "Victoria Hall"),
        (2, "The bandstand lawn"),
        (3, "Cutts Close walkers"),
    ]
    assert [each.shape is None for each in found.places] == [True, False, False]


def test_a_kind_of_an_area_looks_like_the_one_of_the_six_that_it_matches() -> None:
    pub = place(
        LayerName.ASSETS,
        "z",
        {"type": "Point", "coordinates": [0, 0]},
        "The Bell",
        kind="pub",
        kind_label="A pub",
    )
    layer = Layer(LayerName.ASSETS, (pub,))
    assert mapped([layer], {"pub": "exchange"}).kinds[0].look is Look.EXCHANGE
    assert mapped([layer], {}).kinds[0].look is Look.OTHER
    assert mapped([layer], {"pub": "<script>"}).kinds[0].look is Look.OTHER
    assert mapped([layer], {"pub": "meeting_place"}).kinds[0].look is Look.OTHER


def test_a_connection_says_where_people_connect_by_the_place_s_title() -> None:
    first, second = mapped(RELEASE.layers, {}).connections
    assert (first.where, first.why) == ("Victoria Hall", ("fun", "support"))
    assert (second.where, second.why) == ("", ())
    assert first.ends == ((-0.7291, 52.6708), (-0.72925, 52.6713))


def test_the_boundary_is_the_one_of_its_layer() -> None:
    assert mapped(RELEASE.layers, {}).boundary == BOUNDARY
    nothing = mapped([], {})
    assert (nothing.boundary, nothing.kinds, nothing.places, nothing.connections) == (None, (), (), ())


def test_the_order_of_features_changes_nothing() -> None:
    turned = [Layer(layer.name, tuple(reversed(layer.features))) for layer in RELEASE.layers]
    assert mapped(turned, {}).places == mapped(RELEASE.layers, {}).places
    assert {HALL.id, BAND.id} <= {feature.id for layer in turned for feature in layer.features}


def test_of_more_places_than_a_report_can_hold_each_kind_keeps_its_share() -> None:
    places = tuple(
        place(
            LayerName.ASSETS,
            f"{kind}-{number}",
            {"type": "Point", "coordinates": [0, 0]},
            f"Place {number}",
            kind=kind,
            kind_label=kind,
        )
        for kind, count in (("association", 9), ("exchange", 2))
        for number in range(count)
    )
    found = mapped([Layer(LayerName.ASSETS, places), *RELEASE.layers[3:4]], {}, most=6)
    assert [found.kinds[each.kind].key for each in found.places] == ["association"] * 3 + ["exchange"] * 2
    assert [each.number for each in found.places] == [1, 2, 3, 4, 5]
    assert (found.assets, found.places_left_out) == (11, 6)
    assert (
        len(mapped(RELEASE.layers, {}, most=1).connections),
        mapped(RELEASE.layers, {}, most=1).connections_left_out,
    ) == (1, 1)
