import pytest

from kithmap.web.headers import content_policy
from tests.support.installation import Installation


def test_every_answer_forbids_what_a_page_does_not_need(installation: Installation) -> None:
    for path in ("/", "/health", "/nowhere", "/static/built/none.js"):
        headers = installation.browser().get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"


def test_what_browsers_take_over_tls_only_is_not_sent_over_plain_http(installation: Installation) -> None:
    for address, expected in (("http://testserver", None), ("https://testserver", "same-origin")):
        headers = installation.browser(base_url=address).get("/").headers
        assert headers.get("cross-origin-opener-policy") == expected


def test_pages_run_our_own_scripts_only(installation: Installation) -> None:
    policy = installation.browser().get("/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "ws://testserver" in policy


@pytest.mark.parametrize("host", ["evil.example; script-src *", "a b", "", "x'y", "a/b"])
def test_a_host_that_is_none_does_not_get_into_the_policy(host: str) -> None:
    assert content_policy(host) == content_policy("")


@pytest.mark.parametrize("host", ["192.168.1.20:8000", "[::1]:8000", "map.example.org"])
def test_sockets_of_the_same_host_are_allowed(host: str) -> None:
    assert f"ws://{host} wss://{host}" in content_policy(host)


def test_no_page_holds_script_or_style_of_its_own(installation: Installation) -> None:
    workshop = installation.new_workshop()
    admin = installation.as_admin()
    for path in (
        "/",
        "/people",
        f"/areas/{installation.area.id}",
        f"/console/{workshop.id}",
        f"/projector/{workshop.id}",
    ):
        text = admin.get(path).text
        assert "style=" not in text
        assert "<style" not in text
        assert " onclick" not in text
        assert all("src=" in tag or "application/json" in tag for tag in text.split("<script")[1:])
