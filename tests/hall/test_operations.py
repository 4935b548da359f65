from kithmap.basics.actors import Role
from kithmap.basics.errors import Reason
from kithmap.hall.model import RECORD
from tests.support.hall import Hall


def test_each_thing_is_arranged_by_itself_and_the_screen_hears_of_it() -> None:
    hall = Hall()
    wall = hall.join(90, Role.PROJECTOR)
    hall.do(hall.facilitator, "hall.arrange", theme="light")
    assert wall.records[RECORD]["fields"] == {"theme": "light", "way_in": "auto"}
    hall.do(hall.facilitator, "hall.arrange", way_in="small")
    assert wall.records[RECORD]["fields"] == {"theme": "light", "way_in": "small"}


def test_a_screen_that_comes_later_is_arranged_the_same() -> None:
    hall = Hall()
    hall.do(hall.facilitator, "hall.arrange", theme="dark", way_in="large")
    assert hall.join(90, Role.PROJECTOR).records[RECORD]["fields"] == {"theme": "dark", "way_in": "large"}


def test_the_hall_goes_on_looking_after_the_end() -> None:
    hall = Hall()
    hall.do(hall.facilitator, "workshop.close")
    arranged = hall.do(hall.facilitator, "hall.arrange", theme="light")
    assert arranged in hall.facilitator.accepted


def test_a_participant_arranges_nothing() -> None:
    hall = Hall()
    anna = hall.join(2)
    refused = hall.do(anna, "hall.arrange", theme="light")
    assert anna.refused[refused].reason is Reason.NOT_ALLOWED
