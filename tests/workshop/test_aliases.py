from hypothesis import given
from hypothesis import strategies as st

from kithmap.workshop.aliases import ANIMALS, COLOURS, COUNT, alias_of

HALL = 300


def test_the_same_person_has_the_same_alias() -> None:
    assert alias_of("anna") == alias_of("anna")


@given(st.text(max_size=40))
def test_an_alias_is_a_colour_and_an_animal(person: str) -> None:
    colour, animal = alias_of(person).split()
    assert colour in COLOURS
    assert animal in ANIMALS


def test_everyone_in_a_hall_has_their_own() -> None:
    taken: set[str] = set()
    for number in range(HALL):
        taken.add(alias_of(f"person {number}", taken))
    assert len(taken) == HALL


def test_when_all_are_taken_a_number_tells_apart() -> None:
    taken = {f"{colour} {animal}" for colour in COLOURS for animal in ANIMALS}
    assert len(taken) == COUNT
    first = alias_of("anna", taken)
    second = alias_of("anna", {*taken, first})
    assert first.endswith(" 2")
    assert second.endswith(" 3")
