import time
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given

from kithmap.glossary.checks import MOST_CONCEPTS, above_of, faults
from kithmap.glossary.model import Concept, Match, Status
from tests.glossary.support import concept, starting_concepts, starting_indicators, vocabularies


def said(*concepts: Concept) -> list[tuple[str, str]]:
    return [(fault.concept, fault.says) for fault in faults(concepts, "en")]


def test_what_the_project_starts_with_is_sound() -> None:
    indicators = [each.concept for each in starting_indicators()]
    assert faults([*starting_concepts(), *indicators], "en") == []


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (concept("hub", id="Hub Two"), "small letters"),
        (concept("hub", label={"cy": "canolfan"}), "no label"),
        (concept("hub", definition={"en": " "}), "no definition"),
        (concept("hub", scope={"en": "x" * 5001}), "longer than"),
        (concept("hub", alt={"en": ("Hub",)}), "among its other words"),
        (concept("hub", alt={"en": ("heart", "Heart")}), "twice"),
        (concept("hub", broader=("hub",)), "a part of itself"),
        (concept("hub", related=("bench",)), "“bench”, which is not"),
        (concept("hub", replaced_by=("park",)), "still in use"),
        (concept("hub", id="hub\n"), "small letters"),
        (concept("hub", alt={"": ("heart",)}), "in which language"),
        (concept("hub", scope={"what it is": "heart"}), "in which language"),
        (concept("hub", example={"en": "a\x00b"}), "cannot be seen"),
        (concept("hub", matches={Match.EXACT: ("file:///etc/hosts",)}), "address is none"),
        (concept("hub", matches={Match.CLOSE: ("https://example.com/a b",)}), "address is none"),
    ],
)
def test_a_fault_is_told_with_its_concept(bad: Concept, words: str) -> None:
    found = said(bad, concept("park"))
    assert any(each == bad.id and words in says for each, says in found)


def test_two_concepts_of_one_id_or_one_label_are_found() -> None:
    assert any(
        "have this id" in says for _, says in said(concept("hub"), concept("hub", label={"en": "heart"}))
    )
    heart = concept("heart", alt={"en": ("HUB",)})
    assert said(concept("hub"), heart) == [
        ("heart", "“HUB” is also what “hub” is called. Change one of them.")
    ]


def test_a_withdrawn_concept_may_leave_its_label_to_another() -> None:
    before = replace(concept("hub"), status=Status.WITHDRAWN, replaced_by=("heart",))
    assert said(before, concept("heart", label={"en": "hub"})) == []


def test_a_circle_is_shown_as_the_way_round() -> None:
    one, two, three = (
        concept("a", broader=("b",)),
        concept("b", broader=("c",)),
        concept("c", broader=("a",)),
    )
    assert said(one, two, three) == [("a", "It is above itself: a > b > c > a. Break the circle.")]


def test_what_is_near_may_not_be_above() -> None:
    top, middle = concept("top"), concept("middle", broader=("top",))
    low = concept("low", broader=("middle",), related=("top",))
    assert said(top, middle, low) == [("low", "“top” is near it and above or below it. Keep one of the two.")]


def test_a_chain_of_thousands_is_no_danger() -> None:
    chain = [concept(f"c{count}", broader=(f"c{count + 1}",)) for count in range(5000)]
    start = time.perf_counter()
    assert said(*chain, concept("c5000")) == []
    assert time.perf_counter() - start < 20


def test_a_label_written_in_two_ways_is_one_label() -> None:
    one, other = concept("one", label={"en": "caf\u00e9"}), concept("other", label={"en": "cafe\u0301"})
    assert any("also what “one”" in says for _, says in said(one, other))


def test_thousands_of_circles_through_a_long_chain_are_told_briefly() -> None:
    chain = [concept(f"c{count}", broader=(f"c{count - 1}", "c4999")) for count in range(1, 5000)]
    found = said(concept("c0", broader=("c4999",)), *chain)
    assert any("above itself" in says for _, says in found)
    assert max(len(says) for _, says in found) < 300


def test_near_and_above_are_compared_at_once_in_a_deep_and_wide_hierarchy() -> None:
    levels = 60
    wide = [
        concept(
            f"l{level}_{place}",
            broader=tuple(f"l{level + 1}_{other}" for other in range(40)) if level + 1 < levels else (),
            related=(f"l{level}_{(place + 1) % 40}",),
        )
        for level in range(levels)
        for place in range(40)
    ]
    start = time.perf_counter()
    assert said(*wide) == []
    assert time.perf_counter() - start < 10


def test_more_than_can_be_used_is_refused_at_once() -> None:
    found = faults((concept(f"c{count}") for count in range(MOST_CONCEPTS + 1)), "en")
    assert [fault.says for fault in found] == [
        f"There are {MOST_CONCEPTS + 1} concepts; {MOST_CONCEPTS} at most can be used."
    ]


def has_circle(known: Mapping[str, Concept]) -> bool:
    return any(each in above_of(each, known) for each in known)


@given(vocabularies)
def test_a_sound_vocabulary_has_no_circle_and_an_unsound_one_is_told(concepts: list[Concept]) -> None:
    known = {each.id: each for each in concepts}
    told = any("above itself" in says for _, says in said(*concepts))
    loops = any(each.id in each.broader for each in concepts)
    assert told or loops or not has_circle(known)
    if told:
        assert has_circle(known)
