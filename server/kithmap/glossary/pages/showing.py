"""From a release to what its pages show."""

from collections.abc import Iterable, Iterator, Mapping

from sqlmodel import Session

from kithmap.basics.errors import NotFoundError
from kithmap.glossary import store
from kithmap.glossary.access import Library
from kithmap.glossary.exports import INDICATOR_COLUMNS, answers_in_words, calculation, comparability
from kithmap.glossary.forms import FILES, OF_CONCEPTS, PAGE
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Concept, Glossary, Indicator, Published, Release, Status
from kithmap.glossary.pages.contexts import (
    CommonTerm,
    ConceptPage,
    QuestionnairePage,
    ReleasePage,
    ShownDecision,
    ShownGlossary,
)
from kithmap.glossary.reading import (
    MOST_AT_ONCE,
    Entry,
    Group,
    bars,
    by_letter,
    by_theme,
    entries,
    look_for,
    standings,
)
from kithmap.glossary.release import every_concept
from kithmap.glossary.skos import version_address

THEME = "theme"
LETTER = "letter"


def shown_glossary(glossary: Glossary, release: Release) -> ShownGlossary:
    """Return whose page it is."""
    scheme = release.scheme
    return ShownGlossary(
        name=glossary.name,
        title=preferred(scheme.title, scheme.language),
        language=scheme.language,
        base=scheme.base,
        licence=scheme.licence,
        publisher=scheme.publisher.name,
    )


def release_page(
    session: Session,
    library: Library,
    glossary: Glossary,
    published: Published,
    query: Mapping[str, str],
    path: str,
) -> ReleasePage:
    """Return a release to read.

    Args:
        session: the transaction.
        library: holds it.
        glossary: whose.
        published: which.
        query: ``words`` to look for, ``by`` for how to group, ``letter`` for the one to show.
        path: of the page.
    """
    versions = library.publications(session, glossary)
    release = library.release(session, glossary, published)
    listed, words = entries(release), query.get("words", "")[:200].strip()
    theme = query.get("by") == THEME
    groups, letters, letter = _groups(release, listed, query.get("letter", ""), theme=theme)
    return ReleasePage(
        glossary=shown_glossary(glossary, release),
        describes=preferred(release.scheme.description, release.scheme.language),
        release=published,
        previous=release.previous,
        versions=tuple(versions),
        is_newest=published == versions[0],
        address=version_address(release),
        path=path,
        inside=f"{path}/",
        words=words,
        found=tuple(look_for(listed, words)),
        grouped_by=THEME if theme else LETTER,
        groups=groups,
        letters=letters,
        letter=letter,
        gone=tuple(each for each in listed if not each.in_use),
        indicators=len(release.indicators),
        concepts=sum(each.status is Status.CURRENT for each in release.concepts),
        files=tuple(FILES.values()),
        checksum=published.checksum,
    )


def _groups(
    release: Release, listed: list[Entry], letter: str, *, theme: bool
) -> tuple[tuple[Group, ...], tuple[str, ...], str]:
    """Return the groups to show, all letters where only one is shown at a time, and that letter."""
    if theme and len(listed) <= MOST_AT_ONCE:
        return tuple(by_theme(release)), (), ""
    groups = by_letter(listed)
    if len(listed) <= MOST_AT_ONCE or not groups:
        return tuple(groups), (), ""
    names = tuple(each.name for each in groups)
    shown = letter if letter in names else names[0]
    return tuple(each for each in groups if each.name == shown), names, shown


def known_concept(release: Release, concept_id: str, title: str) -> Concept:
    """Return a concept of a release, an indicator's among them.

    Raises:
        NotFoundError: naming the glossary.
    """
    found = next((each for each in every_concept(release) if each.id == concept_id), None)
    if found is None:
        raise NotFoundError(
            f"“{title}” has no term at this address in version {release.version}. Please look for it in the glossary."
        )
    return found


def concept_page(
    session: Session, library: Library, glossary: Glossary, published: Published, concept_id: str, inside: str
) -> ConceptPage:
    """Return a concept with all that was said of it.

    Raises:
        NotFoundError: if it is not in this release.
    """
    versions = library.publications(session, glossary)
    release = library.release(session, glossary, published)
    shown = shown_glossary(glossary, release)
    concept = known_concept(release, concept_id, shown.title)
    known = {each.id: each for each in entries(release)}
    every = every_concept(release)
    indicator = next((each for each in release.indicators if each.concept.id == concept_id), None)
    about = known.get(indicator.about) if indicator else None
    beside = {*concept.related, *(each.id for each in every if concept_id in each.related)}
    asked = [each.concept.id for each in release.indicators if each.about == concept_id]
    all_releases = [library.release(session, glossary, each) for each in versions]
    return ConceptPage(
        glossary=shown,
        release=published,
        is_newest=published == versions[0],
        concept=concept,
        indicator=indicator,
        about=about,
        calculation=calculation(indicator.compute) if indicator else "",
        calculation_also=calculation(indicator.also) if indicator and indicator.also else "",
        answers=answers_in_words(indicator.answers) if indicator else "",
        comparability=comparability(indicator) if indicator else "",
        fields=frozenset(INDICATOR_COLUMNS),
        address=f"{release.scheme.base}{concept_id}",
        inside=inside,
        broader=_listed(concept.broader, known),
        narrower=_listed((each.id for each in every if concept_id in each.broader), known),
        related=_listed(sorted(beside - {*asked, indicator.about if indicator else ""}), known),
        asked=_listed(asked, known),
        instead=_listed(concept.replaced_by, known),
        matches=tuple((match.value, each) for match, all_of in concept.matches.items() for each in all_of),
        common=tuple(_in_common(session, library, glossary, f"{release.scheme.base}{concept_id}")),
        others=tuple((language, words) for language, words in concept.alt.items() if words),
        decisions=tuple(
            ShownDecision(decision=each, bars=tuple(bars(each))) for each in reversed(concept.decisions)
        ),
        standings=tuple(standings(concept_id, all_releases)),
        forms=tuple(each for each in OF_CONCEPTS if each is not PAGE),
    )


def _in_common(session: Session, library: Library, glossary: Glossary, address: str) -> Iterator[CommonTerm]:
    """Find an area's concept in the common glossary, which alone says how the two are alike."""
    common = None if glossary.area is None else store.common_glossary(session, glossary.programme)
    versions = [] if common is None else library.publications(session, common)
    if common is None or not versions:
        return
    release = library.release(session, common, versions[0])
    for concept in release.concepts:
        for match, addresses in concept.matches.items():
            if concept.status is Status.CURRENT and address in addresses:
                yield CommonTerm(
                    match=match.inverse.value,
                    label=preferred(concept.label, release.scheme.language),
                    language=release.scheme.language,
                    path=f"/glossary/{common.name}/{concept.id}",
                )


def _listed(ids: Iterable[str], known: Mapping[str, Entry]) -> tuple[Entry, ...]:
    return tuple(known[each] for each in ids if each in known)


def questionnaire_page(
    release: Release, glossary: Glossary, published: Published, inside: str
) -> QuestionnairePage:
    """Return the questions of a release, in the order in which they are asked."""
    without = [each for each in release.indicators if not each.questions]
    return QuestionnairePage(
        glossary=shown_glossary(glossary, release),
        release=published,
        inside=inside,
        asked=tuple((each, answers_in_words(each.answers)) for each in release.indicators if each.questions),
        slots=tuple(each for each in without if _is_slot(each)),
        worked_out=tuple(each for each in without if not _is_slot(each)),
    )


def _is_slot(indicator: Indicator) -> bool:
    return indicator.rights == "slot"
