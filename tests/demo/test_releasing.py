"""What is decided before the demo's layers are published; the releases themselves are looked at in `tests/demo/test_seed.py`."""

from kithmap.demo.releasing import REASONS, SAME, decided
from kithmap.layers.checks import About, Finding
from kithmap.layers.settling import Check, Choice

BOTH = (Choice.FIRST_STANDS, Choice.KEEP, Choice.LEAVE_OUT_FIRST)


def found(*about: About) -> Finding:
    return Finding("duplicate.x", Check.DUPLICATE, about, BOTH)


def test_one_hall_that_two_evenings_thought_of_is_one_place() -> None:
    one = About("1", "Tuesday dinner at St Columba's Hall", "the first evening")
    other = About("2", "Tuesday dinner, St Columba's Hall", "the second evening")
    assert decided(found(one, other)) == SAME


def test_two_things_of_one_evening_stay_two() -> None:
    choir = About("1", "Chapel Street Methodist choir", "the first evening")
    chapel = About("2", "Chapel Street Methodist", "the first evening")
    assert decided(found(choir, chapel)).choice == Choice.KEEP


def test_there_is_a_reason_for_whatever_may_have_to_be_decided() -> None:
    never = {Check.INVALID, Check.OPEN, Check.WAITING, Check.HELD_BACK, Check.NO_GLOSSARY, Check.EMPTY}
    assert REASONS.keys() == set(Check) - never
