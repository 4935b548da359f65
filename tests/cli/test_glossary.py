from pathlib import Path

import pytest

from kithmap.basics.errors import BadInputError, ConflictError, NotFoundError
from kithmap.cli.glossary import export_glossary, import_glossary
from kithmap.glossary.files import read_release
from kithmap.settings import Settings, StorageSettings
from tests.glossary.published import NAME, publish, releases
from tests.support.installation import START, installed

Saying = pytest.CaptureFixture[str]


@pytest.fixture
def settings(tmp_path: Path, migrated_database: Path) -> Settings:
    """An installation with one glossary of two versions, whose server has stopped."""
    with installed(tmp_path / "data", migrated_database) as installation:
        installation.do(publish, installation.area, START)
    return Settings(storage=StorageSettings(data_folder=tmp_path / "data"))


@pytest.fixture
def elsewhere(tmp_path: Path, migrated_database: Path) -> Settings:
    """Another installation, with an area and without a glossary."""
    with installed(tmp_path / "other", migrated_database):
        pass
    return Settings(storage=StorageSettings(data_folder=tmp_path / "other"))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


def test_a_glossary_goes_from_one_installation_to_another_and_comes_out_byte_by_byte(
    settings: Settings, elsewhere: Settings, tmp_path: Path, capsys: Saying
) -> None:
    for version in ("1.0.0", "2.0.0"):
        export_glossary(settings, NAME, version, tmp_path / version)
        import_glossary(elsewhere, tmp_path / version, "oakham", None)
        export_glossary(elsewhere, NAME, version, tmp_path / f"again {version}")
        assert contents(tmp_path / version) == contents(tmp_path / f"again {version}")
    told = capsys.readouterr().out
    assert "Version 2.0.0 is here now, at /glossary/oakham." in told


def test_the_newest_takes_the_place_of_an_earlier_one_in_the_folder(
    settings: Settings, tmp_path: Path
) -> None:
    export_glossary(settings, NAME, "1.0.0", tmp_path / "kept")
    export_glossary(settings, NAME, None, tmp_path / "kept")
    assert read_release(tmp_path / "kept") == releases()[1]


def test_what_is_here_already_stays_as_it_is(settings: Settings, tmp_path: Path, capsys: Saying) -> None:
    export_glossary(settings, NAME, "1.0.0", tmp_path / "kept")
    import_glossary(settings, tmp_path / "kept", None, None)
    assert "was here already, the very same" in capsys.readouterr().out


def test_the_glossary_that_comes_with_kithmap_is_written_and_not_taken_in_again(
    settings: Settings, tmp_path: Path
) -> None:
    export_glossary(settings, "starting", None, tmp_path / "kept")
    with pytest.raises(ConflictError, match="comes with Kithmap"):
        import_glossary(settings, tmp_path / "kept", "oakham", None)


def test_a_common_glossary_belongs_to_a_programme(
    settings: Settings, elsewhere: Settings, tmp_path: Path
) -> None:
    export_glossary(settings, NAME, "1.0.0", tmp_path / "kept")
    with pytest.raises(NotFoundError, match="no programme called Nobody's"):
        import_glossary(elsewhere, tmp_path / "kept", None, "Nobody's")
    with pytest.raises(NotFoundError, match="whose it is"):
        import_glossary(elsewhere, tmp_path / "kept", None, None)
    with pytest.raises(BadInputError, match="either"):
        import_glossary(elsewhere, tmp_path / "kept", "oakham", "seven places")
    import_glossary(elsewhere, tmp_path / "kept", None, "seven places")


def test_what_is_not_there_is_told(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        export_glossary(settings, "nowhere", None, tmp_path / "kept")
    with pytest.raises(NotFoundError, match=r"The newest is 2\.0\.0"):
        export_glossary(settings, NAME, "9.0.0", tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
    with pytest.raises(NotFoundError):
        import_glossary(settings, tmp_path / "kept", None, None)
