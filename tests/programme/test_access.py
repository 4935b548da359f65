import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotAllowedError, NotFoundError
from kithmap.programme import access, actions
from kithmap.programme.model import Wave
from tests.support.installation import START, Installation


def test_who_may_know_of_an_area(installation: Installation) -> None:
    other = installation.new_area("Elsewhere")
    fay = installation.colleague(Role.FACILITATOR)
    rex = installation.colleague(Role.RESEARCHER)
    assert installation.do(access.areas_of, installation.admin) == [other, installation.area]
    for account in (fay, rex):
        assert installation.do(access.areas_of, account) == [installation.area]
        assert installation.do(access.readable_area, account, installation.area.id) == installation.area
        with pytest.raises(NotAllowedError):
            installation.do(access.readable_area, account, other.id)
    assert installation.do(access.areas_run_by, fay) == [installation.area]
    assert installation.do(access.areas_run_by, rex) == []
    assert installation.do(access.runnable_area, fay, installation.area.id) == installation.area
    with pytest.raises(NotAllowedError):
        installation.do(access.runnable_area, rex, installation.area.id)
    with pytest.raises(NotFoundError):
        installation.do(access.known_area, "none")


def test_who_may_not_know_of_a_programme_learns_nothing(installation: Installation) -> None:
    other = installation.do(actions.add_programme, "Other", START)
    fay = installation.colleague(Role.FACILITATOR)
    assert installation.do(access.programmes_of, fay) == [installation.programme]
    with pytest.raises(NotFoundError):
        installation.do(access.readable_programme, fay, other.id)
    assert installation.do(access.readable_programme, installation.admin, other.id) == other


def test_a_wave_is_of_its_programme(installation: Installation) -> None:
    other = installation.do(actions.add_programme, "Other", START)
    ours = installation.do(actions.add_wave, installation.programme.id, Wave("", "baseline"), START)
    theirs = installation.do(actions.add_wave, other.id, Wave("", "baseline"), START)
    assert installation.do(access.waves_of, installation.area) == [ours]
    assert installation.do(access.wave_of, installation.area, ours.id) == ours
    with pytest.raises(NotFoundError):
        installation.do(access.wave_of, installation.area, theirs.id)


def test_areas_are_found_by_id_or_name(installation: Installation) -> None:
    assert installation.do(access.find_areas, installation.area.id) == [installation.area]
    assert installation.do(access.find_areas, "oakham") == [installation.area]
    assert installation.do(access.find_areas, "nowhere") == []


def test_a_programme_has_a_title_for_what_its_areas_publish(installation: Installation) -> None:
    assert installation.do(access.programme_title, installation.programme.id) == "Seven places"
    assert installation.do(access.programme_title, "nowhere") == ""


def test_the_names_of_all_areas_of_a_programme_are_no_secret(installation: Installation) -> None:
    other = installation.new_area("Elsewhere")
    assert installation.do(access.all_areas, installation.programme.id) == [other, installation.area]
    assert installation.do(access.all_areas, "none") == []
    assert installation.do(access.known_programme, installation.programme.id) == installation.programme
    with pytest.raises(NotFoundError):
        installation.do(access.known_programme, "none")


def test_a_programme_is_found_by_its_id_and_by_its_title(installation: Installation) -> None:
    title = installation.programme.title
    for named in (installation.programme.id, title, title.upper()):
        assert [each.title for each in installation.do(access.find_programmes, named)] == [title]
    assert installation.do(access.find_programmes, "Nowhere") == []
