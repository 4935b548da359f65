from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError, ConflictError, NotAllowedError
from kithmap.glossary.model import Version
from kithmap.layers import actions
from kithmap.layers.actions import Beginning, Proposed
from kithmap.layers.details import Details
from kithmap.layers.ground import Settlement, StatisticalArea
from kithmap.layers.statistical import StatisticalAreas
from kithmap.layers.store import drafts, releases, series
from kithmap.storage.database import Database
from tests.layers.stored import NOW, add, of_version
from tests.support.layers import BOUNDARY

ROLES: Mapping[str, Role | None] = {"fay": Role.FACILITATOR, "ria": Role.RESEARCHER, "ada": Role.ADMIN}
KEEP = Settlement("keep", "It is theirs.")


def proposed(session: Session, **more: Any) -> Proposed:
    """Return a draft that was worked out from what is stored."""
    newest = releases.one(session, "s")
    previous = None if newest is None else newest.header.version
    version = Version(1, 0, 0) if previous is None else Version(previous.major, previous.minor + 1, 0)
    editions = of_version(version).editions
    given = Proposed(editions, drafts.draft(session, "s"), previous, "sum", True, 0, '{"from": "x"}')  # noqa: FBT003
    return replace(given, **more)


def sign_both(session: Session, draft: Proposed) -> None:
    for account in ("fay", "ria"):
        actions.sign(session, "s", draft, (account, ROLES[account]), draft.checksum, NOW)


def test_layers_are_begun_under_a_name_of_their_own(session: Session) -> None:
    asked = Beginning("a", "Oakham", "v", "Baseline", "https://maps.example")
    begun = actions.begin(session, asked, NOW)
    assert (begun.slug, begun.address) == (
        "oakham-baseline-2",
        "https://maps.example/layers/oakham-baseline-2",
    )
    assert series.of_wave(session, "a", "v") == begun


def test_layers_of_a_wave_are_begun_once(database: Database) -> None:
    with pytest.raises(ConflictError), database.session() as session:
        actions.begin(session, Beginning("a", "Oakham", "w", "Baseline"), NOW)


def test_what_is_decided_is_kept_side_by_side(session: Session) -> None:
    areas = StatisticalAreas((StatisticalArea("E01", "", BOUNDARY),), "Source: ONS", "x.geojson")
    actions.set_details(session, "s", Details(note="New."), NOW)
    actions.set_statistical_areas(session, "s", areas, NOW)
    actions.settle(session, "s", ["one", "two"], KEEP, NOW)
    kept = drafts.draft(session, "s")
    assert kept.details["note"] == "New."
    assert kept.settlements.keys() == {"one", "two"}
    assert kept.settlements["one"] == {"choice": "keep", "reason": "It is theirs."}
    assert kept.statistical_areas is not None
    actions.set_statistical_areas(session, "s", None, NOW)
    actions.settle(session, "s", ["one", "never decided"], None, NOW)
    kept = drafts.draft(session, "s")
    assert (kept.statistical_areas, set(kept.settlements)) == (None, {"two"})


def test_a_decision_needs_a_reason_of_some_words(session: Session) -> None:
    for reason in ("", "  ", "x" * 501):
        with pytest.raises(BadInputError):
            actions.settle(session, "s", ["one"], Settlement("keep", reason), NOW)
    assert drafts.draft(session, "s").settlements == {}


def test_there_is_an_end_to_what_can_be_decided(session: Session) -> None:
    keys = [str(number) for number in range(actions.MOST_SETTLEMENTS)]
    actions.settle(session, "s", keys, KEEP, NOW)
    with pytest.raises(ConflictError, match="publish it first"):
        actions.settle(session, "s", ["more"], KEEP, NOW)


def test_two_people_sign_and_it_is_published_with_all_that_it_was_built_from(session: Session) -> None:
    actions.set_details(session, "s", Details(note="New.", licence="CC0-1.0"), NOW)
    actions.settle(session, "s", ["still there", "gone"], KEEP, NOW)
    draft = proposed(session, settled=frozenset({"still there"}))
    sign_both(session, draft)
    published = actions.publish(session, "s", draft, "sum", ROLES, NOW)
    assert (published.checksum, published.signed_by) == ("sum", ("facilitator", "researcher"))
    assert releases.ground(session, published.id) == '{"from": "x"}'
    assert drafts.SIGNATURES.of(session, "s") == []
    kept = drafts.draft(session, "s")
    assert (kept.details["note"], kept.details["licence"]) == ("", "CC0-1.0")
    assert set(kept.settlements) == {"still there"}


@pytest.mark.parametrize("account", ["fay", "ria"])
def test_one_signature_is_not_enough_and_nobody_signs_twice(session: Session, account: str) -> None:
    draft = proposed(session)
    actions.sign(session, "s", draft, (account, ROLES[account]), "sum", NOW)
    # An admin signs as a facilitator does.
    actions.sign(session, "s", draft, (account, Role.ADMIN), "sum", NOW)
    with pytest.raises(ConflictError, match="Two people have to sign"):
        actions.publish(session, "s", draft, "sum", {**ROLES, account: Role.ADMIN}, NOW)
    assert releases.of_series(session, "s") == []


def test_who_has_no_such_role_does_not_sign(session: Session) -> None:
    for role in (None, Role.PARTICIPANT, Role.PROJECTOR):
        with pytest.raises(NotAllowedError):
            actions.sign(session, "s", proposed(session), ("eve", role), "sum", NOW)


def test_a_signature_can_be_taken_back_and_ends_with_the_role(session: Session) -> None:
    draft = proposed(session)
    sign_both(session, draft)
    with pytest.raises(ConflictError, match="Two people"):
        actions.publish(session, "s", draft, "sum", {**ROLES, "ria": None}, NOW)
    actions.take_back_signature(session, "s", "ria")
    assert [each.account for each in drafts.SIGNATURES.of(session, "s")] == ["fay"]


@pytest.mark.parametrize(
    ("more", "error", "says"),
    [
        ({"checksum": "other"}, ConflictError, "changed meanwhile"),
        ({"is_new": False}, ConflictError, "nothing new"),
        ({"unsettled": 1}, BadInputError, "settled first"),
        ({"previous": Version(0, 9, 0)}, ConflictError, "changed meanwhile"),
    ],
)
def test_only_a_draft_that_is_seen_new_and_settled_is_signed_or_published(
    session: Session, more: dict[str, Any], error: type[Exception], says: str
) -> None:
    sign_both(session, proposed(session))
    draft = proposed(session, **more)
    with pytest.raises(error, match=says):
        actions.sign(session, "s", draft, ("fay", Role.FACILITATOR), "sum", NOW)
    with pytest.raises(error, match=says):
        actions.publish(session, "s", draft, "sum", ROLES, NOW)
    assert releases.of_series(session, "s") == []


def test_a_draft_counts_only_if_nothing_came_in_between(session: Session) -> None:
    draft = proposed(session)
    sign_both(session, draft)
    actions.set_details(session, "s", Details(note="Late."), NOW + timedelta(seconds=1))
    with pytest.raises(ConflictError, match="changed meanwhile"):
        actions.publish(session, "s", draft, "sum", ROLES, NOW)


def test_of_two_who_publish_at_once_the_second_learns_of_it(session: Session) -> None:
    draft = proposed(session)
    sign_both(session, draft)
    add(session)
    with pytest.raises(ConflictError, match="changed meanwhile"):
        actions.publish(session, "s", draft, "sum", ROLES, NOW)
    assert len(releases.of_series(session, "s")) == 1
