from kithmap.guides.model import STAGE_ORDER, FaultyGuideError
from kithmap.workshop.model import Stage


def test_a_faulty_guide_tells_every_fault_in_one_message_and_each_by_itself() -> None:
    error = FaultyGuideError(("a.md, title: one.", "a.md, order: two."))
    assert error.message == "a.md, title: one. a.md, order: two."
    assert len(error.faults) == 2


def test_stages_stand_in_the_order_in_which_a_room_meets_them() -> None:
    assert (STAGE_ORDER[0], STAGE_ORDER[-1]) == (Stage.LOBBY, Stage.CLOSED)
