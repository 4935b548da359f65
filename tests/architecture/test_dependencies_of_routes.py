"""What routes depend on is async: FastAPI hands a plain function to a thread, a tenth of a millisecond or more for each on every request."""

import ast
from collections.abc import Iterator

from tests.support.source_tree import Module, SourceTree, read_tree, tree_of


def in_threads(tree: SourceTree) -> Iterator[str]:
    """Yield the plain functions that routes of their own module depend on."""
    for module in tree.values():
        names = set(depended_on(module))
        found = (each.name for each in module.walk(ast.FunctionDef) if each.name in names)
        yield from (f"{module.name}.{name}" for name in found)


def depended_on(module: Module) -> Iterator[str]:
    """Yield the names that stand in ``Depends(...)``; what is called there makes an async function itself."""
    for call in module.walk(ast.Call):
        if ast.unparse(call.func) == "Depends":
            yield from (each.id for each in call.args if isinstance(each, ast.Name))


def test_no_route_depends_on_a_function_that_runs_in_a_thread() -> None:
    assert set(in_threads(read_tree())) == set()


def test_one_that_does_is_found() -> None:
    source = "async def _a(): ...\ndef _b(): ...\nA = Depends(_a)\nB = Depends(_b)\nC = Depends(of_app('x', int))\n"
    assert set(in_threads(tree_of({"kithmap/web/x.py": source}))) == {"kithmap.web.x._b"}
