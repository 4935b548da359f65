import pytest

from kithmap.basics.actors import Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.sync.content import Content
from kithmap.workshop.rules import require_running, workshop_of
from tests.support.hall import Hall


def test_before_it_is_set_up_a_workshop_takes_nothing() -> None:
    with pytest.raises(Refused) as refused:
        workshop_of(Content())
    assert refused.value.reason is Reason.NOT_OPEN


@pytest.mark.parametrize("kind", ["workshop.pause", "workshop.move_to_stage"])
def test_those_who_lead_may_prepare_while_others_wait(kind: str) -> None:
    hall = Hall()
    hall.do(hall.facilitator, kind, **({"stage": "lobby"} if kind.endswith("stage") else {}))
    view = hall.host.room.content
    assert require_running(view, Actor("f", Role.FACILITATOR)).id == "workshop"
    with pytest.raises(Refused):
        require_running(view, Actor("p", Role.PARTICIPANT))
