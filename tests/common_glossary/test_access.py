from datetime import timedelta

import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotAllowedError, NotFoundError
from kithmap.common_glossary import access, actions, store
from kithmap.common_glossary.model import Phase, Round
from kithmap.glossary.model import Version
from kithmap.people.model import Account
from tests.common_glossary.support import a_round, area_release, source
from tests.glossary.support import concept
from tests.support.installation import START, Installation

ADMIN = Account("a", "Ada", admin=True)
RESEARCHER = Account("r", "Ria", roles={"ash": Role.RESEARCHER, "elm": Role.FACILITATOR})
FACILITATOR = Account("f", "Fay", roles={"ash": Role.FACILITATOR})
STRANGER = Account("s", "Sam", roles={"elsewhere": Role.RESEARCHER})
AREAS = ("ash", "elm", "fir")


def test_admins_lead_researchers_group_and_facilitators_answer() -> None:
    found = [access.common_role(each, AREAS) for each in (ADMIN, RESEARCHER, FACILITATOR, STRANGER)]
    assert found == [Role.ADMIN, Role.RESEARCHER, Role.FACILITATOR, None]


def test_only_admins_and_researchers_put_words_together() -> None:
    for account in (ADMIN, RESEARCHER):
        access.require_grouping(account, AREAS)
    for account in (FACILITATOR, STRANGER):
        with pytest.raises(NotAllowedError, match="Admins and researchers"):
            access.require_grouping(account, AREAS)


def test_an_area_is_answered_for_by_those_who_run_its_workshops() -> None:
    for account, area in ((ADMIN, "fir"), (FACILITATOR, "ash"), (RESEARCHER, "elm")):
        access.require_answering(account, area)
    for account, area in ((FACILITATOR, "elm"), (RESEARCHER, "ash"), (STRANGER, "ash")):
        with pytest.raises(NotAllowedError, match="its own facilitators"):
            access.require_answering(account, area)
    assert [each.area for each in access.answers_for(FACILITATOR, a_round())] == ["ash"]
    assert len(access.answers_for(ADMIN, a_round())) == 7


def begun(installation: Installation) -> Round:
    brought = [source("ash", None), source("elm", None)]
    return installation.do(actions.begin, installation.programme.id, brought, lambda _: {}, START)


def test_a_round_is_under_way_until_it_is_released(installation: Installation) -> None:
    programme = installation.programme.id
    with pytest.raises(NotFoundError, match="No round is going on"):
        installation.do(access.round_under_way, programme)
    round_ = begun(installation)
    assert installation.do(access.round_under_way, programme) == round_
    closed = Round(**{name: getattr(round_, name) for name in round_.__slots__} | {"phase": Phase.RELEASED})
    installation.do(store.set_round, closed)
    with pytest.raises(NotFoundError, match="No round is going on"):
        installation.do(access.round_under_way, programme)


def test_a_release_is_found_by_its_version_or_is_the_newest(installation: Installation) -> None:
    programme = installation.programme.id
    with pytest.raises(NotFoundError, match="no common glossary yet"):
        installation.do(access.released_round, programme)
    for number in (1, 2):
        round_ = Round(f"r{number}", programme, number, Phase.RELEASED, released=Version(number, 0, 0))
        installation.do(store.add_round, round_, START + timedelta(days=number))
    assert installation.do(access.released_round, programme).number == 2
    assert installation.do(access.released_round, programme, Version(1, 0, 0)).number == 1
    with pytest.raises(NotFoundError, match="no such version"):
        installation.do(access.released_round, programme, Version(3, 0, 0))


def test_pairs_are_worked_out_once_for_the_same_releases() -> None:
    releases = {area: area_release(area, concept("hub")) for area in ("ash", "elm")}
    first = access.likely_pairs(releases, [("ash", "c1"), ("elm", "c2")])
    assert access.likely_pairs({}, [("elm", "c2"), ("ash", "c1")]) is first
    assert [pair.one for pair in first] == [("ash", "hub")]
    assert access.likely_pairs({}, [("elm", "c3"), ("ash", "c1")]) == []
