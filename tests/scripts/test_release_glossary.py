"""The starting glossary is released by the rule that areas' glossaries follow."""

import shutil
from pathlib import Path

import pytest
from release_glossary import FOLDER, main

from kithmap.glossary.catalogue import read_starting_releases


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "indicator_glossary"
    shutil.copytree(FOLDER, folder)
    monkeypatch.setattr("release_glossary.FOLDER", folder)
    return folder


def add(folder: Path, text: str) -> None:
    with (folder / "concepts" / "networks.yaml").open("a", encoding="utf-8") as file:
        file.write(text)


def test_a_new_term_makes_a_minor_release_once(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = len(read_starting_releases(copy))
    add(copy, "- id: bench\n  label: bench\n  definition: A long seat.\n")
    assert main([]) == 0
    assert "“bench” is new." in capsys.readouterr().out
    assert len(read_starting_releases(copy)) == before
    assert main(["2027-01-31", "A", "bench."]) == 0
    *_, last, made = read_starting_releases(copy)
    assert (made.version.minor, made.previous, made.note) == (
        last.version.minor + 1,
        last.version,
        "A bench.",
    )
    capsys.readouterr()
    assert main(["2027-02-01"]) == 0
    assert "Nothing is different" in capsys.readouterr().out
    assert len(read_starting_releases(copy)) == before + 1


def test_an_unsound_term_is_not_released(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(copy, "- id: bench\n  label: bench\n  definition: A long seat.\n  broader: [sofa]\n")
    assert main(["2027-01-31"]) == 1
    assert "“bench”" in capsys.readouterr().err


def test_a_day_that_is_none_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tomorrow"]) == 1
    assert "tomorrow" in capsys.readouterr().err
    assert read_starting_releases(copy) == read_starting_releases(FOLDER)
