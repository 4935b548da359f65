from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from kithmap.basics.errors import BadInputError, ConflictError, KithmapError, NotFoundError
from kithmap.common_glossary import actions, store
from kithmap.common_glossary.model import Answer, Group, Held, Phase, Round, Sheet, Source
from kithmap.glossary.model import Match, Release, Status, Version
from kithmap.programme import store as programmes
from kithmap.programme.model import Programme
from tests.common_glossary.support import AREAS, NOW, area_release, everywhere, held_by, source
from tests.glossary.support import concept
from tests.support.databases import migrated, sqlite_url

FIRST = {(area, Version(1, 0, 0)): release for area, release in everywhere("hub", "park", "heart").items()}
SECOND = {("ash", Version(2, 0, 0)): area_release("ash", concept("hub", meaning=2), concept("park"))}
THIRD = {
    ("ash", Version(3, 0, 0)): area_release("ash", concept("hub", status=Status.WITHDRAWN), concept("park"))
}
KNOWN = {(area, concept_id) for area in AREAS for concept_id in ("hub", "park", "heart")}
LATER = NOW + timedelta(days=1)


def releases_of(sources: Iterable[Source]) -> dict[str, Release]:
    published = FIRST | SECOND | THIRD
    return {each.area: published[each.area, each.version] for each in sources if each.version}


def brought(ash: int = 1) -> list[Source]:
    """What all areas bring; Ash this version."""
    return [source(area, Version(ash if area == "ash" else 1, 0, 0)) for area in AREAS]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with migrated(sqlite_url(tmp_path)) as database, database.session() as session:
        programmes.add_programme(session, Programme("p", "Seven places"), NOW)
        yield session


@pytest.fixture
def round_(session: Session) -> Round:
    return actions.begin(session, "p", brought(), releases_of, NOW)


def sheet(session: Session) -> Sheet:
    found = store.newest_round(session, "p")
    assert found is not None
    return store.sheet(session, found)


def grouped(
    session: Session, round_: Round, count: int = 5, concept_id: str = "hub", label: str = "Hub"
) -> Group:
    """Confirm a group of the first areas, and word it."""
    made = actions.confirm(session, round_.id, held_by(count, concept_id), (), KNOWN, NOW)
    actions.word(session, round_.id, made.id, 1, label, f"What {label} is.", "ash", NOW)
    found = sheet(session).group(made.id)
    assert found is not None
    return found


def said(group: Group, area: str, *, accepts: bool = True, reason: str = "") -> Answer:
    return Answer(group.id, area, accepts, reason, group.revision, "facilitator", NOW)


def refused(because: str, kind: type[KithmapError], do: Callable[[], object]) -> None:
    with pytest.raises(kind, match=because):
        do()


# The round.


def test_a_round_begins_with_all_areas_by_name_and_the_rule_of_five_of_seven(round_: Round) -> None:
    assert [each.area for each in round_.sources] == list(AREAS)
    assert (round_.number, round_.phase, round_.share) == (1, Phase.GROUPING, (5, 7))


def test_there_is_one_round_at_a_time_and_it_needs_two_areas(session: Session, round_: Round) -> None:
    assert round_.number == 1
    refused("still going on", ConflictError, lambda: actions.begin(session, "p", brought(), releases_of, NOW))
    refused(
        "2 to 60 areas", BadInputError, lambda: actions.begin(session, "q", brought()[:1], releases_of, NOW)
    )


def test_the_rule_is_fixed_once_areas_were_asked(session: Session, round_: Round) -> None:
    actions.set_share(session, round_.id, 4, 7)
    assert sheet(session).round.needed == 4
    grouped(session, round_)
    actions.open_answers(session, round_.id, NOW)
    refused("groups stay", ConflictError, lambda: actions.set_share(session, round_.id, 5, 7))
    actions.back_to_grouping(session, round_.id)
    refused("begun to answer", ConflictError, lambda: actions.set_share(session, round_.id, 5, 7))
    actions.open_answers(session, round_.id, LATER)
    assert sheet(session).round.opened_at == NOW


def test_the_second_round_needs_a_worded_group(session: Session, round_: Round) -> None:
    refused(
        "No group has a common wording", BadInputError, lambda: actions.open_answers(session, round_.id, NOW)
    )


def test_phases_follow_one_another(session: Session, round_: Round) -> None:
    group = grouped(session, round_)
    refused("only while", ConflictError, lambda: actions.close_answers(session, round_.id))
    refused("only while", ConflictError, lambda: actions.answer(session, round_.id, said(group, "ash"), "x"))
    actions.open_answers(session, round_.id, NOW)
    refused(
        "only when the second round is closed",
        ConflictError,
        lambda: actions.back_to_answers(session, round_.id),
    )
    actions.close_answers(session, round_.id)
    refused("only while", ConflictError, lambda: actions.answer(session, round_.id, said(group, "ash"), "x"))
    actions.back_to_answers(session, round_.id)
    actions.close_answers(session, round_.id)
    actions.mark_released(session, round_.id, Version(1, 0, 0), {group.id: "hub"})
    refused(
        "only when", ConflictError, lambda: actions.mark_released(session, round_.id, Version(1, 0, 1), {})
    )
    assert sheet(session).round.released == Version(1, 0, 0)
    assert sheet(session).groups[0].concept == "hub"


