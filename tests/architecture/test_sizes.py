"""How long files and functions are: most are short, some are not, none is endless."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.support.source_tree import ROOT, Module, read_tree, tree_of


@dataclass(frozen=True)
class Limits:
    """Lines: half may have `median` at most, nine in ten fewer than `nine_in_ten`, and each at most `largest`."""

    median: int
    nine_in_ten: int
    largest: int


FILES = Limits(median=120, nine_in_ten=350, largest=600)
FEWEST_TO_SPEAK_OF_MOST = 12

GENERATED = ROOT / "frontend" / "sync" / "protocol.ts"
"""Written by a script from the operations: it is as long as they are many, and nobody edits it."""

FUNCTIONS = Limits(median=8, nine_in_ten=25, largest=60)


def excesses(lengths: Sequence[tuple[str, int]], limits: Limits) -> list[str]:
    """Say what is longer than it may be, of things given by name and number of lines."""
    counts = [count for _, count in lengths]
    found = [f"{name} has {count} lines" for name, count in lengths if count > limits.largest]
    if len(counts) < FEWEST_TO_SPEAK_OF_MOST:
        return found
    if median(counts) > limits.median:
        found.append(f"half have more than {median(counts):.0f} lines")
    if quantiles(counts, n=10, method="inclusive")[-1] >= limits.nine_in_ten:
        found.append(f"one in ten has {quantiles(counts, n=10, method='inclusive')[-1]:.0f} lines or more")
    return found


def functions(module: Module) -> Iterator[tuple[str, int]]:
    """Yield each function of a module with its number of lines, the docstring left out: words are welcome."""
    for part in ast.walk(module.tree):
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            words = part.body[0] if ast.get_docstring(part) is not None else None
            yield f"{module.name}:{part.lineno} {part.name}", _lines(part) - (_lines(words) if words else 0)


def _lines(part: ast.stmt) -> int:
    return (part.end_lineno or part.lineno) - part.lineno + 1


def file_lengths(folder: Path, pattern: str) -> list[tuple[str, int]]:
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8").count("\n"))
        for path in sorted(folder.rglob(pattern))
        if "node_modules" not in path.parts and "built" not in path.parts and path != GENERATED
    ]


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [
        ("server", "*.py"),
        ("tests", "*.py"),
        ("benchmarks", "*.py"),
        ("frontend", "*.ts"),
        ("frontend", "*.css"),
    ],
)
def test_files_are_short(folder: str, pattern: str) -> None:
    assert excesses(file_lengths(ROOT / folder, pattern), FILES) == []


def test_functions_are_short() -> None:
    found = [
        length
        for module in read_tree().values()
        # A migration lists the tables of its day; it is written once and never changed.
        if not module.name.startswith("kithmap.storage.migrations.versions.")
        for length in functions(module)
    ]
    assert excesses(found, FUNCTIONS) == []


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([5] * 20, []),
        ([5] * 19 + [61], ["f19 has 61 lines"]),
        ([9] * 20, ["half have more than 9 lines"]),
        ([5] * 15 + [30] * 5, ["one in ten has 30 lines or more"]),
    ],
)
def test_what_is_too_long_is_said(counts: list[int], said: list[str]) -> None:
    assert excesses([(f"f{number}", count) for number, count in enumerate(counts)], FUNCTIONS) == said


def test_a_docstring_does_not_count() -> None:
    text = 'def f() -> int:\n    """One.\n\n    Two.\n    """\n    return 1\n'
    assert list(functions(tree_of({"kithmap/a.py": text})["kithmap.a"])) == [("kithmap.a:1 f", 2)]
