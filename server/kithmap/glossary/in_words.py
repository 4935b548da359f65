"""What is different, in words for the next workshop."""

from collections.abc import Mapping

from kithmap.basics.words import said
from kithmap.glossary.changes import Changed, Differences, Replaced
from kithmap.glossary.model import Concept, Words

_FIELDS = {
    "label": "its name",
    "alt": "other words for it",
    "definition": "the wording of its meaning",
    "scope": "how to use it",
    "example": "its example",
    "broader": "what it belongs to",
    "related": "what is near it",
    "matches": "what it is like elsewhere",
    "consult": "where to read on",
}


def differences_in_words(found: Differences, concepts: Mapping[str, Concept], language: str) -> list[str]:
    """Return one sentence for each difference, the weightiest first.

    Args:
        found: the differences.
        concepts: by id, of both releases, the later form where there are two.
        language: of the labels.
    """

    def name(concept_id: str) -> str:
        concept = concepts.get(concept_id)
        return f"“{preferred(concept.label, language) if concept else concept_id}”"

    def names(ids: tuple[str, ...]) -> str:
        *others, last = map(name, ids)
        return f"{', '.join(others)} and {last}" if others else last

    def both(each: Replaced) -> tuple[str, str]:
        return names(each.before), names(each.after)

    return [
        *(_redefined(each, name(each.id), language) for each in found.redefined),
        *(_split(*both(each)) for each in found.split),
        *(_merged(*both(each)) for each in found.merged),
        *(_instead(*both(each)) for each in found.replaced),
        *(said(f"{name(each)} is no longer used.") for each in found.withdrawn),
        *(
            said(f"{name(each)} is asked in another way, so earlier results are not the same.")
            for each in found.instruments
        ),
        *(said(f"{name(each)} is new.") for each in found.added),
        *(said(f"{name(each)} is used again.") for each in found.restored),
        *(_edited(name(each.id), _parts(each)) for each in found.edited),
    ]


def preferred(words: Words, language: str) -> str:
    """Return the words in a language, or else in the first there is."""
    return words.get(language) or next(iter(words.values()), "")


def _redefined(each: Changed, name: str, language: str) -> str:
    if "definition" not in each.fields:
        return said(f"{name} means something else now.")
    before, after = (preferred(words, language) for words in each.fields["definition"])
    return said(f"{name} means something else now. Before: {before} Now: {after}")


def _split(before: str, after: str) -> str:
    return said(f"{before} has become {after}.")


def _merged(before: str, after: str) -> str:
    return said(f"{before} are one now: {after}.")


def _instead(before: str, after: str) -> str:
    return said(f"Instead of {before} we say {after}.")


def _edited(name: str, parts: str) -> str:
    return said(f"{name} means the same as before; changed: {parts}.")


def _parts(each: Changed) -> str:
    return ", ".join(_FIELDS[field] for field in each.fields)
