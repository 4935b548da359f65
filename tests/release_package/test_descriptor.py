import json
from typing import Any

from kithmap.layers.schema import SCHEMAS, Column, Type
from kithmap.release_package.descriptor import (
    Contained,
    descriptor,
    glossary_schemas,
    resource_name,
    table_schema,
)
from kithmap.release_package.dictionary import columns_of
from tests.glossary.support import concept, release
from tests.support.layers import HEADER


def described(*files: Contained) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(descriptor(HEADER, files))
    return found


def test_it_says_what_the_package_is_and_on_what_terms() -> None:
    found = described()
    assert (found["name"], found["version"]) == ("oakham-baseline", "1.0.0")
    assert found["licenses"][0]["name"] == "CC-BY-4.0"
    assert [each["title"] for each in found["contributors"]] == list(HEADER.creators)


def test_a_file_is_known_by_its_size_and_checksum() -> None:
    schema = table_schema([Column("a", Type.TEXT, "A.")])
    plain, table = described(
        Contained("layers/A b.gpkg", "All", "application/geopackage+sqlite3", 7, "ab" * 32),
        Contained("workshops/steps.csv", "Steps", "text/csv; charset=utf-8", 8, "cd" * 32, schema),
    )["resources"]
    assert (plain["name"], plain["bytes"], plain["hash"]) == ("layers-a-b.gpkg", 7, f"sha256:{'ab' * 32}")
    assert "schema" not in plain
    assert (table["name"], table["mediatype"], table["schema"]) == ("workshops-steps", "text/csv", schema)


def test_every_column_of_every_layer_has_its_type_and_what_it_must_be() -> None:
    for schema in SCHEMAS.values():
        fields = table_schema(columns_of(schema), ("id",))["fields"]
        for column, field in zip(columns_of(schema), fields, strict=True):
            assert (field["name"], field["description"]) == (column.name, column.words)
            constraints = field.get("constraints", {})
            assert constraints.get("required", False) == column.always
            if column.type is Type.CODE and column.values:
                assert constraints["enum"] == list(column.values)


def test_a_reference_names_the_table_that_it_goes_to() -> None:
    found = table_schema(
        [Column("workshop", Type.TEXT, "W.")], ("workshop",), ("workshop", "workshops-workshops", "id")
    )
    assert found["foreignKeys"] == [
        {"fields": "workshop", "reference": {"resource": "workshops-workshops", "fields": "id"}}
    ]


def test_the_glossarys_tables_are_described_as_the_glossary_does() -> None:
    found = glossary_schemas(release(concept("hub")))
    assert set(found) == {"concepts.csv", "indicators.csv", "questionnaire.csv"}


def test_names_have_only_letters_that_are_allowed() -> None:
    assert resource_name("layers/Ünder the oak 1.0.0.csv") == "layers-nder-the-oak-1.0.0"
