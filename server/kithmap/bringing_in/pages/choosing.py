"""Choosing a file, and where one has several layers, one of them."""

import asyncio
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from kithmap.basics.errors import BadInputError, KithmapError
from kithmap.basics.ids import new_id
from kithmap.bringing_in.batches import batches
from kithmap.bringing_in.files import ENDINGS, Found, read_file
from kithmap.bringing_in.guesses import guesses
from kithmap.bringing_in.model import MOST_MEGABYTES, MOST_PLACES, Table
from kithmap.bringing_in.packed import pack
from kithmap.bringing_in.pages.contexts import ChooseFilePage, LayersPage
from kithmap.bringing_in.pages.desk import Desk, DeskDep, desk_of
from kithmap.bringing_in.pages.forms import Sent, sent
from kithmap.bringing_in.pages.showing import columns_page
from kithmap.web.dependencies import AccountDep, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.templates import Page, render

router = APIRouter(include_in_schema=False, prefix="/workshops/{workshop}/bring-in")

Count = Annotated[int | None, Query(ge=0, le=1_000_000)]


@router.get("")
async def choose_page(
    workshop: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    came: str = "",
    gone: Count = None,
    stayed: Count = None,
) -> Response:
    """Ask for a file, and show what was brought in before."""
    if account is None:
        return RedirectResponse(f"/sign-in?next=/workshops/{workshop}/bring-in", 303)
    desk = await desk_of(workshop, request, services)
    page = choose_file_page(desk)
    arrived = next((each.places for each in page.batches if each.id == came), None)
    return render(request, replace(page, came=arrived, gone=gone, stayed=stayed or 0))


@router.post("")
async def look_at(desk: DeskDep, request: Request, file: UploadFile | None = None) -> Response:
    """Read a file, and ask what is what in it."""
    try:
        desk.require_running()
        if file is None or not file.filename:
            raise BadInputError("Please choose a file first.")
        found = await asyncio.to_thread(read_file, await file.read())
        page = await asyncio.to_thread(_first_page, desk, found, file.filename)
    except KithmapError as error:
        return render(request, choose_file_page(desk, error.message), status=status_of(error))
    return render(request, page)


@router.post("/layer")
async def choose_layer(desk: DeskDep, request: Request) -> Response:
    """Go on with one layer of a file."""
    try:
        given = await sent(request)
        wish = given.text("layer")
        if not wish.isdecimal() or int(wish) >= len(given.tables):
            raise BadInputError("Please choose one of the layers of the file.")
        table = given.tables[int(wish)]
        page = await asyncio.to_thread(_layer_page, desk, given, table)
    except KithmapError as error:
        return render(request, choose_file_page(desk, error.message), status=status_of(error))
    return render(request, page)


def _layer_page(desk: Desk, given: Sent, table: Table) -> Page:
    chosen = replace(given, tables=(table,), packed=pack([table]))
    return columns_page(desk, chosen, guesses(table, desk.ground))


def choose_file_page(desk: Desk, problem: str | None = None) -> ChooseFilePage:
    """Return the page that asks for a file."""
    return ChooseFilePage(
        id=desk.listed.id,
        title=desk.listed.title,
        problem=problem,
        over=desk.is_over,
        most_megabytes=MOST_MEGABYTES,
        most_places=MOST_PLACES,
        endings=ENDINGS,
        batches=batches(desk.view),
    )


def _first_page(desk: Desk, found: Found, name: str) -> Page:
    """Return the page that asks for a layer, or where only one can be used, the page that asks what is what in it."""
    usable = [table for table in found.tables if table.rows]
    if not usable:
        raise BadInputError(found.tables[0].left[0].says)
    batch = new_id()
    if len(found.tables) > 1 and len(usable) > 1:
        return LayersPage(
            id=desk.listed.id,
            title=desk.listed.title,
            name=name[:200],
            packed=pack(found.tables),
            batch=batch,
            layers=tuple(
                (table.name, len(table.rows), "" if table.rows or not table.left else table.left[0].says)
                for table in found.tables
            ),
        )
    given = Sent(None, pack(usable), tuple(usable), name[:200], batch)
    return columns_page(desk, given, guesses(usable[0], desk.ground), form=found.form)
