import os
from pathlib import Path

import pytest

from kithmap.basemap.catalogue import find_archive
from kithmap.basemap.model import BasemapError
from tests.support.basemaps import build_village


def test_an_area_without_a_basemap_has_none(tmp_path: Path) -> None:
    assert find_archive(tmp_path, "village") is None


def test_an_archive_is_opened_once_and_again_when_rebuilt(tmp_path: Path) -> None:
    build_village(tmp_path)
    first = find_archive(tmp_path, "village")
    assert first is not None
    assert find_archive(tmp_path, "village") is first
    os.utime(tmp_path / "village.basemap", ns=(1, 1))
    assert find_archive(tmp_path, "village") is not first


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "village.basemap").write_bytes(b"")
    with pytest.raises(BasemapError):
        find_archive(tmp_path, "village")
