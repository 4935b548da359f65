from dataclasses import replace
from typing import Any

import pytest

from kithmap.bringing_in import candidates
from kithmap.bringing_in.candidates import prepared, reasons
from kithmap.bringing_in.choices import AS_MEETING_PLACE, LEAVE_OUT, Choices, Where
from kithmap.bringing_in.model import Left
from tests.bringing_in.tables import GROUND, at, shaped, table

IN = at(-0.73, 52.67)
OUT = at(-0.5, 52.67)
ALL = Choices(0, one_kind="kind:association")


def test_each_row_is_a_place_of_the_kind_that_was_said() -> None:
    found = prepared(shaped(("Hall", IN)), ALL, GROUND)
    (place,) = found.candidates
    assert (place.row, place.title, place.kind, place.outside, place.notes) == (
        1,
        "Hall",
        "association",
        False,
        (),
    )
    assert place.geometry == {"type": "Point", "coordinates": [-0.73, 52.67]}
    (other,) = prepared(shaped(("Hall", IN)), replace(ALL, one_kind=AS_MEETING_PLACE), GROUND).candidates
    assert other.kind is None


def test_words_for_kinds_are_what_somebody_said_and_what_was_left_out_is_counted() -> None:
    rows = table(
        "name kind x y", ("a", "club", -0.73, 52.67), ("b", "bin", -0.73, 52.67), ("c", "what", -0.73, 52.67)
    )
    means = {"club": "kind:association", "bin": LEAVE_OUT}
    found = prepared(rows, Choices(0, Where.NUMBERS, x=2, y=3, kind=1, kinds=means), GROUND)
    assert [each.title for each in found.candidates] == ["a"]
    assert found.by_kind == 1
    assert [(each.row, each.says) for each in found.left] == [(4, "Nobody said of which kind it is.")]


def test_what_cannot_be_a_place_is_left_out_with_its_row_and_what_the_reader_left_stays_told() -> None:
    rows = replace(shaped(("", IN), ("Nowhere", None), ("Hall", IN)), left=(Left(9, "Why."),))
    found = prepared(rows, ALL, GROUND)
    assert [each.row for each in found.candidates] == [3]
    assert [each.row for each in found.left] == [9, 1, 2]


def test_outside_is_what_has_any_corner_outside() -> None:
    line = {"type": "LineString", "coordinates": [(-0.73, 52.67), (-0.5, 52.67)]}
    found = prepared(shaped(("in", IN), ("out", OUT), ("across", line)), ALL, GROUND)
    assert {each.title: each.outside for each in found.candidates} == {
        "in": False,
        "out": True,
        "across": True,
    }


@pytest.mark.parametrize(
    ("cells", "title", "note", "told"),
    [
        (("Hall", "<b>Tea</b>\n at\u202e ten"), "Hall", "<b>Tea</b>\nat ten", ()),
        (("Ha\u200bll", ""), "Hall", "", ("cannot be seen",)),
        (("CafÃ©", ""), "CafÃ©", "", ("garbled",)),
        (("=cmd|'/c calc'!A1", ""), "=cmd|'/c calc'!A1", "", ()),
        (("Hall", "x" * 1200), "Hall", "x" * 999 + "…", ("cut after 1000",)),
    ],
)
def test_words_are_kept_as_words(
    cells: tuple[str, str], title: str, note: str, told: tuple[str, ...]
) -> None:
    rows = table("name note x y", (*cells, -0.73, 52.67))
    choices = Choices(0, Where.NUMBERS, x=2, y=3, note=1, one_kind=AS_MEETING_PLACE)
    (place,) = prepared(rows, choices, GROUND).candidates
    assert (place.title, place.note) == (title, note)
    assert len(place.notes) == len(told)
    assert all(part in note for part, note in zip(told, place.notes, strict=True))


def test_a_long_title_is_whole_in_the_note() -> None:
    whole = "The old fire station of the town, which is now where everybody goes who wants to learn to knit or to mend"
    rows = table("name note x y", (whole, "On Mondays", -0.73, 52.67))
    choices = Choices(0, Where.NUMBERS, x=2, y=3, note=1, one_kind=AS_MEETING_PLACE)
    (place,) = prepared(rows, choices, GROUND).candidates
    assert len(place.title) <= 80
    assert place.title.endswith("…")
    assert place.note == f"{whole}\n\nOn Mondays"
    assert "80 letters" in place.notes[0]


def test_of_more_than_come_in_at_once_those_inside_are_offered_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST_PLACES", 3)
    rows: list[tuple[str, Any]] = [("out", OUT), ("in", IN), ("out", OUT), ("in", IN), ("in", IN)]
    found = prepared(shaped(*rows), ALL, GROUND)
    assert [each.row for each in found.candidates] == [2, 4, 5]
    assert found.beyond == 2


def test_nothing_comes_of_nothing() -> None:
    found = prepared(shaped(), ALL, GROUND)
    assert (found.candidates, found.beyond, found.left, found.by_kind) == ((), 0, (), 0)


def test_reasons_are_told_once_the_commonest_first() -> None:
    left = [Left(4, "b"), Left(2, "a"), Left(7, "a")]
    assert reasons(left) == [("a", [2, 7]), ("b", [4])]
