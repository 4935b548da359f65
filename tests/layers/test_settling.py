"""What people decide about findings, for how long it holds, and what it does."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kithmap.layers.checks import Finding, findings
from kithmap.layers.ground import Ground, Settlement
from kithmap.layers.settling import (
    CHOICE_WORDS,
    Check,
    Choice,
    Located,
    Settled,
    choices,
    key_of,
    located,
    settled,
)
from tests.support.grounds import OTHER_WORKSHOP, ground, mapped
from tests.support.hall import Hall


def with_settlements(found: Ground, decided: Mapping[str, Choice | str]) -> Ground:
    return replace(
        found, settlements={key: Settlement(str(choice), "We asked.") for key, choice in decided.items()}
    )


def two_halls(first: Mapping[str, Any], second: Mapping[str, Any]) -> Ground:
    """Return a ground of two evenings that mapped the same hall."""
    evenings = []
    for workshop, day, given in ((None, 1, first), (OTHER_WORKSHOP, 8, second)):
        hall = Hall()
        hall.place(hall.join(2), "Fern Hall", **{"visibility": "public", **given})
        source = {} if workshop is None else {"workshop": workshop}
        evenings.append(mapped(hall, day=date(2026, 5, day), **source))
    return ground(*evenings)


def only(found: Ground, check: Check) -> Finding:
    (finding,) = (each for each in findings(found) if each.check is check)
    return finding


def test_of_two_that_are_the_same_one_stands_for_both_and_either_may_be_left_out() -> None:
    both = two_halls({}, {})
    first, second = located(both)
    finding = only(both, Check.DUPLICATE)
    assert finding.choices == (
        Choice.FIRST_STANDS,
        Choice.SECOND_STANDS,
        Choice.KEEP,
        Choice.LEAVE_OUT_FIRST,
        Choice.LEAVE_OUT_SECOND,
    )

    def after(choice: Choice) -> Settled:
        return settled(with_settlements(both, {finding.key: choice}))

    assert after(Choice.FIRST_STANDS) == Settled(same={second.key: first.key})
    assert after(Choice.SECOND_STANDS) == Settled(same={first.key: second.key})
    assert after(Choice.LEAVE_OUT_FIRST).left_out == {first.key}
    assert after(Choice.LEAVE_OUT_SECOND).left_out == {second.key}
    assert after(Choice.KEEP) == Settled()
    assert after(Choice.FIRST_STANDS).standing_for(second.key) == first.key
    assert after(Choice.FIRST_STANDS).standing_for(first.key) == first.key


@pytest.mark.parametrize(
    ("first", "second", "allowed"),
    [
        ({}, {"visibility": "partners"}, {Choice.FIRST_STANDS}),
        ({"visibility": "partners"}, {}, {Choice.SECOND_STANDS}),
        ({}, {"precision": "street"}, {Choice.SECOND_STANDS}),
        ({"precision": "street"}, {"precision": "street"}, {Choice.FIRST_STANDS, Choice.SECOND_STANDS}),
        ({}, {"precision": "street", "visibility": "partners"}, set()),
    ],
)
def test_a_place_may_stand_for_another_only_where_neither_is_shown_to_more_people_or_more_exactly(
    first: dict[str, Any], second: dict[str, Any], allowed: set[Choice]
) -> None:
    one, other = located(two_halls(first, second))
    offered = set(choices(Check.DUPLICATE, (one, other)))
    assert offered & {Choice.FIRST_STANDS, Choice.SECOND_STANDS} == allowed
    assert Choice.KEEP in offered


def test_a_decision_holds_no_longer_once_what_it_is_about_says_something_else() -> None:
    before, after = two_halls({}, {}), two_halls({}, {"note": "The big one"})
    key = only(before, Check.DUPLICATE).key
    assert settled(with_settlements(before, {key: Choice.LEAVE_OUT_FIRST})).left_out
    assert settled(with_settlements(after, {key: Choice.LEAVE_OUT_FIRST})) == Settled()
    assert only(after, Check.DUPLICATE).key != key


def test_a_decision_about_the_boundary_holds_for_that_boundary_alone() -> None:
    hall = Hall()
    hall.place(hall.join(2), "Far away", geometry={"type": "Point", "coordinates": [0.5, 52.5]})
    before = ground(hall)
    key = only(before, Check.OUTSIDE).key
    assert settled(with_settlements(before, {key: Choice.LEAVE_OUT})).left_out
    east = {"type": "Polygon", "coordinates": [[[-1, 52], [1, 52], [1, 53], [-1, 53], [-1, 52]]]}
    assert not settled(with_settlements(replace(before, boundary=east), {key: Choice.LEAVE_OUT})).left_out


def test_what_was_not_offered_or_is_no_finding_decides_nothing() -> None:
    both = two_halls({}, {"precision": "street"})
    forbidden = key_of(both, Check.DUPLICATE, tuple(located(both)))
    decided: dict[str, Choice | str] = {
        only(both, Check.NO_GLOSSARY).key: Choice.LEAVE_OUT,
        forbidden: Choice.FIRST_STANDS,
        "": Choice.LEAVE_OUT,
        "duplicate": Choice.LEAVE_OUT_FIRST,
        "duplicate..": Choice.LEAVE_OUT_FIRST,
        "nonsense.a.b": "nonsense",
        forbidden.replace("duplicate", "phone"): Choice.LEAVE_OUT,
    }
    assert settled(with_settlements(both, decided)) == Settled()


def test_what_stands_in_a_circle_has_one_that_stands_for_all() -> None:
    halls = [two_halls({}, {}).workshops[0] for _ in range(3)]
    three = ground(
        *(
            replace(each, source=replace(each.source, workshop=f"w{number}"))
            for number, each in enumerate(halls)
        )
    )
    one, two, last = located(three)
    circle = {
        key_of(three, Check.DUPLICATE, (one, two)): Choice.FIRST_STANDS,
        key_of(three, Check.DUPLICATE, (two, last)): Choice.FIRST_STANDS,
        key_of(three, Check.DUPLICATE, (one, last)): Choice.SECOND_STANDS,
    }
    assert settled(with_settlements(three, circle)).same == {two.key: one.key, last.key: one.key}
    chain = dict(list(circle.items())[:2])
    assert settled(with_settlements(three, chain)).same == {two.key: one.key, last.key: one.key}


def test_the_name_of_a_finding_cannot_be_worked_out_without_the_secret() -> None:
    both = two_halls({}, {})
    about: tuple[Located, ...] = tuple(located(both))
    other = replace(both, masking=b"another secret, also of 32 bytes")
    assert key_of(both, Check.DUPLICATE, about) != key_of(other, Check.DUPLICATE, about)
    assert key_of(both, Check.KIND, (), "a") != key_of(both, Check.KIND, (), "b")


def test_every_choice_has_its_words() -> None:
    assert CHOICE_WORDS.keys() == set(Choice)
