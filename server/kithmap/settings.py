"""What can be set from outside, a small class for each concern. Each field is read from ``KITHMAP_`` and its name."""

from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

CONFIG = SettingsConfigDict(env_prefix="KITHMAP_", frozen=True, extra="ignore")


class StorageSettings(BaseSettings):
    """Where things are kept.

    Attributes:
        data_folder: the folder for the database and whatever else Kithmap keeps in files.
        database_url: the database's address, ``postgresql://person@host/name``; without it, a SQLite file in the data
            folder. It may hold a password, so it is never shown.
    """

    model_config = CONFIG

    data_folder: Path = Path("data")
    database_url: SecretStr | None = None

    @property
    def url(self) -> str:
        """The address of the database to open."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{(self.data_folder / 'kithmap.sqlite').absolute().as_posix()}"
