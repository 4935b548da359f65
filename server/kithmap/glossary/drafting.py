"""The draft of the next release, worked out afresh each time: the last release, what rooms agreed on since, and people's edits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain

from kithmap.glossary.adopted import Adopted
from kithmap.glossary.asked import indicators_now
from kithmap.glossary.changes import Differences
from kithmap.glossary.checks import Fault, faults
from kithmap.glossary.draft import Agreed, draft
from kithmap.glossary.edits import (
    AboutItem,
    Edit,
    LeaveOut,
    Note,
    Take,
    apply,
    entering,
    left_out,
    with_words,
)
from kithmap.glossary.model import (
    Concept,
    Decision,
    Indicator,
    Release,
    Scheme,
    Status,
)
from kithmap.glossary.release import checksum_of, every_concept, next_release, since

ANY_DAY = date(1970, 1, 1)
"""Stands for the day of publishing where a draft is compared: it is the same draft tomorrow."""


@dataclass(frozen=True, slots=True)
class Start:
    """The words to begin with, as they come with Kithmap.

    Attributes:
        concepts: by id.
        indicators: by id.
    """

    concepts: Mapping[str, Concept] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be published now.

    Attributes:
        release: the release, with its number by rule.
        last: the release before it, or None.
        found: what is different from the last release.
        faults: what keeps it from being published.
        idle: ids of edits that have nothing to apply to.
        left_out: what rooms agreed on and waits for another release.
        wishes: indicators whose licence nobody holds yet.
        checksum: of the draft, whatever the day: what signatures are for.
    """

    release: Release
    last: Release | None
    found: Differences
    faults: tuple[Fault, ...]
    idle: tuple[str, ...]
    left_out: tuple[Agreed, ...]
    wishes: tuple[Agreed, ...]
    checksum: str

    @property
    def is_new(self) -> bool:
        """Whether it says anything that the last release does not, the record of how it was agreed included."""
        if self.last is None:
            return bool(self.release.concepts or self.release.indicators)
        before, now = self.last, self.release
        return (before.concepts, before.indicators) != (now.concepts, now.indicators)


def drafted(
    scheme: Scheme,
    last: Release | None,
    start: Start,
    adopted: Adopted,
    edits: Sequence[Edit],
    on: date = ANY_DAY,
) -> Draft:
    """Work out the draft of the next release.

    Args:
        scheme: whose glossary it is.
        last: the release before, or None.
        start: the words to begin with: those that were taken or that a room's words are for enter with them.
        adopted: what rooms agreed on at any time; what stands in the last release is known by its decisions.
        edits: people's, oldest first.
        on: the day of publishing.
    """
    known = set(_decisions(every_concept(last)))
    terms = entering((each for each in adopted.terms if _key(each.decision) not in known), edits)
    asked = entering((each for each in adopted.indicators if _key(each.decision) not in known), edits)
    concepts, indicators, idle = _now(last, start, _since(adopted, terms, asked), edits, scheme.language)
    release = next_release(last, scheme, concepts, indicators, on, _note(edits))
    return Draft(
        release=release,
        last=last,
        found=since(last, release.concepts, release.indicators),
        faults=tuple(faults(every_concept(release), scheme.language)),
        idle=(*idle, *_of_nothing(edits, (*adopted.terms, *adopted.indicators))),
        left_out=tuple(left_out((*adopted.terms, *adopted.indicators), edits)),
        wishes=adopted.wishes,
        checksum=checksum_of(undated(release)),
    )


@dataclass(frozen=True, slots=True)
class _Since:
    """What rooms agreed on, sorted for a draft.

    Attributes:
        terms: new since the last release, as they enter.
        asked: new indicators, likewise.
        present: all that stands now, by workshop and item.
    """

    terms: Sequence[Agreed]
    asked: Sequence[Agreed]
    present: Mapping[tuple[str, str], Agreed]


def _since(adopted: Adopted, terms: Sequence[Agreed], asked: Sequence[Agreed]) -> _Since:
    present = {_key(each.decision): each for each in chain(adopted.terms, adopted.indicators)}
    return _Since(terms, asked, present)


