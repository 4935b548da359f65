from dataclasses import replace

from kithmap.glossary.changes import differences
from kithmap.glossary.in_words import differences_in_words, preferred
from kithmap.glossary.model import Concept, Status
from tests.glossary.support import concept, starting_indicators

HUB, PARK, HALL = concept("hub"), concept("park"), concept("hall")


def told(before: list[Concept], after: list[Concept]) -> list[str]:
    by_id = {each.id: each for each in [*before, *after]}
    return differences_in_words(differences(before, after), by_id, "en")


def gone(each: Concept, *replaced_by: str) -> Concept:
    return replace(each, status=Status.WITHDRAWN, replaced_by=replaced_by)


def test_each_difference_is_one_sentence_the_weightiest_first() -> None:
    before = [HUB, PARK, concept("bench")]
    after = [
        replace(HUB, meaning=2, definition={"en": "Where many ties meet."}),
        replace(PARK, scope={"en": "Green ones only."}),
        gone(concept("bench")),
        HALL,
    ]
    assert told(before, after) == [
        "“hub” means something else now. Before: What hub is. Now: Where many ties meet.",
        "“bench” is no longer used.",
        "“hall” is new.",
        "“park” means the same as before; changed: how to use it.",
    ]


def test_splits_merges_and_replacements_name_both_sides() -> None:
    assert told([HUB], [gone(HUB, "park", "hall"), PARK, HALL]) == ["“hub” has become “hall” and “park”."]
    assert told([PARK, HALL], [gone(PARK, "hub"), gone(HALL, "hub"), HUB]) == [
        "“hall” and “park” are one now: “hub”."
    ]
    assert told([HUB], [gone(HUB, "park"), PARK]) == ["Instead of “hub” we say “park”."]
    assert told([gone(HUB)], [HUB]) == ["“hub” is used again."]


def test_a_meaning_that_kept_its_words_is_told_without_them() -> None:
    assert told([HUB], [replace(HUB, meaning=2)]) == ["“hub” means something else now."]


def test_a_break_in_a_series_is_told() -> None:
    before = starting_indicators()[:1]
    after = [replace(before[0], instrument=2)]
    found = differences([], [], before, after)
    assert differences_in_words(found, {before[0].concept.id: before[0].concept}, "en") == [
        "“life satisfaction” is asked in another way, so earlier results are not the same."
    ]


def test_words_come_in_the_language_or_else_in_the_first_there_is() -> None:
    assert preferred({"cy": "parc", "en": "park"}, "en") == "park"
    assert preferred({"cy": "parc"}, "en") == "parc"
    assert preferred({}, "en") == ""
