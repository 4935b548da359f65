"""What is different between two releases, and the number that the later one deserves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from kithmap.glossary.model import Concept, Indicator, Status, Version

FIRST = Version(1, 0, 0)

MEANING = frozenset({"meaning", "status", "replaced_by"})
"""Fields whose change is told as what it is, and not as other words."""

APART = frozenset({"id", "first", "decisions"})
"""Fields that do not say what a concept is: how it was come by stands in its history."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A concept that reads differently.

    Attributes:
        id: its id.
        fields: what reads differently, with what it was and what it is.
    """

    id: str
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Replaced:
    """Concepts that gave way to others.

    Attributes:
        before: ids of those withdrawn.
        after: ids of those to use instead.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """What is different, each in the order of ids.

    Attributes:
        added: ids of new concepts that take no other's place.
        redefined: concepts that mean something else now.
        edited: concepts with other words for the same meaning.
        split: one withdrawn for several.
        merged: several withdrawn for one.
        replaced: one withdrawn for one.
        withdrawn: ids of those withdrawn with nothing in their place.
        restored: ids of those in use again.
        instruments: ids of indicators asked or worked out in another way: a break in their series.
    """

    added: tuple[str, ...] = ()
    redefined: tuple[Changed, ...] = ()
    edited: tuple[Changed, ...] = ()
    split: tuple[Replaced, ...] = ()
    merged: tuple[Replaced, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    withdrawn: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is different."""
        return any(getattr(self, each.name) for each in fields(self))


def differences(
    before: Iterable[Concept],
    after: Iterable[Concept],
    indicators_before: Iterable[Indicator] = (),
    indicators_after: Iterable[Indicator] = (),
) -> Differences:
    """Compare two states of a glossary.

    Args:
        before: the concepts of the earlier one; those of its indicators among them.
        after: of the later one.
        indicators_before: the earlier one's indicators.
        indicators_after: the later one's.
    """
    old, new = _by_id(before), _by_id(after)
    gone = [
        new[each]
        for each in sorted(old.keys() & new.keys())
        if old[each].status is Status.CURRENT and new[each].status is Status.WITHDRAWN
    ]
    split, merged, replaced, withdrawn = _replaced(gone)
    standing_in = {each for group in (*split, *merged, *replaced) for each in group.after}
    kept = [each for each in sorted(old.keys() & new.keys()) if new[each].status is Status.CURRENT]
    changed = [Changed(each, found) for each in kept if (found := _changed(old[each], new[each]))]
    return Differences(
        added=tuple(each for each in sorted(new.keys() - old.keys()) if each not in standing_in),
        redefined=tuple(each for each in changed if "meaning" in each.fields),
        edited=tuple(each for each in changed if "meaning" not in each.fields),
        split=split,
        merged=merged,
        replaced=replaced,
        withdrawn=withdrawn,
        restored=tuple(each for each in kept if old[each].status is Status.WITHDRAWN),
        instruments=_instruments(indicators_before, indicators_after),
    )


def next_version(before: Version | None, found: Differences) -> Version:
    """Return the number that a release deserves.

    Major where a meaning changed or a concept went, minor where one came, patch for labels, notes and spelling. The first is 1.0.0.
    """
    if before is None:
        return FIRST
    broken = (found.redefined, found.split, found.merged, found.replaced, found.withdrawn, found.instruments)
    if any(broken):
        return Version(before.major + 1, 0, 0)
    if found.added or found.restored:
        return Version(before.major, before.minor + 1, 0)
    return Version(before.major, before.minor, before.patch + 1)


def _by_id(concepts: Iterable[Concept]) -> dict[str, Concept]:
    return {concept.id: concept for concept in concepts}


def _changed(old: Concept, new: Concept) -> dict[str, tuple[Any, Any]]:
    """Return what reads differently in two forms of a concept."""
    names = [each.name for each in fields(Concept) if each.name not in APART | (MEANING - {"meaning"})]
    return {
        name: (getattr(old, name), getattr(new, name))
        for name in names
        if getattr(old, name) != getattr(new, name)
    }


def _replaced(
    gone: list[Concept],
) -> tuple[tuple[Replaced, ...], tuple[Replaced, ...], tuple[Replaced, ...], tuple[str, ...]]:
    """Sort withdrawn concepts by what takes their place: several, one for several, one for one, nothing."""
    together: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for concept in gone:
        together[tuple(sorted(concept.replaced_by))].append(concept.id)
    groups = [Replaced(tuple(before), after) for after, before in sorted(together.items()) if after]
    return (
        tuple(group for group in groups if len(group.after) > 1),
        tuple(group for group in groups if len(group.after) == 1 and len(group.before) > 1),
        tuple(group for group in groups if len(group.after) == 1 and len(group.before) == 1),
        tuple(together.get((), [])),
    )


def _instruments(before: Iterable[Indicator], after: Iterable[Indicator]) -> tuple[str, ...]:
    old = {each.concept.id: each for each in before}
    return tuple(
        each.concept.id
        for each in sorted(after, key=lambda indicator: indicator.concept.id)
        if (known := old.get(each.concept.id)) is not None
        and (known.instrument, known.compute) != (each.instrument, each.compute)
    )
