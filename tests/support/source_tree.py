"""Reads a tree of sources without running it, for the tests that hold rules about all of it."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / "server"

Part = TypeVar("Part", bound=ast.AST)


@dataclass(frozen=True)
class Import:
    """One module of the tree names another."""

    importer: str
    imported: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


@dataclass(frozen=True)
class Module:
    """One source file.

    Attributes:
        name: dotted, as Python imports it.
        is_package: whether it is the `__init__` of a folder.
    """

    name: str
    text: str
    is_package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree of the file."""
        return ast.parse(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        """The name within the package: `("sync", "room")` for `kithmap.sync.room`, nothing for `kithmap`."""
        return tuple(self.name.split(".")[1:])

    def walk(self, kind: type[Part]) -> Iterator[Part]:
        """Yield every part of the syntax tree that is of one kind."""
        return (part for part in ast.walk(self.tree) if isinstance(part, kind))

    def imported_names(self) -> Iterator[tuple[str, int]]:
        """Yield what is imported, dotted and absolute, with its line; `from a import b` yields `a.b`."""
        for plain in self.walk(ast.Import):
            yield from ((alias.name, plain.lineno) for alias in plain.names)
        for picked in self.walk(ast.ImportFrom):
            start = self._start_of(picked)
            yield from ((f"{start}.{alias.name}", picked.lineno) for alias in picked.names)

    def _start_of(self, picked: ast.ImportFrom) -> str:
        if not picked.level:
            return picked.module or ""
        above = self.name.split(".")
        above = above[: len(above) - picked.level + self.is_package]
        return ".".join([*above, *([picked.module] if picked.module else [])])


class SourceTree(Mapping[str, Module]):
    """All modules of a package, by dotted name."""

    def __init__(self, modules: Mapping[str, Module]) -> None:
        self._modules = dict(sorted(modules.items()))

    def __getitem__(self, name: str) -> Module:
        return self._modules[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)

    def imports(self) -> list[Import]:
        """Return every import of one module of the tree by another, each to the module that holds what is named."""
        return [
            Import(module.name, inner, line)
            for module in self.values()
            for name, line in module.imported_names()
            if (inner := self._holder(name)) and inner != module.name
        ]

    def _holder(self, name: str) -> str | None:
        """Return the module that a dotted name leads to: itself, or the one that defines its last part."""
        if name in self:
            return name
        holder = name.rpartition(".")[0]
        return holder if holder in self else None


def tree_of(sources: Mapping[str, str]) -> SourceTree:
    """Make a tree of sources given by their paths, such as `{"kithmap/sync/room.py": "import asyncio"}`."""
    return SourceTree({module.name: module for module in map(_module, sources, sources.values())})


def read_tree(folder: Path = SERVER, package: str = "kithmap") -> SourceTree:
    """Read a package from the disk."""
    files = sorted((folder / package).rglob("*.py"))
    return tree_of({path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files})


def _module(path: str, text: str) -> Module:
    parts = path.removesuffix(".py").split("/")
    is_package = parts[-1] == "__init__"
    return Module(".".join(parts[:-1] if is_package else parts), text, is_package)
