from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kithmap.common_glossary.grouping import Proposal, near_to, proposals
from kithmap.common_glossary.model import Held
from kithmap.glossary.matching import Candidate, candidates
from kithmap.glossary.model import Match
from tests.glossary.support import starting_concepts

held = st.tuples(st.sampled_from("ABCDEFG"), st.sampled_from(["hub", "park", "pub", "green"]))


def pair(one: Held, other: Held, match: Match = Match.EXACT, likeness: float = 1) -> Candidate:
    return Candidate(one, other, match, likeness, likeness)


pairs = st.lists(
    st.builds(pair, held, held, st.sampled_from(list(Match)), st.sampled_from([0.4, 0.7, 1.0])).filter(
        lambda each: each.one[0] != each.other[0]
    ),
    max_size=25,
    unique_by=lambda each: frozenset((each.one, each.other)),
)


def members(found: list[Proposal]) -> list[set[Held]]:
    return [set(each.members) for each in found]


def test_what_is_alike_across_areas_is_one_group() -> None:
    found = proposals([pair(("A", "hub"), ("B", "hub")), pair(("B", "hub"), ("C", "heart"), Match.CLOSE)])
    assert members(found) == [{("A", "hub"), ("B", "hub"), ("C", "heart")}]
    assert found[0].members[("A", "hub")] is Match.EXACT
    assert found[0].members[("C", "heart")] is Match.CLOSE
    assert found[0].areas == 3


def test_the_likelier_of_two_concepts_of_an_area_is_in_and_the_other_beside_it() -> None:
    found = proposals(
        [pair(("A", "park"), ("B", "park")), pair(("A", "green"), ("B", "park"), Match.CLOSE, 0.7)]
    )
    assert members(found) == [{("A", "park"), ("B", "park")}]
    assert found[0].near == {("A", "green"): Match.CLOSE}


def test_a_wider_and_a_narrower_word_stand_beside_the_group() -> None:
    found = proposals(
        [pair(("A", "park"), ("B", "park")), pair(("A", "park"), ("C", "pocket_park"), Match.NARROW)]
    )
    assert found[0].near == {("C", "pocket_park"): Match.NARROW}
    other_way = proposals(
        [pair(("A", "park"), ("B", "park")), pair(("C", "pocket_park"), ("A", "park"), Match.BROAD)]
    )
    assert other_way == found


def test_what_is_settled_or_set_apart_is_not_proposed_again() -> None:
    hubs = [
        pair(("A", "hub"), ("B", "hub")),
        pair(("B", "hub"), ("C", "hub")),
        pair(("A", "hub"), ("C", "hub")),
    ]
    assert members(proposals(hubs, settled={("A", "hub")})) == [{("B", "hub"), ("C", "hub")}]
    apart = {frozenset((("A", "hub"), ("C", "hub"))), frozenset((("B", "hub"), ("C", "hub")))}
    assert members(proposals(hubs, apart=apart)) == [{("A", "hub"), ("B", "hub")}]


def test_what_most_areas_have_comes_first() -> None:
    found = proposals(
        [pair(("A", "a"), ("B", "a")), pair(("A", "b"), ("B", "b")), pair(("B", "b"), ("C", "b"))]
    )
    assert [each.areas for each in found] == [3, 2]


def test_a_group_is_told_what_is_near_it() -> None:
    given_pairs = [
        pair(("A", "hub"), ("B", "hub")),
        pair(("C", "heart"), ("A", "hub"), Match.CLOSE),
        pair(("A", "hub"), ("D", "little_hub"), Match.NARROW),
        pair(("E", "pub"), ("F", "pub")),
    ]
    assert near_to({("A", "hub"), ("B", "hub")}, given_pairs) == {
        ("C", "heart"): Match.CLOSE,
        ("D", "little_hub"): Match.NARROW,
    }


@given(pairs, st.sets(held, max_size=4))
def test_no_group_holds_two_concepts_of_one_area_and_no_concept_is_in_two(
    given_pairs: list[Candidate], settled: set[Held]
) -> None:
    found = proposals(given_pairs, settled)
    for each in found:
        assert max(Counter(area for area, _ in each.members).values()) == 1
        assert len(each.members) > 1
        assert not set(each.members) & (settled | set(each.near))
    everyone = Counter(member for each in found for member in each.members)
    assert set(everyone.values()) <= {1}


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_pairs_changes_nothing(given_pairs: list[Candidate], chance: Random) -> None:
    shuffled = given_pairs.copy()
    chance.shuffle(shuffled)
    assert proposals(shuffled) == proposals(given_pairs)


@given(pairs, st.data())
def test_what_people_set_apart_is_never_put_together(
    given_pairs: list[Candidate], data: st.DataObject
) -> None:
    known = sorted({each for found in given_pairs for each in (found.one, found.other)})
    some = st.lists(st.tuples(*(2 * [st.sampled_from(known)])), max_size=5) if known else st.just([])
    apart = {frozenset(each) for each in data.draw(some) if each[0] != each[1]}
    for each in proposals(given_pairs, apart=apart):
        assert not any(two <= set(each.members) for two in apart)


@given(pairs)
def test_everything_proposed_is_like_another_of_its_group(given_pairs: list[Candidate]) -> None:
    alike = {frozenset((each.one, each.other)) for each in given_pairs}
    for each in proposals(given_pairs):
        for member in each.members:
            assert any(frozenset((member, other)) in alike for other in each.members if other != member)


def test_areas_that_began_with_the_same_words_are_grouped_word_by_word() -> None:
    areas = {name: starting_concepts() for name in "ABCDEFG"}
    found = proposals(candidates(areas, "en"))
    assert len(found) == 76
    assert all(each.areas == 7 and len({concept for _, concept in each.members}) == 1 for each in found)
    assert all(set(each.members.values()) == {Match.EXACT} for each in found)
