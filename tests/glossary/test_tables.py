from sqlalchemy import inspect

from kithmap.glossary.tables import GlossaryReleaseRow, GlossarySignatureRow


def test_a_release_is_named_by_its_three_numbers() -> None:
    key = [column.name for column in inspect(GlossaryReleaseRow).primary_key]
    assert key == ["glossary", "major", "minor", "patch"]


def test_a_glossary_has_one_signature_for_each_role() -> None:
    key = [column.name for column in inspect(GlossarySignatureRow).primary_key]
    assert key == ["glossary", "role"]
