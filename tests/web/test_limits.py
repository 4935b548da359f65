from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from kithmap.basics.errors import TooManyError
from kithmap.web.limits import MOST_BYTES, BodyLimit, Guessing, SlidingWindow, address_of

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_a_window_counts_what_is_within_it() -> None:
    window = SlidingWindow(most=2, span=MINUTE)
    window.count("a", NOW)
    assert window.wait("a", NOW) is None
    window.count("a", NOW + timedelta(seconds=20))
    assert window.wait("a", NOW + timedelta(seconds=30)) == timedelta(seconds=30)
    assert window.wait("b", NOW) is None
    assert window.wait("a", NOW + MINUTE) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 300)), max_size=80), st.integers(1, 5))
def test_a_key_waits_exactly_when_enough_happened_in_the_last_minute(
    steps: list[tuple[str, int]], most: int
) -> None:
    window = SlidingWindow(most=most, span=MINUTE)
    counted: list[tuple[str, int]] = []
    for key, second in sorted(steps, key=lambda step: step[1]):
        recent = [at for who, at in counted if who == key and second - at < 60]
        must_wait = window.wait(key, NOW + timedelta(seconds=second)) is not None
        assert must_wait == (len(recent) >= most)
        if not must_wait:
            window.count(key, NOW + timedelta(seconds=second))
            counted.append((key, second))


def test_the_memory_of_a_window_is_bounded() -> None:
    window = SlidingWindow(most=3, span=MINUTE, most_keys=100)
    for number in range(1_000):
        window.count(str(number), NOW)
    assert len(window._moments) == 100


def test_wrong_guesses_are_limited_by_address_and_by_what_is_guessed_at() -> None:
    guessing = Guessing(SlidingWindow(2, MINUTE), SlidingWindow(3, MINUTE))
    for address in ("a", "a"):
        guessing.wrong(address, "w1", NOW)
    with pytest.raises(TooManyError):
        guessing.check("a", "w2", NOW)
    guessing.check("b", "w1", NOW)
    guessing.wrong("b", "w1", NOW)
    with pytest.raises(TooManyError) as told:
        guessing.check("c", "w1", NOW)
    assert 0 < told.value.retry_after <= 61
    guessing.check("c", "w2", NOW)
    guessing.check("a", "w1", NOW + MINUTE)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("testclient", "testclient"),
    ],
)
def test_where_a_request_comes_from(host: str, address: str) -> None:
    assert address_of(HTTPConnection({"type": "http", "headers": [], "client": (host, 1)})) == address


def test_a_request_from_nowhere_is_from_nowhere() -> None:
    assert address_of(HTTPConnection({"type": "http", "headers": []})) == ""


async def length(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


@pytest.fixture
def client() -> TestClient:
    app = Starlette(routes=[Route("/{path:path}", length, methods=["POST"])])
    app.add_middleware(
        BodyLimit, larger={("/areas/", "/basemap"): 3 * MOST_BYTES, ("/api/", "/photos/"): 2 * MOST_BYTES}
    )
    return TestClient(app)


def test_a_body_up_to_the_limit_passes(client: TestClient) -> None:
    assert client.post("/x", content=b"x" * MOST_BYTES).text == str(MOST_BYTES)


def test_a_longer_body_is_refused_by_what_it_says(client: TestClient) -> None:
    answer = client.post("/x", content=b"x" * (MOST_BYTES + 1))
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"
    assert "1 MB is the most" in answer.json()["message"]


def test_a_longer_body_is_refused_though_it_does_not_say(client: TestClient) -> None:
    answer = client.post("/x", content=(b"x" * 100_000 for _ in range(20)))
    assert answer.status_code == 413


@pytest.mark.parametrize("said", ["-1", "x", "1e3", "9" * 40])
def test_a_length_that_is_none_is_refused(client: TestClient, said: str) -> None:
    assert client.post("/x", content=b"x", headers={"content-length": said}).status_code == 413


def test_upload_routes_take_more(client: TestClient) -> None:
    body = b"x" * (2 * MOST_BYTES)
    assert client.post("/areas/1/basemap", content=body).status_code == 200
    assert client.post("/areas/1/boundaries", content=body).status_code == 413
    assert client.post("/areas/1/basemap", content=b"x" * (3 * MOST_BYTES + 1)).status_code == 413


def test_what_is_right_below_an_upload_route_that_ends_so_takes_more(client: TestClient) -> None:
    body = b"x" * (2 * MOST_BYTES)
    assert client.post("/api/1/photos/2", content=body).status_code == 200
    for path in ("/api/1/photos", "/api/1/photos/2/3", "/other/1/photos/2"):
        assert client.post(path, content=body).status_code == 413
