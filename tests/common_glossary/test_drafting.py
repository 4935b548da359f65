from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kithmap.common_glossary.drafting import common_draft, drafted, said_of
from kithmap.common_glossary.model import Group, Held, Sheet
from kithmap.glossary.checks import faults
from kithmap.glossary.model import Concept, Match, Release, Status, Version
from kithmap.glossary.release import next_release
from tests.common_glossary.support import (
    AREAS,
    a_round,
    accepted,
    answer,
    area_release,
    everywhere,
    held_by,
    worded,
)
from tests.glossary.support import SCHEME, concept

DAY = date(2026, 11, 23)
LATER = date(2027, 11, 23)
RELEASES = everywhere("hub", "park", "heart")


def concepts(sheet: Sheet, last: Release | None = None, on: date = DAY) -> dict[str, Concept]:
    return {each.id: each for each in drafted(sheet, RELEASES, last, "en", on).concepts}


def published(sheet: Sheet, last: Release | None = None) -> Release:
    return next_release(last, SCHEME, concepts(sheet, last).values(), (), DAY)


def test_what_enters_has_the_common_words_and_the_areas_beside_them() -> None:
    members = {**held_by(5), ("fir", "heart"): Match.CLOSE, ("gorse", "park"): Match.NARROW}
    found = concepts(accepted(worded("g", members, "Heart of the place")))["heart_of_the_place"]
    assert found.label == {"en": "Heart of the place"}
    assert found.definition == {"en": "What Heart of the place is."}
    assert found.alt == {"en": ("hub",)}
    assert found.matches[Match.EXACT][0] == "https://example.org/glossary/ash/hub"
    assert len(found.matches[Match.EXACT]) == 5
    assert found.matches[Match.CLOSE] == ("https://example.org/glossary/fir/heart",)
    assert found.matches[Match.NARROW] == ("https://example.org/glossary/gorse/park",)


def test_how_it_was_come_to_is_kept_with_the_areas_and_their_versions() -> None:
    (decision,) = concepts(accepted(worded("g", held_by(5))))["hub"].decisions
    assert (decision.item, decision.on, decision.workshop) == ("g", DAY, "")
    assert decision.sentence == (
        "5 of 7 areas hold it, and 5 are needed. No area objects: it enters. "
        "Held by: Ash 1.0.0, Birch 1.0.0, Cedar 1.0.0, Dogwood 1.0.0, Elm 1.0.0."
    )


def test_who_objects_is_told_by_area() -> None:
    group = worded("g", held_by(5))
    sheet = Sheet(a_round(), (group,), (answer(group, "fir", accepts=False),))
    assert said_of(sheet, group).endswith("Objecting: Fir.")


def test_what_does_not_enter_is_not_in_it() -> None:
    assert concepts(accepted(worded("g", held_by(4)))) == {}


def test_a_common_term_keeps_its_id_under_another_name_and_means_something_else_with_another_definition() -> (
    None
):
    first = published(accepted(worded("g", held_by(5))))
    renamed = replace(worded("g", held_by(5), "Heart"), concept="hub", definition="What Hub is.")
    found = concepts(accepted(renamed), first, LATER)["hub"]
    assert (found.label, found.meaning, len(found.decisions)) == ({"en": "Heart"}, 1, 2)
    other = replace(renamed, definition="Where all meet.")
    again = published(accepted(other), first)
    assert again.concepts[0].meaning == 2
    assert again.version == Version(2, 0, 0)


def test_what_did_not_change_stays_as_it_was() -> None:
    first = published(accepted(worded("g", held_by(5))))
    carried = replace(worded("h", held_by(5)), concept="hub")
    assert concepts(accepted(carried), first, LATER)["hub"] == first.concepts[0]


