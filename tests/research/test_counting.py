from hypothesis import given
from hypothesis import strategies as st

from kithmap.layers.model import Layer, LayerName
from kithmap.research.counting import EMPTY, count, net_of
from tests.support.layers import RELEASE

COUNTS = count({layer.name: layer.features for layer in RELEASE.layers})


def test_what_is_in_each_layer_is_counted() -> None:
    assert {name.value: number for name, number in COUNTS.layers.items()} == {
        "assets": 2,
        "meeting_places": 1,
        "connections": 2,
        "connection_table": 2,
        "boundary": 1,
    }
    assert COUNTS.of(LayerName.ASSETS, "kind") == {"physical_place": 1, "story_or_culture": 1}
    assert COUNTS.kinds["physical_place"] == "A place or space"
    assert COUNTS.outside == 0


def test_several_reasons_count_each_and_none_counts_as_nobody_said() -> None:
    assert COUNTS.of(LayerName.CONNECTIONS, "why") == {"fun": 1, "support": 1, EMPTY: 1}


def test_a_layer_that_is_not_there_has_nothing() -> None:
    assert count({}).of(LayerName.ASSETS, "kind") == {}
    assert count({}).net.largest_share is None


def test_the_sum_over_a_column_of_one_code_is_the_layer() -> None:
    for layer in (LayerName.ASSETS, LayerName.MEETING_PLACES):
        assert sum(COUNTS.of(layer, "precision").values()) == COUNTS.layers[layer]


def test_a_layer_is_read_once_from_whatever_gives_its_features() -> None:
    assets = RELEASE.layer(LayerName.ASSETS)
    assert isinstance(assets, Layer)
    assert count({LayerName.ASSETS: iter(assets.features)}).layers == {LayerName.ASSETS: 2}


places = st.sampled_from("abcdef")


@given(st.lists(places), st.lists(st.tuples(places, places)))
def test_a_net_never_tells_more_than_there_is(known: list[str], ties: list[tuple[str, str]]) -> None:
    net = net_of(known, ties)
    assert net.places == len(set(known))
    assert net.without <= net.components <= net.places
    assert net.ties <= net.places * (net.places - 1) / 2
    assert net.largest_share is None or 0 < net.largest_share <= 1


def test_a_connection_to_a_place_that_is_not_there_does_not_count() -> None:
    assert net_of("ab", [("a", "z"), ("a", "a")]).ties == 0
    assert net_of("ab", [("a", "b"), ("b", "a")]).ties == 1
