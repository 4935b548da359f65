import json

import pytest
from starlette.testclient import TestClient

from kithmap.glossary.document import as_document
from kithmap.glossary.forms import FILES
from tests.glossary.published import NAME, publish, releases
from tests.support.installation import START, Installation

FIRST = f"/glossary/{NAME}/versions/1.0.0"
SECOND = f"/glossary/{NAME}/versions/2.0.0"


@pytest.fixture
def reader(installation: Installation) -> TestClient:
    installation.do(publish, installation.area, START)
    return installation.browser()


def test_an_old_version_stays_as_it_was_and_says_that_there_is_a_newer(reader: TestClient) -> None:
    page = reader.get(FIRST).text
    assert "There is a newer version: 2.0.0." in page
    assert f'href="{FIRST}/club"' in page
    assert "bench" not in page
    assert "There is a newer version" not in reader.get(SECOND).text


def test_a_term_is_shown_as_it_stood(reader: TestClient) -> None:
    page = reader.get(f"{FIRST}/hub").text
    assert "This is how it stood in version 1.0.0." in page
    assert "in the flesh or by phone" not in page
    assert reader.get(f"{FIRST}/bench").status_code == 404


@pytest.mark.parametrize("ending", FILES)
def test_every_file_is_saved_under_its_name_and_kept_for_ever(reader: TestClient, ending: str) -> None:
    answer = reader.get(f"{SECOND}.{ending}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{NAME}-2.0.0.{ending}"'
    assert answer.headers["content-type"].startswith(FILES[ending].media)
    assert "immutable" in answer.headers["cache-control"]
    again = reader.get(f"{SECOND}.{ending}", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_document_is_byte_by_byte_what_was_published(reader: TestClient) -> None:
    first, second = releases()
    assert reader.get(f"{FIRST}.json").content == as_document(first)
    assert reader.get(SECOND, headers={"accept": "application/json"}).content == as_document(second)


def test_what_was_different_is_told_in_words_and_in_data(reader: TestClient) -> None:
    page = reader.get(f"{SECOND}/changes").text
    assert "“club” has become “lunch club” and “sports club”." in page
    assert "Against version 1.0.0 of 10 March 2026." in page
    told = json.loads(reader.get(f"{SECOND}/changes", headers={"accept": "application/json"}).content)
    assert told["differences"]["split"] == [{"before": ["club"], "after": ["lunch_club", "sports_club"]}]
    assert told["differences"]["redefined"][0]["id"] == "hub"
    assert "“bench” is new." in told["in_words"]
    assert reader.get(f"{SECOND}/changes?as=turtle").status_code == 406


def test_the_first_version_began_it(reader: TestClient) -> None:
    assert "This was the first version. It began with 10 terms." in reader.get(f"{FIRST}/changes").text


def test_questions_stand_in_the_order_in_which_they_are_asked(reader: TestClient) -> None:
    page = reader.get(f"{SECOND}/questionnaire").text
    asked = [
        page.index(f'/{name}"')
        for name in ("life_satisfaction", "worthwhile", "happy_yesterday", "anxious_yesterday")
    ]
    assert asked == sorted(asked)
    assert "Get these words from their source" in page
    starting = reader.get("/glossary/starting/versions/1.0.0/questionnaire").text
    assert "Not asked, but worked out" in starting


@pytest.mark.parametrize(
    "wrong", ["3.0.0", "newest", "1.0", "2.0.0.exe", "2.0.0.", "1.0.0.0.csv", "2.0.0.../etc"]
)
def test_what_is_no_version_is_not_found(reader: TestClient, wrong: str) -> None:
    for path in (wrong, f"{wrong}/changes", f"{wrong}/questionnaire", f"{wrong}/hub"):
        answer = reader.get(f"/glossary/{NAME}/versions/{path}")
        assert answer.status_code == 404, path
