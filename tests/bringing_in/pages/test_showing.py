import re

from kithmap.bringing_in.candidates import Candidate
from kithmap.bringing_in.pages.showing import ticked
from tests.bringing_in.desk import TABLE, Desk, form_in
from tests.support.installation import Installation


def test_columns_are_offered_with_an_example_of_each(installation: Installation) -> None:
    page = Desk(installation).look_at(TABLE).text
    assert re.search(r'<option value="4">Notes \(Open on Mondays\)</option>', page)


def test_the_picture_holds_the_places_and_tells_them_apart(installation: Installation) -> None:
    desk = Desk(installation)
    page = desk.preview(TABLE + "Library,service,52.67,-0.73,\n")
    assert page.count('class="brought-mark brought-in" cx') == 3
    assert page.count('class="brought-mark brought-twin" x') == 2
    assert "1 beyond this picture" in page


def test_only_what_is_inside_and_new_is_ticked(installation: Installation) -> None:
    desk = Desk(installation)
    form = form_in(desk.preview(TABLE + "Library,service,52.67,-0.73,\n"))
    assert form.values("rows") == ["2", "3", "4"]


def test_ticks_are_matched_by_row() -> None:
    offered = [Candidate(row, "x", "", None, {}, outside=False) for row in (2, 5, 9)]
    assert [each.row for each in ticked(offered, {5, 9, 77})] == [5, 9]
