import json
from typing import Any

from kithmap.glossary.descriptor import CONCEPTS, descriptor
from kithmap.glossary.exports import CONCEPT_COLUMNS, INDICATOR_COLUMNS, QUESTION_COLUMNS
from tests.glossary.support import concept, release


def described() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(descriptor(release(concept("hub"))))
    return found


def test_every_column_of_every_table_is_described_in_its_order() -> None:
    columns = [
        tuple(field["name"] for field in each["schema"]["fields"]) for each in described()["resources"]
    ]
    assert columns == [CONCEPT_COLUMNS, INDICATOR_COLUMNS, QUESTION_COLUMNS]


def test_it_says_of_which_release_it_is() -> None:
    found = described()
    assert (found["id"], found["version"]) == ("https://example.org/glossary/versions/1.0.0", "1.0.0")
    assert found["resources"][0]["path"] == CONCEPTS


def test_every_question_is_of_an_indicator_beside_it() -> None:
    *_, questions = described()["resources"]
    (reference,) = questions["schema"]["foreignKeys"]
    assert reference["reference"] == {"resource": "indicators", "fields": "indicator_number"}
