from datetime import timedelta

import pytest

from kithmap.basics.errors import BadInputError, NotFoundError
from kithmap.workshop import actions, catalogue
from kithmap.workshop.joining import Consent, ConsentGiven, Listed, Purpose, Seat
from tests.support.installation import START, Installation

LATER = START + timedelta(minutes=5)


@pytest.fixture
def workshop(installation: Installation) -> Listed:
    return installation.new_workshop()


@pytest.fixture
def anna(installation: Installation, workshop: Listed) -> Seat:
    agreed = Consent(take_part=True, keep=True, quote=True)
    signing = installation.services.signing
    seat, _ = installation.do(actions.join, workshop.id, agreed, "Anna", signing, START)
    return seat


def change(installation: Installation, seat: Seat, purpose: Purpose, *, agreed: bool = False) -> Seat:
    given = ConsentGiven(seat.person, purpose, agreed, LATER)
    return installation.do(actions.change_consent, seat.workshop, given)


def test_who_is_not_to_be_quoted_keeps_all_else(installation: Installation, anna: Seat) -> None:
    after = change(installation, anna, Purpose.QUOTE)
    assert (after.consent.quote, after.consent.keep, after.name) == (False, True, "Anna")
    assert after.withdrawing_since is None
    assert change(installation, after, Purpose.QUOTE, agreed=True).consent.quote


def test_who_takes_back_what_they_added_is_noted_until_the_log_has_erased_it(
    installation: Installation, anna: Seat
) -> None:
    installation.do(actions.save_about_me, anna.workshop, anna.person, {"sex": "female"})
    after = change(installation, anna, Purpose.KEEP)
    assert (after.name, after.withdrawing_since, after.ended) == ("", LATER, False)
    assert [each.person for each in installation.do(catalogue.withdrawing)] == [anna.person]
    installation.do(actions.withdrawn, anna.workshop, anna.person)
    assert installation.do(catalogue.withdrawing) == []


def test_who_leaves_takes_all_back_and_their_words_open_nothing(
    installation: Installation, workshop: Listed
) -> None:
    signing = installation.services.signing
    agreed = Consent(take_part=True, keep=True, quote=True)
    seat, words = installation.do(actions.join, workshop.id, agreed, "Bo", signing, START)
    after = change(installation, seat, Purpose.TAKE_PART)
    assert after.ended
    assert not after.consent.keep
    assert not after.consent.quote
    assert after.withdrawing_since == LATER
    assert installation.do(actions.come_back, workshop.id, words, signing) is None


def test_taking_part_again_is_asked_for_by_joining(installation: Installation, anna: Seat) -> None:
    with pytest.raises(BadInputError):
        change(installation, anna, Purpose.TAKE_PART, agreed=True)


def test_nobody_can_agree_who_has_no_seat_here(installation: Installation, workshop: Listed) -> None:
    given = ConsentGiven("nobody", Purpose.QUOTE, agreed=True, at=LATER)
    with pytest.raises(NotFoundError):
        installation.do(actions.change_consent, workshop.id, given)
