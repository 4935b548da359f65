"""Concepts as they are shown to be ticked, and looked for by their words."""

from collections.abc import Iterable, Iterator, Mapping

from kithmap.common_glossary.model import Group, Held, Round
from kithmap.common_glossary.pages.contexts import ShownConcept
from kithmap.common_glossary.pages.ground import Ground
from kithmap.glossary.model import Concept, Match

MOST_FOUND = 60
"""Concepts shown of what was looked for: more would not be read."""

LONGEST_WORDS = 100
"""Letters of what is looked for."""


class Choice:
    """Shows concepts of one round.

    Args:
        on: what the page stands on; it has a round.
    """

    def __init__(self, on: Ground) -> None:
        """Learn which concepts are in which group."""
        assert on.sheet is not None
        self._round: Round = on.sheet.round
        self._concepts = on.concepts
        self._language = on.language
        self._groups: dict[Held, Group] = {held: each for each in on.sheet.groups for held in each.members}

    def shown(self, members: Mapping[Held, Match]) -> tuple[ShownConcept, ...]:
        """Return concepts to be ticked, by area; those that are in use no more are left out."""
        return tuple(
            self._shown(held, match)
            for source in self._round.sources
            for held, match in members.items()
            if held[0] == source.area and held in self._concepts
        )

    def looked_for(self, words: str, but: Iterable[Held] = ()) -> tuple[ShownConcept, ...]:
        """Return the concepts that are called so, by area and name, as many as are read.

        Args:
            words: all of them have to be in its name, or in another name of it.
            but: concepts that are left out.
        """
        wanted = words[:LONGEST_WORDS].casefold().split()
        left_out = set(but)
        if not wanted:
            return ()
        found = {
            held: Match.EXACT
            for held, concept in self._concepts.items()
            if held not in left_out and _is_called(concept, wanted)
        }
        return self.shown(dict(list(found.items())[:MOST_FOUND]))

    def _shown(self, held: Held, match: Match) -> ShownConcept:
        source = self._round.source(held[0])
        assert source is not None
        return ShownConcept(
            held=held,
            area=source.name,
            concept=self._concepts[held],
            match=match,
            address=f"/glossary/{source.glossary}/versions/{source.version}/{held[1]}",
            group=self._groups.get(held),
        )


def _is_called(concept: Concept, wanted: Iterable[str]) -> bool:
    names = " ".join(_names(concept)).casefold()
    return all(word in names for word in wanted)


def _names(concept: Concept) -> Iterator[str]:
    yield from concept.label.values()
    for others in concept.alt.values():
        yield from others
