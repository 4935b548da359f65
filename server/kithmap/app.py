"""The application: the one place that wires everything together."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI

from kithmap import __version__
from kithmap.basemap.api import router as basemap_api
from kithmap.basics.clock import Clock, system_clock
from kithmap.basics.errors import KithmapError
from kithmap.basics.signing import Signing
from kithmap.bringing_in.model import MOST_MEGABYTES as PLACES_MEGABYTES
from kithmap.bringing_in.packed import MOST_PACKED_MEGABYTES
from kithmap.bringing_in.pages import router as bringing_in_pages
from kithmap.common_glossary.pages import router as common_glossary_pages
from kithmap.evaluation.api import router as evaluation_api
from kithmap.glossary.access import Library
from kithmap.glossary.api import router as glossary_api
from kithmap.glossary.pages import router as glossary_pages
from kithmap.glossary.pages.bringing_in import MOST_MEGABYTES as VOCABULARY_MEGABYTES
from kithmap.guides.api import router as guides_api
from kithmap.guides.catalogue import GuideCatalogue
from kithmap.guides.pages import router as guide_pages
from kithmap.layers.pages import router as layers_pages
from kithmap.layers.statistical import MOST_MEGABYTES as STATISTICAL_MEGABYTES
from kithmap.live.api import live_api
from kithmap.live.hub import Hub
from kithmap.live.socket import live_route
from kithmap.ogc_features.pages import router as ogc_features_pages
from kithmap.ogc_features.pages.live import LiveMaps
from kithmap.ogc_features.pages.published import Pages
from kithmap.paper.api import router as paper_api
from kithmap.paper.pages import router as paper_pages
from kithmap.people.access import AccountDoor
from kithmap.people.actions import masking_secret, signing_secret
from kithmap.people.pages import router as people_pages
from kithmap.photos.actions import tidy
from kithmap.photos.api import PhotoDesk
from kithmap.photos.api import router as photos_api
from kithmap.photos.files import FOLDER as PHOTOS
from kithmap.photos.files import PhotoFiles
from kithmap.photos.model import MOST_MEGABYTES as PHOTO_MEGABYTES
from kithmap.programme.api import router as programme_api
from kithmap.programme.api.basemap_jobs import BasemapBuilder
from kithmap.programme.pages import router as programme_pages
from kithmap.release_package.api import router as release_package_api
from kithmap.release_package.api.desk import ReleaseFilesDesk
from kithmap.reports.pages import router as report_pages
from kithmap.reports.pages.releases import ReleaseReports
from kithmap.research.pages import router as research_pages
from kithmap.research.pages.shelf import Shelf
from kithmap.settings import Settings
from kithmap.shared_map.api import router as shared_map_api
from kithmap.state import WorkshopRules
from kithmap.storage.database import Database
from kithmap.storage.engine import open_database
from kithmap.storage.migrate import migrate
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.wakeups import Wakeups, open_wakeups
from kithmap.storage.writer import Writer
from kithmap.time_lapse.pages import router as time_lapse_pages
from kithmap.web import gallery, health, words
from kithmap.web.assets import BUILT_ADDRESS, built_folder, content_folder
from kithmap.web.dependencies import Services
from kithmap.web.errors import add_error_answers
from kithmap.web.headers import SecurityHeaders
from kithmap.web.limits import MEGABYTE, BodyLimit
from kithmap.web.origin import SameOrigin, host_of
from kithmap.web.static import BuiltFiles
from kithmap.web.templates import AssetSource
from kithmap.web.withdrawing import finish_withdrawals
from kithmap.workshop.access import WorkshopDoor
from kithmap.workshop.api import router as workshop_api
from kithmap.workshop.pages import router as workshop_pages

logger = logging.getLogger(__name__)

LOOK_EVERY = 2.0
"""Seconds between two looks at what other processes changed about who may enter."""

TIDY_EVERY = 6 * 3600.0
"""Seconds between two looks for photos that no place shows any more; they may stay a day anyway."""

BASEMAPS = "basemaps"
"""The folder of the areas' basemaps, within the data folder."""

OWN_GUIDES = "guides"
"""The folder of people's own guides, within the data folder."""

BOUNDARY_MEGABYTES = 6
"""A boundary file of 4 MB and what a form adds."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is opened when the application is made, and closed when it ends.

    Attributes:
        database: the store.
        writer: the thread that appends to the log.
        wakeups: between rooms of the same workshop in several processes.
        hub: the live rooms.
        services: what routes share.
        basemaps: builds basemaps beside the running server.
        photos: keeps photos of places.
        release_files: makes the files of releases beside the running server.
    """

    database: Database
    writer: Writer
    wakeups: Wakeups
    hub: Hub
    services: Services
    basemaps: BasemapBuilder
    photos: PhotoDesk
    release_files: ReleaseFilesDesk


