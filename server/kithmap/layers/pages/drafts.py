"""Layers at work: beginning them, what people decide, checks, two signatures, publishing. Works without a script."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Annotated, Protocol

from fastapi import APIRouter, Depends, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from kithmap.basemap.catalogue import describe_basemap
from kithmap.basics.errors import BadInputError, KithmapError
from kithmap.basics.words import said
from kithmap.layers import actions
from kithmap.layers import details as decided
from kithmap.layers.actions import Beginning
from kithmap.layers.ground import Settlement
from kithmap.layers.model import Edition
from kithmap.layers.pages.contexts.desk import DeskPage
from kithmap.layers.pages.desk import Desk, desk_of, on_table, proposed, roles_of_signers
from kithmap.layers.pages.showing import begin_page, desk_page
from kithmap.layers.published import PublishedRelease
from kithmap.layers.statistical import Reading, read_statistical_areas
from kithmap.people.access import require_account
from kithmap.web.dependencies import AccountDep, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.layers_ground import to_go_from
from kithmap.web.templates import render
from kithmap.workshop.model import Life

router = APIRouter(include_in_schema=False, prefix="/areas/{area_id}/layers/{wave_id}")

Text = Annotated[str, Form()]

SAVED = {
    "begun": said("These layers are begun. Nothing is published before two people have signed them."),
    "changed": said("This is in the draft now. Signatures for the draft as it was count no more."),
    "settled": said("This is decided now. Signatures for the draft as it was count no more."),
    "signed": said("You signed these layers, exactly as they are. Any change of them takes your signature away."),
    "unsigned": said("Your signature is taken back."),
    "published": said("It is published. This version stays as it is for ever. Its files are being made now."),
}  # fmt: skip
"""What the page says after something was done, by the word in its address."""

ANCHORS = {"settled": "checks", "signed": "next", "unsigned": "next"}
"""Where on the page whoever did it goes on."""


class Files(Protocol):
    """What makes the files of releases."""

    def be_ready(self) -> None:
        """Get ready to make files: somebody is about to publish."""

    def begin(self, release: PublishedRelease) -> None:
        """Begin to make all files of a release."""


async def _desk(
    area_id: str, wave_id: str, request: Request, services: ServicesDep, account: AccountDep
) -> Desk:
    folder = request.app.state.basemap_folder
    basemap = await asyncio.to_thread(describe_basemap, folder, area_id)
    return await desk_of(services, require_account(account), area_id, wave_id, basemap)


DeskDep = Annotated[Desk, Depends(_desk)]
"""Everything on the desk is for those who have a role in the area: facilitators, researchers, admins."""


@router.get("")
async def layers_desk(
    desk: DeskDep, request: Request, services: ServicesDep, edition: str = "", saved: str = ""
) -> Response:
    """Show the draft of the next release, or how to begin."""
    if desk.standing.series is None:
        return render(request, begin_page(desk))
    page = await _page(services, desk, edition)
    if page.may_publish:
        await asyncio.to_thread(_files(request).be_ready)
    return render(request, replace(page, saved=SAVED.get(saved, "")))


@router.post("")
async def begin(desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Begin the layers of an area in a wave."""
    area, wave = desk.standing.area, desk.standing.wave
    asked = Beginning(area.id, area.name, wave.id, wave.name, services.public_address)
    try:
        await services.write(actions.begin, asked, services.clock())
    except KithmapError as error:
        return render(request, replace(begin_page(desk), problem=error.message), status=status_of(error))
    return _back(desk, "begun")


