import pytest

from kithmap.basics.errors import BadInputError, ConflictError, GoneError, NotFoundError
from kithmap.workshop import actions, store
from kithmap.workshop.actions import NewWorkshop
from kithmap.workshop.joining import Consent
from kithmap.workshop.model import Life
from tests.support.installation import START, Installation

YES = Consent(take_part=True, keep=True, quote=True)


@pytest.mark.parametrize("title", ["", "  ", "x" * 121])
def test_a_title_that_cannot_be_used_is_refused(installation: Installation, title: str) -> None:
    new = NewWorkshop(installation.area.id, None, title)
    with pytest.raises(BadInputError):
        installation.do(actions.make_workshop, new, installation.services.signing, "x", START)


def test_a_code_that_is_taken_is_not_given_again(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = iter(["fern river 42", "fern river 42", "fern river 43"])
    monkeypatch.setattr(actions, "new_join_code", lambda _: next(codes))
    assert installation.new_workshop().code == "fern river 42"
    assert installation.new_workshop().code == "fern river 43"


def test_links_are_the_same_every_time_and_differ_by_workshop(installation: Installation) -> None:
    signing = installation.services.signing
    assert actions.join_token(signing, "a") == actions.join_token(signing, "a")
    assert (
        len(
            {
                actions.join_token(signing, "a"),
                actions.join_token(signing, "b"),
                actions.projector_key(signing, "a"),
            }
        )
        == 3
    )


def test_the_list_follows_the_log(installation: Installation) -> None:
    workshop = installation.new_workshop()
    closed = installation.do(actions.note_life, workshop.id, Life.CLOSED, START)
    assert closed.closed_at == START
    with pytest.raises(GoneError):
        installation.do(actions.join, workshop.id, YES, "", installation.services.signing, START)
    opened = installation.do(actions.note_life, workshop.id, Life.OPEN, START)
    assert opened == workshop


def test_opened_again_after_its_code_was_given_away_it_gets_another(installation: Installation) -> None:
    workshop, other = installation.new_workshop(), installation.new_workshop(title="Other")
    installation.do(actions.note_life, workshop.id, Life.CLOSED, START)
    installation.do(store.set_code, other.id, workshop.code)
    assert installation.do(actions.note_life, workshop.id, Life.OPEN, START).code != workshop.code


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
        lambda: installation.do(actions.require_workshop, "none"),
        lambda: installation.do(actions.join, "none", YES, "", signing, START),
    ):
        with pytest.raises(NotFoundError):
            work()


def test_a_full_workshop(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_PARTICIPANTS", 0)
    with pytest.raises(ConflictError):
        installation.do(
            actions.join, installation.new_workshop().id, YES, "", installation.services.signing, START
        )
