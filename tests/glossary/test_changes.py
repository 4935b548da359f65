from dataclasses import replace

import pytest
from hypothesis import given

from kithmap.glossary.changes import Differences, Replaced, differences, next_version
from kithmap.glossary.model import Concept, Status, Version
from tests.glossary.support import concept, starting_indicators, vocabularies

HUB, PARK, HALL = concept("hub"), concept("park"), concept("hall")


def gone(each: Concept, *replaced_by: str) -> Concept:
    return replace(each, status=Status.WITHDRAWN, replaced_by=replaced_by)


def test_nothing_is_different_from_itself() -> None:
    assert not differences([HUB, PARK], [PARK, HUB])


def test_a_new_concept_is_added() -> None:
    assert differences([HUB], [HUB, PARK]) == Differences(added=("park",))


def test_a_meaning_that_changed_is_told_apart_from_better_words() -> None:
    words = replace(HUB, definition={"en": "A place with many ties."})
    assert [each.id for each in differences([HUB], [words]).edited] == ["hub"]
    meant = replace(words, meaning=2)
    found = differences([HUB], [meant])
    assert found.edited == ()
    assert found.redefined[0].fields["definition"] == (HUB.definition, words.definition)


def test_one_for_several_is_a_split_and_several_for_one_a_merge() -> None:
    split = differences([HUB], [gone(HUB, "park", "hall"), PARK, HALL])
    assert split == Differences(split=(Replaced(("hub",), ("hall", "park")),))
    merged = differences([PARK, HALL], [gone(PARK, "hub"), gone(HALL, "hub"), HUB])
    assert merged == Differences(merged=(Replaced(("park", "hall"), ("hub",)),)) or merged == Differences(
        merged=(Replaced(("hall", "park"), ("hub",)),)
    )


def test_one_for_one_is_a_replacement_and_none_a_withdrawal() -> None:
    assert differences([HUB], [gone(HUB, "park"), PARK]) == Differences(
        replaced=(Replaced(("hub",), ("park",)),)
    )
    assert differences([HUB], [gone(HUB)]) == Differences(withdrawn=("hub",))
    assert differences([gone(HUB)], [HUB]).restored == ("hub",)


def test_an_indicator_that_is_asked_in_another_way_breaks_its_series() -> None:
    before = starting_indicators()
    after = [replace(before[0], instrument=2), *before[1:]]
    found = differences([], [], before, after)
    assert found.instruments == (before[0].concept.id,)
    assert next_version(Version(1, 2, 3), found) == Version(2, 0, 0)


@pytest.mark.parametrize(
    ("before", "after", "version"),
    [
        ([HUB], [replace(HUB, meaning=2)], Version(2, 0, 0)),
        ([HUB], [gone(HUB)], Version(2, 0, 0)),
        ([HUB], [gone(HUB, "park"), PARK], Version(2, 0, 0)),
        ([HUB], [HUB, PARK], Version(1, 5, 0)),
        ([HUB], [replace(HUB, alt={"en": ("heart",)})], Version(1, 4, 3)),
        ([HUB], [HUB], Version(1, 4, 3)),
    ],
)
def test_the_number_says_how_much_changed(
    before: list[Concept], after: list[Concept], version: Version
) -> None:
    assert next_version(Version(1, 4, 2), differences(before, after)) == version


def test_the_first_release_is_one() -> None:
    assert next_version(None, differences([], [HUB])) == Version(1, 0, 0)


@given(vocabularies, vocabularies)
def test_a_release_s_number_is_always_higher(before: list[Concept], after: list[Concept]) -> None:
    assert next_version(Version(3, 4, 5), differences(before, after)) > Version(3, 4, 5)


@given(vocabularies, vocabularies)
def test_the_order_in_which_concepts_are_given_changes_nothing(
    before: list[Concept], after: list[Concept]
) -> None:
    assert differences(before, after) == differences(before[::-1], after[::-1])


@given(vocabularies)
def test_all_that_is_new_is_told_once(after: list[Concept]) -> None:
    assert set(differences([], after).added) == {each.id for each in after}
