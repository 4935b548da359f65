import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from kithmap.layers.model import Edition
from kithmap.release_package.files import ABANDONED_AFTER, PART, ReleaseFiles
from tests.support.layers import HEADER

NAMES = ["a.csv", "b.csv"]


def write_both(folder: Path) -> None:
    for name in NAMES:
        (folder / name).write_text(name, encoding="utf-8")


def keep(files: ReleaseFiles, edition: Edition = Edition.PUBLIC) -> list[Path]:
    return files.keep(HEADER, edition, "csv", NAMES, write_both)


def test_files_are_made_once_and_found_again(tmp_path: Path) -> None:
    files = ReleaseFiles(tmp_path / "layers")
    assert files.kept(HEADER, Edition.PUBLIC, "csv", NAMES) is None
    made = keep(files)
    assert [path.relative_to(tmp_path).as_posix() for path in made] == [
        "layers/oakham-baseline/1.0.0/public/csv/a.csv",
        "layers/oakham-baseline/1.0.0/public/csv/b.csv",
    ]

    def never(_folder: Path) -> None:
        raise AssertionError("they are there already")

    assert files.keep(HEADER, Edition.PUBLIC, "csv", NAMES, never) == made


def test_each_edition_has_its_own_folder(tmp_path: Path) -> None:
    files = ReleaseFiles(tmp_path)
    keep(files, Edition.PARTNERS)
    assert files.kept(HEADER, Edition.PUBLIC, "csv", NAMES) is None


def test_what_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def fails(folder: Path) -> None:
        (folder / "a.csv").write_text("half", encoding="utf-8")
        raise OSError("the disk is full")

    files = ReleaseFiles(tmp_path)
    with pytest.raises(OSError, match="full"):
        files.keep(HEADER, Edition.PUBLIC, "csv", NAMES, fails)
    assert files.kept(HEADER, Edition.PUBLIC, "csv", NAMES) is None
    assert list(tmp_path.rglob(f"*{PART}")) == []


def test_a_file_that_went_missing_is_made_again_beside_the_others(tmp_path: Path) -> None:
    files = ReleaseFiles(tmp_path)
    first, second = keep(files)
    second.unlink()
    before = first.stat().st_mtime_ns
    assert keep(files) == [first, second]
    assert second.read_text(encoding="utf-8") == "b.csv"
    assert first.stat().st_mtime_ns == before


def test_two_who_make_the_same_at_once_end_with_one_whole_set(tmp_path: Path) -> None:
    both_write = Barrier(2, timeout=20)

    def write(folder: Path) -> None:
        write_both(folder)
        both_write.wait()

    with ThreadPoolExecutor(2) as pool:
        found = list(
            pool.map(
                lambda _: ReleaseFiles(tmp_path).keep(HEADER, Edition.PUBLIC, "csv", NAMES, write), range(2)
            )
        )
    assert found[0] == found[1]
    assert sorted(path.name for path in found[0][0].parent.iterdir()) == NAMES
    assert list(tmp_path.rglob(f"*{PART}")) == []


def test_only_what_was_abandoned_long_ago_is_tidied_away(tmp_path: Path) -> None:
    files = ReleaseFiles(tmp_path)
    kept = keep(files)
    old, new = (kept[0].parent.with_name(f"csv.{name}{PART}") for name in ("old", "new"))
    for part in (old, new):
        part.mkdir()
    long_ago = time.time() - ABANDONED_AFTER - 1
    os.utime(old, (long_ago, long_ago))
    files.tidy()
    assert (old.exists(), new.exists(), kept[0].exists()) == (False, True, True)
