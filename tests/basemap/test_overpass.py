from http.server import BaseHTTPRequestHandler
from pathlib import Path

import httpx
import pytest

from kithmap.basemap import overpass
from kithmap.basemap.model import BasemapError, Bounds, BuildProgress, Stage
from kithmap.basemap.osm_file import read_features
from kithmap.basemap.overpass import fetch_area, question
from tests.support.osm_scene import at, village
from tests.support.overpass_stand_in import Answer, answer, standing_in

BOUNDS = Bounds(*at((-5, -5)), *at((5, 5)))
REMARK = '<remark> runtime error: Query timed out in "query" at line 1 after 181 seconds. </remark>'


class Fetching:
    """One fetching: what it was told, and how long it would have slept."""

    def __init__(self, folder: Path) -> None:
        self.target = folder / "fetched.osm"
        self.told: list[BuildProgress] = []
        self.slept = 0.0

    def sleep(self, seconds: float) -> None:
        self.slept += seconds

    def run(self, address: str) -> None:
        with httpx.Client(trust_env=False) as client:
            fetch_area(
                BOUNDS,
                self.target,
                server=address,
                client=client,
                progress=self.told.append,
                sleep=self.sleep,
            )


@pytest.fixture
def fetching(tmp_path: Path) -> Fetching:
    return Fetching(tmp_path)


def test_a_good_answer_becomes_a_file_that_the_reader_reads(fetching: Fetching) -> None:
    with standing_in(answer(200, village().text())) as server:
        fetching.run(server.address)
    assert len(read_features(fetching.target, BOUNDS)) == 13
    assert fetching.slept == 0
    assert {step.stage for step in fetching.told} == {Stage.FETCHING}
    ((asked, agent),) = server.asked
    assert asked == question(BOUNDS)
    assert agent.startswith("Kithmap/")


def test_the_question_names_the_bounds_and_asks_for_points_first() -> None:
    asked = question(BOUNDS)
    assert "[bbox:52.665000,-0.735000,52.675000,-0.725000]" in asked
    assert "highway|" in asked
    assert asked.endswith("(._;>;);out body;")


def test_an_island_is_not_asked_for_with_its_whole_coast() -> None:
    shapes = question(BOUNDS).partition("rel[type=multipolygon]")[2]
    assert "|natural|" in shapes
    assert "place" not in shapes


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again(fetching: Fetching, status: int) -> None:
    with standing_in(answer(status), answer(200, village().text())) as server:
        fetching.run(server.address)
    assert fetching.target.exists()
    assert fetching.slept == 5
    assert any("Trying again in 5 s" in step.message for step in fetching.told)


def test_the_server_says_how_long_to_wait_and_is_believed_within_reason(fetching: Fetching) -> None:
    busy = [answer(429, Retry_After="20"), answer(429, Retry_After="99999")]
    with standing_in(*busy, answer(200, village().text())) as server:
        fetching.run(server.address)
    assert fetching.slept == 20 + 120


def test_a_server_that_stays_busy_is_given_up_in_words(fetching: Fetching) -> None:
    with standing_in(*[answer(504)] * 4) as server, pytest.raises(BasemapError, match="busy"):
        fetching.run(server.address)
    assert fetching.slept == 60
    assert not fetching.target.exists()


def cut_off(request: BaseHTTPRequestHandler) -> None:
    text = village().text().encode()
    request.send_response(200)
    request.send_header("Content-Length", str(len(text)))
    request.end_headers()
    request.wfile.write(text[: len(text) // 2])
    request.close_connection = True


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    try:
        for _ in range(10_000):
            request.wfile.write(b"<osm>" + b" " * 65_536)
    except OSError:
        pass
    request.close_connection = True


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (cut_off, "broke off"),
        (answer(200, village().text()[:-30]), "broke off"),
        (answer(200, "<!DOCTYPE html><html><body>Welcome</body></html>"), "not map data"),
        (answer(200, "<?xml version='1.0'?><html><body>rate limited</body></html>"), "not map data"),
        (answer(200, '{"elements": []}'), "not map data"),
        (answer(200, ""), "not map data"),
        (answer(200, f"<osm>{REMARK}</osm>"), "gave up on this area"),
        (answer(400, "parse error"), "answer 400"),
        (answer(404, "not here"), "answer 404"),
        (endless, "the area is too large"),
    ],
)
def test_a_bad_answer_is_told_in_words_and_leaves_nothing(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch, reply: Answer, words: str
) -> None:
    monkeypatch.setattr(overpass, "MAX_BYTES", 2_000_000)
    with standing_in(reply) as server, pytest.raises(BasemapError, match=words) as refusal:
        fetching.run(server.address)
    assert "Nothing was changed." in refusal.value.message
    assert list(fetching.target.parent.iterdir()) == []


def test_a_remark_about_load_is_a_busy_server(fetching: Fetching) -> None:
    loaded = "<osm><remark> runtime error: open64: 0 Success /osm3s Dispatcher_Client::1 </remark></osm>"
    with standing_in(answer(200, loaded), answer(200, village().text())) as server:
        fetching.run(server.address)
    assert fetching.target.exists()


def test_nobody_there_and_no_address_are_told_in_words(fetching: Fetching) -> None:
    with standing_in() as server:
        address = server.address
    with pytest.raises(BasemapError, match="cannot be reached"):
        fetching.run(address)
    with pytest.raises(BasemapError, match="not an address of the web"):
        fetching.run("ftp://maps.invalid/")


def test_whoever_watches_may_end_the_waiting(tmp_path: Path) -> None:
    def enough(step: BuildProgress) -> None:
        if "Trying again in 3 s" in step.message:
            raise KeyboardInterrupt

    fetching = Fetching(tmp_path)
    with (
        standing_in(answer(429)) as server,
        httpx.Client(trust_env=False) as client,
        pytest.raises(KeyboardInterrupt),
    ):
        fetch_area(
            BOUNDS,
            fetching.target,
            server=server.address,
            client=client,
            progress=enough,
            sleep=fetching.sleep,
        )
    assert fetching.slept == 2
