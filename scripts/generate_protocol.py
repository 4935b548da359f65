"""Writes `frontend/sync/protocol.ts`: the TypeScript types of all that passes between a page and the server.

    python scripts/generate_protocol.py            write the file
    python scripts/generate_protocol.py --check    fail if the file is not what would be written

The types come from the JSON schemas (draft 2020-12) that pydantic makes of the models, so that a field is named once.
"""

import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from kithmap.basics.actors import Role
from kithmap.basics.errors import Reason
from kithmap.operations import OPERATIONS
from kithmap.sync import protocol
from kithmap.sync.effects import CloseReason

Schema = Mapping[str, Any]
Mode = Literal["validation", "serialization"]

TARGET = Path(__file__).resolve().parent.parent / "frontend" / "sync" / "protocol.ts"

HEAD = """\
// Made by scripts/generate_protocol.py from kithmap/sync/protocol.py and the list of operations. Edit those, then run
// `python scripts/generate_protocol.py`; a test fails while this file is stale.

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** JSON values by name. */
export type Fields = { readonly [name: string]: Json };
"""

WIDTH = 116
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def render() -> str:
    """Return the whole file."""
    parts = [
        HEAD,
        f"export const PROTOCOL_VERSION = {protocol.PROTOCOL_VERSION};\n",
        _documented(
            "Operations in one message, at most.",
            f"export const MOST_OPERATIONS = {protocol.MOST_OPERATIONS};",
        ),
        _closed_list("CLOSE_REASONS", "CloseReason", CloseReason),
        *(_definition(name, schema) for name, schema in sorted(_schemas().items())),
        _union("ClientMessage", "What a page sends.", _members(protocol.ClientMessage)),
        _union("ServerMessage", "What the server sends.", _members(protocol.ServerMessage)),
        _union("WireChange", "What a record undergoes.", _members(protocol.WireChange)),
        _by_kind(),
    ]
    return "\n".join(parts)


def type_of(schema: Schema) -> str:
    """Return the TypeScript type of one JSON schema.

    Raises:
        ValueError: for a schema that no model here has made so far.
    """
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "const" in schema:
        return _literal(schema["const"])
    if "enum" in schema:
        return " | ".join(_literal(value) for value in schema["enum"])
    for choice in ("anyOf", "oneOf", "allOf"):
        if choice in schema:
            return " | ".join(dict.fromkeys(type_of(each) for each in schema[choice]))
    return _by_type(schema)


def _by_type(schema: Schema) -> str:
    match schema.get("type"):
        case "array":
            return _array(schema)
        case "object" if "properties" in schema:
            return _fields(schema)
        case "object":
            rest = schema.get("additionalProperties")
            return (
                f"{{ readonly [name: string]: {type_of(rest)} }}" if isinstance(rest, Mapping) else "Fields"
            )
        case str(name) if name in _PLAIN:
            return _PLAIN[name]
        case None:
            return "Json"
    raise ValueError(f"no TypeScript type is known for {schema}")


def _array(schema: Schema) -> str:
    if "prefixItems" in schema:
        return f"readonly [{', '.join(type_of(each) for each in schema['prefixItems'])}]"
    item = type_of(schema.get("items", {}))
    return f"readonly ({item})[]" if " " in item else f"readonly {item}[]"


def _fields(schema: Schema) -> str:
    if not schema["properties"]:
        return "{ readonly [name: string]: never }"
    required = schema.get("required", ())
    lines = [
        line
        for name, field in schema["properties"].items()
        for line in _field(name, field, optional=name not in required)
    ]
    return "\n".join(["{", *lines, "}"])


def _field(name: str, field: Schema, *, optional: bool) -> Iterator[str]:
    if "description" in field and "$ref" not in field:
        yield f"  /** {_sentence(field['description'])} */"
    yield f"  readonly {name}{'?' if optional else ''}: {type_of(field)};"


def _definition(name: str, schema: Schema) -> str:
    written = type_of(schema)
    if "enum" in schema and len(written) > WIDTH // 2:
        return _union(name, _summary(schema), [_literal(value) for value in schema["enum"]])
    return _documented(_summary(schema), f"export type {name} = {written};")


def _closed_list(constant: str, name: str, members: type[StrEnum]) -> str:
    values = "".join(f"  {_literal(member.value)},\n" for member in members)
    listed = (
        f"export const {constant} = [\n{values}] as const;\nexport type {name} = (typeof {constant})[number];"
    )
    return _documented(_first_paragraph(members.__doc__ or ""), listed)


def _union(name: str, words: str, members: Iterable[str]) -> str:
    lines = "".join(f"\n  | {member}" for member in members)
    return _documented(words, f"export type {name} ={lines};")


def _by_kind() -> str:
    lines = "".join(
        f"  readonly {_literal(operation.kind)}: {operation.__name__};\n" for operation in OPERATIONS
    )
    listed = f"export type OperationPayloads = {{\n{lines}}};\nexport type OperationKind = keyof OperationPayloads;"
    return _documented("What each kind of operation carries.", listed)


def _documented(words: str, code: str) -> str:
    if not words:
        return code + "\n"
    if len(words) + len("/**  */") <= WIDTH:
        return f"/** {words} */\n{code}\n"
    lines = textwrap.wrap(words, WIDTH, initial_indent=" * ", subsequent_indent=" * ")
    return "\n".join(["/**", *lines, " */", code, ""])


def _summary(schema: Schema) -> str:
    return _first_paragraph(schema.get("description", ""))


def _first_paragraph(words: str) -> str:
    return " ".join(words.partition("\n\n")[0].replace("``", "`").split())


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."


def _literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _members(union: object) -> list[str]:
    return [model.__name__ for model in get_args(union)]


def _schemas() -> dict[str, Schema]:
    """Return every named schema: what the page writes as it is read, what the server writes as it is written.

    Raises:
        ValueError: if one name stands for two forms.
    """
    named: dict[str, Schema] = {"Role": _enumeration(Role), "Reason": _enumeration(Reason)}
    read = _defined((*get_args(protocol.ClientMessage), *OPERATIONS), "validation")
    written = {
        name: _whole(schema)
        for name, schema in _defined(
            (*get_args(protocol.ServerMessage), protocol.News), "serialization"
        ).items()
    }
    for name, schema in (*read.items(), *written.items()):
        if named.setdefault(name, schema) != schema:
            raise ValueError(f"{name} has one form in what a page sends and another in what the server sends")
    return named


def _defined(models: Iterable[type[BaseModel]], mode: Mode) -> dict[str, Schema]:
    _, written = models_json_schema([(model, mode) for model in models], ref_template="#/$defs/{model}")
    return dict(written["$defs"])


def _whole(schema: Schema) -> Schema:
    """The server writes every field, those with defaults too."""
    return {**schema, "required": list(schema["properties"])} if "properties" in schema else schema


def _enumeration(members: type[StrEnum]) -> Schema:
    return {
        "description": members.__doc__,
        "enum": [member.value for member in members],
        "title": members.__name__,
        "type": "string",
    }


def main(words: list[str]) -> int:
    """Write or check the file; return the exit status."""
    written = render()
    if words != ["--check"]:
        TARGET.write_text(written, encoding="utf-8", newline="\n")
        return 0
    if TARGET.read_text(encoding="utf-8") == written:
        return 0
    print(f"{TARGET.name} is stale: run python scripts/generate_protocol.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
