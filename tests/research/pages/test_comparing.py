import pytest

from kithmap.basics.actors import Role
from kithmap.basics.csv_text import csv_rows
from tests.research.published import publish_layers
from tests.research.reader import Reading, figures_of
from tests.support.installation import START


def test_areas_are_chosen_without_a_script(reading: Reading) -> None:
    page = reading.read("/layers/compare")
    assert page.count('name="areas"') == 2
    assert '<option value="Baseline"' in page
    assert "What stands side by side" not in page


def test_two_areas_stand_side_by_side(reading: Reading) -> None:
    page = reading.read(f"/layers/compare?{reading.both}")
    for wanted in (
        "How much was mapped",
        "Assets by kind",
        "How places hang together",
        "How words were agreed on",
        "Which kinds of asset may be compared",
        "Which indicators may be compared",
        'href="/layers/oakham-baseline/versions/1.1.0"',
    ):
        assert wanted in page
    commas = reading.read(f"/layers/compare?areas={reading.area.id},{reading.other.id}")
    assert "How much was mapped" in commas


@pytest.mark.parametrize("areas", [2, 5])
def test_every_table_and_chart_is_taken_away_as_it_is_shown(reading: Reading, areas: int) -> None:
    query = reading.both
    for number in range(areas - 2):
        more = reading.installation.new_area(f"Area {number}")
        reading.installation.do(publish_layers, more, START)
        query += f"&areas={more.id}"
    figures = figures_of(reading.read(f"/layers/compare?{query}"))
    assert len(figures) > 10
    for figure in figures:
        csv, *charts = figure.links
        assert csv_rows(reading.stranger.get(csv).content.decode("utf-8-sig")) == figure.rows
        for chart in charts:
            svg = reading.stranger.get(chart).text
            assert "Oakham" in svg
            assert all(row[0][:20] in svg for row in figure.rows[1:])


def test_one_area_or_eight_are_refused_in_words(reading: Reading) -> None:
    assert "two areas or more" in reading.read(f"/layers/compare?areas={reading.area.id}")
    query = reading.both
    for number in range(6):
        more = reading.installation.new_area(f"Area {number}")
        reading.installation.do(publish_layers, more, START)
        query += f"&areas={more.id}"
    assert "seven areas at most" in reading.read(f"/layers/compare?{query}")
    assert reading.stranger.get(f"/layers/compare/assets-by-kind.csv?{query}").status_code == 422


def test_an_area_without_the_wave_is_named_and_left_out(reading: Reading) -> None:
    reading.installation.do(publish_layers, reading.area, START, wave="Follow-up")
    page = reading.read(f"/layers/compare?{reading.both}&wave=follow-up")
    assert "Nothing of this wave is published of: <bdi>Mill Side</bdi>." in page
    assert "two areas or more" in page
    assert "How much was mapped" in reading.read(f"/layers/compare?{reading.both}&wave=Baseline")


def test_what_is_parked_is_told_to_those_with_a_role_alone(reading: Reading) -> None:
    query = f"/layers/compare?{reading.both}"
    assert "Parked for another day" not in reading.read(query)
    installation = reading.installation
    mine = installation.signed_in(installation.colleague(Role.RESEARCHER))
    assert "Parked for another day" in reading.read(query, mine)


def test_an_unknown_area_is_as_if_it_were_not_chosen(reading: Reading) -> None:
    page = reading.read(f"/layers/compare?{reading.both}&areas=%3Cscript%3E")
    assert "<script>" not in page.split("</head>")[1].replace('<script type="module"', "")
    assert "How much was mapped" in page
