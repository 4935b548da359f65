"""Each version of a glossary, at its own address for ever: to read, to save, and what was different in it."""

import re

from fastapi import APIRouter, Depends, Request, Response
from sqlmodel import Session

from kithmap.basics.errors import NotFoundError
from kithmap.glossary.access import Library
from kithmap.glossary.changes import Differences
from kithmap.glossary.forms import (
    FILES,
    JSON,
    OF_CHANGES,
    OF_CONCEPTS,
    OF_RELEASES,
    PAGE,
    Changes,
    Form,
    changes_document,
)
from kithmap.glossary.in_words import differences_in_words
from kithmap.glossary.model import Glossary, Published, Release
from kithmap.glossary.pages.answers import (
    FOR_EVER,
    LibraryDep,
    none_of_these,
    sent,
    shows_who_reads,
    varied,
    wanted_form,
)
from kithmap.glossary.pages.contexts import ChangesPage, QuestionnairePage
from kithmap.glossary.pages.showing import concept_page, questionnaire_page, release_page, shown_glossary
from kithmap.glossary.pages.writing import written
from kithmap.glossary.release import every_concept, since
from kithmap.web.dependencies import ServicesDep
from kithmap.web.templates import Page, render

router = APIRouter(
    include_in_schema=False, dependencies=[Depends(shows_who_reads)], prefix="/glossary/{name}/versions"
)

_FILE = re.compile(r"(\d+\.\d+\.\d+)\.([a-z.]+)")


@router.get("/{version}")
async def version_page(
    name: str, version: str, request: Request, services: ServicesDep, library: LibraryDep
) -> Response:
    """Answer with a version in the form that is asked for, or by the ending of the address as a file to save."""
    found = _FILE.fullmatch(version)
    if found is not None:
        return await _file(name, found[1], found[2], request, services, library)
    form = wanted_form(request, OF_RELEASES)
    if form is None:
        return none_of_these(request, OF_RELEASES)
    if form is PAGE:
        return varied(render(request, await services.read(_version_page, library, name, version, request)))
    content = await services.read(_written, library, name, version, form, None)
    return sent(request, content, form, FOR_EVER)


@router.get("/{version}/changes")
async def changes_page(
    name: str, version: str, request: Request, services: ServicesDep, library: LibraryDep
) -> Response:
    """Tell what is different in a version from the one before, in words or as JSON."""
    form = wanted_form(request, OF_CHANGES)
    if form is None:
        return none_of_these(request, OF_CHANGES)
    page, changes = await services.read(_changes, library, name, version)
    if form is PAGE:
        return varied(render(request, page))
    return sent(request, changes_document(changes), JSON, FOR_EVER)


@router.get("/{version}/questionnaire")
async def questions_page(
    name: str, version: str, request: Request, services: ServicesDep, library: LibraryDep
) -> Response:
    """Show every question that may be asked, in order, ready to print."""
    return render(request, await services.read(_questionnaire, library, name, version))


@router.get("/{version}/{concept}")
async def concept_in_version(
    name: str,
    version: str,
    concept: str,
    request: Request,
    services: ServicesDep,
    library: LibraryDep,
) -> Response:
    """Answer with a concept as it stood in a version, in the form that is asked for."""
    form = wanted_form(request, OF_CONCEPTS)
    if form is None:
        return none_of_these(request, OF_CONCEPTS)
    if form is PAGE:
        return varied(render(request, await services.read(_concept_page, library, name, version, concept)))
    content = await services.read(_written, library, name, version, form, concept)
    return sent(request, content, form, FOR_EVER)


async def _file(
    name: str, version: str, ending: str, request: Request, services: ServicesDep, library: LibraryDep
) -> Response:
    if ending not in FILES:
        endings = ", ".join(f".{each}" for each in FILES)
        raise NotFoundError(f"A version cannot be saved as .{ending[:20]}. These there are: {endings}.")
    form = FILES[ending]
    content = await services.read(_written, library, name, version, form, None)
    return sent(request, content, form, FOR_EVER, f"{name}-{version}.{ending}")


def _known(session: Session, library: Library, name: str, version: str) -> tuple[Glossary, Published]:
    glossary = library.glossary(session, name)
    return glossary, library.publication(session, glossary, version)


def _written(
    session: Session, library: Library, name: str, version: str, form: Form, concept: str | None
) -> bytes:
    glossary, published = _known(session, library, name, version)
    return written(session, library, glossary, published, form, concept)


def _version_page(session: Session, library: Library, name: str, version: str, request: Request) -> Page:
    glossary, published = _known(session, library, name, version)
    path = f"/glossary/{glossary.name}/versions/{published.version}"
    return release_page(session, library, glossary, published, request.query_params, path)


def _concept_page(session: Session, library: Library, name: str, version: str, concept: str) -> Page:
    glossary, published = _known(session, library, name, version)
    inside = f"/glossary/{glossary.name}/versions/{published.version}/"
    return concept_page(session, library, glossary, published, concept, inside)


def _questionnaire(session: Session, library: Library, name: str, version: str) -> QuestionnairePage:
    glossary, published = _known(session, library, name, version)
    release = library.release(session, glossary, published)
    inside = f"/glossary/{glossary.name}/versions/{published.version}/"
    return questionnaire_page(release, glossary, published, inside)


def _changes(session: Session, library: Library, name: str, version: str) -> tuple[ChangesPage, Changes]:
    glossary, published = _known(session, library, name, version)
    release = library.release(session, glossary, published)
    before = _before(session, library, glossary, release)
    found = since(before, release.concepts, release.indicators) if before else Differences()
    known = {each.id: each for each in (*every_concept(before), *every_concept(release))}
    sentences = tuple(differences_in_words(found, known, release.scheme.language))
    page = ChangesPage(
        glossary=shown_glossary(glossary, release),
        release=published,
        previous=release.previous,
        sentences=sentences,
        began=len(every_concept(release)),
        published=before.on if before else None,
    )
    return page, Changes(release.version, release.previous, found, sentences)


def _before(session: Session, library: Library, glossary: Glossary, release: Release) -> Release | None:
    """Return the release before; None for the first, and where an earlier one was never brought here."""
    if release.previous is None:
        return None
    known = library.publications(session, glossary)
    found = next((each for each in known if each.version == release.previous), None)
    return None if found is None else library.release(session, glossary, found)
