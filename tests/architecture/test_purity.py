"""I2: rules and the engine do nothing but compute: no database, network, disk, clock or chance."""

import ast
from collections.abc import Iterator

import pytest

from tests.support.rings import is_pure
from tests.support.source_tree import Module, SourceTree, read_tree, tree_of

FORBIDDEN_IMPORTS = frozenset(
    {
        "alembic", "asyncio", "fastapi", "httpx", "io", "multiprocessing", "os", "osmium", "pathlib", "secrets", "shutil",
        "socket", "sqlalchemy", "sqlite3", "sqlmodel", "starlette", "subprocess", "tempfile", "threading", "time", "uvicorn",
    }
)  # fmt: skip

CLOCK = frozenset({"now", "utcnow", "today"})
CHANCE = frozenset({"uuid1", "uuid4", "uuid7"})


def impurities(module: Module) -> Iterator[str]:
    """Yield what a module does that the rules ring may not."""
    for name, line in module.imported_names():
        if name.partition(".")[0] in FORBIDDEN_IMPORTS:
            yield f"{module.name}:{line} imports {name}"
        # A generator that was given its seed is a pure thing; the module's own functions are not.
        if name.startswith("random.") and name != "random.Random":
            yield f"{module.name}:{line} leaves something to chance by {name}"
    for call in module.walk(ast.Call):
        if forbids(ast.unparse(call.func)):
            yield f"{module.name}:{call.lineno} calls {ast.unparse(call.func)}"


def forbids(called: str) -> bool:
    """Tell whether a call, written as in the source, opens a file, asks the time, or leaves something to chance."""
    *owner, name = called.split(".")
    return called == "open" or name in CLOCK | CHANCE or (owner == ["random"] and name != "Random")


def impure_modules(tree: SourceTree) -> list[str]:
    return [said for module in tree.values() if is_pure(module.name) for said in impurities(module)]


def test_rules_and_engine_only_compute() -> None:
    assert impure_modules(read_tree()) == []


@pytest.mark.parametrize(
    "text",
    [
        "import asyncio",
        "from fastapi import Request",
        "from sqlalchemy.orm import Session",
        "import pathlib as p",
        "def f():\n    from pathlib import Path",
        "def read(): return open('x').read()",
        "from datetime import datetime\nnow = datetime.now()",
        "import datetime\nday = datetime.date.today()",
        "import random\nrandom.shuffle([])",
        "from random import choice",
        "import uuid\nuuid.uuid4()",
    ],
)
@pytest.mark.parametrize("path", ["kithmap/sync/room.py", "kithmap/shared_map/tally.py", "kithmap/state.py"])
def test_what_is_more_than_computing_is_found(path: str, text: str) -> None:
    assert len(impure_modules(tree_of({path: text}))) == 1


@pytest.mark.parametrize(
    "path", ["kithmap/shared_map/store.py", "kithmap/live/hub.py", "kithmap/basics/clock.py"]
)
def test_other_rings_may(path: str) -> None:
    assert impure_modules(tree_of({path: "import asyncio"})) == []


def test_a_seeded_generator_is_pure() -> None:
    text = "import random\ndef town(seed: int): return random.Random(seed).random()"
    assert impure_modules(tree_of({"kithmap/demo/town/build.py": text})) == []
