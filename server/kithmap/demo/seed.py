"""Fills a new installation with the demo programme: accounts, areas, basemaps, two finished workshops and one that has begun.

Nothing is written behind the product's back: people join, and every place, connection and mark is an operation submitted to
the live host by its author, at the minute that the story says.
"""

import asyncio
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import UTC, date, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kithmap.basemap.archive import archive_path
from kithmap.basemap.build_file import build_basemap
from kithmap.basemap.catalogue import describe_basemap
from kithmap.basics.actors import Role
from kithmap.basics.errors import KithmapError
from kithmap.basics.ids import new_id
from kithmap.demo.agreeing import Step, agreeing_steps
from kithmap.demo.areas import AREAS, PROGRAMME_NAME, DemoArea
from kithmap.demo.model import Connection, DemoWorkshop, Place
from kithmap.demo.publishing import publish_first_glossary
from kithmap.demo.releasing import publish_layers
from kithmap.demo.story import FINISHED_WORKSHOP, OPEN_WORKSHOP, SECOND_WORKSHOP
from kithmap.demo.told import told_workshop
from kithmap.demo.town_file import ATTRIBUTION, write_town
from kithmap.guides.catalogue import GuideCatalogue
from kithmap.guides.operations import ChooseRunSheet
from kithmap.guides.run_sheet import sheet_of
from kithmap.people import store as people
from kithmap.people.actions import first_link
from kithmap.people.model import Account
from kithmap.programme import actions as programme
from kithmap.programme import store as programmes
from kithmap.programme.boundary import boundary_shape, check_boundary
from kithmap.programme.model import Area, PartnerRole, Programme, Wave
from kithmap.sync.audience import Viewer
from kithmap.sync.protocol import RefusedMessage, Submit, SubmittedOperation
from kithmap.web.assets import content_folder
from kithmap.web.dependencies import Services
from kithmap.workshop import actions as workshops
from kithmap.workshop.access import LEADER_ALIAS, viewer_of_seat
from kithmap.workshop.joining import Consent, Listed
from kithmap.workshop.pages.making import begin

Say = Callable[[str], None]

FINISHED_BEFORE = timedelta(days=9)
PUBLISHED_BEFORE = timedelta(days=6)
SECOND_BEFORE = timedelta(days=3)
SECOND_PUBLISHED_BEFORE = timedelta(days=1)
OPEN_BEFORE = timedelta(minutes=15)
"""How long before now the workshops began: the story of the open one is 13 minutes long."""

FIRST_NOTE = "What the first evening put on the map, in St Columba's Hall."
SECOND_NOTE = "What the towers added, in a room that had no chairs until January."

PARTNERS_SINCE = date(2025, 9, 1)

WAVES = (
    Wave("", "Baseline", date(2026, 1, 12), date(2026, 12, 18)),
    Wave("", "Interim", date(2027, 9, 6), date(2027, 12, 17)),
    Wave("", "Final", date(2029, 9, 3), date(2029, 12, 14)),
)
"""Of the invented programme."""


class StoryClock:
    """A clock that stands where the story is, until the story is told.

    Args:
        now: the real moment.
    """

    def __init__(self, now: datetime) -> None:
        """Start at the present."""
        self.now = now

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.now


class SeedRefusedError(KithmapError):
    """The product refused a step of the story: one of the two is wrong."""

    code = "seed_refused"


