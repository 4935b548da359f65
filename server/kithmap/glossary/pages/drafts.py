"""An area's glossary at work: beginning it, the draft, people's changes, two signatures, publishing. Works without a script."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from kithmap.basics.errors import KithmapError
from kithmap.basics.words import said
from kithmap.glossary import actions, store
from kithmap.glossary.actions import Founding, Publishing
from kithmap.glossary.drafting import kept_edits
from kithmap.glossary.forms import changes_document
from kithmap.glossary.founding import UNNAMED, base_of, name_of
from kithmap.glossary.model import CONCEPT_ID
from kithmap.glossary.pages.answers import LibraryDep
from kithmap.glossary.pages.draft_contexts import BeginGlossaryPage
from kithmap.glossary.pages.draft_showing import concept_page, draft_changes, draft_page, starting_terms_page
from kithmap.glossary.pages.drafting import Desk, OnTable, desk_of, on_table, roles_of_signers
from kithmap.people.access import require_account
from kithmap.web.dependencies import AccountDep, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.templates import Page, render

router = APIRouter(include_in_schema=False, prefix="/areas/{area_id}/glossary")

Text = Annotated[str, Form()]

SEVERAL = frozenset({"concepts", "replaced_by", "broader", "related"})
"""Fields of edits that hold several values; fields of a form that were left empty are none of them."""

ELSEWHERE_AFTER = frozenset({"leave_out", "belongs_to"})
"""Edits after which the term may not be in the draft any more."""

SAVED = {
    "founded": said("The glossary is begun. Nothing is published before two people have signed it."),
    "edited": said("This is in the draft now. Signatures for the draft as it was count no more."),
    "taken_back": said("This is as it was before. Signatures for the draft as it was count no more."),
    "signed": said("You signed this draft, exactly as it is. Any change of it takes your signature away."),
    "unsigned": said("Your signature is taken back."),
    "published": said("It is published. This version stays as it is for ever."),
}
"""What the page says after something was done, by the word in its address."""


async def _desk(area_id: str, services: ServicesDep, account: AccountDep, library: LibraryDep) -> Desk:
    return await desk_of(services, library, require_account(account), area_id)


DeskDep = Annotated[Desk, Depends(_desk)]
"""Everything on an area's pages is for those who have a role there: facilitators, researchers, admins."""


@router.get("")
async def glossary_page(desk: DeskDep, request: Request, services: ServicesDep, saved: str = "") -> Response:
    """Show the draft of the next release, or how to begin."""
    if desk.glossary is None:
        return render(request, await _begin_page(services, desk))
    page = draft_page(desk, await on_table(services, desk))
    return render(request, replace(page, saved=SAVED.get(saved, "")))


