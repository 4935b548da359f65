from typing import Any

import pytest

from kithmap.basics.actors import Role
from kithmap.state import WorkshopRules
from kithmap.sync.entry import entry_to_json
from kithmap.sync.replay import replay
from tests.agreement.room import AgreeingHall
from tests.support.hall import WORKSHOP, Phone

WORD = "Wrenfield"


@pytest.fixture
def hall() -> AgreeingHall:
    return AgreeingHall(people=8)


def answer(hall: AgreeingHall, item: str, **reasons: str) -> None:
    """Let everybody be against, these people with a reason; their numbers begin with ``p``."""
    revision = hall.revision(item)
    hall.lead("rating.open", item=item, revision=revision)
    for number, person in enumerate(hall.people):
        given = {"choice": "against", "reason": reasons.get(f"p{number}", "")}
        hall.do(person, "rating.give", item=item, revision=revision, **given)
    hall.lead("rating.close", item=item, revision=revision)


def state(hall: AgreeingHall, person: Phone, item: str, text: str = WORD) -> str:
    statement = person.new_id()
    hall.do(person, "minority.state", item=item, statement=statement, text=text)
    return statement


def withdraw(hall: AgreeingHall, person: Phone) -> None:
    hall.do(person, "person.withdraw", person=person.person)


def in_the_log(hall: AgreeingHall) -> str:
    return repr([entry_to_json(entry) for entry in hall.log.entries(WORKSHOP, 0)])


def in_the_room(hall: AgreeingHall) -> str:
    phones = [*hall.people, hall.facilitator, hall.wall]
    return repr([hall.host.room.content._present, [phone.records for phone in phones]])


@pytest.fixture
def item(hall: AgreeingHall) -> str:
    found = hall.propose()
    hall.take_up(found)
    return found


def test_a_reason_goes_and_a_mark_stands_in_its_place_while_the_count_stays(
    hall: AgreeingHall, item: str
) -> None:
    answer(hall, item, p0=WORD, p1="Too long")
    before = hall.fields(item)["result"]
    withdraw(hall, hall.people[0])
    after = hall.fields(item)["result"]
    gone = {"choice": "against", "text": "", "taken_back": True}
    assert after == {**before, "reasons": [{"choice": "against", "text": "Too long"}, gone]}
    assert hall.wall.records[item]["fields"] == hall.people[2].records[item]["fields"] == hall.fields(item)
    assert WORD not in in_the_log(hall) + in_the_room(hall)


def test_what_another_gave_in_the_same_words_stays_until_they_take_it_back_too(
    hall: AgreeingHall, item: str
) -> None:
    answer(hall, item, p0=WORD, p1=WORD)
    withdraw(hall, hall.people[0])
    assert hall.fields(item)["result"]["reasons"] == [{"choice": "against", "text": WORD}]
    withdraw(hall, hall.people[1])
    assert WORD not in in_the_log(hall) + in_the_room(hall)


def test_a_reason_of_an_earlier_rating_goes_from_the_log_although_no_page_shows_it(
    hall: AgreeingHall, item: str
) -> None:
    answer(hall, item, p0=WORD)
    hall.lead("item.decide", item=item, revision=0)
    hall.take_up(item)
    answer(hall, item, p0="")
    assert hall.fields(item)["result"]["reasons"] == []
    withdraw(hall, hall.people[0])
    assert WORD not in in_the_log(hall) + in_the_room(hall)


def test_a_minority_statement_goes_and_that_there_was_one_stays(hall: AgreeingHall, item: str) -> None:
    answer(hall, item)
    hers, his = state(hall, hall.people[0], item), state(hall, hall.people[1], item, "Not us")
    withdraw(hall, hall.people[0])
    told = {each["id"]: each for each in hall.fields(item)["minority"]}
    assert told[hers] == {"id": hers, "text": "", "hidden": False, "taken_back": True}
    assert told[his] == {"id": his, "text": "Not us", "hidden": False}
    assert WORD not in in_the_log(hall) + in_the_room(hall)


def test_a_hidden_statement_goes_as_well_and_cannot_be_hidden_again(hall: AgreeingHall, item: str) -> None:
    answer(hall, item)
    hers = state(hall, hall.people[0], item)
    hall.lead("minority.hide", item=item, statement=hers)
    withdraw(hall, hall.people[0])
    assert WORD not in in_the_log(hall)
    assert hall.fields(item)["minority"] == [{"id": hers, "text": "", "hidden": True, "taken_back": True}]
    reason, _ = hall.refusal(hall.facilitator, "minority.hide", item=item, statement=hers)
    assert reason == "not_found"


def test_what_was_entered_on_paper_and_late_goes_too(hall: AgreeingHall, item: str) -> None:
    late = hall.people[7]
    answer(hall, item, p7=f"{WORD} first")
    entered = {"item": item, "revision": 0, "person": late.person, "choice": "cannot_accept"}
    hall.lead("rating.enter", **entered, reason=f"{WORD} on paper")
    hall.lead("rating.enter", **entered, reason="Other words")
    statement = hall.facilitator.new_id()
    told = {"item": item, "statement": statement, "text": WORD, "person": late.person}
    hall.lead("minority.state", **told)
    hall.lead("person.withdraw", person=late.person)
    assert WORD not in in_the_log(hall) + in_the_room(hall)
    assert "Other words" not in in_the_log(hall) + in_the_room(hall)


