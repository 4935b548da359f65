"""What routes depend on is async: FastAPI hands a plain function to a thread, a tenth of a millisecond or more for each on every request."""

import ast
from collections.abc import Iterator

from tests.support.source_tree import Module, SourceTree, read_tree, tree_of


def in_threads(tree: SourceTree) -> Iterator[str]:
    """Yield the plain functions that routes depend on, wherever they stand."""
    plain = {
        f"{module.name}.{each.name}" for module in tree.values() for each in module.walk(ast.FunctionDef)
    }
    for module in tree.values():
        imported = {name.rpartition(".")[2]: name for name, _ in module.imported_names()}
        found = (imported.get(name, f"{module.name}.{name}") for name in depended_on(module))
        yield from (name for name in found if name in plain)


def depended_on(module: Module) -> Iterator[str]:
    """Yield the names that stand in ``Depends(...)``; what is called there makes an async function itself."""
    for call in module.walk(ast.Call):
        if ast.unparse(call.func) == "Depends":
            yield from (each.id for each in call.args if isinstance(each, ast.Name))


def test_no_route_depends_on_a_function_that_runs_in_a_thread() -> None:
    assert set(in_threads(read_tree())) == set()


def test_one_that_does_is_found_in_its_own_module_and_in_another() -> None:
    here = "async def _a(): ...\ndef _b(): ...\nA = Depends(_a)\nB = Depends(_b)\nC = Depends(of_app('x', int))\n"
    there = "from kithmap.web.z import c\nrouter = APIRouter(dependencies=[Depends(c)])\n"
    tree = tree_of(
        {"kithmap/web/x.py": here, "kithmap/web/y.py": there, "kithmap/web/z.py": "def c(): ...\n"}
    )
    assert set(in_threads(tree)) == {"kithmap.web.x._b", "kithmap.web.z.c"}
