from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary.checks import faults
from kithmap.glossary.model import Concept, Decision, Status
from kithmap.glossary.reading import bars, by_letter, by_theme, entries, look_for, plain, standings
from tests.glossary.published import DECISION, releases
from tests.glossary.support import concept, release, starting_concepts, starting_indicators, vocabularies


def listed(*concepts: Concept, **more: Any) -> list[str]:
    return [each.id for each in entries(release(*concepts, **more))]


def test_words_are_sorted_as_people_look_for_them() -> None:
    eclair = replace(concept("eclair"), label={"en": "Éclair"})
    assert listed(concept("zoo"), eclair, concept("eel"), concept("apple")) == [
        "apple",
        "eclair",
        "eel",
        "zoo",
    ]
    assert plain("ÉCLAIR") == "eclair"


def test_each_letter_holds_its_words_and_nothing_that_is_no_longer_used() -> None:
    gone = concept("club", status=Status.WITHDRAWN, replaced_by=("hub",))
    given_entries = entries(
        release(concept("hub"), concept("hall"), gone, replace(concept("x"), label={"en": "7 a side"}))
    )
    assert [(group.name, [each.id for each in group.entries]) for group in by_letter(given_entries)] == [
        ("#", ["x"]),
        ("H", ["hall", "hub"]),
    ]
    (club,) = (each for each in given_entries if not each.in_use)
    assert club.instead == ("hub",)


def test_what_belongs_together_stands_below_what_it_is_a_part_of() -> None:
    given_release = release(
        concept("place"),
        concept("hall", broader=("place",)),
        concept("stage", broader=("hall",)),
        concept("wish"),
    )
    together, alone = by_theme(given_release)
    assert [(each.id, each.depth) for each in together.entries] == [("place", 0), ("hall", 1), ("stage", 2)]
    assert (alone.name, [each.id for each in alone.entries]) == ("", ["wish"])


@given(vocabularies)
def test_every_concept_in_use_is_found_both_ways(concepts: list[Concept]) -> None:
    if faults(concepts, "en"):
        return
    given_release = release(*concepts)
    wanted = {each.id for each in concepts}
    assert {each.id for group in by_letter(entries(given_release)) for each in group.entries} == wanted
    assert {each.id for group in by_theme(given_release) for each in group.entries} == wanted


def test_the_nearest_comes_first() -> None:
    given_entries = entries(
        release(
            concept("hub_of_the_wheel"),
            concept("hub"),
            replace(concept("heart"), alt={"en": ("hub of all",)}),
            replace(concept("place"), definition={"en": "It may be a hub."}),
            concept("bench"),
        )
    )
    assert [each.id for each in look_for(given_entries, "Hub")] == [
        "hub",
        "hub_of_the_wheel",
        "heart",
        "place",
    ]
    assert [each.id for each in look_for(given_entries, "all hub")] == ["heart"]
    assert look_for(given_entries, "  ") == []


@given(st.text())
def test_whatever_is_looked_for_is_found_or_not(words: str) -> None:
    given_entries = entries(release(*starting_concepts(), indicators=tuple(starting_indicators())))
    found = look_for(given_entries, words)
    assert len({each.id for each in found}) == len(found)


def test_bars_stand_in_the_order_of_the_answers_and_the_longest_is_whole() -> None:
    found = bars(DECISION)
    assert [each.count for each in found] == [6, 9, 3, 2, 1, 0, 1]
    assert [each.width for each in found][1] == 100
    assert bars(replace(DECISION, counts={})) == []
    assert {each.width for each in bars(replace(DECISION, counts={"for": 0}))} == {0}


@given(st.dictionaries(st.sampled_from(["for", "against", "skip", "unheard_of"]), st.integers(0, 999)))
def test_no_bar_is_longer_than_its_ground(counts: dict[str, int]) -> None:
    decision: Decision = replace(DECISION, counts=counts)
    assert all(0 <= each.width <= 100 for each in bars(decision))


def test_a_concept_tells_what_became_of_it_in_each_version() -> None:
    both = releases()
    told = {
        name: [(str(each.version), each.in_use, each.became) for each in standings(name, both)]
        for name in ("hub", "club", "broker", "bench", "nowhere")
    }
    assert told == {
        "hub": [("2.0.0", True, "redefined"), ("1.0.0", True, "added")],
        "club": [("2.0.0", False, "split"), ("1.0.0", True, "added")],
        "broker": [("2.0.0", True, ""), ("1.0.0", True, "added")],
        "bench": [("2.0.0", True, "added")],
        "nowhere": [],
    }