async def seed(services: Services, clock: StoryClock, basemaps: Path, say: Say) -> Listed:
    """Fill the installation, unless it is filled already.

    Args:
        services: of an application made with ``clock``.
        clock: is moved along the stories, and stands at the present again afterwards.
        basemaps: the folder of the areas' basemaps.
        say: is told what is being done, as it takes some seconds; called from another thread.

    Returns:
        The open workshop.
    """
    found = await services.read(told_workshop)
    if found is not None:
        return found
    now = clock.now.replace(tzinfo=UTC) if clock.now.tzinfo is None else clock.now
    admin = await services.write(_admin, now)
    areas = await services.write(_programme, now)
    await asyncio.to_thread(_build_basemaps, list(areas.values()), basemaps, now, say)
    first = await _tell(services, clock, admin, areas, FINISHED_WORKSHOP, now - FINISHED_BEFORE)
    clock.now = now - PUBLISHED_BEFORE
    signers = await publish_first_glossary(services, admin, first.area)
    ground = await asyncio.to_thread(describe_basemap, basemaps, first.area)
    await publish_layers(services, signers, first, ground, FIRST_NOTE)
    second = await _tell(services, clock, admin, areas, SECOND_WORKSHOP, now - SECOND_BEFORE)
    clock.now = now - SECOND_PUBLISHED_BEFORE
    await publish_layers(services, signers, second, ground, SECOND_NOTE)
    opened = await _tell(services, clock, admin, areas, OPEN_WORKSHOP, now - OPEN_BEFORE)
    clock.now = now
    return opened


def _admin(session: Any, now: datetime) -> Account:
    first_link(session, now)
    return next(account for account in people.accounts(session) if account.admin)


def _programme(session: Any, now: datetime) -> dict[str, Area]:
    made = programme.add_programme(session, PROGRAMME_NAME, now)
    for wave in WAVES:
        programme.add_wave(session, made.id, wave, now)
    return {demo.key: _area(session, made, demo, now) for demo in AREAS}


def _area(session: Any, made: Programme, demo: DemoArea, now: datetime) -> Area:
    boundary = check_boundary(_as_json(demo.boundary))
    area = programme.add_area(session, made.id, demo.name, boundary.geometry, now)
    for role, name in (
        (PartnerRole.VCS_ORGANISATION, demo.vcs_organisation),
        (PartnerRole.HOST_AUTHORITY, demo.host_authority),
    ):
        programme.add_partner(session, area.id, role, name, PARTNERS_SINCE)
    return area


def _as_json(geometry: Any) -> Any:
    """Return GeoJSON with lists for tuples, as it is read from a file."""
    if isinstance(geometry, Mapping):
        return {key: _as_json(value) for key, value in geometry.items()}
    return [_as_json(part) for part in geometry] if isinstance(geometry, list | tuple) else geometry


def _build_basemaps(areas: list[Area], folder: Path, now: datetime, say: Say) -> None:
    """Draw the town, and each area's part of it; several at once, as each fills one processor for some seconds."""
    with TemporaryDirectory(prefix="town-", dir=folder, ignore_cleanup_errors=True) as drawn:
        town = Path(drawn) / "town.osm.pbf"
        say("Drawing the town")
        write_town(town)
        # Forking a process that has threads may leave locks closed for ever: new ones are started clean.
        with ProcessPoolExecutor(min(len(areas), os.cpu_count() or 1), get_context("spawn")) as workers:
            builds = {workers.submit(build_area, town, area, folder, now): area for area in areas}
            for count, build in enumerate(as_completed(builds), start=1):
                build.result()
                say(f"Drawn: {builds[build].name} ({count} of {len(areas)})")


def build_area(town: Path, area: Area, folder: Path, now: datetime) -> None:
    """Build the basemap of one area of the town."""
    build_basemap(
        town,
        boundary_shape(area.boundary),
        archive_path(folder, area.id),
        area=area.name,
        attribution=ATTRIBUTION,
        built_at=now,
        progress=lambda _: None,
    )


async def _tell(
    services: Services,
    clock: StoryClock,
    admin: Account,
    areas: Mapping[str, Area],
    story: DemoWorkshop,
    began: datetime,
) -> Listed:
    """Hold a workshop as the story tells it."""
    clock.now = began
    area = areas[story.area]
    wave = (await services.read(programmes.waves, area.programme))[0]
    new = workshops.NewWorkshop(area.id, wave.id, story.title)
    listed = await services.write(workshops.make_workshop, new, services.signing, admin.id, began)
    await begin(services, admin, listed, area, wave, blind=True)
    viewers = await _join(services, clock, story, listed, began)
    viewers[None] = Viewer(admin.id, Role.ADMIN, admin.name, LEADER_ALIAS)
    sheet = await asyncio.to_thread(_run_sheet)
    for step in sorted(_steps(story, sheet), key=lambda step: step.minute):
        clock.now = began + timedelta(minutes=step.minute)
        await _ask(services, listed, viewers[step.who], step)
    return listed


