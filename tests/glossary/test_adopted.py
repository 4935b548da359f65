from datetime import date
from typing import Any

from kithmap.glossary.adopted import NOT_QUOTED, TAKEN_BACK, Adopted, Asking, adopted, not_adopted, together
from tests.agreement.room import AgreeingHall
from tests.support.hall import load

TEN_FOR = ["for"] * 10


def read(hall: AgreeingHall, *quotable: str, title: str | None = None) -> Adopted:
    """Return what a hall agreed on."""
    content, _ = load(hall.log)
    asking = Asking("w", lambda _: title, lambda person: person is None or person in quotable)
    return adopted(content, asking)


def agree(hall: AgreeingHall, label: str = "hub", **more: Any) -> str:
    """Let the hall adopt a term; two are against it."""
    item = hall.propose(label=label, **more)
    hall.take_up(item)
    hall.rate(item, *TEN_FOR, "against", "against")
    assert hall.decide(item) == "adopted"
    return item


def test_what_the_room_adopted_is_read_with_its_arithmetic() -> None:
    hall = AgreeingHall()
    item = agree(hall)
    hall.propose(label="not taken up")
    (term,) = read(hall).terms
    assert (term.label, term.meaning, term.concept) == ("hub", "What hub is.", None)
    decision = term.decision
    assert (decision.workshop, decision.item, decision.outcome) == ("w", item, "adopted")
    assert (decision.on, decision.counts["for"], decision.counts["against"]) == (date(2026, 5, 1), 10, 2)
    assert decision.sentence == hall.fields(item)["result"]["sentence"]


def test_terms_and_indicators_are_told_apart_and_wishes_from_both() -> None:
    hall = AgreeingHall(stage="indicators")
    both = {"matters": 8, "fair": 8}
    for label, licence in (("satisfaction", {}), ("a scale", {"rights": "slot", "held": False})):
        item = hall.propose(label=label, type="indicator", licence=licence)
        hall.take_up(item)
        hall.rate(item, *["for"] * 12, **both)
        hall.decide(item)
    found = read(hall)
    assert [each.label for each in found.indicators] == ["satisfaction"]
    assert [each.label for each in found.wishes] == ["a scale"]
    assert found.terms == ()


def test_earlier_names_are_other_words_and_a_merged_proposal_s_name_is_its_author_s() -> None:
    hall = AgreeingHall()
    author = hall.people[1]
    item, other = hall.propose(), hall.propose(author, label="heart")
    hall.lead("item.merge", keep=item, others=[other])
    hall.take_up(item)
    rewording = author.new_id()
    words = {"label": "centre", "meaning": "Where ties meet."}
    hall.do(author, "rewording.suggest", rewording=rewording, item=item, revision=0, **words)
    hall.lead("rewording.accept", rewording=rewording, revision=0)
    hall.rate(item, *["for"] * 12)
    hall.decide(item)
    (quoted,) = read(hall, author.person).terms
    assert (quoted.label, quoted.others) == ("centre", ("hub", "heart"))
    (silent,) = read(hall).terms
    assert silent.others == ("hub",)


def test_places_stand_as_examples_where_they_may_be_shown_to_all() -> None:
    hall = AgreeingHall()
    place = hall.place(hall.facilitator)
    agree(hall, examples=[place])
    (shown,) = read(hall, title="Fern Hall").terms
    assert (shown.examples, shown.decision.examples) == (("Fern Hall",), ("Fern Hall",))
    (hidden,) = read(hall).terms
    assert hidden.examples == ()


def test_a_minority_statement_is_quoted_hidden_or_only_counted() -> None:
    hall = AgreeingHall()
    item = agree(hall)
    statement, other = (hall.people[0].new_id() for _ in range(2))
    hall.do(hall.people[10], "minority.state", item=item, statement=statement, text="Not here.")
    hall.do(hall.people[11], "minority.state", item=item, statement=other, text="My street is no hub.")

    def told(*quotable: str) -> list[str]:
        return sorted(read(hall, *quotable).terms[0].decision.minority)

    everyone = [each.person for each in hall.people]
    assert told(*everyone) == ["My street is no hub.", "Not here."]
    assert told() == [NOT_QUOTED, NOT_QUOTED]
    hall.lead("minority.hide", item=item, statement=other)
    assert told(*everyone) == ["Hidden for somebody's safety.", "Not here."]
    hall.do(hall.people[10], "person.withdraw", person=hall.people[10].person)
    assert told(*everyone) == ["Hidden for somebody's safety.", TAKEN_BACK]
    hall.do(hall.people[11], "person.withdraw", person=hall.people[11].person)
    assert told(*everyone) == [TAKEN_BACK, TAKEN_BACK]


def test_several_workshops_stand_in_the_order_of_their_days() -> None:
    hall = AgreeingHall()
    agree(hall)
    first = read(hall)
    hall.host.now = hall.host.now.replace(year=2027)
    agree(hall, "park")
    second = read(hall)
    later = Adopted(terms=second.terms[1:])
    assert [each.label for each in together([later, first]).terms] == ["hub", "park"]


def test_what_was_not_agreed_is_read_with_its_arithmetic_too() -> None:
    hall = AgreeingHall()
    agree(hall)
    item = hall.propose(label="fence")
    hall.take_up(item)
    hall.rate(item, *["against"] * 12)
    assert hall.decide(item) == "not_adopted"
    hall.propose(label="not taken up")
    content, _ = load(hall.log)
    (term,) = not_adopted(content, Asking("w", lambda _: None, lambda _: True))
    assert (term.label, term.decision.outcome, term.decision.counts["against"]) == (
        "fence",
        "not_adopted",
        12,
    )
