import hashlib
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary.document import as_document
from kithmap.glossary.model import Concept, Version
from kithmap.glossary.release import checksum_of, every_concept, next_release, since
from tests.glossary.support import DAY, SCHEME, concept, starting_concepts, starting_indicators, vocabularies


def test_the_first_release_is_1_0_0_and_everything_came_in_it() -> None:
    first = next_release(None, SCHEME, starting_concepts(), starting_indicators(), DAY, "The first.")
    assert (first.version, first.previous, first.note) == (Version(1, 0, 0), None, "The first.")
    assert {each.first for each in every_concept(first)} == {first.version}
    assert [each.id for each in first.concepts] == sorted(each.id for each in starting_concepts())


def test_what_stays_keeps_the_version_in_which_it_came() -> None:
    first = next_release(None, SCHEME, [concept("hub")], [], DAY)
    second = next_release(first, SCHEME, [concept("park"), concept("hub")], [], DAY)
    assert (second.version, second.previous) == (Version(1, 1, 0), first.version)
    assert {each.id: each.first for each in second.concepts} == {"hub": first.version, "park": second.version}


def test_an_instrument_asked_in_another_way_is_a_break() -> None:
    one, *rest = starting_indicators()
    first = next_release(None, SCHEME, starting_concepts(), [one, *rest], DAY)
    changed = replace(one, instrument=2)
    assert since(first, starting_concepts(), [changed, *rest]).instruments == (one.concept.id,)
    assert next_release(first, SCHEME, starting_concepts(), [changed, *rest], DAY).version == Version(2, 0, 0)


@given(vocabularies, st.randoms())
def test_the_order_in_which_concepts_are_given_changes_nothing(
    concepts: list[Concept], chance: Random
) -> None:
    shuffled = list(concepts)
    chance.shuffle(shuffled)
    one, other = (next_release(None, SCHEME, each, [], DAY) for each in (concepts, shuffled))
    assert checksum_of(one) == checksum_of(other) == hashlib.sha256(as_document(one)).hexdigest()