def test_a_mark_of_what_was_taken_back_stays_when_somebody_answers_late(
    hall: AgreeingHall, item: str
) -> None:
    answer(hall, item, p0=WORD)
    withdraw(hall, hall.people[0])
    other = {"person": hall.people[1].person, "choice": "against", "reason": "Late words"}
    hall.lead("rating.enter", item=item, revision=0, **other)
    reasons = hall.fields(item)["result"]["reasons"]
    assert [each["text"] for each in reasons] == ["Late words", ""]


def test_who_leaves_while_a_rating_is_open_is_not_counted_and_not_waited_for(
    hall: AgreeingHall, item: str
) -> None:
    hall.lead("rating.open", item=item, revision=0)
    for person in hall.people[:6]:
        hall.do(person, "rating.give", item=item, revision=0, choice="for", reason=WORD)
    withdraw(hall, hall.people[0])
    withdraw(hall, hall.people[7])
    shown = hall.wall.records[f"answers:{item}"]["fields"]
    assert (shown["answered"], shown["may_rate"], shown["needed"]) == (5, 6, 5)
    hall.lead("rating.close", item=item, revision=0)
    result = hall.fields(item)["result"]
    assert (result["may_rate"], result["counts"]["for"]) == (6, 5)
    assert result["reasons"] == [{"choice": "for", "text": WORD}]


def test_questions_and_suggestions_go_and_a_wording_that_the_room_took_stays(
    hall: AgreeingHall, item: str
) -> None:
    anna = hall.people[3]
    hall.do(anna, "question.ask", question=anna.new_id(), item=item, text=f"{WORD}?")
    for label in ("heart", WORD):
        words = {"rewording": anna.new_id(), "item": item, "revision": 0, "label": label, "meaning": label}
        hall.do(anna, "rewording.suggest", **words)
    taken = next(
        key for key, each in hall.facilitator.records.items() if each["fields"].get("label") == "heart"
    )
    hall.lead("rewording.accept", rewording=taken, revision=0)
    withdraw(hall, anna)
    assert [each["label"] for each in hall.fields(item)["wordings"]] == ["hub", "heart"]
    assert WORD not in in_the_log(hall) + in_the_room(hall)


def test_a_draft_goes_and_of_what_the_room_took_up_only_how_it_was_first_put(hall: AgreeingHall) -> None:
    anna = hall.people[3]
    left, taken = hall.propose(anna, WORD), hall.propose(anna, f"{WORD} slip")
    hall.do(anna, "item.edit", item=taken, label="hub", meaning="Where ties meet.")
    hall.take_up(taken)
    withdraw(hall, anna)
    assert left not in hall.facilitator.records
    assert hall.fields(taken)["wordings"][0]["label"] == "hub"
    assert WORD not in in_the_log(hall) + in_the_room(hall)


def test_others_proposals_merged_with_a_withdrawn_one_stand_for_themselves_again(
    hall: AgreeingHall,
) -> None:
    anna, bashir, cleo = hall.people[:3]
    hers, his, third = hall.propose(anna, "hub"), hall.propose(bashir, "heart"), hall.propose(cleo, "core")
    hall.lead("item.merge", keep=hers, others=[his])
    hall.lead("item.merge", keep=third, others=[hers])
    before = hall.fields(his)
    withdraw(hall, anna)
    assert hall.fields(his) == {**before, "merged_into": third}
    withdraw(hall, cleo)
    assert hall.fields(his) == {**before, "state": "draft", "merged_into": None}


def test_whose_words_were_taken_back_is_told_to_nobody_by_their_registers(
    hall: AgreeingHall, item: str
) -> None:
    answer(hall, item, p0=WORD)
    for viewer in (hall.people[1], hall.facilitator, hall.wall):
        theirs = [each for each in viewer.records.values() if each["author"] == hall.people[0].person]
        assert {each["kind"] for each in theirs} <= {"item", "attendance"}
    watching = hall.people[1]
    watching.heard.clear()
    withdraw(hall, hall.people[0])
    told: list[Any] = [message for message in watching.heard if getattr(message, "changes", None)]
    assert all(message.person is None and message.operation is None for message in told)


def test_the_log_still_replays_after_all_of_it(hall: AgreeingHall, item: str) -> None:
    answer(hall, item, p0=WORD, p1=f"{WORD} as well", p2="Too long")
    state(hall, hall.people[0], item)
    hall.lead("item.decide", item=item, revision=0)
    other = hall.propose(hall.people[4], "other")
    hall.take_up(other)
    withdraw(hall, hall.people[0])
    answer(hall, other, p1=WORD)
    withdraw(hall, hall.people[1])
    assert WORD not in in_the_log(hall) + in_the_room(hall)
    report = replay(hall.log.entries(WORKSHOP, 0), WorkshopRules())
    assert report.differences == []
    late = hall.join(70, Role.PARTICIPANT)
    assert late.records[item]["fields"] == hall.fields(item)
