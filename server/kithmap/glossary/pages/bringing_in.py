"""Bringing a vocabulary that others wrote into an area's draft: looked at first, and taken by a person. Works without a script."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse
from pydantic import TypeAdapter

from kithmap.basics.errors import BadInputError, KithmapError
from kithmap.glossary import actions
from kithmap.glossary.bringing_in import BroughtIn, bring_in
from kithmap.glossary.bringing_in import Form as FileForm
from kithmap.glossary.checks import faults
from kithmap.glossary.edits import BringIn, apply
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Concept
from kithmap.glossary.packed import chosen, pack, unpack
from kithmap.glossary.pages.bring_in_contexts import BringInPage, LookAtPage, OfferedConcept
from kithmap.glossary.pages.drafting import Desk, OnTable, on_table
from kithmap.glossary.pages.drafts import DeskDep
from kithmap.glossary.release import every_concept
from kithmap.web.dependencies import ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.templates import Page, render

router = APIRouter(include_in_schema=False, prefix="/areas/{area_id}/glossary/bring-in")

MOST_MEGABYTES = 6
"""Of a file that is sent by a browser: some 5,000 concepts. Reading it takes seconds, in which workshops go on beside it."""

MOST_SHOWN = 500
"""Concepts that are shown one by one, to be chosen from; of more, all or none are taken."""

MOST_REFUSED = 200
"""Refusals that are shown; the rest are counted."""

ENDINGS: dict[str, FileForm] = {
    "ttl": "turtle",
    "turtle": "turtle",
    "rdf": "xml",
    "xml": "xml",
    "jsonld": "json-ld",
    "json": "json-ld",
    "csv": "csv",
}

Text = Annotated[str, Form()]


@router.get("")
async def bring_in_page(desk: DeskDep, request: Request) -> Response:
    """Ask for a file."""
    return render(request, _page(desk))


@router.post("")
async def look_at(
    desk: DeskDep, request: Request, services: ServicesDep, file: UploadFile | None = None
) -> Response:
    """Show what a file holds, and what of it cannot be used."""
    try:
        found = await _read(desk, file)
        page: Page = _look_at_page(desk, await on_table(services, desk), found, file)
    except KithmapError as error:
        return render(request, _page(desk, error.message), status=status_of(error))
    return render(request, page)


@router.post("/take")
async def take(desk: DeskDep, request: Request, services: ServicesDep, packed: Text = "") -> Response:
    """Put what was chosen into the draft."""
    form = await request.form()
    wanted = {str(each) for each in form.getlist("concepts")}
    try:
        offered = unpack(packed)
        if form.get("all") == "true":
            wanted = {each.id for each in offered}
        table = await on_table(services, desk)
        taken = _sound(desk, chosen(offered, wanted, _ids(table)))
        written = TypeAdapter(list[Concept]).dump_python(taken, mode="json")
        edit = {"kind": "bring_in", "concepts": written}
        await services.write(actions.add_edit, desk.founded.id, edit, services.clock())
    except KithmapError as error:
        return render(request, _page(desk, error.message), status=status_of(error))
    return RedirectResponse(f"/areas/{desk.area.id}/glossary?saved=edited", 303)


async def _read(desk: Desk, file: UploadFile | None) -> BroughtIn:
    if file is None or not file.filename:
        raise BadInputError("Please choose a file first.")
    form = ENDINGS.get(file.filename.rpartition(".")[2].casefold())
    if form is None:
        endings = ", ".join(f".{each}" for each in ENDINGS)
        raise BadInputError(
            f"Files of this sort cannot be read. Please choose one whose name ends with one of these: {endings}."
        )
    return await asyncio.to_thread(bring_in, await file.read(), form, desk.founded.language)


def _sound(desk: Desk, taken: list[Concept]) -> list[Concept]:
    if not taken:
        raise BadInputError("Nothing was chosen, so nothing was changed. Please tick what you want to take.")
    pointing = {other for each in taken for other in (*each.broader, *each.related, *each.replaced_by)}
    beside = [Concept(each, {}, {}) for each in pointing - {each.id for each in taken}]
    known = {each.id for each in taken}
    for fault in faults([*taken, *beside], desk.founded.language):
        if fault.concept in known:
            raise BadInputError(f"“{fault.concept}” cannot be taken: {fault.says}")
    return taken


def _ids(table: OnTable) -> set[str]:
    return {each.id for each in every_concept(table.draft.release)}


def _page(desk: Desk, problem: str | None = None) -> BringInPage:
    return BringInPage(
        area=desk.area.id,
        area_name=desk.area.name,
        language=desk.founded.language,
        most_megabytes=MOST_MEGABYTES,
        endings=tuple(ENDINGS),
        problem=problem,
    )


def _look_at_page(desk: Desk, table: OnTable, found: BroughtIn, file: UploadFile | None) -> LookAtPage:
    language = desk.founded.language
    known = {each.id: each for each in every_concept(table.draft.release)}
    edit = BringIn(id="looked-at", concepts=found.concepts) if found.concepts else None
    after, _ = apply([edit] if edit else [], known.values(), language)
    brought = {each.id for each in found.concepts}
    clashes = {each.concept: each.says for each in faults(after, language) if each.concept in brought}
    offered = [
        _offered(each, known.get(each.id), clashes.get(each.id, ""), language) for each in found.concepts
    ]
    return LookAtPage(
        area=desk.area.id,
        area_name=desk.area.name,
        file_name=(file.filename if file and file.filename else "")[:200],
        language=language,
        offered=tuple(offered[:MOST_SHOWN]),
        more=max(0, len(offered) - MOST_SHOWN),
        refused=tuple((each.concept, each.says) for each in found.refused[:MOST_REFUSED]),
        refused_more=max(0, len(found.refused) - MOST_REFUSED),
        packed=pack(found.concepts),
    )


def _offered(concept: Concept, before: Concept | None, clash: str, language: str) -> OfferedConcept:
    meaning = preferred(concept.definition, language)
    return OfferedConcept(
        id=concept.id,
        label=preferred(concept.label, language),
        definition=meaning,
        is_here=before is not None,
        means_before=preferred(before.definition, language) if before else "",
        same=before is not None and before.definition == concept.definition,
        clash=clash,
    )
