import pytest

from kithmap.basics.actors import Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked
from kithmap.operations import OPERATIONS
from kithmap.state import WorkshopRules
from kithmap.sync.content import Content
from tests.support.hall import NOON, made_id


def refusal(kind: str, role: Role) -> Reason:
    with pytest.raises(Refused) as refused:
        WorkshopRules().decide(Content(), kind, {}, Asked(made_id(1), Actor("p", role), NOON))
    return refused.value.reason


def test_an_unknown_kind_is_refused() -> None:
    assert refusal("asset.explode", Role.ADMIN) is Reason.UNKNOWN_KIND


@pytest.mark.parametrize("kind", [operation.kind for operation in OPERATIONS])
@pytest.mark.parametrize("role", [Role.RESEARCHER, Role.PROJECTOR])
def test_no_kind_is_open_to_those_who_only_look(kind: str, role: Role) -> None:
    assert refusal(kind, role) is Reason.NOT_ALLOWED
