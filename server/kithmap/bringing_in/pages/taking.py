"""Putting on the map what a person said yes to, and taking it back."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from kithmap.basics.errors import BadInputError, KithmapError
from kithmap.basics.ids import new_id
from kithmap.bringing_in.batches import batches
from kithmap.bringing_in.candidates import Candidate, prepared
from kithmap.bringing_in.pages.choosing import choose_file_page
from kithmap.bringing_in.pages.desk import Desk, DeskDep
from kithmap.bringing_in.pages.forms import Sent, sent
from kithmap.bringing_in.pages.looking import checked_choices, shown
from kithmap.bringing_in.pages.showing import ticked
from kithmap.bringing_in.sending import Piece, pieces, place_id, taking_back
from kithmap.sync.protocol import RefusedMessage, Submit, SubmittedOperation
from kithmap.web.dependencies import Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/workshops/{workshop}/bring-in")


@dataclass(frozen=True, slots=True)
class Done:
    """What came of pieces that were sent to a room.

    Attributes:
        refused: places in pieces that were refused.
        why: of the first of those.
    """

    refused: int = 0
    why: str = ""


@router.post("/take")
async def take(desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Put the ticked places on the map."""
    try:
        desk.require_running()
        given = await sent(request)
        choices = await asyncio.to_thread(checked_choices, desk, given)
    except KithmapError as error:
        return render(request, choose_file_page(desk, error.message), status=status_of(error))
    found = await asyncio.to_thread(prepared, given.tables[0], choices, desk.ground)
    chosen = ticked(found.candidates, given.rows)
    if not chosen:
        words = "Nothing was ticked, so nothing was changed. Please tick what you want to put on the map."
        page = await asyncio.to_thread(shown, desk, given, choices, request, words)
        return render(request, page, status=status_of(BadInputError(words)))
    done = await _submit(services, desk, _pieces(desk, given, chosen))
    here = f"/workshops/{desk.listed.id}/bring-in"
    if not done.refused:
        return RedirectResponse(f"{here}?came={given.batch}", 303)
    view = await services.rooms.read(desk.listed.id)
    page = choose_file_page(replace(desk, view=view))
    return render(request, replace(page, refused=(done.refused, done.why)), status=409)


@router.post("/take-back")
async def take_back(
    desk: DeskDep, request: Request, services: ServicesDep, batch: Annotated[str, Form()] = ""
) -> Response:
    """Take what was brought in together off the map again, as far as nobody has built on it."""
    found = next((each for each in batches(desk.view) if each.id == batch), None)
    try:
        desk.require_running()
        if found is None:
            raise BadInputError("These places are not on the map any more.")
    except KithmapError as error:
        return render(request, choose_file_page(desk, error.message), status=status_of(error))
    done = await _submit(services, desk, taking_back(new_id(), found.free))
    gone = len(found.free) - done.refused
    stayed = found.places - gone
    return RedirectResponse(f"/workshops/{desk.listed.id}/bring-in?gone={gone}&stayed={stayed}", 303)


def _pieces(desk: Desk, given: Sent, chosen: Iterable[Candidate]) -> Iterable[Piece]:
    """Return what is to be sent; what is on the map already, because the form was sent twice, is not."""
    new = [each for each in chosen if desk.view.get(place_id(given.batch, each.row)) is None]
    return pieces(given.batch, new, given.provenance, given.visibility.value)


async def _submit(services: Services, desk: Desk, wishes: Iterable[Piece]) -> Done:
    """Send pieces to a room, each when the one before is stored: between two of them others are heard."""
    done = Done()
    for piece in wishes:
        operation = SubmittedOperation(id=piece.id, kind=piece.kind, payload=dict(piece.payload))
        answers = await services.rooms.ask(
            desk.listed.id, desk.viewer, Submit(type="submit", operations=[operation])
        )
        for answer in answers:
            if isinstance(answer, RefusedMessage):
                done = Done(done.refused + piece.size, done.why or answer.message)
    return done
