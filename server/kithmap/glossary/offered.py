"""What a glossary can bring before a room: its terms and indicators as proposals, with the rights to their wording."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Concept, Indicator, Status


@dataclass(frozen=True, slots=True)
class OfferedLicence:
    """By what right a wording may be used; as ``item.propose`` takes it.

    Attributes:
        rights: ``ours``, ``shipped`` or ``slot``.
        held: false for an empty slot: the area says itself when it has the licence.
        source: whose the wording is.
    """

    rights: Literal["ours", "shipped", "slot"]
    held: bool
    source: str


@dataclass(frozen=True, slots=True)
class Offered:
    """One term or indicator that can be brought before the room.

    Attributes:
        concept: its id in the glossary.
        type: ``term`` or ``indicator``.
        label: its name.
        meaning: what it means.
        licence: by what right.
    """

    concept: str
    type: Literal["term", "indicator"]
    label: str
    meaning: str
    licence: OfferedLicence


OURS = OfferedLicence("ours", held=True, source="")


def offered(concepts: Iterable[Concept], indicators: Iterable[Indicator], language: str) -> list[Offered]:
    """Return what can be brought before a room, by name; what is withdrawn is not.

    Args:
        concepts: of a glossary, without those of its indicators.
        indicators: of the same.
        language: of the words.
    """
    terms = [_offered(each, "term", OURS, language) for each in concepts if each.status is Status.CURRENT]
    asked = [_offered(each.concept, "indicator", _licence(each), language) for each in indicators]
    return sorted([*terms, *asked], key=lambda each: (each.type, each.label.casefold(), each.concept))


def _offered(
    concept: Concept, kind: Literal["term", "indicator"], licence: OfferedLicence, language: str
) -> Offered:
    label, meaning = preferred(concept.label, language), preferred(concept.definition, language)
    return Offered(concept.id, kind, label, meaning, licence)


def _licence(indicator: Indicator) -> OfferedLicence:
    match indicator.rights:
        case "ours":
            return OURS
        case "shipped":
            return OfferedLicence("shipped", held=True, source=indicator.source)
        case _:
            return OfferedLicence("slot", held=False, source=indicator.source)