def create_app(
    settings: Settings | None = None, *, clock: Clock = system_clock, assets: AssetSource | None = None
) -> FastAPI:
    """Open the database, bring its tables up to date, and return an application that serves it.

    Args:
        settings: by default those of the environment.
        clock: tells the time.
        assets: which built files pages load; by default those that were built.

    Raises:
        KithmapError: if the database cannot be opened, in words for whoever starts the server.
    """
    settings = settings or Settings()
    parts = _open(settings, clock)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        parts.hub.start()
        rounds = [
            asyncio.create_task(_look_at_roles(parts.services)),
            asyncio.create_task(_tidy_photos(parts)),
        ]
        yield
        for task in rounds:
            task.cancel()
        await asyncio.gather(*rounds, return_exceptions=True)
        await _close(parts)

    app = FastAPI(title="Kithmap", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None)
    app.state.services = parts.services
    app.state.assets = assets
    app.state.basemaps = parts.basemaps
    app.state.photos = parts.photos
    app.state.release_files = parts.release_files
    app.state.basemap_folder = parts.basemaps.folder
    app.state.guides = GuideCatalogue(
        content_folder("facilitator_guides") / "en", settings.storage.data_folder / OWN_GUIDES
    )
    app.state.glossaries = Library(content_folder("indicator_glossary"))
    app.state.live_maps = LiveMaps()
    app.state.feature_pages = Pages()
    app.state.research = Shelf()
    app.state.most_upload_megabytes = settings.basemap.most_upload_megabytes
    add_error_answers(app)
    _add_routes(app, parts)
    if settings.server.component_gallery:
        app.include_router(gallery.router)
    _add_layers(app, settings)
    return app


def _open(settings: Settings, clock: Clock) -> Parts:
    settings.storage.data_folder.mkdir(parents=True, exist_ok=True)
    database = open_database(settings.storage.url)
    migrate(database)
    with database.session() as session:
        signing = Signing(signing_secret(session))
        masking = masking_secret(session)
    log = SqlLog(database)
    writer = Writer(log)
    wakeups = open_wakeups(database)
    hub = Hub(log, writer, WorkshopRules(), wakeups=wakeups, clock=clock)
    accounts = AccountDoor(database, signing, clock)
    photos = PhotoFiles(settings.storage.data_folder / PHOTOS)
    services = Services(
        database=database,
        signing=signing,
        accounts=accounts,
        workshops=WorkshopDoor(database, signing, accounts),
        rooms=hub,
        masking=masking,
        public_address=settings.server.public_address,
        clock=clock,
        photos=photos,
    )
    folder = settings.storage.data_folder / BASEMAPS
    basemaps = BasemapBuilder(folder, settings.basemap.overpass_server, clock)
    release_files = ReleaseFilesDesk(settings.storage, ReleaseReports)
    return Parts(database, writer, wakeups, hub, services, basemaps, PhotoDesk(photos), release_files)


def _add_routes(app: FastAPI, parts: Parts) -> None:
    authenticate = parts.services.workshops.viewer_in_room
    app.router.routes.append(live_route(parts.hub, authenticate))
    app.include_router(live_api(parts.hub, authenticate))
    for router in (
        health.router,
        # Early, as routes are tried in this order: a program that reads a large layer asks forty times.
        ogc_features_pages,
        words.router,
        basemap_api,
        photos_api,
        paper_api,
        paper_pages,
        programme_api,
        shared_map_api,
        evaluation_api,
        glossary_api,
        workshop_api,
        people_pages,
        common_glossary_pages,
        programme_pages,
        workshop_pages,
        time_lapse_pages,
        report_pages,
        guide_pages,
        guides_api,
        glossary_pages,
        bringing_in_pages,
        layers_pages,
        release_package_api,
        research_pages,
    ):
        app.include_router(router)
    app.mount(BUILT_ADDRESS.rstrip("/"), BuiltFiles(built_folder()), name="built")


def _add_layers(app: FastAPI, settings: Settings) -> None:
    """Put what looks at every request around the routes; what is added last sees a request first."""
    public = settings.server.public_address
    app.add_middleware(SameOrigin, public_hosts=frozenset({host_of(public)} if public else ()))
    upload = settings.basemap.most_upload_megabytes * MEGABYTE
    larger = {
        ("/areas/", "/basemap"): upload,
        ("/areas/", "/boundary"): BOUNDARY_MEGABYTES * MEGABYTE,
        ("/areas/", "/glossary/bring-in"): VOCABULARY_MEGABYTES * MEGABYTE,
        ("/areas/", "/glossary/bring-in/take"): VOCABULARY_MEGABYTES * MEGABYTE,
        ("/areas/", "/statistical-areas"): (STATISTICAL_MEGABYTES + 1) * MEGABYTE,
        # A form adds its own fields to a file, and a tick for each place to what was packed.
        ("/workshops/", "/bring-in"): (PLACES_MEGABYTES + 1) * MEGABYTE,
        ("/workshops/", "/bring-in/"): (MOST_PACKED_MEGABYTES + 1) * MEGABYTE,
        ("/programmes/", "/areas"): BOUNDARY_MEGABYTES * MEGABYTE,
        ("/api/workshops/", "/photos/"): PHOTO_MEGABYTES * MEGABYTE,
    }
    app.add_middleware(BodyLimit, larger=larger)
    app.add_middleware(SecurityHeaders)


async def _look_at_roles(services: Services) -> None:
    """Notice, now and then, what another process changed about who may enter."""
    while True:
        await asyncio.sleep(LOOK_EVERY)
        try:
            await services.tell_role_changes()
            await finish_withdrawals(services)
        except KithmapError as error:
            logger.warning("roles could not be looked at: %s", error.code)


async def _tidy_photos(parts: Parts) -> None:
    """Remove, now and then, the photos that no place shows any more."""
    while True:
        await asyncio.sleep(TIDY_EVERY)
        try:
            await tidy(parts.photos.files, parts.hub.read, parts.services.clock())
        except (KithmapError, OSError) as error:
            logger.warning("photos could not be looked through: %s", type(error).__name__)


async def _close(parts: Parts) -> None:
    """Close in the order in which each needs the next."""
    await parts.basemaps.close()
    await parts.release_files.close()
    await parts.hub.close()
    await asyncio.to_thread(parts.wakeups.close)
    await asyncio.to_thread(parts.writer.close)
    await asyncio.to_thread(parts.database.close)
