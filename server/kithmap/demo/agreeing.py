"""How the demo's people agree, as what they ask for one after the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kithmap.basics.ids import new_id
from kithmap.demo.model import DemoWorkshop, Reworded, Said, Term

MARKS = {"matters": 8, "fair": 8}
"""What people give to an indicator's two questions, each of which has to be asked."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that somebody does in the story.

    Attributes:
        minute: after the doors opened.
        who: a participant's key, or None for the facilitator.
        kind: the operation's kind.
        payload: the operation's.
    """

    minute: int
    who: str | None
    kind: str
    payload: Mapping[str, Any]


def agreeing_steps(story: DemoWorkshop, places: Mapping[str, str]) -> Iterator[Step]:
    """Yield what people do about each term. Steps of the same minute stay in this order.

    Args:
        story: the workshop.
        places: ids of places, by their keys.
    """
    if not story.terms:
        return
    begins = next(minute for minute, stage in story.stages if stage == "terms")
    people = [person.key for person in story.participants]
    for person in people:
        yield Step(begins, person, "attendance.check_in", {})
    for term in story.terms:
        yield from _OneTerm(term, people, places).steps()


class _OneTerm:
    """One term, from its proposal to the decision."""

    def __init__(self, term: Term, people: list[str], places: Mapping[str, str]) -> None:
        self._term = term
        self._people = people
        self._places = places
        self._item = new_id()
        self._revision = 0

    def steps(self) -> Iterator[Step]:
        term = self._term
        yield self._step(term.author, "item.propose", **self._proposal())
        yield self._step(None, "item.take_up", item=self._item)
        if term.asked is not None:
            who, words, answer = term.asked
            question = new_id()
            yield self._step(who, "question.ask", question=question, item=self._item, text=words)
            yield self._step(None, "question.answer", question=question, text=answer)
        said = term.said
        waiting = list(term.reworded)
        if not said and waiting:
            said = waiting[0].said
            yield from self._reword(waiting.pop(0))
        yield from self._rate(said)
        for reworded in waiting:
            yield from self._reword(reworded)
            yield from self._rate(reworded.said)
        if term.minority is not None:
            who, words = term.minority
            yield self._step(who, "minority.state", item=self._item, statement=new_id(), text=words)

    def _step(self, who: str | None, kind: str, **payload: Any) -> Step:
        return Step(self._term.minute, who, kind, payload)

    def _proposal(self) -> dict[str, Any]:
        term = self._term
        licence = {"rights": "slot", "held": False, "source": term.licence} if term.licence else {}
        return {
            "item": self._item,
            "type": "indicator" if term.indicator else "term",
            "label": term.label,
            "meaning": term.meaning,
            "examples": [self._places[key] for key in term.examples],
            "concept": term.concept,
            **({"licence": licence} if licence else {}),
        }

    def _reword(self, reworded: Reworded) -> Iterator[Step]:
        rewording = new_id()
        words = {"label": reworded.label, "meaning": reworded.meaning, "revision": self._revision}
        yield self._step(reworded.author, "rewording.suggest", rewording=rewording, item=self._item, **words)
        yield self._step(None, "rewording.accept", rewording=rewording, revision=self._revision)
        self._revision += 1

    def _rate(self, said: tuple[Said, ...]) -> Iterator[Step]:
        wording = {"item": self._item, "revision": self._revision}
        yield self._step(None, "rating.open", **wording)
        known = {each.who: each for each in said}
        for person in self._people:
            each = known.get(person, Said(person, "for"))
            marks = MARKS if self._term.indicator else {}
            given = {"choice": each.choice, "reason": each.reason, **marks}
            yield self._step(person, "rating.give", **wording, **given)
        yield self._step(None, "rating.close", **wording)
        yield self._step(None, "item.decide", **wording)
