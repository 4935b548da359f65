import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kithmap.basics.ids import new_id
from kithmap.photos.files import KEPT_UNUSED, PhotoFiles
from kithmap.photos.model import Picture, Size

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PICTURE = Picture(large=b"large", small=b"small", width=1600, height=1200)


@pytest.fixture
def files(tmp_path: Path) -> PhotoFiles:
    return PhotoFiles(tmp_path / "photos")


def seen(files: PhotoFiles, workshop: str, photo: str, at: datetime) -> None:
    """Say that a photo was last seen in use at a time."""
    for size in Size:
        os.utime(files.path(workshop, photo, size), (at.timestamp(), at.timestamp()))


def test_a_photo_is_there_in_both_forms_and_for_its_workshop_alone(files: PhotoFiles) -> None:
    workshop, photo = new_id(), new_id()
    assert files.workshops() == []
    files.write(workshop, photo, PICTURE)
    assert [files.read(workshop, photo, size) for size in Size] == [b"large", b"small"]
    assert files.read(new_id(), photo, Size.LARGE) is None
    assert files.workshops() == [workshop]


@pytest.mark.parametrize("photo", ["../kithmap", "..", "", "a/b", "C:\\x", "0" * 36])
def test_no_name_leads_out_of_the_folder(files: PhotoFiles, photo: str) -> None:
    for workshop, asked in ((new_id(), photo), (photo, new_id())):
        with pytest.raises(ValueError, match="two ids"):
            files.path(workshop, asked, Size.LARGE)


def test_a_photo_is_whole_or_not_there(files: PhotoFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop, photo = new_id(), new_id()

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        files.write(workshop, photo, PICTURE)
    assert files.read(workshop, photo, Size.LARGE) is None
    assert list((files.folder / workshop).iterdir()) == []


def test_what_no_place_shows_goes_after_a_day_and_not_before(files: PhotoFiles) -> None:
    workshop, shown, hidden = new_id(), new_id(), new_id()
    for photo in (shown, hidden):
        files.write(workshop, photo, PICTURE)
        seen(files, workshop, photo, NOW)
    assert files.sweep(workshop, {shown}, NOW + KEPT_UNUSED) == 0
    assert files.sweep(workshop, {shown}, NOW + KEPT_UNUSED + timedelta(seconds=1)) == 2
    assert files.read(workshop, shown, Size.LARGE) == b"large"
    assert files.read(workshop, hidden, Size.LARGE) is None


def test_the_day_begins_when_a_photo_was_last_seen_in_use(files: PhotoFiles) -> None:
    workshop, photo = new_id(), new_id()
    files.write(workshop, photo, PICTURE)
    seen(files, workshop, photo, NOW)
    files.sweep(workshop, {photo}, NOW + timedelta(days=30))
    assert files.sweep(workshop, set(), NOW + timedelta(days=30, hours=23)) == 0
    assert files.sweep(workshop, set(), NOW + timedelta(days=31, hours=1)) == 2


def test_what_a_crash_left_half_written_goes_too(files: PhotoFiles) -> None:
    workshop, photo = new_id(), new_id()
    files.write(workshop, photo, PICTURE)
    part = files.folder / workshop / f"{photo}.jpg.0a1b2c3d.part"
    part.write_bytes(b"half")
    os.utime(part, (NOW.timestamp(), NOW.timestamp()))
    assert files.sweep(workshop, {photo}, NOW + timedelta(days=2)) == 1
    assert not part.exists()


def test_a_removed_photo_is_gone_at_once(files: PhotoFiles) -> None:
    workshop, photo, other = new_id(), new_id(), new_id()
    files.write(workshop, photo, PICTURE)
    files.write(workshop, other, PICTURE)
    files.remove(workshop, [photo, new_id()])
    assert files.read(workshop, photo, Size.SMALL) is None
    assert files.read(workshop, other, Size.SMALL) == b"small"
