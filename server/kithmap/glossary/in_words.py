"""What is different, in words for the next workshop."""

from collections.abc import Mapping

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

    return [
        *(_redefined(each, name(each.id), language) for each in found.redefined),
        *(f"{names(each.before)} has become {names(each.after)}." for each in found.split),
        *(f"{names(each.before)} are one now: {names(each.after)}." for each in found.merged),
        *(_instead(each, names(each.before), names(each.after)) for each in found.replaced),
        *(f"{name(each)} is no longer used." for each in found.withdrawn),
        *(
            f"{name(each)} is asked in another way, so earlier results are not the same."
            for each in found.instruments
        ),
        *(f"{name(each)} is new." for each in found.added),
        *(f"{name(each)} is used again." for each in found.restored),
        *(f"{name(each.id)} means the same as before; changed: {_parts(each)}." for each in found.edited),
    ]


def preferred(words: Words, language: str) -> str:
    """Return the words in a language, or else in the first there is."""
    return words.get(language) or next(iter(words.values()), "")


def _redefined(each: Changed, name: str, language: str) -> str:
    if "definition" not in each.fields:
        return f"{name} means something else now."
    before, after = (preferred(words, language) for words in each.fields["definition"])
    return f"{name} means something else now. Before: {before} Now: {after}"


def _instead(_each: Replaced, before: str, after: str) -> str:
    return f"Instead of {before} we say {after}."


def _parts(each: Changed) -> str:
    return ", ".join(_FIELDS[field] for field in each.fields)
