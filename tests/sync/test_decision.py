from kithmap.basics.actors import Role
from kithmap.basics.errors import Reason
from kithmap.state import WorkshopRules
from kithmap.sync.audience import Viewer
from kithmap.sync.content import Content
from kithmap.sync.decision import Decision, Waiting
from kithmap.sync.protocol import AlreadyMessage, RefusedMessage, SubmittedOperation
from tests.support.hall import NOON, begin, made_id

LEADER = Viewer("lou", Role.FACILITATOR)


def group(session: str, *operations: SubmittedOperation, together: bool = False) -> Waiting:
    return Waiting(session, LEADER, operations, together, NOON)


def operation(count: int, kind: str = "workshop.open", **payload: object) -> SubmittedOperation:
    return SubmittedOperation(id=made_id(count), kind=kind, payload=payload)


def decision(**known: int) -> Decision:
    return Decision(WorkshopRules(), Content(), 0, known)


def test_i3_an_operation_that_two_sessions_sent_is_one_entry_with_two_askers() -> None:
    made = decision()
    for session in ("a", "b", "b"):
        made.add(group(session, operation(1, "workshop.begin", **begin())))
    assert [entry.number for entry in made.entries] == [1]
    assert [asker.session for asker in made.asked_by[made_id(1)]] == ["a", "b"]


def test_i5_a_group_that_fails_leaves_no_trace_in_the_draft() -> None:
    made = decision()
    made.add(
        group("a", operation(1, "workshop.begin", **begin()), operation(2, "workshop.explode"), together=True)
    )
    assert not made.entries
    reasons = [answer.message.reason for answer in made.answers if isinstance(answer.message, RefusedMessage)]
    assert reasons == [Reason.WITH_OTHERS, Reason.UNKNOWN_KIND]
    made.add(group("a", operation(3, "workshop.begin", **begin()), operation(4), together=True))
    assert [entry.number for entry in made.entries] == [1, 2]


def test_i2_a_known_operation_is_answered_with_its_number() -> None:
    made = Decision(WorkshopRules(), Content(), 8, {made_id(1): 5})
    made.add(group("a", operation(1)))
    assert made.answers[0].message == AlreadyMessage(operation=made_id(1), number=5)
