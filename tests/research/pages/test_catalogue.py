from kithmap.basics.actors import Role
from kithmap.basics.csv_text import csv_rows
from tests.research.reader import Reading


def test_anybody_finds_areas_waves_releases_glossaries_and_the_workshops_behind_them(
    reading: Reading,
) -> None:
    page = reading.read("/layers")
    for wanted in (
        'href="/layers/oakham-baseline"',
        'href="/layers/mill-side-baseline"',
        'href="/glossary/oakham"',
        "Version 1.1.0 of 12 June 2026",
        "Oakham: what holds us together",
        'href="/layers/compare"',
    ):
        assert wanted in page
    assert "/workshops/" not in page


def test_counts_are_those_of_the_edition_that_is_the_reader_s(reading: Reading) -> None:
    installation = reading.installation
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    assert "edition=partners" not in reading.read("/layers")
    page = reading.read("/layers", researcher)
    assert 'href="/layers/oakham-baseline?edition=partners"' in page
    assert 'href="/layers/mill-side-baseline"' in page
    assert f'href="/areas/{reading.area.id}"' in page
    assert f'href="/areas/{reading.other.id}"' not in page


def test_those_with_a_role_find_all_workshops_of_the_area_and_their_reports(reading: Reading) -> None:
    workshop = reading.installation.new_workshop(title="Not published at all")
    assert "Not published at all" not in reading.read("/layers")
    page = reading.read("/layers", reading.installation.as_admin())
    assert f'href="/workshops/{workshop.id}/report"' in page


def test_words_are_found_everywhere_and_marked_without_a_script(reading: Reading) -> None:
    page = reading.read("/layers?words=OAKHAM")
    for group in ("areas", "layers", "workshops"):
        assert f'id="found-{group}"' in page
    assert "<mark>Oakham</mark>" in page
    assert 'href="/layers/oakham-baseline/versions/1.1.0/places/a-hall"' in reading.read(
        "/layers?words=victoria+hall"
    )
    assert 'href="/glossary/oakham/hub"' in reading.read("/layers?words=heart+village")
    assert "Nothing here speaks of" in reading.read("/layers?words=zebra")


def test_places_of_the_partners_edition_are_not_found_by_others(reading: Reading) -> None:
    assert "Nothing here speaks of" in reading.read("/layers?words=bandstand")


def test_a_question_is_shown_as_text(reading: Reading) -> None:
    page = reading.read("/layers?words=%3Cscript%3Ealert(1)%3C/script%3E%7B%7B7*7%7D%7D")
    assert "<script>alert" not in page
    assert "{{7*7}}" in page


def test_what_is_listed_and_what_is_found_can_be_taken_away(reading: Reading) -> None:
    rows = csv_rows(reading.stranger.get("/layers/catalogue.csv").content.decode("utf-8-sig"))
    assert [row[3] for row in rows[1:]] == ["/layers/mill-side-baseline", "/layers/oakham-baseline"]
    found = csv_rows(reading.stranger.get("/layers/found.csv?words=hall").content.decode("utf-8-sig"))
    assert ["Places", "Victoria Hall"] in [row[:2] for row in found]
    page = reading.read("/layers?words=hall")
    assert all(row[4] in page for row in found[1:])


def test_what_is_for_one_reader_is_kept_by_nobody_on_the_way(reading: Reading) -> None:
    public = reading.stranger.get("/layers/catalogue.csv")
    assert public.headers["cache-control"] == "public, no-cache"
    again = reading.stranger.get("/layers/catalogue.csv", headers={"if-none-match": public.headers["etag"]})
    assert again.status_code == 304
    mine = reading.installation.as_admin().get("/layers/catalogue.csv")
    assert mine.headers["cache-control"] == "private, no-store"
