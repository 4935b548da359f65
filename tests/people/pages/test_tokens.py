import re
from datetime import timedelta

import pytest

from kithmap.basics.actors import Role
from kithmap.people import store
from tests.support.installation import HOSTILE, START, Installation

LAST = START.date().isoformat()


def token_on(text: str) -> str:
    found = re.search(r'<code class="token" translate="no">(kithmap_[\w-]+)</code>', text)
    assert found is not None
    return found[1]


def test_a_token_is_shown_once(installation: Installation) -> None:
    rex = installation.signed_in(installation.colleague(Role.RESEARCHER))
    made = rex.post("/tokens", data={"name": "QGIS at work", "ends": LAST})
    assert made.status_code == 200
    token = token_on(made.text)
    assert made.headers["cache-control"] == "no-store"
    later = rex.get("/tokens")
    assert token not in later.text
    assert "QGIS at work" in later.text
    assert "Never used." in later.text


def test_a_token_is_taken_back_by_whose_it_is(installation: Installation) -> None:
    account = installation.colleague(Role.RESEARCHER)
    rex = installation.signed_in(account)
    rex.post("/tokens", data={"name": "R", "ends": LAST})
    (kept,) = installation.do(store.read_tokens, account.id)
    assert installation.as_admin().post(f"/tokens/{kept.id}/revoke").status_code == 404
    assert rex.post(f"/tokens/{kept.id}/revoke").status_code == 303
    assert "Take back" not in rex.get("/tokens").text


def test_a_token_that_is_over_says_so(installation: Installation) -> None:
    account = installation.colleague(Role.RESEARCHER)
    installation.signed_in(account).post("/tokens", data={"name": "R", "ends": LAST})
    installation.clock.pass_by(timedelta(days=1))
    assert "Its last day was 23 November 2026." in installation.signed_in(account).get("/tokens").text


@pytest.mark.parametrize(
    "form", [{}, {"name": "R"}, {"name": "R", "ends": "never"}, {"name": "", "ends": LAST}]
)
def test_a_form_that_lacks_something_says_so_and_keeps_the_rest(
    installation: Installation, form: dict[str, str]
) -> None:
    answer = installation.as_admin().post("/tokens", data=form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert f'value="{form.get("name", "")}"' in answer.text


def test_markup_in_a_name_is_shown_as_text(installation: Installation) -> None:
    answer = installation.as_admin().post("/tokens", data={"name": HOSTILE, "ends": LAST})
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("token", [True, False])
def test_who_is_not_signed_in_makes_none_though_they_have_a_token(
    installation: Installation, token: bool
) -> None:
    client = installation.browser()
    if token:
        made = installation.as_admin().post("/tokens", data={"name": "R", "ends": LAST})
        client.headers["authorization"] = f"Bearer {token_on(made.text)}"
    assert client.get("/tokens").status_code == 401
    assert client.post("/tokens", data={"name": "R", "ends": LAST}).status_code == 401
