from pathlib import Path

import pytest

from kithmap.basics.errors import BadInputError, ConflictError, NotFoundError, TooLargeError
from kithmap.glossary.files import read_release, write_release
from kithmap.glossary.folder import CHECKSUMS, as_folder
from kithmap.glossary.model import Status, Version
from tests.glossary.support import SCHEME, concept, release

FIRST = release(concept("hub"), concept("park"))
SECOND = release(concept("hub"), concept("hall"), version=Version(2, 0, 0), previous=Version(1, 0, 0))


def written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_release_is_written_and_read_and_written_again_byte_by_byte(tmp_path: Path) -> None:
    write_release(tmp_path / "one", as_folder(FIRST), SCHEME.base)
    read = read_release(tmp_path / "one")
    assert read == FIRST
    write_release(tmp_path / "other", as_folder(read), SCHEME.base)
    assert written(tmp_path / "one") == written(tmp_path / "other")


def test_a_later_release_takes_the_place_of_the_one_before_and_leaves_what_is_not_ours(
    tmp_path: Path,
) -> None:
    write_release(tmp_path, as_folder(FIRST), SCHEME.base)
    (tmp_path / "README.md").write_text("Ours.", encoding="utf-8")
    write_release(tmp_path, as_folder(SECOND), SCHEME.base)
    assert read_release(tmp_path) == SECOND
    assert "concepts/park.json" not in written(tmp_path)
    assert written(tmp_path)["README.md"] == b"Ours."


def test_a_folder_of_something_else_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("Years of work.", encoding="utf-8")
    with pytest.raises(ConflictError):
        write_release(tmp_path, as_folder(FIRST), SCHEME.base)
    assert written(tmp_path) == {"thesis.txt": b"Years of work."}


def test_another_glossary_s_folder_stays_as_it_is(tmp_path: Path) -> None:
    write_release(tmp_path, as_folder(FIRST), SCHEME.base)
    with pytest.raises(ConflictError):
        write_release(tmp_path, as_folder(SECOND), "https://example.org/another/")
    assert read_release(tmp_path) == FIRST


def test_what_was_changed_by_hand_is_neither_read_nor_overwritten(tmp_path: Path) -> None:
    write_release(tmp_path, as_folder(FIRST), SCHEME.base)
    (tmp_path / "concepts" / "hub.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"concepts/hub\.json was changed"):
        read_release(tmp_path)
    with pytest.raises(ConflictError):
        write_release(tmp_path, as_folder(SECOND), SCHEME.base)


def test_a_file_that_slipped_in_among_the_concepts_is_named(tmp_path: Path) -> None:
    write_release(tmp_path, as_folder(FIRST), SCHEME.base)
    (tmp_path / "concepts" / "hill.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"concepts/hill\.json does not belong"):
        read_release(tmp_path)


def test_checksums_lead_to_no_file_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden", encoding="utf-8")
    folder = tmp_path / "release"
    write_release(folder, as_folder(FIRST), SCHEME.base)
    with (folder / CHECKSUMS).open("a", encoding="utf-8") as sums:
        sums.write(f"{'0' * 64}  ../secret\n")
    with pytest.raises(BadInputError, match="secret is missing"):
        read_release(folder)


def test_what_is_not_there_or_endless_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotFoundError):
        read_release(tmp_path / "nowhere")
    write_release(tmp_path, as_folder(FIRST), SCHEME.base)
    monkeypatch.setattr("kithmap.glossary.files.MOST_BYTES", 10)
    with pytest.raises(TooLargeError):
        read_release(tmp_path)


def test_a_withdrawn_concept_keeps_its_file(tmp_path: Path) -> None:
    gone = release(concept("hub"), concept("park", status=Status.WITHDRAWN, replaced_by=("hub",)))
    write_release(tmp_path, as_folder(gone), SCHEME.base)
    assert read_release(tmp_path) == gone
