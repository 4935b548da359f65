import gzip
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from kithmap.web.errors import add_error_answers
from kithmap.web.static import BuiltFiles


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    built = tmp_path / "built"
    (built / "assets").mkdir(parents=True)
    (built / "page-1a.js").write_text("let x = 1;" * 50, encoding="utf-8")
    (built / "assets" / "font.woff2").write_bytes(b"wOF2")
    (tmp_path / "secret.js").write_text("secret", encoding="utf-8")
    app = FastAPI()
    add_error_answers(app)
    app.mount("/static/built", BuiltFiles(built))
    return TestClient(app)


def test_a_built_file_is_kept_for_ever(client: TestClient) -> None:
    answer = client.get("/static/built/page-1a.js")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


def test_text_is_packed_for_whoever_can_unpack_it(client: TestClient) -> None:
    packed = client.get("/static/built/page-1a.js", headers={"accept-encoding": "gzip"})
    plain = client.get("/static/built/page-1a.js", headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text
    assert int(packed.headers["content-length"]) == len(gzip.compress(plain.content, 9, mtime=0))


def test_a_font_is_packed_already(client: TestClient) -> None:
    assert "content-encoding" not in client.get("/static/built/assets/font.woff2").headers


@pytest.mark.parametrize(
    "name",
    [
        "none.js",
        "../secret.js",
        "%2e%2e/secret.js",
        "assets/../../secret.js",
        "assets",
        "",
        "a%00.js",
        "page-1a.exe",
    ],
)
def test_nothing_else_is_served(client: TestClient, name: str) -> None:
    answer = client.get(f"/static/built/{name}")
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_asking_for_the_head_alone(client: TestClient) -> None:
    answer = client.head("/static/built/page-1a.js")
    assert answer.status_code == 200
    assert answer.content == b""
    assert int(answer.headers["content-length"]) > 0


def test_files_are_read_and_not_written(client: TestClient) -> None:
    assert client.post("/static/built/page-1a.js").status_code == 405
