from dataclasses import replace

from kithmap.layers.differences import Differences, differences
from kithmap.layers.model import Feature, Layer, LayerName, ReleaseEdition
from kithmap.research.differing import counts_figure, how_many, list_figure
from kithmap.research.figures import shown
from tests.support.layers import BAND, HALL, RELEASE


def with_assets(*assets: Feature) -> ReleaseEdition:
    return replace(RELEASE, layers=(Layer(LayerName.ASSETS, assets), *RELEASE.layers[1:]))


MOVED = replace(HALL, geometry={"type": "Point", "coordinates": [-0.72, 52.67]})
RENAMED = replace(BAND, properties={**BAND.properties, "note": "Music on Sundays"})
FOUND = differences(with_assets(HALL, BAND), with_assets(MOVED, RENAMED))


def test_what_became_of_features_is_counted_by_layer() -> None:
    assert shown(counts_figure(FOUND), str).rows == (("Assets", "0", "0", "1", "1"),)
    assert shown(counts_figure(differences(with_assets(HALL), with_assets(BAND))), str).rows == (
        ("Assets", "1", "1", "0", "0"),
    )


def test_each_is_listed_with_what_became_of_it() -> None:
    moved, changed = shown(list_figure(FOUND), str).rows
    assert moved[:3] == ("Victoria Hall", "Assets", "Shown elsewhere")
    assert moved[3].startswith("By ")
    assert changed == ("The bandstand lawn", "Assets", "Something else is told", "note")


def test_a_page_lists_some_and_says_how_many_there_are() -> None:
    assert len(list_figure(FOUND, 1).rows) == 1
    assert how_many(FOUND) == 2
    assert how_many(Differences()) == 0
