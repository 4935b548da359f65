"""What stands in the columns of a release's tables, as a Data Package (Frictionless Data: Data Package 1, Table Schema 1).

Programs read by it what each column holds; a checker holds the tables against it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kithmap.glossary.exports import CONCEPT_COLUMNS, INDICATOR_COLUMNS, QUESTION_COLUMNS
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Release, Status
from kithmap.glossary.skos import title_of, version_address

CONCEPTS = "concepts.csv"
INDICATORS = "indicators.csv"
QUESTIONNAIRE = "questionnaire.csv"
"""Names of the tables that a package describes."""

ID = {"pattern": "[a-z][a-z0-9_]{0,79}", "required": True}
VERSION = r"\d+\.\d+\.\d+"

Constraints = Mapping[str, Any]
TYPES = {
    "meaning": "integer",
    "agreed_on": "date",
    "instrument_version": "integer",
    "position": "integer",
}
"""Of the columns that do not hold words."""

CONSTRAINTS: Mapping[str, Constraints] = {
    "id": ID,
    "label": {"required": True},
    "definition": {"required": True},
    "status": {"required": True, "enum": [status.value for status in Status]},
    "meaning": {"required": True, "minimum": 1},
    "since_version": {"pattern": VERSION},
    "outcome": {"enum": ["adopted", "adopted_with_dissent"]},
    "indicator_number": ID,
    "indicator_name": {"required": True},
    "direction": {"required": True, "enum": ["up", "down", "none"]},
    "instrument_version": {"required": True, "minimum": 1},
    "glossary_version": {"required": True, "pattern": VERSION},
    "indicator": ID,
    "position": {"required": True, "minimum": 1},
    "key": ID,
    "question": {"required": True},
}


def descriptor(release: Release) -> bytes:
    """Return the descriptor of a release's three tables, as they stand in a folder beside it.

    Args:
        release: whose tables; they are those of ``exports``.

    Returns:
        JSON in UTF-8, to be kept as ``datapackage.json``.
    """
    reference = {"fields": "indicator", "reference": {"resource": "indicators", "fields": "indicator_number"}}
    package = {
        "profile": "tabular-data-package",
        "name": "glossary",
        "id": version_address(release),
        "title": title_of(release),
        "description": preferred(release.scheme.description, release.scheme.language),
        "version": str(release.version),
        "created": f"{release.on.isoformat()}T00:00:00Z",
        "homepage": release.scheme.base,
        "licenses": [{"path": release.scheme.licence}],
        "resources": [
            _table(CONCEPTS, CONCEPT_COLUMNS, ["id"]),
            _table(INDICATORS, INDICATOR_COLUMNS, ["indicator_number"]),
            _table(QUESTIONNAIRE, QUESTION_COLUMNS, ["indicator", "key"], [reference]),
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _table(
    path: str, columns: Iterable[str], key: Sequence[str], references: Sequence[Mapping[str, Any]] = ()
) -> dict[str, Any]:
    schema = {"fields": [_field(column) for column in columns], "primaryKey": list(key)}
    if references:
        schema["foreignKeys"] = list(references)
    return {
        "name": path.removesuffix(".csv"),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: str) -> dict[str, Any]:
    constraints = CONSTRAINTS.get(column)
    kind = {"name": column, "type": TYPES.get(column, "string")}
    return {**kind, "constraints": dict(constraints)} if constraints else kind