def _now(
    last: Release | None, start: Start, agreed: _Since, edits: Sequence[Edit], language: str
) -> tuple[list[Concept], list[Indicator], list[str]]:
    """Return the concepts, the indicators, and the ids of edits with nothing to apply to."""
    told = partial(_told_now, present=agreed.present, language=language)
    before = [told(each) for each in (last.concepts if last else ())]
    before_asked = [replace(each, concept=told(each.concept)) for each in (last.indicators if last else ())]
    indicators = indicators_now(
        before_asked, start.indicators, agreed.asked, language, {each.id for each in before}
    )
    taken = _taken(
        start, before, edits, [*(each.concept for each in agreed.terms), *(each.about for each in indicators)]
    )
    concepts = draft([*before, *taken], agreed.terms, language, {each.concept.id for each in indicators})
    shelf, idle = apply(edits, [*concepts, *(each.concept for each in indicators)], language)
    on_shelf = {each.id: each for each in _joined(shelf, {each.id for each in every_concept(last)})}
    indicators = [replace(each, concept=on_shelf.pop(each.concept.id)) for each in indicators]
    return list(on_shelf.values()), indicators, idle


def undated(release: Release) -> Release:
    """Return a draft without the day on which it was drafted, for comparing."""
    first = release.previous is None
    scheme = replace(release.scheme, created=ANY_DAY) if first else release.scheme
    return replace(release, on=ANY_DAY, scheme=scheme)


def kept_edits(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits that outlast a release: what was left out of it is left out until somebody says otherwise."""
    return [edit for edit in edits if isinstance(edit, LeaveOut)]


def _key(decision: Decision) -> tuple[str, str]:
    return decision.workshop, decision.item


def _decisions(concepts: Iterable[Concept]) -> Iterable[tuple[str, str]]:
    return (_key(decision) for concept in concepts for decision in concept.decisions)


def _of_nothing(edits: Iterable[Edit], agreed: Sequence[Agreed]) -> list[str]:
    """Return the ids of edits about what no room agreed on any more: a workshop was opened again, or is gone."""
    about = [edit for edit in edits if isinstance(edit, AboutItem)]
    return [edit.id for edit in about if not any(edit.is_of(each) for each in agreed)]


def _note(edits: Iterable[Edit]) -> str:
    notes = [edit.text for edit in edits if isinstance(edit, Note)]
    return notes[-1] if notes else ""


def _told_now(concept: Concept, present: Mapping[tuple[str, str], Agreed], language: str) -> Concept:
    """Return a concept of the last release without what people took back since: it goes from the next version on."""
    decisions = tuple(_as_it_is_now(decision, present) for decision in concept.decisions)
    if decisions == concept.decisions:
        return concept
    before, now = concept.decisions[-1].examples, decisions[-1].examples
    example = dict(concept.example)
    if before != now and example.get(language) == "; ".join(before):
        example = with_words(example, language, "; ".join(now))
    return replace(concept, decisions=decisions, example=example)


def _as_it_is_now(decision: Decision, present: Mapping[tuple[str, str], Agreed]) -> Decision:
    found = present.get(_key(decision))
    if found is None:
        return decision
    return replace(decision, minority=found.decision.minority, examples=found.decision.examples)


def _taken(
    start: Start, here: Iterable[Concept], edits: Iterable[Edit], named: Iterable[str | None]
) -> list[Concept]:
    """Return the starting concepts that enter: those taken, and those that a room's words or an indicator are for."""
    wanted = [each for edit in edits if isinstance(edit, Take) for each in edit.concepts]
    ids = dict.fromkeys([*wanted, *(each for each in named if each)])
    known = {each.id for each in here}
    return [start.concepts[each] for each in ids if each in start.concepts and each not in known]


def _joined(shelf: Iterable[Concept], published: set[str]) -> list[Concept]:
    """Return concepts of which none that just came points to one that did not come with it."""
    known = {each.id: each for each in shelf}

    def here(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(each for each in ids if each in known and known[each].status is Status.CURRENT)

    return [
        each
        if each.id in published
        else replace(each, broader=here(each.broader), related=here(each.related))
        for each in known.values()
    ]
