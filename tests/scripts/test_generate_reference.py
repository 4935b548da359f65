"""Documented or failing: whatever can be set, called, asked or shown stands in the reference, with words."""

import re

import pytest
from generate_reference import FOLDER, NOTE, PAGES, attributes, render, table, type_name


@pytest.fixture(scope="module", params=sorted(PAGES))
def name(request: pytest.FixtureRequest) -> str:
    """The file name of each page in turn."""
    page: str = request.param
    return page


def test_the_committed_page_is_what_the_program_says(name: str) -> None:
    path = FOLDER / name
    assert path.is_file(), "run: make generated"
    assert path.read_text(encoding="utf-8") == render(name), "run: make generated"


def test_nothing_is_without_words(name: str) -> None:
    text = render(name)
    assert re.findall(r"^.*\| +\|$", text, re.MULTILINE) == []
    assert re.findall(r"^## .*\n\n\n.*", text, re.MULTILINE) == []


class Room:
    """A room.

    Attributes:
        name: what it
            is called, as ``text``.

    More words.
    """


class Hall(Room):
    """A hall.

    Attributes:
        seats: how many.
    """


def test_attributes_are_read_from_the_docstrings_of_a_class_and_those_it_extends() -> None:
    assert attributes(Hall) == {"name": "what it is called, as `text`.", "seats": "how many."}


def test_a_stroke_within_a_cell_does_not_end_it() -> None:
    assert table(("a",), [("x | y",)]) == "| a |\n| --- |\n| x \\| y |\n"


@pytest.mark.parametrize(
    ("annotation", "said"),
    [
        (str, "str"),
        (str | None, "str or None"),
        (tuple[str, ...], "tuple[str, ...]"),
        (list[Hall], "list[Hall]"),
    ],
)
def test_types_are_written_without_their_modules(annotation: object, said: str) -> None:
    assert type_name(annotation) == said


def test_a_page_says_where_it_comes_from(name: str) -> None:
    assert render(name).startswith(NOTE)
