from kithmap.storage.base import metadata
from kithmap.workshop.tables import ParticipantRow


def test_names_of_participants_stand_in_one_table_only() -> None:
    assert "name" in ParticipantRow.model_fields
    holding = {name for name, table in metadata.tables.items() if "alias" in table.columns}
    assert holding == {"participants"}
