import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary import matching
from kithmap.glossary.matching import candidates
from kithmap.glossary.model import Concept, Match, Status
from tests.glossary.support import concept, starting_concepts, vocabularies


def found(one: Concept, other: Concept) -> list[Match]:
    return [each.match for each in candidates({"north": [one], "south": [other]}, "en")]


def words(concept_id: str, label: str, definition: str, **more: object) -> Concept:
    return concept(concept_id, label={"en": label}, definition={"en": definition}, **more)


def test_the_same_word_with_the_same_sense_is_exact_and_with_another_close() -> None:
    here = words("hub", "hub", "A place through which many people are connected.")
    there = words("middle", "Hubs", "A place through which most people here are connected.")
    elsewhere = words("hub", "hub", "The part of a bicycle wheel that turns.")
    assert found(here, there) == [Match.EXACT]
    assert found(here, elsewhere) == [Match.CLOSE]


def test_people_s_own_words_count_as_well() -> None:
    here = words("hub", "hub", "Where many meet.", alt={"en": ("heart of the place",)})
    there = words("heart", "heart of the place", "Somewhere that everybody knows.")
    assert found(here, there) == [Match.CLOSE]


def test_a_longer_name_is_a_kind_of_the_shorter() -> None:
    park = words("park", "park", "Grass and trees.")
    pocket = words("pocket_park", "little pocket park", "Squeezed between two houses.")
    assert found(park, pocket) == [Match.NARROW]
    assert found(pocket, park) == [Match.BROAD]


def test_what_has_nothing_in_common_is_not_proposed() -> None:
    assert (
        found(words("hub", "hub", "Where many meet."), words("quorum", "quorum", "How many must answer."))
        == []
    )


def test_concepts_of_one_area_are_not_compared_and_withdrawn_ones_are_left_out() -> None:
    hub = concept("hub")
    gone = concept("hub", status=Status.WITHDRAWN)
    assert candidates({"north": [hub, concept("hub_2")]}, "en") == []
    assert candidates({"north": [hub], "south": [gone]}, "en") == []


def test_seven_areas_of_the_starting_size_are_compared_at_once() -> None:
    areas = {f"area {count}": starting_concepts() for count in range(7)}
    began = time.perf_counter()
    pairs = candidates(areas, "en")
    assert time.perf_counter() - began < 30
    exact = [pair for pair in pairs if pair.match is Match.EXACT and pair.one[1] == pair.other[1]]
    assert len(exact) == 76 * 21


@given(vocabularies, vocabularies)
def test_the_order_of_areas_changes_nothing(north: list[Concept], south: list[Concept]) -> None:
    one = candidates({"north": north, "south": south}, "en")
    other = candidates({"south": south, "north": north}, "en")
    assert one == other


names = st.lists(
    st.sampled_from(["park", "parks", "pocket", "hub", "hubs", "meeting", "place"]), max_size=3
).map(" ".join)
texts = st.lists(
    st.sampled_from(["people", "meet", "green", "trees", "where", "everybody", "knows"]), max_size=6
).map(" ".join)
spoken = st.lists(st.builds(words, st.uuids().map(lambda each: f"c{each.hex}"), names, texts), max_size=5)


@given(spoken, spoken, spoken)
def test_comparing_only_what_can_be_alike_finds_what_comparing_all_finds(
    north: list[Concept], south: list[Concept], east: list[Concept]
) -> None:
    areas = {"north": north, "south": south, "east": east}
    likely = candidates(areas, "en")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "alike_by_count", lambda sets, _: combinations(range(len(sets)), 2))
        patch.setattr(matching, "alike_by_weight", lambda sets, *_: combinations(range(len(sets)), 2))
        assert candidates(areas, "en") == likely
