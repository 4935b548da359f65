from typing import Any

from kithmap.basics.actors import Role
from kithmap.programme import actions as programmes
from kithmap.workshop import actions, store
from kithmap.workshop.joining import Consent, Listed
from tests.support.installation import START, Installation

PROFILE = b"attribute,category,count\nsex,female,5000\nsex,male,5000\n"
YES = Consent(take_part=True, keep=True, quote=True)


def room(installation: Installation) -> Listed:
    assert (
        installation.do(
            programmes.change_census_profile, installation.area.id, PROFILE, "Census 2021", None, START
        )
        == []
    )
    return installation.new_workshop()


def come(installation: Installation, workshop: Listed, sex: str, count: int) -> None:
    for _ in range(count):
        seat, _words = installation.do(
            actions.join, workshop.id, YES, "", installation.services.signing, START
        )
        installation.do(actions.save_about_me, workshop.id, seat.person, {"sex": sex})


def facts(installation: Installation, workshop: Listed) -> dict[str, Any]:
    answer: dict[str, Any] = installation.as_admin().get(f"/api/workshops/{workshop.id}/balance").json()
    return answer


def test_of_few_answers_only_their_number_is_told(installation: Installation) -> None:
    workshop = room(installation)
    come(installation, workshop, "female", 19)
    told = facts(installation, workshop)
    assert (told["answered"], told["questions"], told["balanced"]) == (19, [], None)
    text = installation.as_admin().get(f"/workshops/{workshop.id}/balance").text
    assert "19 people have said something about themselves." in text


def test_who_is_missing_is_told_in_steps_and_never_as_a_small_number(installation: Installation) -> None:
    workshop = room(installation)
    come(installation, workshop, "female", 19)
    come(installation, workshop, "male", 3)
    told = facts(installation, workshop)
    (sex,) = told["questions"]
    assert [(group["category"], group["room"], group["missing"]) for group in sex["groups"]] == [
        ("female", 100.0, False),
        ("male", None, True),
    ]
    assert (told["balanced"], sex["furthest"], sex["dissimilarity"]) == (False, "male", 0.5)
    text = installation.as_admin().get(f"/workshops/{workshop.id}/balance").text
    assert "Few or none here: Male." in text
    for _ in range(2):
        come(installation, workshop, "male", 2)
    # One of them is the last before the picture may be drawn anew.
    assert facts(installation, workshop)["questions"] == [sex]
    come(installation, workshop, "male", 1)
    (after,) = facts(installation, workshop)["questions"]
    assert [group["room"] for group in after["groups"]] == [66.7, 33.3]


def test_one_who_changes_their_answer_moves_nothing(installation: Installation) -> None:
    workshop = room(installation)
    come(installation, workshop, "female", 12)
    come(installation, workshop, "male", 12)
    before = facts(installation, workshop)["questions"]
    seat = installation.do(store.seats, workshop.id)[0]
    for _ in range(20):
        for sex in ("male", "female"):
            installation.do(actions.save_about_me, workshop.id, seat.person, {"sex": sex})
            assert facts(installation, workshop)["questions"] == before


def test_only_who_runs_the_room_sees_who_is_missing(installation: Installation) -> None:
    workshop = room(installation)
    phone = installation.joined(workshop)
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    for path in (f"/workshops/{workshop.id}/balance", f"/api/workshops/{workshop.id}/balance"):
        assert phone.get(path).status_code == 401
        assert researcher.get(path).status_code == 403
