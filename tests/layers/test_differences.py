"""What a reader of one edition is told of what is different."""

import random
from dataclasses import replace
from typing import Any

import pytest

from kithmap.layers.build import build
from kithmap.layers.differences import COMPARED, differences, title_of
from kithmap.layers.model import Edition, Feature, Layer, LayerName, ReleaseEdition
from tests.support.evenings import evening, go_on
from tests.support.grounds import ground, mapped
from tests.support.layers import BAND, CUTTS, HALL, RELEASE

ASSETS = LayerName.ASSETS


def with_assets(*features: Feature) -> ReleaseEdition:
    layers = tuple(Layer(ASSETS, features) if each.name is ASSETS else each for each in RELEASE.layers)
    return replace(RELEASE, layers=layers)


def altered(feature: Feature, **columns: Any) -> Feature:
    return replace(feature, properties={**feature.properties, **columns})


def test_the_same_release_has_no_differences() -> None:
    assert not differences(RELEASE, RELEASE)


def test_before_the_first_release_everything_is_new() -> None:
    found = differences(None, RELEASE)
    assert len(found.added) == sum(len(each.features) for each in RELEASE.layers if each.name in COMPARED)
    assert (found.gone, found.moved, found.changed) == ((), (), ())


def test_what_came_and_what_went_is_named_with_where_it_stood() -> None:
    found = differences(with_assets(HALL), with_assets(BAND))
    assert [(each.layer, each.title, each.geometry) for each in found.added] == [
        (ASSETS, "The bandstand lawn", BAND.geometry)
    ]
    assert [(each.id, each.title) for each in found.gone] == [("a-hall", "Victoria Hall")]


def test_what_moved_is_told_with_the_metres_between_both_and_not_with_the_columns_that_follow_from_it() -> (
    None
):
    north = {"type": "Point", "coordinates": [-0.7291, 52.6718]}
    moved = replace(altered(HALL, lat=52.6718, northing=309001.1), geometry=north)
    found = differences(with_assets(HALL), with_assets(moved))
    assert [(each.id, each.metres, each.precision) for each in found.moved] == [("a-hall", 111.3, None)]
    assert found.changed == ()


def test_a_place_that_is_shown_less_exactly_says_so() -> None:
    elsewhere = {"type": "Point", "coordinates": [-0.73, 52.6708]}
    coarse = replace(altered(HALL, precision="100m", precision_m=100), geometry=elsewhere)
    (moved,) = differences(with_assets(HALL), with_assets(coarse)).moved
    assert moved.precision == ("exact", "100m")


def test_other_words_and_counts_are_told_by_column() -> None:
    renamed = altered(HALL, title="Queen's Hall", me_too=None)
    (changed,) = differences(with_assets(HALL), with_assets(renamed)).changed
    assert changed.title == "Queen's Hall"
    assert changed.columns == {"title": ("Victoria Hall", "Queen's Hall"), "me_too": (12, None)}


@pytest.mark.parametrize(
    ("layer", "title"),
    [
        (LayerName.MEETING_PLACES, "Cutts Close walkers"),
        (LayerName.CONNECTIONS, "Victoria Hall - Cutts Close walkers"),
        (LayerName.BOUNDARY, "Oakham"),
    ],
)
def test_features_are_called_as_people_call_them(layer: LayerName, title: str) -> None:
    found = RELEASE.layer(layer)
    assert found is not None
    assert title_of(layer, found.features[0]) == title


def test_a_layer_that_only_one_release_has_came_or_went_whole() -> None:
    without = replace(
        RELEASE, layers=tuple(each for each in RELEASE.layers if each.name is not LayerName.MEETING_PLACES)
    )
    assert [each.id for each in differences(RELEASE, without).gone] == [CUTTS.id]
    assert [each.id for each in differences(without, RELEASE).added] == [CUTTS.id]


@pytest.mark.parametrize("seed", range(6))
def test_what_came_one_way_went_the_other_way_and_what_is_told_leads_from_one_release_to_the_next(
    seed: int,
) -> None:
    found = evening(seed)
    before = build(ground(mapped(found.content)), Edition.PARTNERS)
    go_on(found, random.Random(seed), 20)
    after = build(ground(mapped(found.content)), Edition.PARTNERS)
    there, back = differences(before, after), differences(after, before)
    assert (there.added, there.gone) == (back.gone, back.added)
    assert [(each.id, each.metres) for each in there.moved] == [(each.id, each.metres) for each in back.moved]
    told = shapes(before)
    for each in there.gone:
        del told[each.layer, each.id]
    told |= {(each.layer, each.id): each.geometry for each in there.added}
    told |= {(each.layer, each.id): each.after for each in there.moved}
    assert told == shapes(after)


def shapes(release: ReleaseEdition) -> dict[tuple[LayerName, str], Any]:
    """Return where each feature that is compared stands."""
    return {
        (layer.name, each.id): each.geometry
        for layer in release.layers
        if layer.name in COMPARED
        for each in layer.features
    }
