from datetime import timedelta

import pytest
from starlette.requests import Request
from starlette.responses import Response

from kithmap.web.cookies import drop_cookie, set_cookie


def request(scheme: str) -> Request:
    return Request(
        {
            "type": "http",
            "scheme": scheme,
            "server": ("x", 80),
            "path": "/",
            "headers": [],
            "query_string": b"",
        }
    )


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_a_cookie_is_for_the_server_alone(scheme: str, secure: bool) -> None:
    response = Response()
    set_cookie(request(scheme), response, "seat", "x", lasts=timedelta(days=1), path="/w")
    cookie = response.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Max-Age=86400" in cookie
    assert "Path=/w" in cookie
    assert ("Secure" in cookie) is secure


def test_a_dropped_cookie_ends_at_once() -> None:
    response = Response()
    drop_cookie(request("http"), response, "seat")
    assert "Max-Age=0" in response.headers["set-cookie"]
