import pytest
from starlette.datastructures import Headers

from kithmap.web.origin import host_of, is_same_origin, local_path
from tests.support.installation import Installation

HOST = {"host": "192.168.1.20:8000"}


@pytest.mark.parametrize(
    ("headers", "same"),
    [
        ({}, True),
        ({"origin": "http://192.168.1.20:8000"}, True),
        ({"origin": "http://192.168.1.20:9000"}, False),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://[broken"}, False),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "same-site", "origin": "http://192.168.1.20:8000"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
    ],
)
def test_only_our_own_pages_are_the_same_origin(headers: dict[str, str], same: bool) -> None:
    assert is_same_origin(Headers({**HOST, **headers})) is same


def test_a_proxy_s_public_host_counts_as_ours() -> None:
    headers = Headers({**HOST, "origin": "https://map.example.org"})
    assert is_same_origin(headers, frozenset({"map.example.org"}))


def test_host_of_an_address() -> None:
    assert host_of("https://Map.Example.org:8443/x") == "map.example.org:8443"
    assert host_of("nonsense") == ""


def test_a_form_of_another_site_changes_nothing(installation: Installation) -> None:
    admin = installation.as_admin()
    answer = admin.post("/programmes", data={"title": "Stolen"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403
    assert "came from another site" in answer.text
    assert "Stolen" not in admin.get("/programmes?all").text


def test_reading_from_elsewhere_is_what_links_do(installation: Installation) -> None:
    assert installation.browser().get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200


@pytest.mark.parametrize(
    "path", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:1", "", "/a\r\nb"]
)
def test_nobody_is_led_elsewhere(path: str) -> None:
    assert local_path(path, "/here") == "/here"
    assert local_path("/people?a=b", "/here") == "/people?a=b"
