"""A release as people read it: by letter, by what belongs together, by a word they look for; a concept with all its past."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import groupby, pairwise

from kithmap.agreement.model import Choice
from kithmap.glossary.changes import differences
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Concept, Decision, Release, Status, Version
from kithmap.glossary.release import every_concept

MOST_AT_ONCE = 400
"""Concepts that one page lists whole; a longer glossary shows a letter at a time."""

NO_LETTER = "#"


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept in a list.

    Attributes:
        id: in its address.
        label: what it is called, in the glossary's language.
        says: what it means.
        others: what else people call it.
        in_use: whether it is; one that is withdrawn keeps its page.
        instead: labels of what to use instead, if it is withdrawn.
        is_indicator: whether it is asked or counted.
        depth: how far below the head of its group it stands; 0 where nothing is grouped.
    """

    id: str
    label: str
    says: str
    others: tuple[str, ...] = ()
    in_use: bool = True
    instead: tuple[str, ...] = ()
    is_indicator: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Entries below one heading.

    Attributes:
        name: the letter, or the label of what they belong to; empty for what stands by itself.
        entries: in order.
    """

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """How many chose an answer.

    Attributes:
        choice: the answer's key.
        count: people.
        width: from 0 to 100, the longest of a decision being 100.
    """

    choice: str
    count: int
    width: float


@dataclass(frozen=True, slots=True)
class Standing:
    """How a concept stands in one version.

    Attributes:
        version: its number.
        on: the day on which it was published.
        in_use: whether the concept was.
        became: what became of it then, as a field of ``changes.Differences`` is called; empty where nothing did.
    """

    version: Version
    on: date
    in_use: bool
    became: str


def entries(release: Release) -> list[Entry]:
    """Return all concepts of a release, those of its indicators among them, by label."""
    language = release.scheme.language
    concepts = every_concept(release)
    labels = {each.id: preferred(each.label, language) for each in concepts}
    asked = {each.concept.id for each in release.indicators}
    listed = (_entry(each, labels, language, is_indicator=each.id in asked) for each in concepts)
    return sorted(listed, key=_by_label)


def _entry(concept: Concept, labels: Mapping[str, str], language: str, *, is_indicator: bool) -> Entry:
    return Entry(
        id=concept.id,
        label=labels[concept.id],
        says=preferred(concept.definition, language),
        others=concept.alt.get(language, ()),
        in_use=concept.status is Status.CURRENT,
        instead=tuple(labels[each] for each in concept.replaced_by if each in labels),
        is_indicator=is_indicator,
    )


def _by_label(entry: Entry) -> tuple[str, str]:
    return plain(entry.label), entry.id


def plain(text: str) -> str:
    """Return words in the form in which they are sorted and looked for: without capitals and marks."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))


def by_letter(listed: Iterable[Entry]) -> list[Group]:
    """Return entries in use below their first letters; what begins with none comes first."""

    def letter(entry: Entry) -> str:
        first = plain(entry.label)[:1].upper()
        return first if first.isalpha() else NO_LETTER

    in_use = sorted(
        (each for each in listed if each.in_use), key=lambda each: (letter(each), _by_label(each))
    )
    return [Group(name, tuple(group)) for name, group in groupby(in_use, letter)]


def by_theme(release: Release) -> list[Group]:
    """Return concepts in use below what they are a kind or part of; those that stand by themselves come last, in one group.

    A concept below several stands below each.
    """
    known = {each.id: each for each in entries(release) if each.in_use}
    below: dict[str, list[Entry]] = defaultdict(list)
    placed: set[str] = set()
    for concept in every_concept(release):
        for other in concept.broader:
            if concept.id in known and other in known:
                below[other].append(known[concept.id])
                placed.add(concept.id)
    heads = [each for each in known.values() if each.id in below and each.id not in placed]
    groups = [Group(head.label, tuple(_below(head, below))) for head in heads]
    alone = tuple(each for each in known.values() if each.id not in below and each.id not in placed)
    return [*groups, Group("", alone)] if alone else groups


def _below(head: Entry, below: Mapping[str, list[Entry]]) -> Iterator[Entry]:
    """Yield an entry and all below it, depth first; each once in a group, however many ways lead there."""
    seen: set[str] = set()
    waiting = [head]
    while waiting:
        entry = waiting.pop()
        if entry.id in seen:
            continue
        seen.add(entry.id)
        yield entry
        deeper = sorted(below.get(entry.id, ()), key=_by_label, reverse=True)
        waiting += [replace(each, depth=entry.depth + 1) for each in deeper]


def look_for(listed: Iterable[Entry], words: str) -> list[Entry]:
    """Return the entries in which all these words stand, the nearest first.

    First those whose label begins with them, then those that are called so, then those whose meaning speaks of them; within
    each, those in use first.
    """
    wanted = plain(words).split()
    if not wanted:
        return []
    found = [(near, entry) for entry in listed if (near := _near(entry, wanted)) is not None]
    return [
        entry
        for _, entry in sorted(found, key=lambda pair: (pair[0], not pair[1].in_use, _by_label(pair[1])))
    ]


def _near(entry: Entry, wanted: Sequence[str]) -> int | None:
    label = plain(entry.label)
    called = plain(" ".join((entry.label, *entry.others)))
    if label.startswith(" ".join(wanted)):
        return 0
    if all(each in called for each in wanted):
        return 1
    says = f"{called} {plain(entry.says)}"
    return 2 if all(each in says for each in wanted) else None


def bars(decision: Decision) -> list[Bar]:
    """Return how many chose each answer, in the order of the answers; an answer that nobody could give is left out."""
    longest = max(decision.counts.values(), default=0) or 1
    return [
        Bar(choice.value, decision.counts[choice], 100 * decision.counts[choice] / longest)
        for choice in Choice
        if choice in decision.counts
    ]


def standings(concept_id: str, releases: Iterable[Release]) -> list[Standing]:
    """Return how a concept stands in each version that has it, the newest first.

    Args:
        concept_id: the concept's.
        releases: in any order.
    """
    in_order = sorted(releases, key=lambda each: each.version)
    found: list[Standing] = []
    for before, after in pairwise([None, *in_order]):
        assert after is not None
        old, new = ([each for each in every_concept(one) if each.id == concept_id] for one in (before, after))
        if new:
            in_use = new[0].status is Status.CURRENT
            found.append(Standing(after.version, after.on, in_use, _became(old, new)))
    return found[::-1]


def _became(old: Sequence[Concept], new: Sequence[Concept]) -> str:
    changed = differences(old, new)
    return next((each.name for each in fields(changed) if getattr(changed, each.name)), "")
