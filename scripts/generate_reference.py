"""Writes `docs/reference/`: every setting, command, route, operation kind and page, as the program itself knows them.

    python scripts/generate_reference.py            write the pages
    python scripts/generate_reference.py --check    fail if a page is not what would be written

The words come from docstrings and help texts, so what has none shows up here as an empty place, and a test fails.
"""

import asyncio
import dataclasses
import importlib
import inspect
import pkgutil
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import UnionType
from typing import Any, get_args

import typer.main
from fastapi.routing import APIRoute
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from typer.core import TyperCommand, TyperGroup, TyperOption

import kithmap
from kithmap import settings
from kithmap.app import create_app
from kithmap.cli import app as command_line
from kithmap.operations import OPERATIONS
from kithmap.web.templates import Page

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"

NOTE = "<!-- Made by scripts/generate_reference.py. Edit the docstrings that it reads, then run `make generated`. -->"

FRAMEWORK = frozenset({"/openapi.json"})
"""Answered by FastAPI itself: the JSON routes, described for programs."""

Row = Sequence[str]
Command = TyperCommand | TyperGroup


def documented(thing: object) -> str:
    """Return the first paragraph of a docstring as one line."""
    words = inspect.getdoc(thing) or ""
    return " ".join(words.partition("\n\n")[0].replace("``", "`").split())


def attributes(thing: type) -> dict[str, str]:
    """Return what the section *Attributes* of a class's docstring, and of those that it extends, says of each name."""
    found: dict[str, str] = {}
    for each in reversed(thing.__mro__):
        _, _, section = inspect.cleandoc(vars(each).get("__doc__") or "").partition("Attributes:\n")
        # The section ends where a line begins at the margin again.
        section = re.split(r"\n(?=\S)", section)[0]
        for name, words in re.findall(r"^    (\w+): (.*(?:\n {5,}.*)*)", section, re.MULTILINE):
            found[name] = " ".join(words.replace("``", "`").split())
    return found


