from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.people import actions
from kithmap.people.access import COOKIE
from kithmap.people.pages.coming_in import HOME
from kithmap.sync.protocol import PROTOCOL_VERSION
from kithmap.web.origin import local_path
from tests.support.installation import HOSTILE, Installation

PASSWORD = "four words in a row"


def with_password(installation: Installation) -> None:
    installation.do(actions.change_password, installation.admin, actions.stored_password(PASSWORD))


def sign_in(installation: Installation, **form: str) -> tuple[int, TestClient]:
    browser = installation.browser()
    return browser.post("/sign-in", data={"name": "admin", "password": PASSWORD, **form}).status_code, browser


def test_name_and_password_sign_in(installation: Installation) -> None:
    with_password(installation)
    status, browser = sign_in(installation)
    assert status == 303
    assert browser.get("/programmes?all").status_code == 200


@pytest.mark.parametrize(
    "form",
    [{"password": "wrong"}, {"name": "nobody"}, {"name": HOSTILE}, {"name": "x" * 5_000}, {"password": ""}],
)
def test_whatever_else_does_not_and_does_not_say_which_was_wrong(
    installation: Installation, form: dict[str, str]
) -> None:
    with_password(installation)
    browser = installation.browser()
    answer = browser.post("/sign-in", data={"name": "admin", "password": PASSWORD, **form})
    assert answer.status_code == 401
    assert "do not fit together" in answer.text
    assert "<script>alert" not in answer.text
    assert COOKIE not in browser.cookies


def test_without_a_password_none_signs_in(installation: Installation) -> None:
    assert sign_in(installation, password="")[0] == 401


def test_guesses_at_a_password_are_limited(installation: Installation) -> None:
    with_password(installation)
    for _ in range(60):
        installation.services.passwords.wrong("10.0.0.1", "admin", installation.clock())
    assert sign_in(installation)[0] == 429
    installation.clock.pass_by(timedelta(minutes=11))
    assert sign_in(installation)[0] == 303


def test_looking_at_a_link_does_not_use_it_up(installation: Installation) -> None:
    token = installation.do(actions.make_link, installation.admin.id, installation.clock())
    browser = installation.browser()
    for _ in range(2):
        assert browser.get(f"/sign-in/{token}").status_code == 200
    assert browser.post(f"/sign-in/{token}").status_code == 303
    for ask in (browser.get, browser.post):
        answer = ask(f"/sign-in/{token}")
        assert answer.status_code == 410
        assert "Ask for a new one" in answer.text


def test_signing_out_ends_the_sign_in_on_the_server(installation: Installation) -> None:
    browser = installation.as_admin()
    cookie = browser.cookies[COOKIE]
    assert browser.post("/sign-out").status_code == 303
    assert COOKIE not in browser.cookies
    thief = installation.browser()
    thief.cookies.set(COOKIE, cookie)
    assert thief.get("/people").status_code == 401


@pytest.mark.parametrize(
    "wish",
    ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a\r\nb"],
)
def test_after_signing_in_nobody_is_sent_elsewhere(installation: Installation, wish: str) -> None:
    assert local_path(wish, HOME) == HOME
    with_password(installation)
    answer = installation.browser().post("/sign-in", data={"name": "admin", "password": PASSWORD, "to": wish})
    assert answer.headers["location"] == HOME


def test_after_signing_in_one_goes_on_where_one_wanted(installation: Installation) -> None:
    with_password(installation)
    page = installation.browser().get("/sign-in?next=/people")
    assert 'value="/people"' in page.text
    assert installation.as_admin().get("/sign-in?next=/people").headers["location"] == "/people"


def invited(installation: Installation) -> str:
    _, token = installation.do(
        actions.invite, installation.admin, Role.FACILITATOR, [installation.area.id], "", installation.clock()
    )
    return f"/invitations/{token}"


def test_an_invitation_says_what_it_is_for_and_lets_in_once(installation: Installation) -> None:
    path, browser = invited(installation), installation.browser()
    assert "run workshops in <bdi>Oakham</bdi>" in browser.get(path).text
    assert browser.post(path, data={"name": "Fay", "password": PASSWORD}).status_code == 303
    assert browser.get(f"/areas/{installation.area.id}").status_code == 200
    assert installation.browser().get(path).status_code == 410
    assert installation.browser().post(path, data={"name": "Eve"}).status_code == 410
    assert (
        installation.browser().post("/sign-in", data={"name": "fay", "password": PASSWORD}).status_code == 303
    )


@pytest.mark.parametrize(
    "form",
    [{"name": ""}, {"name": "Fay", "password": "short"}, {"name": HOSTILE + "x" * 80}, {"name": "admin"}],
)
def test_what_cannot_be_used_is_said_and_the_invitation_stays_good(
    installation: Installation, form: dict[str, str]
) -> None:
    path = invited(installation)
    answer = installation.browser().post(path, data=form)
    assert answer.status_code in (409, 422)
    assert 'role="alert"' in answer.text
    assert "<script>alert" not in answer.text
    assert installation.browser().post(path, data={"name": "Fay"}).status_code == 303


@pytest.mark.parametrize(
    "path", ["/sign-in/x", "/invitations/x", "/sign-in/%00", "/invitations/" + "x" * 500]
)
def test_links_that_are_none_are_over(installation: Installation, path: str) -> None:
    assert installation.browser().get(path).status_code == 410
    assert installation.browser().post(path).status_code == 410


def test_one_s_own_password_needs_the_old_one(installation: Installation) -> None:
    browser = installation.as_admin()
    assert browser.get("/account").status_code == 200
    assert browser.post("/account/password", data={"password": PASSWORD}).status_code == 200
    assert browser.post("/account/password", data={"password": "another one of them"}).status_code == 401
    answer = browser.post("/account/password", data={"password": "another one of them", "old": PASSWORD})
    assert "Your password is changed" in answer.text
    assert (
        browser.post(
            "/account/password", data={"password": "short", "old": "another one of them"}
        ).status_code
        == 422
    )


def test_signing_out_closes_the_open_lines_of_that_browser_at_once(installation: Installation) -> None:
    workshop = installation.new_workshop()
    desk = installation.as_admin()
    with desk.websocket_connect(f"/live/{workshop.id}?as=leading") as line:
        line.send_json({"type": "hello", "protocol": PROTOCOL_VERSION, "after": None})
        assert line.receive_json()["type"] == "welcome"
        desk.post("/sign-out")
        while (message := line.receive_json())["type"] != "closing":
            pass
        assert message["reason"] == "server_stopping"
    with desk.websocket_connect(f"/live/{workshop.id}?as=leading") as line:
        line.send_json({"type": "hello", "protocol": PROTOCOL_VERSION, "after": None})
        assert line.receive_json() == {"type": "closing", "reason": "signed_out"}