@router.post("/details")
async def change_details(desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Decide about licence, note and makers."""
    form = await request.form()
    typed = {name: str(value) for name, value in form.items()}

    async def change() -> None:
        found = decided.read_details(typed)
        kept = replace(found, workshops=desk.standing.details.workshops)
        await services.write(actions.set_details, desk.series.id, kept, services.clock())

    return await _changed(request, services, desk, change, "changed")


@router.post("/workshops")
async def choose_workshops(desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Choose the workshops that the release is built from."""
    form = await request.form()
    wanted = {str(each) for each in form.getlist("workshops")}

    async def change() -> None:
        offered = {each.listed.id for each in desk.workshops}
        by_rule = {each.listed.id for each in desk.workshops if each.life is Life.CLOSED}
        found = decided.with_workshops(desk.standing.details, wanted, offered, by_rule)
        await services.write(actions.set_details, desk.series.id, found, services.clock())

    return await _changed(request, services, desk, change, "changed")


@router.post("/statistical-areas")
async def take_statistical_areas(
    desk: DeskDep,
    request: Request,
    services: ServicesDep,
    file: UploadFile | None = None,
    code: Text = "",
    name: Text = "",
    attribution: Text = "",
) -> Response:
    """Take official small areas in, from a file."""

    async def change() -> None:
        if file is None or not file.filename:
            raise BadInputError("Please choose a file first.")
        asked = Reading(code, name, attribution, file.filename)
        text = await file.read()
        found = await asyncio.to_thread(read_statistical_areas, text, asked, desk.standing.area.boundary)
        await services.write(actions.set_statistical_areas, desk.series.id, found, services.clock())

    return await _changed(request, services, desk, change, "changed")


@router.post("/statistical-areas/take-out")
async def take_out_statistical_areas(desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Take official small areas out again."""

    async def change() -> None:
        await services.write(actions.set_statistical_areas, desk.series.id, None, services.clock())

    return await _changed(request, services, desk, change, "changed")


@router.post("/settlements")
async def settle(
    desk: DeskDep, request: Request, services: ServicesDep, choice: Text = "", reason: Text = ""
) -> Response:
    """Decide about findings, or take a decision back."""
    keys = {str(each) for each in (await request.form()).getlist("keys")}

    async def change() -> None:
        if not keys:
            raise BadInputError("Please tick what this is about. Nothing was changed.")
        settlement = (
            None if choice == "take_back" else await _settlement(services, desk, keys, choice, reason)
        )
        await services.write(actions.settle, desk.series.id, keys, settlement, services.clock())

    return await _changed(request, services, desk, change, "settled")


async def _settlement(services: Services, desk: Desk, keys: set[str], choice: str, reason: str) -> Settlement:
    found = {each.key: each for each in (await on_table(services, desk)).draft.findings}
    if not keys <= found.keys():
        raise BadInputError(
            "Something that this is about was changed meanwhile. Nothing was decided. Please look again."
        )
    if any(choice not in found[key].choices for key in keys):
        raise BadInputError("Please choose what to do. Nothing was changed.")
    return Settlement(choice, reason)


@router.post("/signatures")
async def sign(desk: DeskDep, request: Request, services: ServicesDep, checksum: Text = "") -> Response:
    """Stand for the draft as it is."""

    async def change() -> None:
        draft = proposed(desk, await on_table(services, desk))
        signer = (desk.account.id, desk.role)
        await services.write(actions.sign, desk.series.id, draft, signer, checksum, services.clock())

    return await _changed(request, services, desk, change, "signed")


@router.post("/signatures/take-back")
async def take_back_signature(desk: DeskDep, request: Request, services: ServicesDep) -> Response:
    """Stand for the draft no longer."""

    async def change() -> None:
        await services.write(actions.take_back_signature, desk.series.id, desk.account.id)

    return await _changed(request, services, desk, change, "unsigned")


@router.post("/releases")
async def publish(desk: DeskDep, request: Request, services: ServicesDep, checksum: Text = "") -> Response:
    """Publish the draft that both signed, and begin to make its files."""

    async def change() -> None:
        # Once more, as they may have read for longer than it stays ready.
        await asyncio.to_thread(_files(request).be_ready)
        draft = proposed(desk, await on_table(services, desk))
        roles = await roles_of_signers(services, desk)
        published = await services.write(
            actions.publish, desk.series.id, draft, checksum, roles, services.clock()
        )
        _files(request).begin(published)

    return await _changed(request, services, desk, change, "published")


def _files(request: Request) -> Files:
    files: Files = request.app.state.release_files
    return files


async def _changed(
    request: Request, services: Services, desk: Desk, change: Callable[[], Awaitable[None]], saved: str
) -> Response:
    """Do something, and go back to the desk; or show it again with what went wrong on top."""
    try:
        await change()
    except KithmapError as error:
        if desk.standing.series is None:
            raise
        page = await _page(services, desk, "")
        return render(request, replace(page, problem=error.message), status=status_of(error))
    return _back(desk, saved)


async def _page(services: Services, desk: Desk, edition: str) -> DeskPage:
    table = await on_table(services, desk)
    shown = Edition.PARTNERS if edition == Edition.PARTNERS else Edition.PUBLIC
    newest = None if table.last is None else table.last[Edition.PARTNERS]
    gone = await to_go_from(services, newest)
    return await asyncio.to_thread(desk_page, desk, table, shown, gone)


def _back(desk: Desk, saved: str) -> Response:
    anchor = f"#{ANCHORS[saved]}" if saved in ANCHORS else ""
    return RedirectResponse(f"{desk.path}?saved={saved}{anchor}", 303)
