from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary.changes import differences
from kithmap.glossary.checks import faults
from kithmap.glossary.draft import RESERVED, Agreed, draft, new_id_of, withdraw
from kithmap.glossary.model import CONCEPT_ID, Decision, Status
from tests.glossary.support import concept, starting_concepts

DECISION = Decision("w", "i", date(2026, 3, 4), "adopted", {}, "All agreed.")


def agreed(label: str, meaning: str = "A place with many ties.", **more: object) -> Agreed:
    given_words = {"others": (), "concept": None, "examples": (), "decision": DECISION, **more}
    return Agreed(label=label, meaning=meaning, **given_words)  # type: ignore[arg-type]


def test_a_new_term_becomes_a_concept_with_the_words_people_used() -> None:
    (made,) = draft(
        [],
        [agreed("Heart of the place", others=("hub", "Heart of the place"), examples=("Fern Hall",))],
        "en",
    )
    assert (made.id, made.label, made.alt) == (
        "heart_of_the_place",
        {"en": "Heart of the place"},
        {"en": ("hub",)},
    )
    assert (made.example, made.decisions) == ({"en": "Fern Hall"}, (DECISION,))


def test_an_adopted_rewording_changes_the_concept_that_it_was_proposed_for() -> None:
    (made,) = draft([concept("hub")], [agreed("Heart", concept="hub")], "en")
    assert (made.id, made.label, made.meaning) == ("hub", {"en": "Heart"}, 2)
    assert made.alt == {"en": ("hub",)}


def test_other_words_for_the_same_meaning_do_not_make_it_another() -> None:
    (made,) = draft([concept("hub")], [agreed("hub", editorial=True)], "en")
    assert made.meaning == 1
    (same,) = draft([concept("hub")], [agreed("hub", "What hub is.")], "en")
    assert same.meaning == 1


def test_the_same_word_is_the_same_concept() -> None:
    assert [each.id for each in draft([concept("hub")], [agreed("HUB")], "en")] == ["hub"]


def test_a_withdrawn_concept_comes_back_by_its_id_only() -> None:
    gone = replace(concept("hub"), status=Status.WITHDRAWN)
    assert {each.id for each in draft([gone], [agreed("hub")], "en")} == {"hub", "hub_2"}
    (back,) = draft([gone], [agreed("hub", concept="hub")], "en")
    assert back.status is Status.CURRENT


def test_what_stood_below_a_withdrawn_concept_stands_below_what_was_above_it() -> None:
    top, middle = concept("top"), concept("middle", broader=("top",))
    low = concept("low", broader=("middle",), related=())
    near = concept("near", related=("middle",))
    after = {each.id: each for each in withdraw([top, middle, low, near], "middle", ("low",))}
    assert (after["low"].broader, after["near"].related) == (("top",), ())
    assert (after["middle"].status, after["middle"].replaced_by) == (Status.WITHDRAWN, ("low",))
    assert faults(after.values(), "en") == []


@given(st.text(max_size=80), st.sets(st.sampled_from(["hub", "hub_2", "term", "term_2"])))
def test_whatever_it_is_called_it_gets_an_id_that_nobody_has(label: str, taken: set[str]) -> None:
    made = new_id_of(label, taken)
    assert CONCEPT_ID.match(made)
    assert made not in taken


@given(
    st.lists(
        st.builds(
            agreed, st.sampled_from(["Hub", "Park", "Hall", "Bench"]), st.sampled_from(["One.", "Two."])
        ),
        max_size=8,
    )
)
def test_a_draft_is_sound_and_loses_nothing(terms: list[Agreed]) -> None:
    last = starting_concepts()
    drafted = draft(last, terms, "en")
    assert faults(drafted, "en") == []
    assert {each.id for each in last} <= {each.id for each in drafted}
    found = differences(last, drafted)
    assert not found.withdrawn
    assert not found.split
    assert not found.merged


@pytest.mark.parametrize("label", sorted(RESERVED))
def test_no_id_is_a_word_of_the_addresses(label: str) -> None:
    assert new_id_of(label.title(), set()) == f"{label}_2"
