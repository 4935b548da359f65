"""The common release: what enters as concepts, with the words of every area beside it and the way it was come to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kithmap.common_glossary.carrying import Releases, concepts_of
from kithmap.common_glossary.model import MATCHES, Group, Held, Round, Sheet
from kithmap.common_glossary.standing import arithmetic, entering, names_of, verdict_on
from kithmap.glossary.changes import Differences
from kithmap.glossary.checks import Fault, faults
from kithmap.glossary.draft import new_id_of, withdraw
from kithmap.glossary.drafting import ANY_DAY, undated
from kithmap.glossary.model import Concept, Decision, Match, Release, Scheme, Status
from kithmap.glossary.release import checksum_of, next_release, since

ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class CommonDraft:
    """What would be published as the common glossary now.

    Attributes:
        release: the release, with its number by rule.
        last: the common release before, or None.
        found: what is different from it.
        faults: what keeps it from being published.
        concept_of: the id of the common concept that each group became.
        checksum: of the draft, whatever the day: what signatures are for.
    """

    release: Release
    last: Release | None
    found: Differences
    faults: tuple[Fault, ...]
    concept_of: Mapping[str, str]
    checksum: str

    @property
    def is_new(self) -> bool:
        """Whether it says anything that the last release does not."""
        if self.last is None:
            return bool(self.release.concepts)
        return self.release.concepts != self.last.concepts


def common_draft(
    sheet: Sheet, releases: Releases, last: Release | None, scheme: Scheme, on: date = ANY_DAY
) -> CommonDraft:
    """Work out the next common release.

    Args:
        sheet: the round.
        releases: the areas' releases on which it stands.
        last: the common release before, or None.
        scheme: of the common glossary.
        on: the day of publishing.
    """

    def release_on(day: date) -> Release:
        concepts = drafted(sheet, releases, last, scheme.language, day).concepts
        return next_release(last, scheme, concepts, (), day)

    release = release_on(on)
    return CommonDraft(
        release=release,
        last=last,
        found=since(last, release.concepts, ()),
        faults=tuple(faults(release.concepts, scheme.language)),
        concept_of=drafted(sheet, releases, last, scheme.language, on).concept_of,
        checksum=checksum_of(undated(release_on(ANY_DAY))),
    )


@dataclass(frozen=True, slots=True)
class Drafted:
    """The concepts of the next common release.

    Attributes:
        concepts: all, withdrawn ones too, in the order of their ids.
        concept_of: the id of the common concept that each group became.
    """

    concepts: tuple[Concept, ...]
    concept_of: Mapping[str, str]


def drafted(sheet: Sheet, releases: Releases, last: Release | None, language: str, on: date) -> Drafted:
    """Return what the round comes to.

    A term that was common before keeps its id. If it does not enter any more it is withdrawn: areas keep theirs, and its id and
    words stay. Another definition counts as another meaning, since areas accepted the words that they read.

    Args:
        sheet: the round.
        releases: the areas' releases on which it stands.
        last: the common release before, or None.
        language: of the common words.
        on: the day.
    """
    known = {} if last is None else {each.id: each for each in last.concepts}
    groups = sorted(entering(sheet), key=lambda group: (group.label.casefold(), group.id))
    ids = _ids(groups, known)
    concepts = concepts_of(releases)
    made = {
        ids[group.id]: _concept(ids[group.id], group, sheet, concepts, known.get(ids[group.id]), language, on)
        for group in groups
    }
    gone = [each for each in known.values() if each.id not in made]
    whole = [*_told_apart(made.values(), language), *gone]
    for concept in gone:
        if concept.status is Status.CURRENT:
            whole = withdraw(whole, concept.id)
    return Drafted(tuple(sorted(whole, key=lambda each: each.id)), ids)


def _ids(groups: Iterable[Group], known: Collection[str]) -> dict[str, str]:
    """Return an id for each group: the one it has, or one made from its label that nothing ever had."""
    taken = set(known)
    found = {}
    for group in groups:
        found[group.id] = group.concept or new_id_of(group.label, taken)
        taken.add(found[group.id])
    return found


def _concept(
    concept_id: str,
    group: Group,
    sheet: Sheet,
    concepts: Mapping[Held, Concept],
    known: Concept | None,
    language: str,
    on: date,
) -> Concept:
    words, definition = {language: group.label}, {language: group.definition}
    made = Concept(
        id=concept_id,
        label=words,
        definition=definition,
        alt=_other_words(group, concepts, language),
        matches=_matches(group, sheet.round),
    )
    decision = Decision("", group.id, on, ADOPTED, {}, said_of(sheet, group))
    if known is None:
        return replace(made, decisions=(decision,))
    meaning = known.meaning + (known.definition != definition)
    if replace(made, meaning=meaning, first=known.first, decisions=known.decisions) == known:
        return known
    return replace(made, meaning=meaning, first=known.first, decisions=(*known.decisions, decision))


def said_of(sheet: Sheet, group: Group) -> str:
    """Return how a group fared, with its arithmetic and the areas and versions that hold it, to be kept with the concept."""
    holding = group.holds()
    held_by = ", ".join(
        f"{source.name} {source.version}" for source in sheet.round.sources if source.area in holding
    )
    verdict = verdict_on(sheet, group)
    parts = [arithmetic(verdict), f"Held by: {held_by}."]
    if verdict.objecting:
        parts.append(f"Objecting: {', '.join(names_of(sheet.round, verdict.objecting))}.")
    return " ".join(parts)


def _other_words(group: Group, concepts: Mapping[Held, Concept], language: str) -> dict[str, tuple[str, ...]]:
    """Return what areas call it, in every language, each word once and none of them its label."""
    found: dict[str, dict[str, str]] = {}
    for held in sorted(group.holds().items()):
        concept = concepts[held]
        for tag, label in concept.label.items():
            found.setdefault(tag, {}).setdefault(label.casefold(), label)
        for tag, others in concept.alt.items():
            for other in others:
                found.setdefault(tag, {}).setdefault(other.casefold(), other)
    found.get(language, {}).pop(group.label.casefold(), None)
    return {tag: tuple(words.values()) for tag, words in sorted(found.items()) if words}


def _matches(group: Group, round_: Round) -> dict[Match, tuple[str, ...]]:
    addresses: dict[Match, list[str]] = {}
    for (area, concept), match in sorted(group.members.items()):
        source = round_.source(area)
        if source is not None and source.base:
            addresses.setdefault(match, []).append(f"{source.base}{concept}")
    return {match: tuple(addresses[match]) for match in MATCHES if match in addresses}


def _told_apart(concepts: Iterable[Concept], language: str) -> list[Concept]:
    """Take from other words what is a common term itself, or another's word already: nobody could tell which is meant."""
    given = list(concepts)
    taken = {(language, each.label[language].casefold()) for each in given}
    found = []
    for concept in given:
        alt = {
            tag: kept
            for tag, words in concept.alt.items()
            if (kept := tuple(word for word in words if (tag, word.casefold()) not in taken))
        }
        taken |= {(tag, word.casefold()) for tag, words in alt.items() for word in words}
        found.append(replace(concept, alt=alt))
    return found
