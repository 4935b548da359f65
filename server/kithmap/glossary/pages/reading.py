"""Glossaries at the addresses that are meant to last: the glossary, and each of its concepts, in the form that is asked for."""

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from kithmap.glossary.access import Library
from kithmap.glossary.forms import OF_CONCEPTS, OF_RELEASES, PAGE, Form
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Glossary, Published, Status
from kithmap.glossary.pages.answers import (
    ASKED_AGAIN,
    LibraryDep,
    none_of_these,
    sent,
    shows_who_reads,
    varied,
    wanted_form,
)
from kithmap.glossary.pages.contexts import GlossariesPage, ListedGlossary, NothingPublishedPage
from kithmap.glossary.pages.showing import concept_page, release_page
from kithmap.glossary.pages.writing import written
from kithmap.people.model import Account
from kithmap.web.dependencies import AccountDep, ServicesDep
from kithmap.web.templates import Page, render

router = APIRouter(include_in_schema=False, dependencies=[Depends(shows_who_reads)], prefix="/glossary")


@router.get("")
async def glossaries_page(request: Request, services: ServicesDep, library: LibraryDep) -> Response:
    """List all glossaries that have published something."""
    return render(request, await services.read(_glossaries_page, library))


@router.get("/{name}")
async def glossary_page(
    name: str, request: Request, services: ServicesDep, library: LibraryDep, account: AccountDep
) -> Response:
    """Answer with a glossary's newest release, in the form that is asked for."""
    form = wanted_form(request, OF_RELEASES)
    if form is None:
        return none_of_these(request, OF_RELEASES)
    if form is PAGE:
        return varied(render(request, await services.read(_glossary_page, library, name, request, account)))
    content = await services.read(_newest, library, name, form, None)
    return sent(request, content, form, ASKED_AGAIN)


@router.get("/{name}/{concept}")
async def concept_in_newest(
    name: str, concept: str, request: Request, services: ServicesDep, library: LibraryDep
) -> Response:
    """Answer with a concept as the newest release has it, in the form that is asked for."""
    form = wanted_form(request, OF_CONCEPTS)
    if form is None:
        return none_of_these(request, OF_CONCEPTS)
    if form is PAGE:
        return varied(render(request, await services.read(_concept_page, library, name, concept)))
    content = await services.read(_newest, library, name, form, concept)
    return sent(request, content, form, ASKED_AGAIN)


@router.get("/{name}/")
async def without_its_slash(name: str, request: Request) -> Response:
    """Lead from the address below which concepts stand to that of the glossary, form and all."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/glossary/{name}{query}", 308)


def _glossaries_page(session: Session, library: Library) -> GlossariesPage:
    listed = (_listed(session, library, each) for each in library.glossaries(session))
    return GlossariesPage(listed=tuple(each for each in listed if each is not None))


def _listed(session: Session, library: Library, glossary: Glossary) -> ListedGlossary | None:
    versions = library.publications(session, glossary)
    if not versions:
        return None
    release = library.release(session, glossary, versions[0])
    scheme = release.scheme
    return ListedGlossary(
        name=glossary.name,
        title=preferred(scheme.title, scheme.language),
        describes=preferred(scheme.description, scheme.language),
        language=scheme.language,
        newest=versions[0],
        concepts=sum(each.status is Status.CURRENT for each in release.concepts),
        indicators=len(release.indicators),
    )


def _glossary_page(
    session: Session, library: Library, name: str, request: Request, account: Account | None
) -> Page:
    glossary = library.glossary(session, name)
    versions = library.publications(session, glossary)
    if not versions:
        return NothingPublishedPage(draft=draft_of(glossary, account))
    path = f"/glossary/{glossary.name}"
    return release_page(session, library, glossary, versions[0], request.query_params, path)


def draft_of(glossary: Glossary, account: Account | None) -> str | None:
    """Return the path of a glossary's draft, for an account that has business there."""
    if account is None or glossary.area is None or account.role_in(glossary.area) is None:
        return None
    return f"/areas/{glossary.area}/glossary"


def _concept_page(session: Session, library: Library, name: str, concept: str) -> Page:
    glossary, newest = _with_newest(session, library, name)
    return concept_page(session, library, glossary, newest, concept, f"/glossary/{glossary.name}/")


def _newest(session: Session, library: Library, name: str, form: Form, concept: str | None) -> bytes:
    glossary, newest = _with_newest(session, library, name)
    return written(session, library, glossary, newest, form, concept)


def _with_newest(session: Session, library: Library, name: str) -> tuple[Glossary, Published]:
    glossary = library.glossary(session, name)
    return glossary, library.newest(session, glossary)
