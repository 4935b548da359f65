from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary.kinds import MOST_KINDS, Kind, in_place_of, kinds, labels_now
from kithmap.glossary.model import Concept, Status
from kithmap.workshop.model import SIX_KINDS
from tests.glossary.support import concept, starting_concepts

SIX = (("association", "A group or club"), ("exchange", "Sharing, swapping, trading"))
CLUBS = concept("association", label={"en": "Clubs"})


def gone(concept_id: str, *instead: str) -> Concept:
    return replace(concept(concept_id), status=Status.WITHDRAWN, replaced_by=instead)


def test_without_a_concept_a_kind_stays_as_it_was() -> None:
    assert kinds([], SIX, "en") == [Kind(key, label, key) for key, label in SIX]


def test_an_area_calls_a_kind_by_its_own_name() -> None:
    assert kinds([CLUBS], SIX, "en")[0] == Kind("association", "Clubs", "association")


def test_what_stands_below_a_kind_is_a_kind_that_matches_it() -> None:
    choir = concept("choir", broader=("association",))
    assert Kind("choir", "choir", "association") in kinds([CLUBS, choir], SIX, "en")


def test_a_kind_that_was_split_gives_way_to_its_parts() -> None:
    parts = [concept("club"), concept("campaign")]
    found = kinds([gone("association", "club", "campaign"), *parts], SIX, "en")
    assert [(kind.key, kind.matches) for kind in found] == [
        ("club", "association"),
        ("campaign", "association"),
        ("exchange", "exchange"),
    ]


def test_a_kind_that_was_withdrawn_for_nothing_is_offered_no_more() -> None:
    assert [kind.key for kind in kinds([gone("association")], SIX, "en")] == ["exchange"]


def test_of_a_glossary_without_end_only_so_many_are_offered_as_a_phone_can_show() -> None:
    many = [concept(f"club_{number}", broader=("association",)) for number in range(40)]
    assert len(kinds([CLUBS, *many], SIX, "en")) == MOST_KINDS


def test_a_kind_that_was_replaced_is_called_by_the_name_of_what_replaced_it() -> None:
    known = [gone("association", "group"), gone("group", "club"), concept("club", label={"en": "Club"})]
    assert labels_now(["association", "exchange"], known, "en") == {"association": "Club"}


def test_a_kind_that_was_split_keeps_the_name_it_was_placed_by() -> None:
    known = [gone("association", "club", "campaign"), concept("club"), concept("campaign")]
    assert labels_now(["association"], known, "en") == {}


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sets(st.sampled_from("abcd"))), max_size=6))
def test_going_from_replacement_to_replacement_ends_and_finds_what_is_in_use(
    replaced: list[tuple[str, set[str]]],
) -> None:
    known = {each: concept(each) for each in "abcd"} | {
        each: gone(each, *sorted(instead)) for each, instead in replaced
    }
    found = in_place_of("a", known)
    assert len(found) == len(set(found))
    assert all(known[each].status is Status.CURRENT for each in found)


def test_the_starting_glossary_knows_the_six() -> None:
    found = kinds(starting_concepts(), SIX_KINDS, "en")
    assert [kind.key for kind in found if kind.key == kind.matches] == [key for key, _ in SIX_KINDS]
