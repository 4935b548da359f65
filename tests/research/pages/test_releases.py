import json

import pytest

from kithmap.basics.actors import Role
from kithmap.basics.csv_text import csv_rows
from tests.research.reader import Reading, figures_of
from tests.support.installation import HOSTILE, Installation
from tests.support.layer_desk import Table

SERIES = "/layers/oakham-baseline"
SECOND = f"{SERIES}/versions/1.1.0"


def test_a_series_shows_its_newest_release_and_leads_to_the_others(reading: Reading) -> None:
    page = reading.read(SERIES)
    for wanted in (
        "Community map, version 1.1.0 of 12 June 2026",
        f'href="{SERIES}/versions/1.0.0"',
        "CC-BY-4.0",
        "https://kithmap.example/layers/oakham-baseline/versions/1.1.0",
        "Creative Commons Attribution 4.0 International",
        "Residents of Oakham with Voluntary Action Oakham, CC BY 4.0",
        "@misc{",
        "http://testserver/ogc",
        f'href="{SECOND}/places"',
        f"{SECOND}/files/",
    ):
        assert wanted in page
    assert "There is a newer version: 1.1.0." in reading.read(f"{SERIES}/versions/1.0.0")


def test_a_series_and_its_newest_version_are_told_apart_by_their_titles(reading: Reading) -> None:
    assert "<title>Oakham, Baseline – Kithmap</title>" in reading.read(SERIES)
    title = "<title>Oakham, Baseline: community map, version 1.1.0 – Kithmap</title>"
    assert title in reading.read(SECOND)
    partners = reading.read(f"{SERIES}?edition=partners", reading.installation.as_admin())
    assert "<title>Oakham, Baseline, for partners – Kithmap</title>" in partners


def test_what_is_different_from_the_version_before_is_told(reading: Reading) -> None:
    page = reading.read(SECOND)
    assert "What is different from 1.0.0" in page
    assert "Cutts Close walkers" in page
    assert "What is different from" not in reading.read(f"{SERIES}/versions/1.0.0")


def test_checksums_sources_and_what_was_left_out_stand_there(reading: Reading) -> None:
    page = reading.read(SECOND)
    assert "Its author gave it to the partners of the area, and not to everyone." in page
    assert "Counts of fewer than 10 people are not told." in page
    assert "Oakham: what holds us together" in page
    (checksum,) = {
        each["value"]
        for each in json.loads(reading.read(f"{SECOND}?as=json"))["additionalProperty"]
        if each["name"] == "SHA-256 of assets"
    }
    assert checksum in page


@pytest.mark.parametrize("edition", ["public", "partners"])
def test_every_table_and_chart_is_taken_away_as_it_is_shown(reading: Reading, edition: str) -> None:
    client = reading.installation.as_admin()
    query = "" if edition == "public" else "?edition=partners"
    figures = figures_of(reading.read(f"{SECOND}{query}", client))
    assert len(figures) > 10
    for figure in figures:
        csv = next(each for each in figure.links if ".csv" in each)
        rows = csv_rows(client.get(csv).content.decode("utf-8-sig"))
        assert rows == figure.rows
        for chart in (each for each in figure.links if ".svg" in each):
            answer = client.get(chart)
            assert answer.headers["content-type"] == "image/svg+xml"
            assert "attachment" in answer.headers["content-disposition"]
            for row in figure.rows[1:]:
                assert row[0][:20] in answer.text


def test_the_partners_edition_is_for_those_with_a_role_in_the_area(reading: Reading) -> None:
    installation = reading.installation
    partners = [
        f"{SERIES}?edition=partners",
        f"{SECOND}?edition=partners",
        f"{SECOND}?edition=partners&as=json",
        f"{SECOND}/places?edition=partners",
        f"{SECOND}/places.csv?edition=partners",
        f"{SECOND}/places/b-park?edition=partners",
        f"{SECOND}/places/b-park/b-park.csv?edition=partners",
        f"{SECOND}/map.json?edition=partners",
        f"{SECOND}/figures/assets-by-kind.csv?edition=partners",
    ]
    elsewhere = installation.signed_in(installation.colleague(Role.FACILITATOR, reading.other))
    mine = installation.signed_in(installation.colleague(Role.RESEARCHER))
    program = installation.browser(page=False)
    for path in partners:
        assert program.get(path).status_code == 401, path
        assert elsewhere.get(path).status_code == 403, path
        answer = mine.get(path)
        assert answer.status_code == 200, path
        assert "no-store" in answer.headers["cache-control"], path


def test_what_only_partners_may_see_is_in_no_public_answer(reading: Reading) -> None:
    for path in (SERIES, SECOND, f"{SECOND}/places", f"{SECOND}/map.json", f"{SECOND}?as=json"):
        assert "bandstand" not in reading.read(path).lower()
    assert reading.stranger.get(f"{SECOND}/places/b-park").status_code == 404


def test_a_program_is_given_a_description_that_may_be_kept_for_ever(reading: Reading) -> None:
    program = reading.installation.browser(page=False)
    answer = program.get(SECOND)
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert program.get(SERIES).headers["cache-control"] == "public, no-cache"
    again = program.get(SECOND, headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_a_page_shows_who_reads_and_so_nobody_keeps_it(reading: Reading) -> None:
    answer = reading.installation.as_admin().get(SECOND)
    assert "no-store" in answer.headers["cache-control"]
    assert "Cookie" in answer.headers["vary"]
    assert f'href="/areas/{reading.area.id}/layers/' in answer.text
    assert f'href="/areas/{reading.area.id}/layers/' not in reading.read(SECOND)


def test_what_is_not_there_is_told_kindly(reading: Reading) -> None:
    for path in (
        "/layers/nowhere",
        f"{SERIES}/versions/9.9.9",
        f"{SERIES}/versions/x",
        f"{SECOND}/figures/none.csv",
        f"{SECOND}/figures/assets-by-kind.exe",
        f"{SECOND}/figures/layers.svg",
        f"{SECOND}/places/nobody",
    ):
        answer = reading.stranger.get(path)
        assert answer.status_code == 404, path
        assert "Traceback" not in answer.text
    hostile = reading.stranger.get(f"{SERIES}/versions/{HOSTILE.replace('/', '')}")
    assert "<script>alert" not in hostile.text


def test_the_map_is_there_without_a_script_and_given_to_one(reading: Reading) -> None:
    page = reading.read(SECOND)
    assert '<path class="release-dots kind-physical_place"' in page
    told = json.loads(reading.read(f"{SECOND}/map.json"))
    assert [each["title"] for each in told["places"]] == ["Victoria Hall", "Cutts Close walkers"]


def test_what_was_withdrawn_since_is_told_to_those_who_work_with_a_release(
    installation: Installation,
) -> None:
    table = Table.of(installation)
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67)
    evening.asset("Theirs", -0.72, 52.665, seat=1)
    evening.close()
    table.send()
    release = table.publish()
    page = f"/layers/{release.header.slug}/versions/1.0.0"
    assert "withdrawn since" not in table.ria.get(page).text
    evening.by(1, "person.withdraw", person=evening.people[1].person)
    assert "1 thing of version 1.0.0 was withdrawn since" in table.ria.get(page).text
    stranger = installation.browser().get(page).text
    assert "Community map, version 1.0.0" in stranger
    assert "withdrawn since" not in stranger
