from pathlib import Path

import pytest

from kithmap.basics.errors import ConflictError, NotFoundError
from kithmap.cli.upkeep import _workshop, known_area, opened
from kithmap.programme import actions
from kithmap.settings import Settings, StorageSettings
from tests.support.installation import SQUARE, START


def test_a_data_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    settings = Settings(storage=StorageSettings(data_folder=tmp_path / "a" / "b"))
    with opened(settings) as database, database.session() as session:
        for title in ("One", "Two"):
            programme = actions.add_programme(session, title, START)
            actions.add_area(session, programme.id, "Oakham", SQUARE, START)
    assert (tmp_path / "a" / "b" / "kithmap.sqlite").is_file()
    with opened(settings) as database:
        with pytest.raises(ConflictError, match="by its id"):
            known_area(database, "Oakham")
        with pytest.raises(NotFoundError):
            known_area(database, "Nowhere")
        with pytest.raises(NotFoundError, match="use its id"):
            _workshop(database, "fern river 42")
