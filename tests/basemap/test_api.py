import asyncio
import gzip
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from kithmap.basemap.api import router
from kithmap.basics.errors import NotFoundError
from tests.support.basemaps import build_village, parse


class Browser:
    """Asks an app for pages without a socket."""

    def __init__(self, app: FastAPI) -> None:
        self._transport = httpx.ASGITransport(app)

    def get(self, address: str, headers: dict[str, str] | None = None) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=self._transport, base_url="http://kithmap.test") as client:
                return await client.get(address, headers=headers)

        return asyncio.run(ask())


def not_found(_: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"message": str(error)}, status_code=404)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    folder = tmp_path_factory.mktemp("basemaps")
    build_village(folder)
    app = FastAPI()
    app.state.basemap_folder = folder
    app.include_router(router)
    app.add_exception_handler(NotFoundError, not_found)
    return Browser(app)


@pytest.fixture(scope="module")
def about(client: Browser) -> dict[str, object]:
    described: dict[str, object] = client.get("/basemaps/village.json").json()
    return described


def address(
    about: dict[str, object], theme: str = "light", z: int = 15, x: int = 16317, y: int = 10723
) -> str:
    tiles = about["tiles"]
    assert isinstance(tiles, dict)
    return str(tiles[theme]).format(z=z, x=x, y=y)


def test_a_page_learns_all_it_needs(about: dict[str, object]) -> None:
    assert about["area"] == "Brook End"
    assert about["attribution"] == "© Test"
    assert (about["min_zoom"], about["max_zoom"]) == (11, 18)
    assert (about["tile_size"], about["zoom_offset"]) == (512, -1)
    bounds = about["bounds"]
    assert isinstance(bounds, list)
    assert bounds[0] < -0.735 < -0.725 < bounds[2]


def test_a_tile_is_a_gzipped_image_kept_for_ever(client: Browser, about: dict[str, object]) -> None:
    answer = client.get(address(about))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "primary" in answer.text
    parse(answer.text)


def test_a_client_without_gzip_gets_plain_text(client: Browser, about: dict[str, object]) -> None:
    answer = client.get(address(about), headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in answer.headers
    parse(answer.text)


def test_whoever_has_the_tile_is_told_so(client: Browser, about: dict[str, object]) -> None:
    tag = client.get(address(about)).headers["etag"]
    again = client.get(address(about), headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_an_older_version_gets_the_newest_tile_and_does_not_keep_it(
    client: Browser, about: dict[str, object]
) -> None:
    answer = client.get(address(about).replace(str(about["version"]), "0123456789abcdef"))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"


def test_outside_is_bare_ground(client: Browser, about: dict[str, object]) -> None:
    answer = client.get(address(about, theme="dark", x=1, y=1))
    assert answer.status_code == 200
    assert len(list(parse(answer.text))) == 1


def test_the_whole_map_is_one_image_that_phones_show(client: Browser, about: dict[str, object]) -> None:
    whole = about["whole"]
    assert isinstance(whole, dict)
    for theme in ("light", "dark"):
        root = parse(client.get(whole[theme]).text)
        assert (int(root.attrib["width"]), int(root.attrib["height"])) == (whole["width"], whole["height"])
        assert max(whole["width"], whole["height"]) <= 4096


@pytest.mark.parametrize(
    "path",
    [
        "/basemaps/elsewhere.json",
        "/basemaps/elsewhere/0123456789ab/light/15/1/1.svg",
        "/basemaps/elsewhere/0123456789ab/light/whole.svg",
    ],
)
def test_an_area_without_a_basemap_says_that_the_map_works_without(client: Browser, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "works without" in answer.json()["message"]


@pytest.mark.parametrize(
    "path",
    [
        "/basemaps/..%2Fsecret.json",
        "/basemaps/village/0123456789ab/purple/15/1/1.svg",
        "/basemaps/village/0123456789ab/light/99/1/1.svg",
        "/basemaps/village/0123456789ab/light/15/-1/1.svg",
        "/basemaps/village/../light/15/1/1.svg",
        f"/basemaps/{'a' * 65}.json",
    ],
)
def test_odd_addresses_are_refused(client: Browser, path: str) -> None:
    assert client.get(path).status_code in {404, 422}


def test_a_basemap_can_be_rebuilt_under_the_feet_of_its_readers(tmp_path: Path) -> None:
    app = FastAPI()
    app.state.basemap_folder = tmp_path
    app.include_router(router)
    versions = []
    for _ in range(2):
        build_village(tmp_path)
        versions.append(Browser(app).get("/basemaps/village.json").json()["version"])
    assert versions[0] == versions[1]


def test_bare_ground_differs_by_theme(client: Browser, about: dict[str, object]) -> None:
    light, dark = (client.get(address(about, theme=theme, x=1, y=1)).content for theme in ("light", "dark"))
    assert light != dark
    assert gzip.compress(light) != gzip.compress(dark)
