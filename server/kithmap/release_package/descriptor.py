"""What is in a package, as a Data Package (Frictionless Data: Data Package 1, Table Schema 1).

Programs read by it which file is what, what each column holds, and whether a file is as it was.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kithmap.glossary.descriptor import descriptor as glossary_descriptor
from kithmap.glossary.model import Release
from kithmap.layers.model import Header
from kithmap.layers.schema import Column, Type
from kithmap.release_package.citation import version_address

DESCRIPTOR = "datapackage.json"

TYPES = {
    Type.TEXT: "string",
    Type.CODE: "string",
    Type.CODES: "string",
    Type.WHOLE: "integer",
    Type.NUMBER: "number",
    Type.YES_NO: "boolean",
    Type.DAY: "date",
}

NOT_IN_A_NAME = re.compile(r"[^a-z0-9._-]+")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Contained:
    """A file of the package that holds data.

    Attributes:
        path: in the package.
        title: what people call it.
        media_type: of its content.
        size: bytes.
        sha256: of its content, in hexadecimal.
        schema: as Table Schema, for tables.
    """

    path: str
    title: str
    media_type: str
    size: int
    sha256: str
    schema: Json | None = None


def descriptor(header: Header, files: Iterable[Contained]) -> bytes:
    """Return the descriptor of a package.

    Args:
        header: of the release.
        files: those that hold data, in order.
    """
    resources = [_resource(file) for file in files]
    package: Json = {
        "profile": "data-package",
        "name": header.slug,
        "id": version_address(header),
        "title": header.title,
        "description": header.note or f"Layers of the community map of {header.area}.",
        "version": str(header.version),
        "created": f"{header.day.isoformat()}T00:00:00Z",
        "homepage": version_address(header),
        "licenses": [
            {"name": header.licence.id, "title": header.licence.title, "path": header.licence.address}
        ],
        "contributors": [{"title": each, "role": "author"} for each in header.creators],
        "keywords": ["community mapping", header.area, header.wave],
        "resources": resources,
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def table_schema(columns: Sequence[Column], key: Sequence[str] = (), refers: Sequence[str] = ()) -> Json:
    """Return columns as a Table Schema.

    Args:
        columns: in order.
        key: those by which a row is known.
        refers: a column, and the resource and column in which its values stand.
    """
    schema: Json = {"fields": [_field(column) for column in columns], "missingValues": [""]}
    if key:
        schema["primaryKey"] = list(key)
    if refers:
        column, resource, other = refers
        schema["foreignKeys"] = [{"fields": column, "reference": {"resource": resource, "fields": other}}]
    return schema


def glossary_schemas(release: Release) -> Mapping[str, Json]:
    """Return the Table Schema of each table of a glossary's release, by file name."""
    package: Json = json.loads(glossary_descriptor(release))
    return {each["path"]: each["schema"] for each in package["resources"]}


def resource_name(path: str) -> str:
    """Return what a file is called in the descriptor: its path in the letters that are allowed there."""
    return NOT_IN_A_NAME.sub("-", path.lower().removesuffix(".csv"))


def _resource(file: Contained) -> Json:
    told: Json = {
        "name": resource_name(file.path),
        "path": file.path,
        "title": file.title,
        "format": file.path.rpartition(".")[2],
        "mediatype": file.media_type.partition(";")[0],
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    if file.schema is not None:
        told |= {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": file.schema}
    return told


def _field(column: Column) -> Json:
    constraints: Json = {}
    if column.always:
        constraints["required"] = True
    if column.values and column.type is Type.CODE:
        constraints["enum"] = list(column.values)
    field: Json = {"name": column.name, "type": TYPES[column.type], "description": column.words}
    return {**field, "constraints": constraints} if constraints else field
