"""Reads what the server says to people out of its own code: refusals, headings, notes.

Taken are the sentences of every error of ours that is raised, and whatever is handed to `said(...)`, which marks a sentence
for people where none is raised. An f-string becomes a sentence with gaps, named after what stands in them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from kithmap.basics import errors

MESSAGE_AT: Mapping[str, int] = {
    name: 1 if name == "Refused" else 0
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.KithmapError)
} | {"ValueError": 0, "BasemapError": 0, "said": 0}
"""At which place the sentence stands among the arguments of each."""


def sentences_in(source: str, constants: Mapping[str, str]) -> Iterator[str]:
    """Yield the sentences for people in a module.

    Args:
        source: the Python.
        constants: sentences by the names that modules give them, for those that are raised by name.
    """
    tree = ast.parse(source)
    known = {**constants, **constants_in(source)}
    for part in ast.walk(tree):
        if not isinstance(part, ast.Call):
            continue
        name = part.func.id if isinstance(part.func, ast.Name) else getattr(part.func, "attr", "")
        at = MESSAGE_AT.get(name)
        if at is None or len(part.args) <= at:
            continue
        for sentence in _sentences(part.args[at], known):
            if name != "ValueError" or _is_for_people(sentence):
                yield sentence


def constants_in(source: str) -> dict[str, str]:
    """Return the sentences that a module gives names to."""
    found: dict[str, str] = {}
    for part in ast.parse(source).body:
        if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
            for sentence in _sentences(part.value, {}):
                found[part.targets[0].id] = sentence
    return found


def _is_for_people(sentence: str) -> bool:
    """Tell a sentence from a note among programmers: only refused input is answered with a whole sentence."""
    return sentence[:1].isupper() and sentence.endswith(".") and " " in sentence


def _sentences(part: ast.expr, constants: Mapping[str, str]) -> Iterator[str]:
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        yield part.value
    elif isinstance(part, ast.JoinedStr):
        yield "".join(_piece(each) for each in part.values)
    elif isinstance(part, ast.Name) and part.id in constants:
        yield constants[part.id]
    elif isinstance(part, ast.Attribute) and part.attr in constants:
        yield constants[part.attr]
    elif isinstance(part, ast.IfExp):
        yield from _sentences(part.body, constants)
        yield from _sentences(part.orelse, constants)
    elif isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr == "format":
        yield from _sentences(part.func.value, constants)


def _piece(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    return "{" + _gap_name(part.value) + "}"


def _gap_name(value: ast.expr) -> str:
    if isinstance(value, ast.Name):
        return value.id.lower()
    if isinstance(value, ast.Attribute):
        return value.attr.lower()
    if isinstance(value, ast.Call):
        return _gap_name(value.func)
    if isinstance(value, ast.BinOp):
        return _gap_name(value.left)
    if isinstance(value, ast.Subscript):
        return _gap_name(value.value)
    return "value"
