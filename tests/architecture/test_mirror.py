"""I6, first part: every module answers to its own test module, at the same place in the tree of tests."""

import ast
from collections.abc import Set as AbstractSet

import pytest

from tests.support.source_tree import ROOT, Module, SourceTree, read_tree, tree_of

WITHOUT_A_TEST_OF_ITS_OWN = (
    # Migrations are run, all of them and each alone, by the test of the folder that holds them.
    "kithmap.storage.migrations.",
)


def has_code(module: Module) -> bool:
    """Tell whether a module does anything: a file of imports, words and constants has nothing to test."""
    return any(
        isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for part in module.tree.body
    )


def answering_path(module: Module) -> str:
    """Return the path, from the root of the tests, of the test module that a module answers to."""
    *folders, name = module.parts or ("package",)
    return "/".join([*folders, f"test_{name.strip('_')}.py"])


def unanswered(tree: SourceTree, tests: AbstractSet[str]) -> list[str]:
    """Return the modules with code whose test module is not among `tests`, with the path it should have."""
    return [
        f"{module.name} has no tests/{answering_path(module)}"
        for module in tree.values()
        if has_code(module)
        and not module.name.startswith(WITHOUT_A_TEST_OF_ITS_OWN)
        and answering_path(module) not in tests
    ]


def present_tests() -> set[str]:
    folder = ROOT / "tests"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("test_*.py")}


def test_every_module_has_its_test_module() -> None:
    assert unanswered(read_tree(), present_tests()) == []


def test_every_script_has_its_test_module() -> None:
    scripts = {path.stem for path in (ROOT / "scripts").glob("*.py")}
    assert {f"scripts/test_{name}.py" for name in scripts} <= present_tests()


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("kithmap/sync/room.py", "sync/test_room.py"),
        ("kithmap/shared_map/operations/places.py", "shared_map/operations/test_places.py"),
        ("kithmap/state.py", "test_state.py"),
        ("kithmap/workshop/__init__.py", "test_workshop.py"),
    ],
)
def test_a_module_without_its_test_module_is_found(path: str, wanted: str) -> None:
    tree = tree_of({path: "def f() -> None: ..."})
    assert unanswered(tree, set()) != []
    assert unanswered(tree, {wanted}) == []


def test_a_module_of_words_and_imports_needs_none() -> None:
    text = '"""Words."""\nfrom kithmap.sync import room\nLIMIT = 3\n'
    assert unanswered(tree_of({"kithmap/sync/__init__.py": text}), set()) == []
