"""I6, second part: every operation kind stands in the list, in the specification, in a vector, and in the fuzz."""

import ast
import importlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kithmap.basics.operations import Operation
from kithmap.operations import BY_KIND, OPERATIONS
from tests.support.source_tree import ROOT, SERVER, read_tree

SPECIFICATION = SERVER / "kithmap" / "sync" / "SPEC.md"
VECTORS = ROOT / "tests" / "sync" / "vectors"
FUZZ = ROOT / "tests" / "sync" / "test_fuzz.py"


def kinds_in_specification(text: str) -> list[str]:
    """Return the kinds that have a row in a table: those that stand first in it, in code form."""
    return re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \|", text, re.MULTILINE)


def kinds_in_vector(value: Any) -> Iterator[str]:
    """Yield whatever is given as a kind, at any depth of a JSON value."""
    if isinstance(value, dict):
        if isinstance(value.get("kind"), str):
            yield value["kind"]
        for part in value.values():
            yield from kinds_in_vector(part)
    elif isinstance(value, list):
        for part in value:
            yield from kinds_in_vector(part)


def keys_of_dictionaries(text: str) -> set[str]:
    """Return the texts that are keys of dictionaries written in Python source."""
    keys = (key for part in ast.walk(ast.parse(text)) if isinstance(part, ast.Dict) for key in part.keys)
    return {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def defined_operations() -> set[type[Operation]]:
    """Return every class of operation that has a kind, wherever a feature defines it."""
    for name in read_tree():
        if "operations" in name.split("."):
            importlib.import_module(name)
    found: set[type[Operation]] = set()
    waiting = list(Operation.__subclasses__())
    while waiting:
        each = waiting.pop()
        waiting += each.__subclasses__()
        if "kind" in vars(each) and each.__module__.startswith("kithmap."):
            found.add(each)
    return found


def test_every_operation_that_is_defined_stands_in_the_list() -> None:
    assert defined_operations() == set(OPERATIONS)


def test_a_kind_is_a_thing_and_a_verb_and_stands_once() -> None:
    assert len(BY_KIND) == len(OPERATIONS)
    assert [kind for kind in BY_KIND if not re.fullmatch(r"[a-z_]+\.[a-z_]+", kind)] == []


def test_the_specification_lists_the_same_kinds_once_each() -> None:
    assert Counter(kinds_in_specification(SPECIFICATION.read_text(encoding="utf-8"))) == Counter(
        BY_KIND.keys()
    )


def test_every_kind_stands_in_a_vector() -> None:
    vectors = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(VECTORS.glob("*.json"))]
    assert BY_KIND.keys() - set(kinds_in_vector(vectors)) == set()


def test_every_kind_stands_in_the_fuzz() -> None:
    assert BY_KIND.keys() - keys_of_dictionaries(FUZZ.read_text(encoding="utf-8")) == set()


def test_a_kind_is_found_where_it_stands_and_nowhere_else() -> None:
    table = "| kind | does |\n| --- | --- |\n| `place.move` | as `place.fly` |\n"
    assert kinds_in_specification(table) == ["place.move"]
    assert list(
        kinds_in_vector([{"steps": [{"kind": "place.move", "payload": {"title": "place.fly"}}]}])
    ) == ["place.move"]
    assert keys_of_dictionaries('# "place.fly"\nPAYLOADS = {"place.move": "place.fly"}') == {"place.move"}
