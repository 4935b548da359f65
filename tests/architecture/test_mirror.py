"""I6, first part: every module answers to its own test module, at the same place in the tree of tests."""

import ast
from collections.abc import Set as AbstractSet

import pytest

from tests.support.source_tree import ROOT, Module, SourceTree, read_tree, tree_of

WITHOUT_A_TEST_OF_ITS_OWN = (
    # Migrations are run, all of them and each alone, by the test of the folder that holds them.
    "kithmap.storage.migrations.",
)


FUNCTIONS: tuple[type[ast.FunctionDef | ast.AsyncFunctionDef], ...] = (ast.FunctionDef, ast.AsyncFunctionDef)


def has_code(module: Module) -> bool:
    """Tell whether anything in a module runs.

    Forms alone (records, enumerations, tables, ports) do nothing by themselves: the tests of those who use them are theirs.
    """
    return any(_does_something(part) for kind in FUNCTIONS for part in module.walk(kind))


def _does_something(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    words_only = (
        isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant) for part in function.body
    )
    return not all(words_only)


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
    tree = tree_of({path: "def f() -> int:\n    return 1"})
    assert unanswered(tree, set()) != []
    assert unanswered(tree, {wanted}) == []


@pytest.mark.parametrize(
    "text",
    [
        '"""Words."""\nfrom kithmap.sync import room\nLIMIT = 3',
        'class Log(Protocol):\n    def append(self) -> None:\n        """Add."""\n    def end(self) -> int: ...',
        "class Stage(StrEnum):\n    LOBBY = 'lobby'",
    ],
)
def test_a_module_of_words_and_forms_needs_none(text: str) -> None:
    assert unanswered(tree_of({"kithmap/sync/log.py": text}), set()) == []


def test_a_method_that_does_something_needs_a_test() -> None:
    text = "class Person:\n    async def greet(self) -> str:\n        return 'hello'"
    assert unanswered(tree_of({"kithmap/people/model.py": text}), set()) != []
