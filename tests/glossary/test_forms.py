import json

import pytest
from rdflib import Graph, URIRef

from kithmap.glossary.changes import Differences
from kithmap.glossary.document import from_document
from kithmap.glossary.forms import (
    CSV,
    FILES,
    JSON,
    JSON_LD,
    OF_CONCEPTS,
    PAGE,
    RDF_XML,
    TURTLE,
    Changes,
    Form,
    changes_document,
    write,
)
from kithmap.glossary.model import Version
from tests.glossary.published import BASE, releases

FIRST, SECOND = releases()


def test_every_file_is_written_and_not_empty() -> None:
    for form in FILES.values():
        assert len(write(SECOND, form, "Oakham")) > 100, form
    assert from_document(write(SECOND, JSON, "")) == SECOND
    assert b"Oakham" in write(SECOND, FILES["indicators.csv"], "Oakham")


@pytest.mark.parametrize("form", [TURTLE, JSON_LD, RDF_XML])
def test_one_concept_is_written_by_itself(form: Form) -> None:
    graph = Graph().parse(data=write(SECOND, form, "", only="hub"), format=form.media)
    assert {each for each in graph.subjects() if isinstance(each, URIRef)} == {URIRef(f"{BASE}hub")}


def test_one_concept_as_json_says_of_which_version_it_is() -> None:
    hub = json.loads(write(SECOND, JSON, "", only="hub"))
    assert hub["address"] == f"{BASE}hub"
    assert hub["version"] == {"major": 2, "minor": 0, "patch": 0}
    assert hub["concept"]["meaning"] == 2
    assert json.loads(write(SECOND, JSON, "", only="life_satisfaction"))["indicator"]["rights"] == "shipped"


def test_no_two_forms_answer_to_one_name_or_media_type() -> None:
    offered = [*OF_CONCEPTS, CSV]
    assert len({each.name for each in offered}) == len({each.media for each in offered}) == len(offered)
    assert offered[0] is PAGE
    assert all(each.content_type.startswith(each.media) for each in FILES.values())


def test_changes_are_told_in_data_and_in_words() -> None:
    changes = Changes(Version(1, 1, 0), Version(1, 0, 0), Differences(added=("bench",)), ("“bench” is new.",))
    told = json.loads(changes_document(changes))
    assert told["differences"]["added"] == ["bench"]
    assert told["in_words"] == ["“bench” is new."]
