"""I5: no module needs itself, by whatever way round."""

from graphlib import CycleError, TopologicalSorter

from tests.support.source_tree import SourceTree, read_tree, tree_of


def circle(tree: SourceTree) -> list[str]:
    """Return the modules of one circle of imports, in order, or nothing."""
    needs: dict[str, set[str]] = {}
    for found in tree.imports():
        needs.setdefault(found.importer, set()).add(found.imported)
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        names: list[str] = error.args[1]
        return names
    return []


def test_no_module_needs_itself() -> None:
    assert circle(read_tree()) == []


def test_a_circle_is_found_by_whatever_way_round() -> None:
    sources = {
        "kithmap/sync/room.py": "from kithmap.sync.log import Log",
        "kithmap/sync/log.py": "from kithmap.sync import entry",
        "kithmap/sync/entry.py": "def f():\n    from .room import Room",
    }
    assert set(circle(tree_of(sources))) == {"kithmap.sync.room", "kithmap.sync.log", "kithmap.sync.entry"}


def test_a_folder_whose_parts_import_from_it_is_a_circle() -> None:
    sources = {
        "kithmap/sync/__init__.py": "from kithmap.sync.room import Room",
        "kithmap/sync/room.py": "from . import x",
    }
    assert circle(tree_of(sources)) != []


def test_two_ways_to_one_module_are_no_circle() -> None:
    sources = {
        "kithmap/a.py": "import kithmap.b\nimport kithmap.c",
        "kithmap/b.py": "import kithmap.c",
        "kithmap/c.py": "",
    }
    assert circle(tree_of(sources)) == []
