from itertools import pairwise

from kithmap.demo.town.quarters.tenterfields import ROW_GAP, ROW_NAMES, TENTERFIELDS
from kithmap.demo.town.railway import railway_land


def test_the_rows_stand_one_gap_apart_and_stop_at_the_railway() -> None:
    rows = [street for name in ROW_NAMES for street in TENTERFIELDS.streets if street.name == name]
    assert len(rows) == len(ROW_NAMES)
    feet = [row.line.coords[0][0] for row in rows]
    assert all(abs(second - first - ROW_GAP) < 1 for first, second in pairwise(feet))
    assert not any(row.line.intersects(railway_land()) for row in rows)


def test_the_halls_of_the_story_are_drawn() -> None:
    names = {hall.tags.get("name") for hall in TENTERFIELDS.halls}
    assert {
        "Dyehouse Laundrette",
        "St Columba's Hall",
        "Jamia Masjid Tarrowby",
        "Tenterfields Youth Club",
    } <= names


def test_the_towers_are_named_after_dye_plants() -> None:
    towers = {hall.tags["name"] for hall in TENTERFIELDS.halls if hall.tags["building"] == "apartments"}
    assert towers == {"Madder House", "Weld House", "Woad House"}
