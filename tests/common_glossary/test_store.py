from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import Session

from kithmap.basics.errors import ConflictError
from kithmap.common_glossary import store
from kithmap.common_glossary.model import Group, Phase, Sheet
from kithmap.glossary.model import Match, Version
from kithmap.programme import store as programmes
from kithmap.programme.model import Programme
from kithmap.storage.database import Database
from tests.common_glossary.support import NOW, a_round, answer, held_by, source, worded
from tests.support.databases import migrated, sqlite_url

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]
ROUND = replace(a_round(), sources=(*a_round().sources, source("holly", None)))
HUB = worded("g1", held_by(3), taken_from="ash", concept="hub")
PARK = Group("g2", {("ash", "park"): Match.EXACT, ("elm", "green"): Match.BROAD})


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with a programme."""
    url = sqlite_url(tmp_path) if request.param == "sqlite" else str(request.getfixturevalue("postgresql"))
    with migrated(url) as database:
        with database.session() as session:
            programmes.add_programme(session, Programme("p", "Seven places"), NOW)
        yield database


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.session() as session:
        store.add_round(session, ROUND, NOW)
        yield session


def test_a_round_comes_back_as_it_was_and_the_newest_first(session: Session) -> None:
    later = replace(ROUND, id="r2", number=2, share=(6, 7))
    store.add_round(session, later, NOW)
    assert store.rounds(session, "p") == [later, ROUND]
    assert store.newest_round(session, "p") == later
    assert store.newest_round(session, "x") is None
    assert store.round_for_change(session, "r") == ROUND
    assert store.round_for_change(session, "x") is None


def test_a_round_is_begun_once(session: Session) -> None:
    with pytest.raises(ConflictError, match="began this round"), session.begin_nested():
        store.add_round(session, replace(ROUND, id="r2"), NOW)


def test_what_a_round_becomes_is_kept(session: Session) -> None:
    become = replace(ROUND, phase=Phase.RELEASED, released=Version(1, 2, 0), opened_at=NOW)
    store.set_round(session, become)
    assert store.newest_round(session, "p") == become


def test_all_that_stands_in_a_round_comes_back(session: Session) -> None:
    for group in (HUB, PARK):
        store.set_group(session, "r", group, NOW)
    said = answer(HUB, "ash", accepts=False)
    store.set_answer(session, said, "account")
    apart = frozenset((("elm", "hub"), ("ash", "heart")))
    store.set_apart(session, "r", [apart, apart])
    assert store.sheet(session, ROUND) == Sheet(ROUND, (HUB, PARK), (said,), frozenset([apart]))
    store.forget_apart(session, "r")
    assert store.sheet(session, ROUND).apart == frozenset()


def test_a_concept_is_in_one_group_at_most(session: Session) -> None:
    store.set_group(session, "r", HUB, NOW)
    with pytest.raises(ConflictError, match="in another group already"), session.begin_nested():
        store.set_group(session, "r", replace(PARK, members=held_by(1)), NOW)
    assert store.sheet(session, ROUND).groups == (HUB,)


def test_a_changed_group_takes_the_place_of_what_it_was(session: Session) -> None:
    store.set_group(session, "r", HUB, NOW)
    changed = replace(HUB, members=held_by(2), revision=2, label="Heart")
    store.set_group(session, "r", changed, NOW)
    store.set_concepts(session, [("g1", "heart")])
    assert store.sheet(session, ROUND).groups == (replace(changed, concept="heart"),)


def test_a_later_answer_takes_the_place_of_an_earlier_one_and_goes_with_its_group(session: Session) -> None:
    store.set_group(session, "r", HUB, NOW)
    store.set_answer(session, answer(HUB, "ash", accepts=False), "account")
    store.set_answer(session, answer(HUB, "ash"), "account")
    assert store.sheet(session, ROUND).answers == (answer(HUB, "ash"),)
    copy = replace(HUB, id="g3", members={("fir", "hub"): Match.EXACT})
    store.set_group(session, "r", copy, NOW)
    store.copy_answers(session, "g1", "g3")
    store.remove_group(session, "g1")
    assert store.sheet(session, ROUND) == Sheet(ROUND, (copy,), (answer(copy, "ash"),))
