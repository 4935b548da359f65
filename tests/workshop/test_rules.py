import pytest

from kithmap.basics.actors import Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.records import Audience, Put, Record
from kithmap.sync.content import Content
from kithmap.sync.entry import Entry
from kithmap.workshop.rules import boundary_of, require_running, workshop_of
from tests.support.hall import BOUNDARY, NOON, Hall, made_id


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


def test_the_boundary_does_not_go_out_with_every_change_of_stage() -> None:
    hall = Hall()
    anna = hall.join(2)
    hall.do(hall.facilitator, "workshop.move_to_stage", stage="connections")
    assert "boundary" not in anna.records["workshop"]["fields"]
    assert "boundary" not in anna.records
    assert boundary_of(hall.host.room.content) == BOUNDARY


def test_a_log_from_before_the_boundary_stood_by_itself_is_read_as_well() -> None:
    content = Content()
    record = Record("workshop", "workshop", None, Audience.EVERYONE, {"boundary": BOUNDARY})
    begun = Entry(1, made_id(1), "workshop.begin", made_id(2), Role.FACILITATOR, NOON, {}, (Put(record),))
    content.apply(begun)
    assert boundary_of(content) == BOUNDARY
