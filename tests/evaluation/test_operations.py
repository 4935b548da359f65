import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import Reason
from kithmap.evaluation.model import SHOWN, reflection_id
from tests.support.hall import Hall, Phone

ALL_YES = {"heard": "yes", "understood": "yes", "again": "yes"}


def hall_looking_back(people: int) -> tuple[Hall, list[Phone]]:
    hall = Hall(stage="reflect")
    return hall, [hall.join(number) for number in range(2, 2 + people)]


def answer(hall: Hall, phone: Phone, sentence: str = "", **answers: str) -> str:
    return hall.do(phone, "reflection.answer", answers=answers, sentence=sentence)


def test_an_answer_is_for_its_author_and_those_who_lead() -> None:
    hall, [anna, bashir] = hall_looking_back(2)
    wall = hall.join(90, Role.PROJECTOR)
    answer(hall, anna, "Good tea", heard="partly")
    answered = reflection_id(anna.person)
    assert anna.records[answered]["fields"] == {
        "answers": {"heard": "partly", "understood": None, "again": None},
        "sentence": "Good tea",
    }
    assert answered in hall.facilitator.records
    assert not {answered} & (bashir.records.keys() | wall.records.keys())


def test_a_later_answer_takes_the_place_of_the_earlier_one() -> None:
    hall, [anna] = hall_looking_back(1)
    answer(hall, anna, heard="no")
    answer(hall, anna, heard="yes")
    answered = [each for each in hall.facilitator.records.values() if each["kind"] == "reflection"]
    assert [each["fields"]["answers"]["heard"] for each in answered] == ["yes"]


def test_an_empty_answer_takes_back_what_was_answered() -> None:
    hall, [anna] = hall_looking_back(1)
    answer(hall, anna, "Good tea")
    answer(hall, anna)
    assert reflection_id(anna.person) not in hall.facilitator.records


@pytest.mark.parametrize("stage", ["lobby", "places", "connections", "terms", "indicators"])
def test_nobody_answers_before_the_room_looks_back(stage: str) -> None:
    hall = Hall(stage=stage)
    anna = hall.join(2)
    refused = answer(hall, anna, heard="yes")
    assert anna.refused[refused].reason is Reason.WRONG_STAGE


def test_nobody_answers_in_a_pause_or_after_the_end() -> None:
    hall, [anna] = hall_looking_back(1)
    hall.do(hall.facilitator, "workshop.pause", because="Tea")
    assert anna.refused[answer(hall, anna, heard="yes")].reason is Reason.PAUSED
    hall.do(hall.facilitator, "workshop.close")
    assert anna.refused[answer(hall, anna, heard="yes")].reason is Reason.CLOSED


def test_those_who_lead_do_not_answer() -> None:
    hall, _ = hall_looking_back(0)
    refused = answer(hall, hall.facilitator, heard="yes")
    assert hall.facilitator.refused[refused].reason is Reason.NOT_ALLOWED


def test_four_answers_are_not_shown_and_five_are_as_counts() -> None:
    hall, people = hall_looking_back(5)
    wall = hall.join(90, Role.PROJECTOR)
    for phone in people[:4]:
        hall.do(phone, "reflection.answer", answers=ALL_YES, sentence="Only for you")
    refused = hall.do(hall.facilitator, "reflection.show")
    assert hall.facilitator.refused[refused].reason is Reason.TOO_FEW
    answer(hall, people[4], heard="no")
    hall.do(hall.facilitator, "reflection.show")
    for phone in (wall, people[0]):
        assert phone.records[SHOWN]["fields"] == {
            "answered": 5,
            "questions": [
                {"question": "heard", "counts": {"yes": 4, "partly": 0, "no": 1}},
                {"question": "understood", "counts": None},
                {"question": "again", "counts": None},
            ],
        }
    assert "Only for you" not in str(wall.records)


def test_a_second_picture_waits_until_it_could_point_to_nobody() -> None:
    hall, people = hall_looking_back(10)
    for phone in people[:5]:
        answer(hall, phone, heard="yes")
    hall.do(hall.facilitator, "reflection.show")
    for phone in people[5:9]:
        answer(hall, phone, heard="no")
    refused = hall.do(hall.facilitator, "reflection.show")
    assert hall.facilitator.refused[refused].reason is Reason.TOO_FEW
    answer(hall, people[9], heard="no")
    hall.do(hall.facilitator, "reflection.show")
    assert people[0].records[SHOWN]["fields"]["answered"] == 10


def test_a_participant_shows_nothing() -> None:
    hall, people = hall_looking_back(5)
    for phone in people:
        answer(hall, phone, heard="yes")
    refused = hall.do(people[0], "reflection.show")
    assert people[0].refused[refused].reason is Reason.NOT_ALLOWED
