from typing import Any

import jsonschema_rs
import schemathesis

from kithmap.layers.model import LayerName
from kithmap.layers.schema import SCHEMAS
from kithmap.ogc_features import openapi
from kithmap.ogc_features.addresses import Addresses
from tests.support.ogc import collection

AT = Addresses("https://kithmap.example/ogc")
EVERY = [collection(layer) for layer in LayerName]
SAID = openapi.definition(AT, EVERY, "1.0")


def references(said: Any) -> set[str]:
    if isinstance(said, dict):
        own = {said["$ref"]} if "$ref" in said else set()
        return own.union(*map(references, said.values()))
    return set().union(*map(references, said)) if isinstance(said, list) else set()


def test_every_reference_leads_somewhere() -> None:
    for each in references(SAID):
        found: Any = SAID
        for step in each.removeprefix("#/").split("/"):
            found = found[step]
        assert found


def test_each_collection_knows_its_own_columns() -> None:
    for each in EVERY:
        found = SAID["paths"][f"/collections/{each.name}/items"]["get"]["parameters"]
        names = {each["$ref"].rpartition("/")[2].rpartition(".")[2] for each in found}
        assert {column.name for column in SCHEMAS[each.name.layer].columns} <= names


def test_operations_have_names_of_their_own() -> None:
    names = [found["get"]["operationId"] for found in SAID["paths"].values()]
    assert len(set(names)) == len(names)


def test_without_collections_there_are_no_paths_of_them() -> None:
    said = openapi.definition(AT, [], "1.0")
    assert set(said["paths"]) == {"/", "/conformance", "/api", "/collections"}


def test_a_reader_of_others_takes_it_and_refuses_a_broken_one() -> None:
    assert {type(each).__name__ for each in operations(SAID)} == {"Ok"}
    assert len(operations(SAID)) == len(SAID["paths"])
    broken = {**SAID, "paths": {"/": {"get": {"parameters": [{"$ref": "#/nowhere"}], "responses": {}}}}}
    assert {type(each).__name__ for each in operations(broken)} == {"Err"}


def operations(said: Any) -> list[Any]:
    return list(schemathesis.openapi.from_dict(said).get_all_operations())


def test_its_answers_are_described_by_schemas_that_hold() -> None:
    feature = {**SAID, "$ref": "#/components/schemas/feature"}
    assert jsonschema_rs.is_valid(feature, {"type": "Feature", "id": "x", "geometry": {}, "properties": {}})
    assert not jsonschema_rs.is_valid(feature, {"type": "Feature"})
