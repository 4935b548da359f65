from datetime import date

import pytest

from kithmap.basics.errors import BadInputError, ConflictError, NotFoundError
from kithmap.programme import actions, store
from kithmap.programme.model import PartnerRole, Wave
from tests.support.installation import SQUARE, START, Installation


@pytest.mark.parametrize("name", ["", "  \n ", "x" * 121])
def test_a_name_that_cannot_be_used_is_refused(name: str) -> None:
    with pytest.raises(BadInputError):
        actions.plain_name(name, "the area")


def test_needless_spaces_go() -> None:
    assert actions.plain_name("  Old \t Town ", "the area") == "Old Town"


def test_two_areas_of_a_programme_do_not_share_a_name(installation: Installation) -> None:
    with pytest.raises(ConflictError, match="an area called oakham already"):
        installation.do(actions.add_area, installation.programme.id, "oakham", SQUARE, START)
    other = installation.do(actions.add_programme, "Other", START)
    installation.do(actions.add_area, other.id, "Oakham", SQUARE, START)


def test_an_area_needs_its_programme(installation: Installation) -> None:
    with pytest.raises(NotFoundError):
        installation.do(actions.add_area, "none", "Oakham", SQUARE, START)


def test_a_partnership_ends_after_it_began_and_stays_on_record(installation: Installation) -> None:
    area = installation.area.id
    partner = installation.do(
        actions.add_partner, area, PartnerRole.VCS_ORGANISATION, "Bureau", date(2026, 1, 1)
    )
    with pytest.raises(BadInputError):
        installation.do(actions.end_partner, area, partner.id, date(2025, 12, 31))
    installation.do(actions.end_partner, area, partner.id, date(2026, 6, 30))
    (kept,) = installation.do(store.partners, area)
    assert kept.until == date(2026, 6, 30)
    with pytest.raises(NotFoundError):
        installation.do(actions.end_partner, installation.new_area("Else").id, partner.id, date(2026, 7, 1))


def test_a_wave_can_slip_by_years_but_not_end_before_it_starts(installation: Installation) -> None:
    programme = installation.programme.id
    wave = installation.do(actions.add_wave, programme, Wave("", " baseline ", date(2026, 1, 1)), START)
    assert wave.name == "baseline"
    later = Wave(wave.id, "baseline", date(2028, 1, 1), date(2028, 2, 1))
    installation.do(actions.change_wave, programme, later)
    assert installation.do(store.waves, programme) == [later]
    with pytest.raises(BadInputError):
        installation.do(
            actions.change_wave, programme, Wave(wave.id, "x", date(2028, 1, 1), date(2027, 1, 1))
        )
    with pytest.raises(NotFoundError):
        installation.do(actions.change_wave, programme, Wave("none", "x"))
    with pytest.raises(NotFoundError):
        installation.do(actions.add_wave, "none", Wave("", "x"), START)


def test_an_area_that_is_not_there(installation: Installation) -> None:
    with pytest.raises(NotFoundError):
        installation.do(actions.change_boundary, "none", SQUARE)
