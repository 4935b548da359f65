from kithmap.basics.actors import CONTRIBUTING, LEADING, Actor, Role


def test_those_who_lead_are_admins_and_facilitators() -> None:
    assert {role for role in Role if Actor("p", role).leads} == LEADING == {Role.ADMIN, Role.FACILITATOR}


def test_researchers_and_projectors_contribute_nothing() -> None:
    assert set(Role) - CONTRIBUTING == {Role.RESEARCHER, Role.PROJECTOR}
