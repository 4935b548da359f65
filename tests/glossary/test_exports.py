import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary.exports import (
    CONCEPT_COLUMNS,
    DANGEROUS,
    INDICATOR_COLUMNS,
    concepts_csv,
    indicators_csv,
    questionnaire_csv,
)
from tests.glossary.support import concept, release, starting_concepts, starting_indicators


def rows(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_every_concept_is_a_row_that_spreadsheets_read() -> None:
    found = rows(concepts_csv(release(*starting_concepts())))
    assert len(found) == 76
    assert tuple(found[0]) == CONCEPT_COLUMNS
    community = next(row for row in found if row["id"] == "community_of_place")
    assert (community["label"], community["broader"], community["other_words"]) == (
        "community of place",
        "community",
        "neighbourhood community | local community",
    )


def test_indicators_are_told_by_the_fields_that_others_read() -> None:
    given_release = release(indicators=tuple(starting_indicators()))
    found = {row["indicator_number"]: row for row in rows(indicators_csv(given_release, "Tenterfields"))}
    assert len(found) == 28
    assert tuple(found["life_satisfaction"]) == INDICATOR_COLUMNS
    assert found["life_satisfaction"]["computation_units"] == "mean, 0 to 10"
    assert found["belonging"]["questions_used"] == ""
    assert found["loneliness_direct"]["computation_calculations"] == "percent_of (answers: [1])"


def test_the_questionnaire_has_only_what_may_be_asked_with_its_answers() -> None:
    found = rows(questionnaire_csv(release(indicators=tuple(starting_indicators()))))
    asked = {row["indicator"] for row in found}
    assert "belonging" not in asked
    assert "mental_wellbeing_scale" not in asked
    lonely = next(row for row in found if row["indicator"] == "loneliness_direct")
    assert lonely["answers"].startswith("1 often or always | 2 some of the time")
    satisfied = next(row for row in found if row["indicator"] == "life_satisfaction")
    assert satisfied["answers"] == "0 (not at all) to 10 (completely)"
    assert "Open Government Licence" in satisfied["attribution"]


@given(st.text(max_size=30))
def test_no_cell_is_a_formula_and_none_loses_a_letter(text: str) -> None:
    words = {"en": text}
    (found,) = rows(concepts_csv(release(concept("hub", scope=words))))
    assert not found["scope"].startswith(DANGEROUS)
    assert found["scope"] == (f"'{text}" if text.startswith(DANGEROUS) else text)
