"""Imports are read as Python would resolve them."""

import pytest

from tests.support.rings import Place, place_of
from tests.support.source_tree import Import, tree_of

ROOM = "kithmap/sync/room.py"


@pytest.mark.parametrize(
    ("text", "imported"),
    [
        ("import kithmap.sync.log", "kithmap.sync.log"),
        ("from kithmap.sync import log", "kithmap.sync.log"),
        ("from kithmap.sync.log import Log", "kithmap.sync.log"),
        ("from kithmap.sync import RULES", "kithmap.sync"),
        ("from .log import Log", "kithmap.sync.log"),
        ("from . import log", "kithmap.sync.log"),
        ("from ..sync import log as book", "kithmap.sync.log"),
        ("if TYPE_CHECKING:\n    import kithmap.sync.log", "kithmap.sync.log"),
    ],
)
def test_an_import_leads_to_the_module_that_holds_what_is_named(text: str, imported: str) -> None:
    tree = tree_of({ROOM: text, "kithmap/sync/log.py": "", "kithmap/sync/__init__.py": ""})
    assert [(found.importer, found.imported) for found in tree.imports()] == [("kithmap.sync.room", imported)]


def test_a_folder_counts_its_dots_from_itself() -> None:
    tree = tree_of({"kithmap/sync/__init__.py": "\nfrom .room import Room", ROOM: ""})
    assert tree.imports() == [Import("kithmap.sync", "kithmap.sync.room", 2)]


def test_what_is_not_of_the_tree_is_no_import_of_it() -> None:
    assert tree_of({ROOM: "import json\nfrom pathlib import Path"}).imports() == []


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("kithmap", Place(0, "", "")),
        ("kithmap.sync.catch_up", Place(1, "sync", "")),
        ("kithmap.agreement.tally", Place(1, "agreement", "rules")),
        ("kithmap.agreement.store.ratings", Place(4, "agreement", "store")),
        ("kithmap.agreement.pages", Place(6, "agreement", "door")),
        ("kithmap.cli.serve", Place(9, "", "")),
    ],
)
def test_a_modules_place_is_known_from_its_path(name: str, place: Place) -> None:
    assert place_of(name) == place
