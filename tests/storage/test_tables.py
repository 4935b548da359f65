from sqlalchemy import UniqueConstraint

from kithmap.storage.tables import EntryRow, RedactionRow


def test_the_record_of_a_blanking_has_no_place_for_whom_or_what() -> None:
    assert set(RedactionRow.model_fields) == {"id", "workshop", "at", "count"}


def test_an_operation_is_stored_once_in_a_workshop() -> None:
    entries = EntryRow.metadata.tables["entries"]
    [unique] = [each for each in entries.constraints if isinstance(each, UniqueConstraint)]
    assert [column.name for column in unique.columns] == ["workshop", "operation"]
