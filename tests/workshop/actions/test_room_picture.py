from kithmap.workshop import actions
from kithmap.workshop.actions import RoomPicture
from kithmap.workshop.joining import Consent, Listed
from tests.support.installation import START, Installation

YES = Consent(take_part=True, keep=True, quote=True)
LEAST = 5


def answer(installation: Installation, workshop: Listed, sex: str, people: int) -> list[str]:
    """Let so many people join who say this of themselves; returns who they are."""
    signing = installation.services.signing
    joined = [installation.do(actions.join, workshop.id, YES, "", signing, START) for _ in range(people)]
    for seat, _ in joined:
        installation.do(actions.save_about_me, workshop.id, seat.person, {"sex": sex})
    return [seat.person for seat, _ in joined]


def look(installation: Installation, workshop: Listed, least: int = LEAST) -> RoomPicture:
    return installation.do(actions.look_at_room, workshop.id, least, START)


def test_too_few_answers_are_only_counted(installation: Installation) -> None:
    workshop = installation.new_workshop()
    answer(installation, workshop, "female", LEAST - 1)
    assert look(installation, workshop) == RoomPicture(LEAST - 1, {}, {})


def test_enough_answers_are_drawn_and_stand_until_as_many_are_new(installation: Installation) -> None:
    workshop = installation.new_workshop()
    answer(installation, workshop, "female", 10)
    answer(installation, workshop, "male", 10)
    drawn = look(installation, workshop)
    assert drawn.answered == 20
    assert dict(drawn.told["sex"])["female"] == 10
    answer(installation, workshop, "male", LEAST - 1)
    assert look(installation, workshop).told == drawn.told


def test_a_picture_drawn_for_a_lower_threshold_is_not_told_for_a_higher_one(
    installation: Installation,
) -> None:
    workshop = installation.new_workshop()
    answer(installation, workshop, "female", 10)
    answer(installation, workshop, "male", 10)
    assert look(installation, workshop).told != {}
    assert look(installation, workshop, least=30).told == {}


def test_whoever_only_reads_sees_what_was_last_told_and_draws_nothing(installation: Installation) -> None:
    workshop = installation.new_workshop()
    answer(installation, workshop, "female", 10)
    answer(installation, workshop, "male", 10)
    assert installation.do(actions.last_picture, workshop.id, LEAST).told == {}
    drawn = look(installation, workshop)
    assert installation.do(actions.last_picture, workshop.id, LEAST) == drawn
    assert installation.do(actions.last_picture, workshop.id, 30).told == {}
