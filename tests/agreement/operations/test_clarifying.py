from tests.agreement.room import AgreeingHall


def suggest(hall: AgreeingHall, item: str, label: str = "heart", person: int = 1) -> str:
    phone = hall.people[person]
    rewording = phone.new_id()
    hall.do(
        phone,
        "rewording.suggest",
        rewording=rewording,
        item=item,
        revision=hall.revision(item),
        label=label,
        meaning="Where ties meet.",
    )
    return rewording


def test_one_item_is_before_the_room_at_a_time(hall: AgreeingHall) -> None:
    one, other = hall.propose(), hall.propose(label="park")
    hall.take_up(one)
    assert (hall.fields("table")["item"], hall.fields(one)["state"], hall.fields(one)["minutes"]) == (
        one,
        "clarifying",
        5,
    )
    hall.take_up(other)
    assert hall.fields("table")["item"] == other
    hall.lead("rating.open", item=other, revision=0)
    assert "close it first" in hall.refusal(hall.facilitator, "item.take_up", item=one)[1]


def test_what_the_room_took_up_is_the_room_s(hall: AgreeingHall) -> None:
    item = hall.propose()
    hall.take_up(item)
    assert hall.facilitator.records[item]["author"] is None


def test_not_understanding_is_a_button_and_a_question_gets_its_answer(hall: AgreeingHall) -> None:
    item = hall.propose()
    hall.take_up(item)
    plain, worded = hall.people[2].new_id(), hall.people[3].new_id()
    hall.do(hall.people[2], "question.ask", question=plain, item=item)
    hall.do(hall.people[3], "question.ask", question=worded, item=item, text="Is a bus stop one?")
    hall.lead("question.answer", question=worded, text="If people meet there, yes.")
    assert hall.fields(plain)["text"] == ""
    assert hall.fields(worded)["answer"] == "If people meet there, yes."
    assert hall.refusal(hall.people[0], "question.answer", question=worded, text="No.")[0] == "not_allowed"


def test_nobody_asks_about_what_is_not_before_the_room(hall: AgreeingHall) -> None:
    item = hall.propose()
    asked = {"question": hall.people[0].new_id(), "item": item}
    assert hall.refusal(hall.people[0], "question.ask", **asked)[0] == "changed_since"


def test_an_accepted_rewording_is_a_numbered_revision_and_the_old_words_stay(hall: AgreeingHall) -> None:
    item = hall.propose()
    hall.take_up(item)
    taken, left = suggest(hall, item), suggest(hall, item, "middle", 2)
    hall.lead("rewording.accept", rewording=taken, revision=0)
    hall.lead("rewording.decline", rewording=left)
    fields = hall.fields(item)
    assert [each["number"] for each in fields["wordings"]] == [0, 1]
    assert (fields["wordings"][1]["label"], fields["wordings"][1]["from"], fields["state"]) == (
        "heart",
        taken,
        "reworded",
    )
    assert (hall.fields(taken)["accepted"], hall.fields(left)["accepted"]) == (True, False)


def test_a_rewording_meant_for_earlier_words_is_held_back(hall: AgreeingHall) -> None:
    item = hall.propose()
    hall.take_up(item)
    first, second = suggest(hall, item), suggest(hall, item, "middle", 2)
    hall.lead("rewording.accept", rewording=first, revision=0)
    assert (
        "changed meanwhile"
        in hall.refusal(hall.facilitator, "rewording.accept", rewording=second, revision=0)[1]
    )
    assert (
        "decided on already"
        in hall.refusal(hall.facilitator, "rewording.accept", rewording=first, revision=1)[1]
    )


def test_after_three_rewordings_it_is_rated_or_parked(hall: AgreeingHall) -> None:
    item = hall.propose()
    hall.take_up(item)
    for revision in range(3):
        hall.lead("rewording.accept", rewording=suggest(hall, item, f"heart {revision}"), revision=revision)
    fourth = suggest(hall, item, "core")
    assert (
        "three times" in hall.refusal(hall.facilitator, "rewording.accept", rewording=fourth, revision=3)[1]
    )


def test_an_id_is_taken_once(hall: AgreeingHall) -> None:
    item = hall.propose()
    hall.take_up(item)
    taken = suggest(hall, item)
    again = {"rewording": taken, "item": item, "revision": 0, "label": "x", "meaning": "y"}
    assert hall.refusal(hall.people[4], "rewording.suggest", **again)[0] == "already_there"
