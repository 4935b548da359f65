from kithmap.programme.tables import AreaRow, PartnerRow, WaveRow
from kithmap.workshop.tables import ParticipantRow


def test_partners_and_waves_are_dated() -> None:
    assert {"since", "until"} <= set(PartnerRow.model_fields)
    assert {"starts", "ends"} <= set(WaveRow.model_fields)


def test_nothing_about_people_stands_beside_an_area() -> None:
    assert not set(ParticipantRow.model_fields) & set(AreaRow.model_fields) - {"id", "name"}
