import pytest

from kithmap.basics.british_grid import on_british_grid
from kithmap.bringing_in.choices import Where
from kithmap.bringing_in.guesses import MOST_KINDS, coordinates_of, guessed_kind, guesses, word_of, words_of
from kithmap.bringing_in.model import Coordinates
from tests.bringing_in.tables import GROUND, at, shaped, table

METRES = on_british_grid(-0.73, 52.67)
assert METRES is not None


def test_columns_are_known_by_their_usual_names() -> None:
    found = guesses(
        table("OBJECTID Site_Name category LATITUDE long Notes", (1, "Hall", "club", 52.67, -0.73, "Tea")),
        GROUND,
    )
    assert (found.title, found.kind, found.y, found.x, found.note) == (1, 2, 3, 4, 5)
    assert (found.where, found.coordinates) == (Where.NUMBERS, Coordinates.DEGREES)


def test_without_a_usual_name_the_column_with_most_words_is_the_title() -> None:
    assert guesses(table("a b x y", (1, "Hall", -0.73, 52.67), (2, "Park", -0.72, 52.67)), GROUND).title == 1


def test_shapes_are_found_by_their_column_or_by_what_stands_in_it() -> None:
    found = guesses(table("name where", ("Hall", "POINT (-0.73 52.67)")), GROUND)
    assert (found.where, found.wkt) == (Where.WKT, 1)
    assert guesses(shaped(("Hall", at(-0.73, 52.67))), GROUND).where is Where.SHAPES


@pytest.mark.parametrize(
    ("x", "y", "system"),
    [
        (-0.73, 52.67, Coordinates.DEGREES),
        (52.67, -0.73, Coordinates.SWAPPED),
        (*METRES, Coordinates.BRITISH_GRID),
    ],
)
def test_the_system_is_the_one_that_brings_the_places_near_the_area(
    x: float, y: float, system: Coordinates
) -> None:
    cells = table("name x y", ("Hall", x, y), ("Nowhere", "", ""))
    assert guesses(cells, GROUND).coordinates is system
    assert coordinates_of(cells, guesses(cells, GROUND), GROUND) is system


def test_words_for_kinds_are_counted_the_commonest_first() -> None:
    found = words_of(table("kind", (" Club ",), ("Shop",), ("club",), ("Club",), ("",)), 0)
    assert list(found.items()) == [("Club", 2), ("", 1), ("Shop", 1), ("club", 1)]
    assert word_of("\u202eClub\n") == "Club"


def test_a_column_with_too_many_words_is_not_taken_for_kinds() -> None:
    rows = [(f"Hall {each}", f"kind {each}") for each in range(MOST_KINDS + 1)]
    assert guesses(table("name kind", *rows), GROUND).kind is None
    assert guesses(table("name kind", ("Hall", ""), ("Park", "")), GROUND).kind is None


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Meeting places", "meeting_place"),
        ("institution", "kind:institution"),
        ("Service", "kind:institution"),
        ("Clubs", "kind:association"),
        ("A group or club", "kind:association"),
        ("exchange", "kind:exchange"),
        ("bus stop", ""),
        ("", ""),
        ("or", ""),
    ],
)
def test_a_word_is_taken_for_a_kind_where_it_is_like_its_name(word: str, kind: str) -> None:
    assert guessed_kind(word, GROUND.kinds) == kind