async def _join(
    services: Services, clock: StoryClock, story: DemoWorkshop, listed: Listed, began: datetime
) -> dict[str | None, Viewer]:
    viewers: dict[str | None, Viewer] = {}
    for person in story.participants:
        clock.now = began + timedelta(minutes=person.joined)
        consent = Consent(take_part=True, keep=True, quote=True)
        seat, _ = await services.write(
            workshops.join, listed.id, consent, person.name, services.signing, clock.now
        )
        viewers[person.key] = viewer_of_seat(seat)
    return viewers


async def _ask(services: Services, listed: Listed, viewer: Viewer, step: Step) -> None:
    operation = SubmittedOperation(id=new_id(), kind=step.kind, payload=dict(step.payload))
    for answer in await services.rooms.ask(listed.id, viewer, Submit(type="submit", operations=[operation])):
        if isinstance(answer, RefusedMessage):
            raise SeedRefusedError(
                f"The demo's {step.kind} at minute {step.minute} was refused: {answer.message}"
            )


def _run_sheet() -> Mapping[str, Any]:
    """Return the run sheet of a whole workshop."""
    catalogue = GuideCatalogue(content_folder("facilitator_guides") / "en", own=None)
    return sheet_of(catalogue.read().whole())


def _steps(story: DemoWorkshop, sheet: Mapping[str, Any]) -> Iterator[Step]:
    """Turn a story into what its people ask for. Steps of the same minute stay in this order.

    A workshop that is not over has tried its map by hand; whoever opens the demonstration leads on by the run sheet.
    """
    yield Step(0, None, "workshop.open", {})
    for minute, stage in story.stages:
        if stage == "closed":
            continue
        yield Step(minute, None, "workshop.move_to_stage", {"stage": stage})
    last_minute, last_stage = story.stages[-1]
    if last_stage != "closed":
        yield Step(last_minute, None, ChooseRunSheet.kind, sheet)
    ids = {each.key: new_id() for each in story.places}
    for place in story.places:
        yield _placing(place, ids)
    for mark in story.me_toos:
        yield Step(mark.minute, mark.author, "me_too.add", {"place": ids[mark.place]})
    for connection in story.connections:
        yield _connecting(connection, ids)
    if story.reveal is not None:
        yield Step(story.reveal, None, "places.reveal", {})
    yield from agreeing_steps(story, ids)
    for minute, stage in story.stages:
        if stage == "closed":
            yield Step(minute, None, "workshop.close", {})


def _placing(place: Place, ids: Mapping[str, str]) -> Step:
    payload = {
        "place": ids[place.key],
        "geometry": _as_json(place.geometry),
        "title": place.title,
        "note": place.note,
        "visibility": place.visibility,
        "precision": place.precision,
    }
    if place.meeting is None:
        return Step(place.minute, place.author, "asset.place", {**payload, "asset_kind": place.kind})
    meeting = {
        "who": place.meeting.who,
        "how_often": place.meeting.how_often,
        "how_many": place.meeting.how_many,
        "open_to": place.meeting.open_to,
    }
    return Step(place.minute, place.author, "meeting_place.place", {**payload, "meeting": meeting})


def _connecting(connection: Connection, ids: Mapping[str, str]) -> Step:
    how = connection.how
    payload = {
        "connection": new_id(),
        "start": ids[connection.start],
        "end": ids[connection.end],
        "directed": connection.directed,
        "how": {"mode": how.mode, "frequency": how.frequency, "strength": how.strength},
        "where": ids.get(connection.where, connection.where),
        "why": list(connection.why),
        "result": {"outcome": connection.outcome, "words": connection.words},
    }
    return Step(connection.minute, connection.author, "connection.draw", payload)
