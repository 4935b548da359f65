from sqlalchemy import inspect

from kithmap.glossary.tables import GlossaryReleaseRow, GlossarySignatureRow


def test_a_release_is_named_by_its_three_numbers() -> None:
    key = [column.name for column in inspect(GlossaryReleaseRow).primary_key]
    assert key == ["glossary", "major", "minor", "patch"]


def test_a_release_names_no_account() -> None:
    assert "account" not in GlossaryReleaseRow.model_fields
    assert "account" in GlossarySignatureRow.model_fields
