from datetime import date, timedelta

from kithmap.programme import store
from kithmap.programme.model import Area, Partner, PartnerRole, Programme, Wave
from tests.support.installation import SQUARE, START, Installation


def test_a_programme_with_its_areas_and_waves_is_read_as_it_was_stored(installation: Installation) -> None:
    programme, area = Programme("p", "Zwölf"), Area("a", "p", "Ärea", SQUARE)
    waves = [Wave("w2", "interim", date(2027, 1, 1)), Wave("w1", "final", None, date(2029, 1, 1))]
    installation.do(store.add_programme, programme, START + timedelta(days=1))
    installation.do(store.add_area, area, START)
    for number, wave in enumerate(waves):
        installation.do(store.add_wave, "p", wave, START + timedelta(minutes=number))
    assert installation.do(store.programmes) == [installation.programme, programme]
    assert installation.do(store.areas, "p") == [area]
    assert installation.do(store.area, "a") == area
    assert installation.do(store.waves, "p") == waves
    assert installation.do(store.wave, "w1") == waves[1]


def test_what_is_not_there_is_none(installation: Installation) -> None:
    assert installation.do(store.programme, "x") is None
    assert installation.do(store.area, "x") is None
    assert installation.do(store.wave, "x") is None
    assert not installation.do(store.end_partner, installation.area.id, "x", date(2026, 1, 1))
    assert not installation.do(store.change_wave, installation.programme.id, Wave("x", "x"))


def test_areas_are_found_by_name_whatever_their_capitals(installation: Installation) -> None:
    assert installation.do(store.areas_called, "OAKHAM") == [installation.area]
    assert installation.do(store.areas_called, "Oak") == []


def test_the_newest_partner_stands_first(installation: Installation) -> None:
    old = Partner("1", PartnerRole.HOST_AUTHORITY, "Old council", date(2020, 1, 1), date(2024, 1, 1))
    new = Partner("2", PartnerRole.HOST_AUTHORITY, "New council", date(2024, 1, 2))
    for partner in (old, new):
        installation.do(store.add_partner, installation.area.id, partner)
    assert installation.do(store.partners, installation.area.id) == [new, old]


def test_another_boundary_takes_the_place_of_the_one_before(installation: Installation) -> None:
    installation.do(store.set_boundary, installation.area.id, {"type": "Polygon", "coordinates": []})
    found = installation.do(store.area, installation.area.id)
    assert found is not None
    assert found.boundary["coordinates"] == []
