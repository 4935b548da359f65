"""What can be set from outside, a small class for each concern. Each field is read from ``KITHMAP_`` and its name."""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field, SecretStr
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


class ServerSettings(BaseSettings):
    """How others reach the server.

    Attributes:
        public_address: the address that stands in links and QR codes, ``https://map.example.org``; needed only where a proxy
            in front hides the one that was asked for.
        component_gallery: whether ``/dev/components`` shows the parts of the pages one by one, for those who work on them.
    """

    model_config = CONFIG

    public_address: str = ""
    component_gallery: bool = False


class BasemapSettings(BaseSettings):
    """Where basemaps come from.

    Attributes:
        overpass_server: the Overpass interpreter that "Fetch from OpenStreetMap" asks; empty to do without.
        most_upload_megabytes: the largest OpenStreetMap file that can be sent from a browser. A county has some 30 MB.
    """

    model_config = CONFIG

    overpass_server: str = "https://overpass-api.de/api/interpreter"
    most_upload_megabytes: int = Field(default=500, gt=0)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; by default each from the environment."""

    storage: StorageSettings = field(default_factory=StorageSettings)
    server: ServerSettings = field(default_factory=ServerSettings)
    basemap: BasemapSettings = field(default_factory=BasemapSettings)
