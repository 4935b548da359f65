import re

from hypothesis import given
from hypothesis import strategies as st

from kithmap.guides.markup import parts_of, to_html
from kithmap.guides.reading_aids import TAKEN

TABLE = "| When | What |\n| --- | --- |\n| **Monday** | Call |\n| Tuesday | |\n"

headings = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), max_size=6)


def test_a_part_is_named_as_github_names_it() -> None:
    parts = parts_of("## Who sees what?\n\nText.\n\n## Say *this* at the `door`\n")

    assert [(part.name, part.title) for part in parts] == [
        ("who-sees-what", "Who sees what?"),
        ("say-this-at-the-door", "Say this at the door"),
    ]


def test_the_page_and_the_list_of_its_parts_use_the_same_names() -> None:
    text = "# A title\n\n## First\n\n## First\n\n### Smaller\n"

    assert re.findall(r'<h2 id="([^"]+)"', to_html(text)) == [part.name for part in parts_of(text)]
    assert [part.name for part in parts_of(text)] == ["first", "first-2"]


def test_a_part_never_takes_a_name_that_the_page_needs() -> None:
    assert parts_of("## Main\n\n## Run sheet\n")[0].name == "main-2"
    assert parts_of("## Run-sheet\n")[0].name == "run-sheet-2"


@given(headings)
def test_names_of_parts_are_single_and_fit_into_a_link(titles: list[str]) -> None:
    names = [part.name for part in parts_of("\n\n".join(f"## {title}" for title in titles))]

    assert len(names) == len(set(names))
    assert not set(names) & TAKEN
    assert all(name and not re.search(r"[\s\"'<>#?&]", name) for name in names)


def test_a_table_says_what_its_parts_are_and_each_cell_its_columns_heading() -> None:
    page = to_html(TABLE)

    assert page.count('role="table"') == 1
    assert page.count('role="row"') == 3
    assert page.count('role="columnheader"') == 2
    assert '<td role="cell" data-heading="When"><strong>Monday</strong></td>' in page
    assert '<td role="cell" data-heading="What">Call</td>' in page


def test_a_second_table_has_headings_of_its_own() -> None:
    page = to_html(TABLE + "\nBetween.\n\n| Who |\n| --- |\n| Ada |\n")

    assert 'data-heading="Who">Ada' in page


@given(st.text(max_size=200))
def test_no_heading_of_a_table_can_leave_its_attribute(heading: str) -> None:
    page = to_html(f"| {heading} | b |\n| --- | --- |\n| cell | d |\n")

    assert not re.search(r'data-heading="[^"]*[<>]', page)


def test_what_is_written_around_a_heading_stays_out_of_its_title() -> None:
    assert [part.title for part in parts_of("## See [the map](x.md) <b>now</b>\n")] == [
        "See the map <b>now</b>"
    ]
