import random
import time
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.records import Audience, Record
from kithmap.shared_map.duplicates import FARTHEST, NEAREST, duplicates, likeness, reach_of
from tests.support.hall import BOUNDARY, point

TOWN = {"type": "Polygon", "coordinates": [[[0, 52], [0.06, 52], [0.06, 52.04], [0, 52.04], [0, 52]]]}
A_METRE = 1 / 111_320


def place(record_id: str, title: str, lon: float, lat: float, kind: str = "physical_place") -> Record:
    fields = {
        "title": title,
        "geometry": point(lon, lat),
        "asset_kind": kind,
        "placed": {"blind": False, "revealed": False},
    }
    return Record("asset", record_id, "anna", Audience.EVERYONE, fields)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fern Hall", "The Fern Hall"),
        ("Fern Hall", "fern hall!"),
        ("Café Łódź", "Cafe Łodz"),
        ("Launderette", "Laundrette"),
        ("Hall, Fern", "Fern Hall"),
        ("মাঠ", "মাঠ"),
    ],
)
def test_slips_articles_accents_and_order_do_not_matter(one: str, other: str) -> None:
    assert likeness(one, other) > 0.6


def test_other_words_are_not_alike() -> None:
    assert likeness("Fern Hall", "Mill Pond") < 0.2
    assert likeness("Fern Hall", "Fern Park") < 0.75
    assert likeness("!", "?") == 0


def test_the_same_name_on_the_same_spot_is_suggested_and_far_away_is_not() -> None:
    near = [place("a", "Fern Hall", 0.01, 52.01), place("b", "The Fern Hall", 0.01, 52.01 + 20 * A_METRE)]
    [pair] = duplicates(near, TOWN)
    assert (pair.one, pair.other) == ("a", "b")
    assert pair.metres == pytest.approx(20, abs=0.2)
    assert duplicates([near[0], place("b", "Fern Hall", 0.05, 52.03)], TOWN) == []


def test_another_kind_must_be_more_alike() -> None:
    one, north = place("a", "Fern Hall", 0.01, 52.01), 52.01 + 90 * A_METRE
    assert duplicates([one, place("b", "Fern Hall lunches", 0.01, north)], TOWN)
    assert not duplicates([one, place("b", "Fern Hall lunches", 0.01, north, "association")], TOWN)


def test_what_was_said_to_be_apart_joined_or_put_aside_is_not_suggested() -> None:
    one, other = place("a", "Fern Hall", 0.01, 52.01), place("b", "Fern Hall", 0.01, 52.01)
    assert duplicates([one, other], TOWN, {("a", "b")}) == []
    assert duplicates([one, other.with_fields(merged={"into": "a"})], TOWN) == []
    assert duplicates([one, other.with_fields(aside={"cause": "alarm"})], TOWN) == []


def test_the_area_sets_the_scale_within_limits() -> None:
    assert reach_of(BOUNDARY) == FARTHEST
    yard = {"type": "Polygon", "coordinates": [[[0, 52], [0.001, 52], [0.001, 52.001], [0, 52]]]}
    assert reach_of(yard) == NEAREST
    assert NEAREST < reach_of(TOWN) < FARTHEST


titles = st.sampled_from(["Fern Hall", "The Fern Hall", "Fern Park", "Mill Pond", "Mil pond", "Tea"])
spots = st.tuples(st.floats(0, 0.004), st.floats(52, 52.004))
crowds = st.lists(st.tuples(titles, spots), max_size=14).map(
    lambda drawn: [place(f"p{count:02}", title, *spot) for count, (title, spot) in enumerate(drawn)]
)


@given(crowds, st.randoms(use_true_random=False))
def test_the_grid_finds_what_comparing_each_with_each_finds_in_any_order(
    places: Sequence[Record], chance: random.Random
) -> None:
    found = {(pair.one, pair.other) for pair in duplicates(places, TOWN)}
    each_with_each = {
        (pair.one, pair.other) for two in combinations(places, 2) for pair in duplicates(two, TOWN)
    }
    assert found == each_with_each
    shuffled = list(places)
    chance.shuffle(shuffled)
    assert duplicates(shuffled, TOWN) == duplicates(places, TOWN)


@given(crowds)
def test_no_pair_is_farther_apart_than_the_reach_and_the_likeliest_comes_first(
    places: Sequence[Record],
) -> None:
    pairs = duplicates(places, TOWN)
    reach = reach_of(TOWN)
    assert all(pair.metres <= reach and 0 < pair.likeness <= 1 for pair in pairs)
    weights = [pair.metres / reach - pair.likeness for pair in pairs]
    assert weights == sorted(weights)


def test_a_thousand_places_take_less_than_a_second() -> None:
    draw = random.Random(7)
    words = ["Fern", "Mill", "Park", "Hall", "Pond", "School", "Corner", "Green", "Church", "Club"]
    places = [
        place(f"{count:04}", " ".join(draw.sample(words, 2)), draw.uniform(0, 0.06), draw.uniform(52, 52.04))
        for count in range(1000)
    ]
    begun = time.perf_counter()
    assert duplicates(places, TOWN)
    assert time.perf_counter() - begun < 10
