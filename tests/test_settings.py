from pathlib import Path

import pytest
from pydantic import ValidationError

from kithmap.settings import BasemapSettings, ServerSettings, Settings, StorageSettings


def test_by_default_everything_lies_in_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    assert settings.storage.url == f"sqlite:///{(tmp_path / 'data' / 'kithmap.sqlite').as_posix()}"
    assert settings.server.public_address == ""


def test_the_environment_sets_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITHMAP_DATABASE_URL", "postgresql://ann:secret@db/kithmap")
    monkeypatch.setenv("KITHMAP_PUBLIC_ADDRESS", "https://map.example.org")
    monkeypatch.setenv("KITHMAP_OVERPASS_SERVER", "")
    assert StorageSettings().url == "postgresql://ann:secret@db/kithmap"
    assert ServerSettings().public_address == "https://map.example.org"
    assert BasemapSettings().overpass_server == ""


def test_a_password_in_an_address_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITHMAP_DATABASE_URL", "postgresql://ann:secret@db/kithmap")
    assert "secret" not in repr(StorageSettings())


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(ValidationError):
        BasemapSettings(most_upload_megabytes=0)
