from collections import Counter

from kithmap.demo.agreeing import agreeing_steps
from kithmap.demo.story import FINISHED_WORKSHOP, OPEN_WORKSHOP

PLACES = {place.key: place.key for place in FINISHED_WORKSHOP.places}
STEPS = list(agreeing_steps(FINISHED_WORKSHOP, PLACES))


def test_everybody_is_counted_in_once_and_answers_every_rating() -> None:
    people = len(FINISHED_WORKSHOP.participants)
    kinds = Counter(step.kind for step in STEPS)
    assert kinds["attendance.check_in"] == people
    assert kinds["rating.give"] == people * kinds["rating.open"]


def test_every_rating_is_closed_and_its_result_stands() -> None:
    kinds = Counter(step.kind for step in STEPS)
    assert kinds["rating.open"] == kinds["rating.close"] == kinds["item.decide"] == 6


def test_whoever_cannot_accept_a_wording_says_why() -> None:
    refusing = [step.payload for step in STEPS if step.payload.get("choice") == "cannot_accept"]
    assert len(refusing) == 2
    assert all(each["reason"] for each in refusing)


def test_a_workshop_that_has_not_come_to_terms_agrees_on_nothing() -> None:
    assert list(agreeing_steps(OPEN_WORKSHOP, {})) == []
