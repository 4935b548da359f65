from pathlib import Path

import pytest

from kithmap.settings import StorageSettings
from kithmap.storage.engine import open_database


def test_without_an_address_the_database_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a folder" / "with Ünïcode"
    database = open_database(StorageSettings(data_folder=folder).url)
    with database.connection() as connection:
        connection.exec_driver_sql("SELECT 1")
    database.close()
    assert (folder / "kithmap.sqlite").is_file()


def test_the_environment_names_the_folder_and_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITHMAP_DATA_FOLDER", "elsewhere")
    assert StorageSettings().url.endswith("/elsewhere/kithmap.sqlite")
    monkeypatch.setenv("KITHMAP_DATABASE_URL", "postgresql://kith:secret@host/map")
    assert StorageSettings().url == "postgresql://kith:secret@host/map"


def test_the_address_with_its_password_is_never_shown() -> None:
    settings = StorageSettings.model_validate({"database_url": "postgresql://kith:secret@host/map"})
    assert "secret" not in f"{settings!r} {settings}"
