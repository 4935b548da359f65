"""Saying what is what in a file, and looking at what would come of it."""

import asyncio
from collections.abc import Mapping

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from kithmap.basics.errors import BadInputError, KithmapError
from kithmap.basics.operations import sentence
from kithmap.bringing_in.candidates import prepared
from kithmap.bringing_in.choices import Choices
from kithmap.bringing_in.guesses import MOST_KINDS, guesses, words_of
from kithmap.bringing_in.model import Table
from kithmap.bringing_in.pages.choosing import choose_file_page
from kithmap.bringing_in.pages.desk import Desk, DeskDep
from kithmap.bringing_in.pages.forms import Sent, choices_of, sent
from kithmap.bringing_in.pages.showing import columns_page, kinds_page, preview_page
from kithmap.bringing_in.twins import twins
from kithmap.shared_map.operations.bringing_in import Provenance
from kithmap.web.errors import status_of
from kithmap.web.templates import Page, render

router = APIRouter(include_in_schema=False, prefix="/workshops/{workshop}/bring-in")


@router.post("/columns")
async def change_columns(desk: DeskDep, request: Request) -> Response:
    """Ask once more what the columns are, with what was chosen before."""
    try:
        given = await sent(request)
        page: Page = await asyncio.to_thread(columns_page, desk, given, chosen_before(desk, given))
    except KithmapError as error:
        return render(request, choose_file_page(desk, error.message), status=status_of(error))
    return render(request, page)


@router.post("/kinds")
async def map_kinds(desk: DeskDep, request: Request) -> Response:
    """Ask what the words for kinds mean; where all are of one kind, go on at once."""
    try:
        given = await sent(request)
    except KithmapError as error:
        return render(request, choose_file_page(desk, error.message), status=status_of(error))
    try:
        choices = await asyncio.to_thread(checked_choices, desk, given)
        page = await asyncio.to_thread(_after_columns, desk, given, choices, request)
    except KithmapError as error:
        before = columns_page(desk, given, chosen_before(desk, given), problem=error.message)
        return render(request, before, status=status_of(error))
    # A table of 2,000 rows takes a quarter of a second, in which the rooms go on.
    return await asyncio.to_thread(render, request, page)


@router.post("/preview")
async def preview(desk: DeskDep, request: Request) -> Response:
    """Show what would come in."""
    try:
        given = await sent(request)
        choices = await asyncio.to_thread(checked_choices, desk, given)
        page = await asyncio.to_thread(shown, desk, given, choices, request)
    except KithmapError as error:
        return render(request, choose_file_page(desk, error.message), status=status_of(error))
    return await asyncio.to_thread(render, request, page)


def chosen_before(desk: Desk, given: Sent) -> Choices:
    """Return what was chosen before, or what is guessed where that is no choice."""
    table = given.tables[0]
    try:
        return choices_of(given, table, desk.ground)
    except BadInputError:
        return guesses(table, desk.ground)


def checked_choices(desk: Desk, given: Sent) -> Choices:
    """Return how a file is to be read.

    Raises:
        BadInputError: if something is missing or cannot be, whose data it is among it.
    """
    table = given.tables[0]
    choices = choices_of(given, table, desk.ground)
    _require_few_words(table, choices)
    _require_provenance(given.provenance)
    return choices


def _require_provenance(told: Mapping[str, str]) -> None:
    if not told["whose"]:
        raise BadInputError("Please say whose data it is.")
    if not told["licence"]:
        raise BadInputError("Please say on what terms it may be used.")
    if not told["day"]:
        raise BadInputError("Please say of which day the data is.")
    try:
        Provenance.model_validate(told)
    except ValidationError as error:
        raise BadInputError(sentence(error)) from None


def _require_few_words(table: Table, choices: Choices) -> None:
    if choices.kind is None:
        return
    count = len(words_of(table, choices.kind))
    if count > MOST_KINDS:
        name = table.columns[choices.kind]
        raise BadInputError(
            f"There are {count} different words in the column “{name}”; {MOST_KINDS} at most can be mapped to kinds. "
            "Please choose another column, or one kind for all."
        )


def _after_columns(desk: Desk, given: Sent, choices: Choices, request: Request) -> Page:
    if choices.kind is not None:
        return kinds_page(desk, given, choices)
    return shown(desk, given, choices, request)


def shown(desk: Desk, given: Sent, choices: Choices, request: Request, problem: str | None = None) -> Page:
    """Return the page that shows what would come in."""
    found = prepared(given.tables[0], choices, desk.ground)
    alike = twins(found.candidates, desk.places(), desk.ground.boundary)
    folder = request.app.state.basemap_folder
    return preview_page(desk, given, choices, found, alike, folder, problem)
