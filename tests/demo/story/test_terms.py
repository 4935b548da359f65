import pytest

from kithmap.demo.model import Term
from kithmap.demo.story import FINISHED_WORKSHOP
from kithmap.demo.story.terms import TERMS

PEOPLE = {person.key for person in FINISHED_WORKSHOP.participants}
OPEN = {place.key for place in FINISHED_WORKSHOP.places if place.visibility != "facilitators"}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.key)
def test_everything_is_said_by_someone_who_was_there(term: Term) -> None:
    said = [*term.said, *(each for reworded in term.reworded for each in reworded.said)]
    spoke = {term.author, *(each.who for each in said), *(reworded.author for reworded in term.reworded)}
    assert spoke <= PEOPLE
    assert set(term.examples) <= OPEN


def test_terms_come_one_after_the_other() -> None:
    minutes = [term.minute for term in TERMS]
    assert minutes == sorted(set(minutes))
