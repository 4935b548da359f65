"""What others' programs say of the tables."""

from pathlib import Path

import pytest

from kithmap.glossary.descriptor import CONCEPTS, INDICATORS, QUESTIONNAIRE, descriptor
from kithmap.glossary.exports import concepts_csv, indicators_csv, questionnaire_csv
from kithmap.glossary.model import Release
from tests.glossary.outside.programs import frictionless
from tests.glossary.outside.rooms import RELEASES, starting_release

pytestmark = pytest.mark.checkers


def write_tables(folder: Path, given: Release) -> None:
    (folder / CONCEPTS).write_bytes(concepts_csv(given))
    (folder / INDICATORS).write_bytes(indicators_csv(given, "Fernside"))
    (folder / QUESTIONNAIRE).write_bytes(questionnaire_csv(given))
    (folder / "datapackage.json").write_bytes(descriptor(given))


@pytest.mark.parametrize("name", RELEASES)
def test_every_table_is_what_its_descriptor_says(tmp_path: Path, name: str) -> None:
    write_tables(tmp_path, RELEASES[name]())
    found = frictionless(tmp_path)
    assert found.sound, found.words


@pytest.mark.parametrize(
    ("table", "before", "after", "told"),
    [
        (CONCEPTS, b",current,", b",in use,", "constraint"),
        (INDICATORS, b"\r\nbelonging,", b"\r\nlife_satisfaction,", "primary-key"),
        (QUESTIONNAIRE, b"\r\nlife_satisfaction,1,", b"\r\nnobody_knows,one,", "type"),
    ],
)
def test_a_table_that_is_something_else_is_refused(
    tmp_path: Path, table: str, before: bytes, after: bytes, told: str
) -> None:
    write_tables(tmp_path, starting_release())
    written = (tmp_path / table).read_bytes()
    assert before in written
    (tmp_path / table).write_bytes(written.replace(before, after, 1))
    found = frictionless(tmp_path)
    assert not found.sound
    assert told in found.words.casefold(), found.words