def table(head: Row, rows: Iterable[Row]) -> str:
    """Return a table; a stroke within a cell is escaped."""
    lines = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    written = ["| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *lines]]
    return "\n".join(written) + "\n"


def code(words: object) -> str:
    """Return words as code; nothing for nothing."""
    return f"`{words}`" if str(words) else ""


def type_name(annotation: Any) -> str:
    """Return a type as a reader would write it: `str or None`, without the module that it comes from."""
    if isinstance(annotation, UnionType):
        return " or ".join(type_name(part) for part in get_args(annotation))
    if annotation is type(None):
        return "None"
    if get_args(annotation):
        return re.sub(r"\b(?:\w+\.)+(?=\w)", "", str(annotation)).replace("|", "or")
    return getattr(annotation, "__name__", str(annotation))


def settings_page() -> str:
    """Every setting, by the variable of the environment that it is read from."""
    parts = [
        "# Settings\n",
        "Read from the environment when the server starts. Options of the command line go before them.\n",
    ]
    for concern in _classes(settings, BaseSettings):
        words = attributes(concern)
        prefix = concern.model_config.get("env_prefix", "").upper()
        rows = [
            (
                code(prefix + name.upper()),
                type_name(field.annotation),
                code(_default(field)),
                words.get(name, ""),
            )
            for name, field in concern.model_fields.items()
        ]
        parts += [
            f"## {documented(concern).rstrip('.')}\n",
            table(("variable", "type", "otherwise", "what it is"), rows),
        ]
    return "\n".join(parts)


def commands_page() -> str:
    """Every command, with its arguments and options."""
    root = typer.main.get_group(command_line)
    parts = ["# Commands\n", documented_help(root) + "\n"]
    for path, command in sorted(_commands("kithmap", root)):
        rows = [_parameter(each) for each in command.params if each.name != "help"]
        parts += [f"## `{path}`\n", documented_help(command) + "\n"]
        parts += [table(("option", "otherwise", "what it does"), rows)] if rows else []
    return "\n".join(parts)


def documented_help(command: Command) -> str:
    """Return a command's help in one line."""
    return " ".join((command.help or "").replace("``", "`").split())


def routes_page() -> str:
    """Every address that the server answers."""
    rows = sorted(
        (path, methods, documented(endpoint)) for path, methods, endpoint in asyncio.run(_all_routes())
    )
    table_of_routes = table(
        ("path", "method", "answers"), [(code(path), methods, words) for path, methods, words in rows]
    )
    return f"# Routes\n\nWho may ask is checked on every one of them.\n\n{table_of_routes}"


def operations_page() -> str:
    """Every kind of operation, with its payload."""
    parts = [
        "# Operations\n",
        "What a page can ask of a workshop. Unknown kinds and unknown fields are refused.\n",
    ]
    named: dict[str, dict[str, Any]] = {}
    for operation in sorted(OPERATIONS, key=lambda each: each.kind):
        roles = ", ".join(sorted(role.value for role in operation.roles))
        schema = operation.model_json_schema()
        named |= schema.get("$defs", {})
        parts += [f"## `{operation.kind}`\n", f"{documented(operation)}\n", f"Asked by: {roles}.\n"]
        parts += [_fields(schema)]
    parts += ["# What payloads are made of\n"]
    for name, schema in sorted(named.items()):
        parts += [f"## {name}\n", " ".join(schema.get("description", "").partition("\n\n")[0].split()) + "\n"]
        parts += [
            f"One of: {', '.join(map(code, schema['enum']))}.\n" if "enum" in schema else _fields(schema)
        ]
    return "\n".join(parts)


def _fields(schema: dict[str, Any]) -> str:
    needed = schema.get("required", ())
    rows = [
        (code(name), _schema_type(field), "yes" if name in needed else "no")
        for name, field in schema.get("properties", {}).items()
    ]
    return table(("field", "type", "needed"), rows) if rows else "It carries nothing.\n"


def pages_page() -> str:
    """Every page, with the facts that its template can use."""
    parts = ["# Pages\n", "What a template finds as `page`.\n"]
    for page in sorted(_page_classes(), key=lambda each: (each.__name__, each.__module__)):
        words = attributes(page)
        rows = [
            (code(field.name), _annotation(field), words.get(field.name, ""))
            for field in dataclasses.fields(page)
        ]
        script = f"Script: `{page.entry}`." if page.entry else "It works without a script."
        parts += [
            f"## {page.__name__}\n",
            f"{documented(page)}\n",
            f"Template: `{page.template}`. {script}\n",
        ]
        parts += [table(("name", "type", "what it is"), rows)] if rows else []
    return "\n".join(parts)


PAGES: dict[str, Callable[[], str]] = {
    "settings.md": settings_page,
    "commands.md": commands_page,
    "routes.md": routes_page,
    "operations.md": operations_page,
    "pages.md": pages_page,
}


def render(name: str) -> str:
    """Return the whole text of one page, such as `settings.md`."""
    return f"{NOTE}\n\n{PAGES[name]().rstrip()}\n"


def _classes(module: Any, base: type) -> Iterator[type[Any]]:
    for thing in vars(module).values():
        if inspect.isclass(thing) and issubclass(thing, base) and thing.__module__ == module.__name__:
            yield thing


def _page_classes() -> set[type[Page]]:
    """Return every page there is. Pages are defined in features' doors, all of which are imported for it."""
    for found in pkgutil.walk_packages(kithmap.__path__, "kithmap."):
        if {"pages", "errors"} & set(found.name.split(".")):
            importlib.import_module(found.name)
    pages: set[type[Page]] = set()
    waiting = list(Page.__subclasses__())
    while waiting:
        page = waiting.pop()
        waiting += page.__subclasses__()
        # Tests make pages of their own, and a page that only serves others to extend has no template.
        if page.__module__.startswith("kithmap.") and hasattr(page, "template"):
            # A dataclass with slots is a second class made from the first; the module holds the one that counts.
            pages.add(getattr(sys.modules[page.__module__], page.__name__))
    return pages


def _commands(path: str, command: Command) -> Iterator[tuple[str, Command]]:
    if not isinstance(command, TyperGroup):
        yield path, command
        return
    for name, inner in command.commands.items():
        if isinstance(inner, Command):
            yield from _commands(f"{path} {name}", inner)


def _parameter(parameter: Any) -> Row:
    names = ", ".join(parameter.opts + parameter.secondary_opts)
    is_option = isinstance(parameter, TyperOption)
    default = "" if parameter.required or parameter.default in (None, False) else parameter.default
    return code(names if is_option else names.upper()), code(default), getattr(parameter, "help", None) or ""


async def _all_routes() -> list[tuple[str, str, object]]:
    """Return what the whole application answers. It is opened on an empty folder for it, and closed again."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        app = create_app(settings.Settings(storage=settings.StorageSettings(data_folder=Path(folder))))
        async with app.router.lifespan_context(app):
            return list(_routes(app.routes))


def _routes(routes: Iterable[BaseRoute], start: str = "") -> Iterator[tuple[str, str, object]]:
    for route in routes:
        router = getattr(route, "original_router", None)
        if router is not None:
            # FastAPI since 0.16x keeps an included router whole, with what was said when it was included beside it.
            yield from _routes(router.routes, start + getattr(route, "include_context").prefix)  # noqa: B009 - private
        elif isinstance(route, Mount):
            yield start + route.path + "/...", "GET", route.app
        elif isinstance(route, WebSocketRoute):
            yield start + route.path, "WebSocket", route.endpoint
        elif isinstance(route, APIRoute | Route) and start + route.path not in FRAMEWORK:
            yield start + route.path, ", ".join(sorted((route.methods or set()) - {"HEAD"})), route.endpoint


def _default(field: FieldInfo) -> object:
    if field.is_required() or field.default is None:
        return ""
    return field.default.as_posix() if isinstance(field.default, Path) else field.default


def _annotation(field: "dataclasses.Field[Any]") -> str:
    return field.type.replace(" | ", " or ") if isinstance(field.type, str) else type_name(field.type)


def _schema_type(schema: dict[str, Any]) -> str:
    """Return the kind of JSON that a schema accepts, in words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return " or ".join(dict.fromkeys(_schema_type(each) for each in schema[choice]))
    if "const" in schema:
        return code(schema["const"])
    if "prefixItems" in schema:
        return " and ".join(_schema_type(each) for each in schema["prefixItems"])
    if schema.get("type") == "array":
        return f"list of {_schema_type(schema.get('items', {}))}"
    longest = f", at most {schema['maxLength']} letters" if "maxLength" in schema else ""
    return str(schema.get("type", "any JSON")) + longest


def main(words: list[str]) -> int:
    """Write or check the pages; return the exit status."""
    stale = []
    for name in PAGES:
        path, text = FOLDER / name, render(name)
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if words != ["--check"]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    if stale and words == ["--check"]:
        print(f"{', '.join(stale)}: stale. Run python scripts/generate_reference.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
