from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kithmap.common_glossary.carrying import carried, concepts_of, language_of
from kithmap.glossary.model import Match, Status
from tests.common_glossary.support import AREAS, area_release, everywhere, held_by, worded
from tests.glossary.support import concept

BEFORE = everywhere("hub", "park")
HUB = worded("g", held_by(3))


def test_without_a_change_everything_stays() -> None:
    assert carried([HUB], BEFORE, BEFORE) == [HUB]


def test_other_words_for_the_same_meaning_leave_a_group() -> None:
    newer = {**BEFORE, "ash": area_release("ash", concept("hub", label={"en": "The hub"}))}
    assert carried([HUB], BEFORE, newer) == [HUB]


def test_a_word_that_means_something_else_is_asked_about_again() -> None:
    newer = {**BEFORE, "ash": area_release("ash", concept("hub", meaning=2))}
    (found,) = carried([HUB], BEFORE, newer)
    assert (found.members, found.revision) == (HUB.members, 2)


def test_a_word_that_an_area_gave_up_leaves_its_group() -> None:
    newer = {**BEFORE, "ash": area_release("ash", concept("hub", status=Status.WITHDRAWN))}
    (found,) = carried([HUB], BEFORE, newer)
    assert set(found.members) == {("birch", "hub"), ("cedar", "hub")}
    assert found.revision == 2


def test_a_group_that_nothing_is_left_of_is_gone() -> None:
    only = worded("g", {("ash", "hub"): Match.EXACT})
    assert carried([only], BEFORE, {"elm": BEFORE["elm"]}) == []


@given(st.sets(st.sampled_from(AREAS)), st.sets(st.sampled_from(AREAS)))
def test_a_group_counts_as_changed_exactly_when_it_lost_or_changed_one(
    gone: set[str], other: set[str]
) -> None:
    newer = {
        area: replace(
            release,
            concepts=tuple(
                replace(each, meaning=each.meaning + (area in other), status=_status(area, gone))
                for each in release.concepts
            ),
        )
        for area, release in BEFORE.items()
    }
    found = carried([HUB], BEFORE, newer)
    holding = {area for area, _ in HUB.members}
    if holding <= gone:
        assert found == []
    else:
        assert found[0].revision == HUB.revision + bool(holding & (gone | other))
        assert set(found[0].members) <= set(concepts_of(newer))


def _status(area: str, gone: set[str]) -> Status:
    return Status.WITHDRAWN if area in gone else Status.CURRENT


def test_the_language_is_that_of_most_areas() -> None:
    welsh = {
        area: replace(BEFORE[area], scheme=replace(BEFORE[area].scheme, language="cy")) for area in AREAS[:4]
    }
    assert language_of({**BEFORE, **welsh}) == "cy"
    assert language_of(BEFORE) == "en"
    assert language_of({}) == "en"
