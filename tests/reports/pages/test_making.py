"""A report's file is put together from what is built, and lets the browser fetch nothing."""

from pathlib import Path

import pytest

from kithmap.reports.pages import making
from kithmap.reports.pages.making import drawn_map, ground_of, parts_of
from kithmap.web.assets import FrontEndNotBuiltError
from kithmap.web.language import BY_TAG, ENGLISH
from tests.support.basemaps import build_village
from tests.support.layers import RELEASE
from tests.support.reports import built_reports


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return built_reports(tmp_path, monkeypatch)


@pytest.mark.usefixtures("built")
def test_the_policy_names_the_scripts_and_the_style_and_lets_nothing_else_run() -> None:
    parts = parts_of(drawn_map(RELEASE.layers, {}, None), ENGLISH)
    assert len(parts.scripts) == 2
    assert all(each.digest in parts.policy for each in (*parts.scripts, parts.style))
    assert parts.policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in parts.policy


@pytest.mark.usefixtures("built")
def test_a_report_without_places_has_no_map_s_script() -> None:
    assert len(parts_of(drawn_map([], {}, None), ENGLISH).scripts) == 1


@pytest.mark.usefixtures("built")
def test_the_map_speaks_the_page_s_language() -> None:
    drawn = drawn_map(RELEASE.layers, {}, None)
    assert '"zoomIn": "Zoom in"' in parts_of(drawn, ENGLISH).scripts[1].text
    assert '"zoomIn": "Zoom in"' not in parts_of(drawn, BY_TAG["cy"]).scripts[1].text


def test_where_the_script_is_not_built_the_message_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "built_folder", lambda: tmp_path)
    with pytest.raises(FrontEndNotBuiltError, match=r"front_end\.py build"):
        parts_of(drawn_map([], {}, None), ENGLISH)


def test_the_ground_is_the_area_s_basemap(tmp_path: Path) -> None:
    build_village(tmp_path, "area")
    ground = ground_of(tmp_path, "area")
    assert ground is not None
    assert ground.attribution == "© Test"
    west, south, east, north = ground.bounds
    assert (west < east, south < north) == (True, True)
    assert ground.image.startswith("data:image/svg+xml,<svg")


def test_an_area_without_a_basemap_or_with_a_damaged_one_has_no_ground(tmp_path: Path) -> None:
    assert ground_of(tmp_path, "area") is None
    (tmp_path / "area.basemap").write_bytes(b"no basemap")
    assert ground_of(tmp_path, "area") is None
