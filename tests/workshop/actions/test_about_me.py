import pytest

from kithmap.basics.errors import NotFoundError
from kithmap.workshop import actions, store
from kithmap.workshop.joining import Consent, Seat
from tests.support.installation import START, Installation

SEX = {"sex": "female"}


@pytest.fixture
def anna(installation: Installation) -> Seat:
    workshop = installation.new_workshop()
    agreed = Consent(take_part=True, keep=True, quote=True)
    signing = installation.services.signing
    seat, _ = installation.do(actions.join, workshop.id, agreed, "Anna", signing, START)
    return seat


def test_answers_take_the_place_of_earlier_ones_and_none_erase_them(
    installation: Installation, anna: Seat
) -> None:
    for answers in (SEX, {"age_band": "65_and_over"}):
        installation.do(actions.save_about_me, anna.workshop, anna.person, answers)
        assert installation.do(store.about_me, anna.person) == (answers, False)
    installation.do(actions.save_about_me, anna.workshop, anna.person, {})
    assert installation.do(store.about_me, anna.person) is None


def test_who_was_removed_says_nothing_more_about_themselves(installation: Installation, anna: Seat) -> None:
    installation.do(actions.remove, anna.workshop, anna.person, START)
    with pytest.raises(NotFoundError):
        installation.do(actions.save_about_me, anna.workshop, anna.person, SEX)


def test_all_names_and_answers_of_a_workshop_go_together(installation: Installation, anna: Seat) -> None:
    installation.do(actions.save_about_me, anna.workshop, anna.person, SEX)
    assert installation.do(actions.erase_names, anna.workshop) == 1
    assert installation.do(actions.erase_names, anna.workshop) == 0
    assert installation.do(store.about_me, anna.person) is None
    assert installation.do(actions.require_seat, anna.workshop, anna.person).name == ""