def test_there_is_no_such_round(session: Session) -> None:
    refused("no such round", NotFoundError, lambda: actions.close_answers(session, "x"))


def test_a_round_that_comes_to_nothing_new_ends_without_a_release(session: Session, round_: Round) -> None:
    group = grouped(session, round_, 4)
    actions.open_answers(session, round_.id, NOW)
    actions.close_answers(session, round_.id)
    actions.end_without_release(session, round_.id)
    assert (sheet(session).round.phase, sheet(session).round.released) == (Phase.RELEASED, None)
    actions.begin(session, "p", brought(), releases_of, LATER)
    assert sheet(session).groups[0].label == group.label


# Groups.


def test_a_yes_makes_a_group_and_what_was_left_out_stays_apart_from_it(
    session: Session, round_: Round
) -> None:
    made = actions.confirm(session, round_.id, held_by(2), [("cedar", "hub")], KNOWN, NOW)
    assert sheet(session).groups == (made,)
    assert sheet(session).apart == {
        frozenset((("ash", "hub"), ("cedar", "hub"))),
        frozenset((("birch", "hub"), ("cedar", "hub"))),
    }
    actions.propose_again(session, round_.id)
    assert sheet(session).apart == frozenset()


def test_what_is_in_a_group_makes_no_other_one(session: Session, round_: Round) -> None:
    grouped(session, round_)
    with pytest.raises(ConflictError, match="another group already"), session.begin_nested():
        actions.confirm(session, round_.id, held_by(1), (), KNOWN, NOW)


def test_a_word_that_is_in_no_glossary_makes_no_group(session: Session, round_: Round) -> None:
    strange = {("ash", "never"): Match.EXACT}
    refused(
        "in use no more",
        BadInputError,
        lambda: actions.confirm(session, round_.id, strange, (), KNOWN, NOW),
    )


def test_two_of_one_area_are_not_the_same_and_need_not_be_told_apart(session: Session, round_: Round) -> None:
    actions.keep_apart(session, round_.id, [(("ash", "hub"), ("ash", "heart"))])
    assert sheet(session).apart == frozenset()


def test_members_change_and_areas_are_asked_anew(session: Session, round_: Round) -> None:
    group = grouped(session, round_)
    more: dict[Held, Match] = {**group.members, ("gorse", "heart"): Match.NARROW}
    actions.change_members(session, round_.id, group.id, group.revision, more, KNOWN, NOW)
    (changed,) = sheet(session).groups
    assert (dict(changed.members), changed.revision) == (more, group.revision + 1)
    refused(
        "a moment ago",
        ConflictError,
        lambda: actions.change_members(session, round_.id, group.id, group.revision, more, KNOWN, NOW),
    )
    actions.change_members(session, round_.id, group.id, changed.revision, more, KNOWN, NOW)
    assert sheet(session).groups == (changed,)


def test_a_group_is_split_and_both_parts_keep_something(session: Session, round_: Round) -> None:
    group = grouped(session, round_)
    out: list[Held] = [("ash", "hub"), ("birch", "hub")]
    made = actions.split(session, round_.id, group.id, group.revision, out, NOW)
    left, other = sheet(session).groups
    assert (left.label, len(left.members), left.revision) == ("Hub", 3, group.revision + 1)
    assert (other, other.label) == (made, "")
    for nothing in ((), held_by(7)):
        refused(
            "leave some",
            BadInputError,
            lambda taken=nothing: actions.split(session, round_.id, left.id, left.revision, taken, NOW),  # type: ignore[misc]
        )


def test_groups_are_joined_unless_two_words_of_one_area_would_mean_the_same(
    session: Session, round_: Round
) -> None:
    hub = grouped(session, round_, 2)
    other = actions.confirm(session, round_.id, {("elm", "heart"): Match.EXACT}, (), KNOWN, NOW)
    actions.join(session, round_.id, other.id, 1, hub.id, NOW)
    (joined,) = sheet(session).groups
    assert (joined.id, joined.label, len(joined.members)) == (other.id, "Hub", 3)
    clash = actions.confirm(session, round_.id, {("elm", "hub"): Match.EXACT}, (), KNOWN, NOW)
    refused(
        "Elm has two words here",
        BadInputError,
        lambda: actions.join(session, round_.id, joined.id, joined.revision, clash.id, NOW),
    )
    refused(
        "another group than this",
        BadInputError,
        lambda: actions.join(session, round_.id, joined.id, joined.revision, joined.id, NOW),
    )


def test_a_group_is_taken_apart_and_its_words_are_free_again(session: Session, round_: Round) -> None:
    group = grouped(session, round_)
    actions.dissolve(session, round_.id, group.id, group.revision)
    assert sheet(session).groups == ()
    grouped(session, round_)
    refused("not there any more", NotFoundError, lambda: actions.dissolve(session, round_.id, group.id, 1))


