import pytest

from kithmap.basics.errors import BadInputError, GoneError, NotFoundError
from kithmap.workshop import actions, store
from kithmap.workshop.actions import NewWorkshop, workshops
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
    monkeypatch.setattr(workshops, "new_join_code", lambda _: next(codes))
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


def test_a_workshop_that_is_not_there(installation: Installation) -> None:
    with pytest.raises(NotFoundError):
        installation.do(actions.require_workshop, "none")
