import pytest

from kithmap.basics.errors import ConflictError, NotFoundError
from kithmap.workshop import actions
from kithmap.workshop.actions import seats
from kithmap.workshop.joining import Consent
from tests.support.installation import START, Installation

YES = Consent(take_part=True, keep=True, quote=True)


def test_aliases_and_words_are_each_one_s_own(installation: Installation) -> None:
    workshop, signing = installation.new_workshop(), installation.services.signing
    joined = [installation.do(actions.join, workshop.id, YES, "", signing, START) for _ in range(30)]
    assert len({seat.alias for seat, _ in joined}) == 30
    for seat, words in joined:
        assert installation.do(actions.come_back, workshop.id, words, signing) == seat


def test_words_are_not_kept_and_old_ones_are_worthless(installation: Installation) -> None:
    workshop, signing = installation.new_workshop(), installation.services.signing
    seat, words = installation.do(actions.join, workshop.id, YES, "", signing, START)
    new = installation.do(actions.renew_words, workshop.id, seat.person, signing)
    assert installation.do(actions.come_back, workshop.id, words, signing) is None
    assert installation.do(actions.come_back, workshop.id, new, signing) == seat
    kept = (installation.folder / "kithmap.sqlite-wal").read_bytes()
    assert words.encode() not in kept
    assert new.encode() not in kept


def test_a_removed_person_does_not_come_back_until_let_in(installation: Installation) -> None:
    workshop, signing = installation.new_workshop(), installation.services.signing
    seat, words = installation.do(actions.join, workshop.id, YES, "", signing, START)
    installation.do(actions.remove, workshop.id, seat.person, START)
    assert installation.do(actions.come_back, workshop.id, words, signing) is None
    installation.do(actions.let_back, workshop.id, seat.person)
    assert installation.do(actions.come_back, workshop.id, words, signing) == seat


def test_a_name_is_erased_and_the_alias_stays(installation: Installation) -> None:
    workshop = installation.new_workshop()
    seat, _ = installation.do(actions.join, workshop.id, YES, "Anna", installation.services.signing, START)
    erased = installation.do(actions.erase_name, workshop.id, seat.person)
    assert (erased.name, erased.alias) == ("", seat.alias)


def test_what_is_not_there(installation: Installation) -> None:
    workshop, signing = installation.new_workshop(), installation.services.signing
    for work in (
        lambda: installation.do(actions.remove, workshop.id, "nobody", START),
        lambda: installation.do(actions.renew_words, workshop.id, "nobody", signing),
        lambda: installation.do(actions.erase_name, workshop.id, "nobody"),
        lambda: installation.do(actions.join, "none", YES, "", signing, START),
    ):
        with pytest.raises(NotFoundError):
            work()


def test_a_full_workshop(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats, "MOST_PARTICIPANTS", 0)
    with pytest.raises(ConflictError):
        installation.do(
            actions.join, installation.new_workshop().id, YES, "", installation.services.signing, START
        )
