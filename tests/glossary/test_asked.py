from kithmap.glossary.asked import NOT_SETTLED, indicators_now
from tests.glossary.drafts import START, agreed

SATISFACTION = START.indicators["life_satisfaction"]


def test_an_instrument_keeps_its_questions_and_takes_the_room_s_name() -> None:
    (made,) = indicators_now(
        [], START.indicators, [agreed("content", concept="life_satisfaction")], "en", set()
    )
    assert (made.questions, made.instrument, made.compute) == (
        SATISFACTION.questions,
        SATISFACTION.instrument,
        SATISFACTION.compute,
    )
    assert (made.concept.label, made.concept.definition) == (
        {"en": "content"},
        SATISFACTION.concept.definition,
    )
    assert made.concept.scope == {"en": "What content is."}
    assert SATISFACTION.concept.label["en"] in made.concept.alt["en"]


def test_adopted_as_it_is_it_stays_as_it_is() -> None:
    concept = SATISFACTION.concept
    words = agreed(concept.label["en"], concept.definition["en"], concept=concept.id)
    (made,) = indicators_now([], START.indicators, [words], "en", set())
    assert (made.concept.scope, made.concept.alt) == (concept.scope, concept.alt)


def test_what_a_room_made_says_that_its_measuring_is_not_settled() -> None:
    (made,) = indicators_now([], {}, [agreed("hub", concept="meeting_place")], "en", {"hub"})
    assert (made.concept.id, made.about, made.rights) == ("hub_2", "meeting_place", "ours")
    assert (made.questions, made.limits) == ((), NOT_SETTLED)


def test_those_of_the_last_release_stay_first_and_are_not_doubled() -> None:
    first = indicators_now([], START.indicators, [agreed("b", concept="worthwhile")], "en", set())
    both = [agreed("a", concept="life_satisfaction"), agreed("c", "Other.", item="x", concept="worthwhile")]
    later = indicators_now(first, START.indicators, both, "en", set())
    assert [each.concept.id for each in later] == ["worthwhile", "life_satisfaction"]
    assert len(later[0].concept.decisions) == 2