@pytest.mark.parametrize(
    ("label", "definition"), [("", "x"), ("x", " "), ("x" * 121, "x"), ("x", "x" * 2_001)]
)
def test_common_words_have_both_parts_and_an_end(
    session: Session, round_: Round, label: str, definition: str
) -> None:
    group = grouped(session, round_)
    with pytest.raises(BadInputError):
        actions.word(session, round_.id, group.id, group.revision, label, definition, "", NOW)


def test_one_name_stands_for_one_group(session: Session, round_: Round) -> None:
    grouped(session, round_)
    park = grouped(session, round_, 5, "park", "Park")
    refused(
        "called “HUB” already",
        ConflictError,
        lambda: actions.word(session, round_.id, park.id, park.revision, "HUB", "x", "", NOW),
    )


def test_other_words_in_the_second_round_ask_areas_anew(session: Session, round_: Round) -> None:
    group = grouped(session, round_)
    actions.open_answers(session, round_.id, NOW)
    actions.answer(session, round_.id, said(group, "ash", accepts=False, reason="Too wide"), "x")
    assert set(sheet(session).answers_to(group)) == {"ash"}
    actions.word(session, round_.id, group.id, group.revision, "Hub", "Narrower.", "", NOW)
    (reworded,) = sheet(session).groups
    assert sheet(session).answers_to(reworded) == {}
    refused(
        "a moment ago", ConflictError, lambda: actions.answer(session, round_.id, said(group, "ash"), "x")
    )
    actions.word(session, round_.id, group.id, reworded.revision, "Hub", "Narrower.", "", NOW)
    assert sheet(session).groups == (reworded,)


# Answers.


def test_an_answer_can_be_changed_until_the_round_is_closed(session: Session, round_: Round) -> None:
    group = grouped(session, round_)
    actions.open_answers(session, round_.id, NOW)
    actions.answer(session, round_.id, said(group, "ash", accepts=False, reason=" It is  too wide "), "x")
    assert sheet(session).answers[0].reason == "It is too wide"
    actions.answer(session, round_.id, said(group, "ash", reason="left over"), "x")
    assert [(each.accepts, each.reason) for each in sheet(session).answers] == [(True, "")]


def test_an_objection_has_a_reason_and_an_answer_an_area_of_the_round(
    session: Session, round_: Round
) -> None:
    group = grouped(session, round_)
    actions.open_answers(session, round_.id, NOW)
    refused(
        "say why",
        BadInputError,
        lambda: actions.answer(session, round_.id, said(group, "ash", accepts=False), "x"),
    )
    refused("not part", BadInputError, lambda: actions.answer(session, round_.id, said(group, "zoo"), "x"))
    gone = replace(said(group, "ash"), group="x")
    refused("not there", NotFoundError, lambda: actions.answer(session, round_.id, gone, "x"))


# What areas publish meanwhile, and the next round.


def test_what_areas_publish_meanwhile_is_taken_when_somebody_asks_for_it(
    session: Session, round_: Round
) -> None:
    hub, park = grouped(session, round_), grouped(session, round_, 5, "park", "Park")
    only = actions.confirm(session, round_.id, {("ash", "heart"): Match.EXACT}, (), KNOWN, NOW)
    actions.take_newest(session, round_.id, brought(ash=2), releases_of, NOW)
    found = {group.id: group for group in sheet(session).groups}
    assert found[hub.id].revision == hub.revision + 1
    assert found[park.id] == park
    assert only.id not in found
    newest = sheet(session).round.source("ash")
    assert newest is not None
    assert newest.version == Version(2, 0, 0)


def released(session: Session, round_: Round, group: Group) -> None:
    """Bring a round to its end with one common term."""
    actions.open_answers(session, round_.id, NOW)
    for area, _ in group.members:
        actions.answer(session, round_.id, said(group, area), "x")
    actions.close_answers(session, round_.id)
    actions.mark_released(session, round_.id, Version(1, 0, 0), {group.id: "hub"})


def test_the_next_round_begins_where_the_last_one_ended(session: Session, round_: Round) -> None:
    actions.set_share(session, round_.id, 4, 7)
    actions.keep_apart(session, round_.id, [(("ash", "park"), ("elm", "park"))])
    group = grouped(session, round_)
    released(session, round_, group)
    following = actions.begin(session, "p", brought(), releases_of, LATER)
    assert (following.number, following.share, following.phase) == (2, (4, 7), Phase.GROUPING)
    now = sheet(session)
    assert replace(now.groups[0], id=group.id) == replace(group, concept="hub")
    assert set(now.answers_to(now.groups[0])) == set(AREAS[:5])
    assert len(now.apart) == 1


def test_in_the_next_round_areas_are_asked_anew_where_a_meaning_changed(
    session: Session, round_: Round
) -> None:
    released(session, round_, grouped(session, round_))
    actions.begin(session, "p", brought(ash=3), releases_of, LATER)
    now = sheet(session)
    assert len(now.groups[0].members) == 4
    assert now.answers_to(now.groups[0]) == {}
