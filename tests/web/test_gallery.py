"""The gallery of the components: there for whoever asks for it when starting the server, and for nobody else."""

import html
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kithmap.app import create_app
from kithmap.settings import ServerSettings, Settings, StorageSettings
from kithmap.web import gallery
from tests.support.installation import HOSTILE, AnyAssets, Installation


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A browser at a server that shows its components."""
    built = tmp_path / "built"
    (built / "apart").mkdir(parents=True)
    for ending in ("js", "css"):
        (built / "apart" / f"gallery.{ending}").write_text(ending, encoding="utf-8")
    monkeypatch.setattr(gallery, "built_folder", lambda: built)
    settings = Settings(
        storage=StorageSettings(data_folder=tmp_path / "data", database_url=None),
        server=ServerSettings(component_gallery=True),
    )
    with TestClient(create_app(settings, assets=AnyAssets()), headers={"accept": "text/html"}) as client:
        yield client


def test_nobody_finds_it_where_it_was_not_asked_for(installation: Installation) -> None:
    assert installation.as_admin().get("/dev/components").status_code == 404
    assert installation.as_admin().get("/dev/components/example?name=clock").status_code == 404


def test_the_gallery_loads_its_own_script_by_its_digest(client: TestClient) -> None:
    text = client.get("/dev/components").text
    assert 'src="/static/built/apart/gallery.js?' in text
    assert 'href="/static/built/apart/gallery.css?' in text


def test_an_example_is_shown_in_the_theme_letters_and_direction_that_are_asked_for(
    client: TestClient,
) -> None:
    text = client.get("/dev/components/example?name=clock&theme=dark&screen=projector&language=ur").text
    for stated in ('data-theme="dark"', 'data-screen="projector"', 'dir="rtl"', 'data-name="clock"'):
        assert stated in text


def test_only_an_example_may_stand_in_a_frame_and_only_of_ours(client: TestClient) -> None:
    example = client.get("/dev/components/example?name=clock").headers
    assert example["x-frame-options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in example["content-security-policy"]
    assert client.get("/dev/components").headers["x-frame-options"] == "DENY"


def test_a_name_is_written_as_words(client: TestClient) -> None:
    text = client.get("/dev/components/example", params={"name": HOSTILE}).text
    assert HOSTILE not in text
    assert html.escape("<script>alert(1)</script>") in text


def test_without_the_built_gallery_the_answer_says_what_to_run(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(gallery, "built_folder", lambda: tmp_path)
    answer = client.get("/dev/components")
    assert answer.status_code == 500
    assert "front_end.py build" in answer.text
