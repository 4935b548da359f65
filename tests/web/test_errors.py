import logging

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from kithmap.basics import errors
from kithmap.basics.errors import KithmapError, Reason, Refused, TooManyError, UnavailableError
from kithmap.web.assets import FrontEndNotBuiltError
from kithmap.web.errors import STATUS, TROUBLE, add_error_answers, status_of
from tests.support.installation import HOSTILE, AnyAssets, Installation

PAGE = {"accept": "text/html,application/xhtml+xml"}


class NeedsMoreError(UnavailableError):
    pass


class NotBuilt:
    def entry(self, name: str) -> object:
        raise FrontEndNotBuiltError("The pages have not been built yet.")


def app_raising(error: Exception, assets: object = None) -> TestClient:
    app = FastAPI()
    app.state.assets = assets or AnyAssets()
    add_error_answers(app)

    @app.get("/fails/{secret}")
    @app.get("/api/fails")
    async def fails(secret: str = "", number: int = 0) -> None:
        raise error

    return TestClient(app)


def test_every_class_of_error_has_a_number() -> None:
    known = {
        each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, KithmapError)
    }
    assert known == set(STATUS)
    assert all(400 <= status_of(kind("words")) < 600 for kind in known - {Refused})


def test_a_class_that_is_not_listed_takes_its_parent_s_number() -> None:
    assert status_of(NeedsMoreError("later")) == 503


@pytest.mark.parametrize("reason", list(Reason))
def test_every_refusal_has_a_number(reason: Reason) -> None:
    assert 400 <= status_of(Refused(reason, "words")) < 600


def test_a_program_gets_json_and_a_person_a_page() -> None:
    client = app_raising(KithmapError("It was kept.", code="odd"))
    assert client.get("/fails/1").json() == {"code": "odd", "message": "It was kept."}
    page = client.get("/fails/1", headers=PAGE)
    assert page.headers["content-type"].startswith("text/html")
    assert "It was kept." in page.text
    assert client.get("/api/fails", headers=PAGE).json()["code"] == "odd"


def test_words_of_an_error_are_shown_as_text() -> None:
    page = app_raising(KithmapError(HOSTILE)).get("/fails/1", headers=PAGE)
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


def test_whoever_tried_too_often_is_told_how_long_to_wait() -> None:
    assert app_raising(TooManyError("Wait.", retry_after=7)).get("/fails/1").headers["retry-after"] == "7"


def test_an_unforeseen_error_tells_and_logs_nobody_s_words(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = app_raising(ValueError("Anna lives in Mill Lane")).get("/fails/token123")
    assert answer.status_code == 500
    assert answer.json()["message"] == TROUBLE
    assert "ValueError" in caplog.text
    assert "/fails/{secret}" in caplog.text
    assert "Anna lives" not in caplog.text
    assert "Anna" not in "".join(
        record.getMessage() for record in caplog.records if record.name.startswith("kithmap")
    )
    assert "token123" not in "".join(
        record.getMessage() for record in caplog.records if record.name.startswith("kithmap")
    )


def test_a_wrong_parameter_is_named() -> None:
    answer = app_raising(KithmapError("x")).get("/api/fails?number=x")
    assert answer.status_code == 422
    assert answer.json() == {
        "code": "bad_input",
        "message": "The server does not understand number. Please check it.",
    }


def test_without_built_pages_the_error_says_how_to_build_them() -> None:
    answer = app_raising(KithmapError("x"), NotBuilt()).get("/fails/1", headers=PAGE)
    assert answer.status_code == 500
    assert answer.text == "The pages have not been built yet."


def test_addresses_and_methods_that_are_not_there_are_told_in_our_voice(installation: Installation) -> None:
    browser = installation.browser()
    assert "There is nothing at this address" in browser.get("/nowhere").text
    assert browser.get("/nowhere").status_code == 404
    assert browser.put("/join").status_code == 405
    assert installation.browser(page=False).get("/nowhere").json()["code"] == "not_found"
