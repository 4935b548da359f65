from kithmap.agreement.items import rating_id, registers, thresholds_of, who_may_rate
from kithmap.agreement.model import THRESHOLDS
from tests.agreement.room import AgreeingHall
from tests.support.hall import load, made_id


def test_registers_are_those_on_the_present_wording() -> None:
    hall = AgreeingHall()
    item = hall.propose()
    hall.take_up(item)
    hall.lead("rating.open", item=item, revision=0)
    hall.do(hall.people[0], "rating.give", item=item, revision=0, choice="for")
    content, _ = load(hall.log)
    record = content.get(item)
    assert record is not None
    assert [each.id for each in registers(content, record)] == [rating_id(item, 0, hall.people[0].person)]


def test_staff_of_the_host_authority_are_here_and_do_not_rate() -> None:
    hall = AgreeingHall(people=2)
    hall.lead("attendance.check_in", person=made_id(4), rates=False)
    content, _ = load(hall.log)
    assert set(who_may_rate(content)) == {phone.person for phone in hall.people}


def test_without_a_rule_of_its_own_a_workshop_has_the_usual_one() -> None:
    content, _ = load(AgreeingHall(people=0).log)
    assert thresholds_of(content) == THRESHOLDS
