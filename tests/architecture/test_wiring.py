"""I4: one function wires everything together, and only the command line calls it."""

import pytest

from tests.support.source_tree import SourceTree, read_tree, tree_of

WIRING = "kithmap.app"
CALLERS = ("kithmap.cli", "kithmap.app")


def other_callers(tree: SourceTree) -> list[str]:
    return [
        str(found)
        for found in tree.imports()
        if _within(found.imported, WIRING) and not any(_within(found.importer, name) for name in CALLERS)
    ]


def _within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def test_only_the_command_line_imports_the_wiring() -> None:
    assert other_callers(read_tree()) == []


@pytest.mark.parametrize("importer", ["kithmap/people/pages.py", "kithmap/demo/seed.py", "kithmap/client.py"])
def test_another_caller_is_found(importer: str) -> None:
    sources = {importer: "from kithmap.app import create_app", "kithmap/app.py": ""}
    assert len(other_callers(tree_of(sources))) == 1


@pytest.mark.parametrize("importer", ["kithmap/cli.py", "kithmap/cli/serve.py"])
def test_the_command_line_is_accepted(importer: str) -> None:
    sources = {importer: "from kithmap.app import create_app", "kithmap/app.py": ""}
    assert other_callers(tree_of(sources)) == []
