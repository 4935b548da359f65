"""One word for each idea, and none of the words that name no idea."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.support.source_tree import Module, SourceTree, read_tree, tree_of

EMPTY_WORDS = frozenset({"data", "helper", "helpers", "manager", "node", "nodes", "object", "util", "utils"})
"""Words that could stand in any program: whatever they name has a name of its own."""

FOREIGN = {
    # OpenStreetMap calls a point of its own kind a node, and so does everyone who reads its files.
    "kithmap.basemap": {"node", "nodes"},
    # SVG calls the outline that a path draws its path data.
    "kithmap.basemap.tiles": {"data"},
    "kithmap.demo.town": {"node", "nodes"},
    "kithmap.demo.town_file": {"node", "nodes"},
}
"""Where another's vocabulary is spoken, and which of the words it brings."""


def words_of(name: str) -> set[str]:
    """Split a name at underscores and capitals: `RoomManager` and `room_manager` both hold `manager`."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def names(module: Module) -> Iterator[str]:
    """Yield what a module names for others to see: itself, its classes and functions, at whatever depth."""
    yield from module.parts[-1:]
    for part in ast.walk(module.tree):
        if isinstance(part, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield part.name


def empty_names(tree: SourceTree) -> list[str]:
    found = []
    for module in tree.values():
        spoken = {
            word
            for place, words in FOREIGN.items()
            if module.name == place or module.name.startswith(place + ".")
            for word in words
        }
        found += [
            f"{module.name}: {name}" for name in names(module) if words_of(name) & (EMPTY_WORDS - spoken)
        ]
    return found


def test_every_name_says_something() -> None:
    assert empty_names(read_tree()) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("kithmap/sync/utils.py", ""),
        ("kithmap/sync/room.py", "class RoomManager: ..."),
        ("kithmap/sync/room.py", "def get_data() -> None: ..."),
        ("kithmap/shared_map/model.py", "class MapNode: ..."),
    ],
)
def test_a_name_that_says_nothing_is_found(path: str, text: str) -> None:
    assert len(empty_names(tree_of({path: text}))) == 1


def test_anothers_vocabulary_is_spoken_where_it_is_at_home() -> None:
    assert empty_names(tree_of({"kithmap/basemap/osm_file.py": "def node() -> None: ..."})) == []