def test_a_term_that_enters_no_more_is_withdrawn_and_keeps_its_id_and_words() -> None:
    first = published(accepted(worded("g", held_by(5))))
    again = published(accepted(), first)
    assert again.version == Version(2, 0, 0)
    (gone,) = again.concepts
    assert (gone.id, gone.status, gone.label) == ("hub", Status.WITHDRAWN, {"en": "Hub"})
    assert [each.id for each in published(accepted(worded("h", held_by(5))), again).concepts] == [
        "hub",
        "hub_2",
    ]
    (back,) = published(accepted(replace(worded("g", held_by(5)), concept="hub")), again).concepts
    assert (back.id, back.status) == ("hub", Status.CURRENT)


def test_a_word_stands_for_one_term_only() -> None:
    heart = worded("h", held_by(5, "heart"), "Hub of hubs")
    hub = worded("g", {**held_by(5, "park")}, "Heart")
    found = concepts(accepted(heart, hub))
    assert found["hub_of_hubs"].alt == {}
    assert faults(found.values(), "en") == []


def test_areas_words_in_other_languages_come_along() -> None:
    releases = {
        **RELEASES,
        "ash": area_release("ash", concept("hub", label={"en": "hub", "cy": "canolbwynt"})),
    }
    (found,) = drafted(accepted(worded("g", held_by(5))), releases, None, "en", DAY).concepts
    assert found.alt == {"cy": ("canolbwynt",)}


def test_the_same_draft_has_the_same_checksum_on_another_day_and_another_one_has_not() -> None:
    sheet = accepted(worded("g", held_by(5)))
    first, later = (common_draft(sheet, RELEASES, None, SCHEME, day) for day in (DAY, LATER))
    assert first.checksum == later.checksum
    assert first.is_new
    assert first.faults == ()
    assert first.concept_of == {"g": "hub"}
    reworded = replace(sheet, groups=(replace(sheet.groups[0], definition="Where all meet."),))
    assert common_draft(reworded, RELEASES, None, SCHEME, DAY).checksum != first.checksum


def test_a_draft_that_says_nothing_new_says_so() -> None:
    group = worded("g", held_by(5))
    first = common_draft(accepted(group), RELEASES, None, SCHEME, DAY).release
    again = accepted(replace(group, concept="hub"))
    assert not common_draft(again, RELEASES, first, SCHEME, LATER).is_new
    assert not common_draft(accepted(), RELEASES, None, SCHEME, DAY).is_new


labels = st.sampled_from(["Hub", "Park", "Heart", "hub of hubs", "A park"])
members = st.dictionaries(
    st.tuples(st.sampled_from(AREAS), st.sampled_from(["hub", "park", "heart"])),
    st.sampled_from([Match.EXACT, Match.CLOSE]),
    min_size=1,
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Rounds in which each concept is in one group at most, each area holds a term once, and names are different."""
    taken: set[Held] = set()
    groups = []
    for label in draw(st.lists(labels, unique_by=str.casefold)):
        free = {held: match for held, match in draw(members).items() if held not in taken}
        once = {
            held: match
            for held, match in free.items()
            if held == min(each for each in free if each[0] == held[0])
        }
        taken |= set(once)
        if once:
            groups.append(worded(label, once, label))
    said = [
        answer(group, area, accepts=draw(st.sampled_from([True, True, True, True, False])))
        for group in groups
        for area, _ in group.members
    ]
    return Sheet(a_round("ash", "elm", "fir"), tuple(groups), tuple(said))


@given(sheets(), sheets(), st.randoms(use_true_random=False))
def test_a_common_release_is_always_sound_and_nothing_ever_leaves_it(
    first: Sheet, second: Sheet, chance: Random
) -> None:
    before = published(first)
    after = published(second, before)
    assert faults(before.concepts, "en") == []
    assert faults(after.concepts, "en") == []
    assert {each.id for each in before.concepts} <= {each.id for each in after.concepts}
    groups: list[Group] = list(first.groups)
    chance.shuffle(groups)
    assert published(replace(first, groups=tuple(groups))) == before