@router.post("")
async def begin(desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Begin the area's glossary."""
    founding = Founding(desk.area.programme, desk.area.id, desk.area.name, services.public_address)
    try:
        await services.write(actions.found, founding, services.clock())
    except KithmapError as error:
        page = replace(await _begin_page(services, desk), problem=error.message)
        return render(request, page, status=status_of(error))
    return _back(desk, "founded")


@router.get("/differences.json")
async def differences_document(desk: DeskDep, services: ServicesDep) -> Response:
    """Give what is different from the last release for programs, as a release's page gives it."""
    changes = draft_changes(await on_table(services, desk))
    headers = {"Cache-Control": "no-store"}
    return Response(changes_document(changes), media_type="application/json", headers=headers)


@router.get("/starting-terms")
async def choose_starting_terms(desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Offer the terms that come with Kithmap."""
    return render(request, starting_terms_page(desk, await on_table(services, desk)))


@router.get("/terms/{concept_id}")
async def draft_concept_page(
    concept_id: str, desk: DeskDep, request: Request, services: ServicesDep, saved: str = ""
) -> Response:
    """Show one term of the draft, with what can be changed about it."""
    page = concept_page(desk, await on_table(services, desk), concept_id)
    return render(request, replace(page, saved=SAVED.get(saved, "")))


@router.post("/edits/{kind}")
async def add_edit(kind: str, desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Change the draft; who changed a term stays on its page, unless it may have left the draft."""
    form = await request.form()
    written = {"kind": kind, **_written(form)}

    async def change() -> None:
        await services.write(actions.add_edit, desk.founded.id, written, services.clock())

    stays = str(form.get("from", "")) if kind not in ELSEWHERE_AFTER else ""
    return await _changed(request, services, desk, change, "edited", stays)


@router.post("/edits/{edit_id}/take-back")
async def take_back_edit(edit_id: str, desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Take a change of the draft back."""

    async def change() -> None:
        await services.write(actions.take_back_edit, desk.founded.id, edit_id, services.clock())

    return await _changed(request, services, desk, change, "taken_back")


@router.post("/signatures")
async def sign(desk: DeskDep, request: Request, services: ServicesDep, checksum: Text = "") -> Response:
    """Stand for the draft as it is."""

    async def change() -> None:
        signer = (desk.account.id, desk.role)
        await services.write(actions.sign, desk.founded.id, desk.build, signer, checksum, services.clock())

    return await _changed(request, services, desk, change, "signed")


@router.post("/signatures/take-back")
async def take_back_signature(desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Stand for the draft no longer."""

    async def change() -> None:
        await services.write(store.SIGNATURES.take_back, desk.founded.id, desk.account.id)

    return await _changed(request, services, desk, change, "unsigned")


@router.post("/releases")
async def publish(desk: DeskDep, request: Request, services: ServicesDep, checksum: Text = "") -> Response:
    """Publish the draft that both signed."""

    async def change() -> None:
        roles = await roles_of_signers(services, desk)
        asked = Publishing(desk.build, checksum, roles, kept_edits)
        await services.write(actions.publish, desk.founded.id, asked, services.clock())

    return await _changed(request, services, desk, change, "published")


async def _changed(
    request: Request,
    services: Services,
    desk: Desk,
    change: Callable[[], Awaitable[None]],
    saved: str,
    stays: str = "",
) -> Response:
    """Do something, and go back to the draft or to a term of it; or show it again with what went wrong on top."""
    try:
        await change()
    except KithmapError as error:
        if desk.glossary is None:
            raise
        page = await _page_again(request, desk, await on_table(services, desk), error.message)
        return render(request, page, status=status_of(error))
    return _back(desk, saved, stays)


async def _page_again(request: Request, desk: Desk, table: OnTable, problem: str) -> Page:
    """Return the page from which a form was sent: a concept's, where it names one of the draft."""
    sent = (await request.form()).get("from")
    page = draft_page(desk, table)
    known = {each.id for each in (*page.changed, *page.unchanged)}
    if sent in known:
        return replace(concept_page(desk, table, str(sent)), problem=problem)
    return replace(page, problem=problem)


def _back(desk: Desk, saved: str, concept_id: str = "") -> Response:
    inside = f"/terms/{concept_id}" if CONCEPT_ID.fullmatch(concept_id) else ""
    return RedirectResponse(f"/areas/{desk.area.id}/glossary{inside}?saved={saved}", 303)


async def _begin_page(services: Services, desk: Desk) -> BeginGlossaryPage:
    taken = {each.name for each in await services.read(store.glossaries)}
    base = base_of(name_of(desk.area.name, taken), services.public_address)
    return BeginGlossaryPage(
        area=desk.area.id,
        area_name=desk.area.name,
        agreed=len(desk.adopted.terms) + len(desk.adopted.indicators),
        base=base,
        has_address=not base.startswith(UNNAMED),
    )


def _written(form: FormData) -> dict[str, Any]:
    """Return the fields of an edit as a form sent them: several values as a list, an empty choice as none."""
    names = {name for name in form if name != "from"}
    written: dict[str, Any] = {name: str(form[name]) for name in names - SEVERAL}
    written |= {name: [str(each) for each in form.getlist(name) if each] for name in names & SEVERAL}
    for choice in ("match", "concept"):
        if written.get(choice) == "":
            written[choice] = None
    return written
