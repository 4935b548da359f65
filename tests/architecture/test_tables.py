"""I3: tables and queries are their feature's own affair."""

import ast
from collections.abc import Iterator

import pytest

from tests.support.rings import place_of
from tests.support.source_tree import Module, SourceTree, read_tree, tree_of

PRIVATE = frozenset({"tables", "store"})
QUERY_HOMES = frozenset({"store", "storage"})

MIGRATIONS = "kithmap.storage.migrations"
"""Reads every table to compare them with the database; nothing of it runs while the server does."""


def private_imports(tree: SourceTree) -> list[str]:
    """Return the imports of a feature's tables or queries from outside it. Filling a new installation is exempt."""
    return [
        str(found)
        for found in tree.imports()
        if _is_private(found.imported)
        and place_of(found.importer).folder != place_of(found.imported).folder
        and place_of(found.importer).ring != "seed"
        and not found.importer.startswith(MIGRATIONS)
    ]


def _is_private(name: str) -> bool:
    place = place_of(name)
    return place.ring == "store" and name.split(".")[2] in PRIVATE


def queries(module: Module) -> Iterator[str]:
    """Yield each `select(...)` of a module, however it was imported."""
    for call in module.walk(ast.Call):
        said = ast.unparse(call.func)
        if said in {"select", "sqlmodel.select", "sqlalchemy.select", "sa.select"}:
            yield f"{module.name}:{call.lineno} calls {said}"


def stray_queries(tree: SourceTree) -> list[str]:
    return [
        said for module in tree.values() if not QUERY_HOMES & set(module.parts) for said in queries(module)
    ]


def test_tables_and_queries_stay_in_their_feature() -> None:
    assert private_imports(read_tree()) == []


def test_queries_stand_in_stores_only() -> None:
    assert stray_queries(read_tree()) == []


@pytest.mark.parametrize(
    "importer", ["kithmap/layers/access.py", "kithmap/workshop/api.py", "kithmap/app.py"]
)
@pytest.mark.parametrize("imported", ["kithmap.people.tables", "kithmap.people.store"])
def test_another_features_tables_and_queries_are_out_of_reach(importer: str, imported: str) -> None:
    path = imported.replace(".", "/") + ".py"
    assert private_imports(tree_of({importer: f"import {imported}", path: ""})) != []


def test_a_feature_uses_its_own() -> None:
    sources = {"kithmap/people/actions.py": "from kithmap.people import store", "kithmap/people/store.py": ""}
    assert private_imports(tree_of(sources)) == []


@pytest.mark.parametrize("call", ["select(Person)", "sqlmodel.select(Person)", "sa.select(1)"])
@pytest.mark.parametrize(
    "path", ["kithmap/people/actions.py", "kithmap/people/api.py", "kithmap/live/hub.py"]
)
def test_a_query_elsewhere_is_found(path: str, call: str) -> None:
    assert len(stray_queries(tree_of({path: call}))) == 1


@pytest.mark.parametrize(
    "path", ["kithmap/people/store.py", "kithmap/people/store/roles.py", "kithmap/storage/sql.py"]
)
def test_a_query_at_home_is_accepted(path: str) -> None:
    assert stray_queries(tree_of({path: "select(Person)"})) == []
