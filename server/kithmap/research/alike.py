"""What may be compared between areas, and what may not: the same kind by the same meaning, the same indicator by the same asking."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kithmap.basics.words import said
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Concept, Indicator, Release, Status
from kithmap.glossary.reading import plain
from kithmap.research.figures import NO_FIGURE, Cell, Column, Figure, Words


class Verdict(StrEnum):
    """Whether something may be compared."""

    SAME = "same"
    DIFFERENT = "different"
    ONE_SIDED = "one_sided"


VERDICTS = {
    Verdict.SAME: Words(said("Yes")),
    Verdict.DIFFERENT: Words(said("No")),
    Verdict.ONE_SIDED: Words(said("Not everywhere")),
}

SAME_MEANING = Words(said("Means the same in all"))
OTHER_MEANING = Words(said("Its definition is not the same in all"))
NOT_EVERYWHERE = Words(said("Not in the glossary of every area"))
SAME_ASKING = Words(said("Asked in the same way in all"))
OTHER_ASKING = Words(said("Its questions or answers are not the same in all"))


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a kind or an indicator may be compared.

    Attributes:
        id: of the concept.
        label: what it is called.
        verdict: whether.
        why: in a sentence.
        versions: of the instrument in each area, for an indicator; None where it has none.
    """

    id: str
    label: str
    verdict: Verdict
    why: Words
    versions: tuple[int | None, ...] = ()


def kinds_judged(kinds: Sequence[tuple[str, str]], glossaries: Sequence[Release | None]) -> list[Judged]:
    """Return for each kind of asset whether it means the same in all areas.

    Args:
        kinds: ids and labels of the kinds that are shown.
        glossaries: of each area the release by which its kinds are called; None where there was none.
    """
    return [_kind(kind, label, glossaries) for kind, label in kinds]


def _kind(kind: str, label: str, glossaries: Sequence[Release | None]) -> Judged:
    found = [None if each is None else _concept(each, kind) for each in glossaries]
    if not any(found):
        # What comes with Kithmap means what the form on the phone says, in every room.
        return Judged(kind, label, Verdict.SAME, SAME_MEANING)
    if not all(found):
        return Judged(kind, label, Verdict.ONE_SIDED, NOT_EVERYWHERE)
    meanings = {
        " ".join(plain(preferred(concept.definition, release.scheme.language)).split())
        for concept, release in zip(found, glossaries, strict=True)
        if concept is not None and release is not None
    }
    if len(meanings) > 1:
        return Judged(kind, label, Verdict.DIFFERENT, OTHER_MEANING)
    return Judged(kind, label, Verdict.SAME, SAME_MEANING)


def _concept(release: Release, concept_id: str) -> Concept | None:
    found = release.concept(concept_id)
    return found if found is not None and found.status is Status.CURRENT else None


def indicators_judged(glossaries: Sequence[Release | None]) -> list[Judged]:
    """Return for each indicator of any area whether its figures may stand side by side: the same asking in all of them.

    The version of the instrument alone does not tell: each glossary counts its own. Questions, answers and their order do.
    """
    known: dict[str, list[Indicator | None]] = {}
    for at, release in enumerate(glossaries):
        for indicator in _in_use(release):
            known.setdefault(indicator.concept.id, [None] * len(glossaries))[at] = indicator
    return [_indicator(each, found, glossaries) for each, found in known.items()]


def _in_use(release: Release | None) -> list[Indicator]:
    every = () if release is None else release.indicators
    return [each for each in every if each.concept.status is Status.CURRENT]


def _indicator(
    concept_id: str, found: Sequence[Indicator | None], glossaries: Sequence[Release | None]
) -> Judged:
    at = next(at for at, each in enumerate(found) if each is not None)
    first, release = found[at], glossaries[at]
    assert first is not None
    assert release is not None
    label = preferred(first.concept.label, release.scheme.language)
    versions = tuple(None if each is None else each.instrument for each in found)
    if not all(found):
        return Judged(concept_id, label, Verdict.ONE_SIDED, NOT_EVERYWHERE, versions)
    if all(each is not None and _asking(each) == _asking(first) for each in found):
        return Judged(concept_id, label, Verdict.SAME, SAME_ASKING, versions)
    return Judged(concept_id, label, Verdict.DIFFERENT, OTHER_ASKING, versions)


def _asking(indicator: Indicator) -> tuple[object, ...]:
    return (
        tuple(text for _, text in indicator.questions),
        indicator.answers,
        indicator.mode,
        indicator.compute,
        indicator.also,
    )


_MAY = Column(Words(said("May be compared")), drawn=False)
_WHY = Column(Words(said("Why")), drawn=False)


def kinds_figure(judged: Sequence[Judged]) -> Figure:
    """Return which kinds of asset may be compared."""
    return Figure(
        "kinds-compared",
        Words(said("Which kinds of asset may be compared")),
        Words(said("Two areas may call different things by the same name. Their glossaries tell.")),
        Words(said("Kind of asset")),
        (_MAY, _WHY),
        tuple((Words(each.label, own=True), VERDICTS[each.verdict], each.why) for each in judged),
    )


def indicators_figure(judged: Sequence[Judged], areas: Sequence[Words]) -> Figure:
    """Return which indicators may be compared, and by which version of the instrument each area asks."""
    rows: list[tuple[Cell, ...]] = [
        (Words(each.label, own=True), VERDICTS[each.verdict], each.why, *map(_version, each.versions))
        for each in judged
    ]
    return Figure(
        "indicators-compared",
        Words(said("Which indicators may be compared")),
        Words(
            said(
                "Figures of an indicator stand side by side only where it is asked in the same words, with the same answers, and "
                "worked out in the same way. The numbers are the versions of the instrument in each glossary."
            )
        ),
        Words(said("Indicator")),
        (_MAY, _WHY, *(Column(name, drawn=False) for name in areas)),
        tuple(rows),
    )


def _version(version: int | None) -> Words:
    return NO_FIGURE if version is None else Words(str(version), own=True)
