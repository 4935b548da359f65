"""Looking after a programme's data: migrating, copying, replaying, exporting, building basemaps."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kithmap.basics.actors import Role
from kithmap.basics.clock import system_clock
from kithmap.basics.errors import BadInputError, ConflictError, NotFoundError
from kithmap.basics.ids import is_id
from kithmap.cli.saying import say
from kithmap.people.actions import admin_link, masking_secret
from kithmap.programme.model import Area
from kithmap.settings import Settings
from kithmap.storage.database import Database
from kithmap.storage.engine import open_database
from kithmap.storage.migrate import migrate
from kithmap.storage.oplog.sql import SqlLog
from kithmap.workshop.catalogue import find_workshop, quotable_people

BASEMAPS = "basemaps"


@contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    """Open the database with its tables up to date, and close it at the end."""
    settings.storage.data_folder.mkdir(parents=True, exist_ok=True)
    database = open_database(settings.storage.url)
    try:
        migrate(database)
        yield database
    finally:
        database.close()


def migrate_database(settings: Settings) -> None:
    """Bring the tables up to date and tell what was done."""
    settings.storage.data_folder.mkdir(parents=True, exist_ok=True)
    database = open_database(settings.storage.url)
    try:
        done = migrate(database)
    finally:
        database.close()
    say(f"Done: {', '.join(done)}." if done else "The database is up to date.")


def make_sign_in_link(settings: Settings, name: str | None, address: str) -> str:
    """Return a link that signs somebody in."""
    with opened(settings) as database, database.session() as session:
        return f"{address.rstrip('/')}/sign-in/{admin_link(session, name, system_clock())}"


def replay_log(settings: Settings, workshop: str) -> bool:
    """Replay a workshop, tell what was found, and return whether all was as stored."""
    from kithmap.state import WorkshopRules  # noqa: PLC0415 - the rules of every feature
    from kithmap.storage.replay import replay_workshop  # noqa: PLC0415

    with opened(settings) as database:
        report = replay_workshop(SqlLog(database), WorkshopRules(), _workshop(database, workshop))
    for difference in report.differences:
        say(f"{difference.number}: {difference.of}: {difference.words}")
    blanked = f", {report.redacted} of them blanked" if report.redacted else ""
    found = f"{len(report.differences)} differences" if report.differences else "all as stored"
    say(f"{report.entries} entries{blanked}: {found}.")
    return not report.differences


def export_map(settings: Settings, workshop: str, form: str | None, output: Path | None) -> None:
    """Write a workshop's map to a file, or to the terminal.

    Args:
        settings: where the data lie.
        workshop: its id or its code.
        form: ``geojson``, or None for it.
        output: the file to write; None for the terminal.
    """
    from kithmap.photos.files import FOLDER as PHOTOS  # noqa: PLC0415
    from kithmap.shared_map.exports import Reader, geojson  # noqa: PLC0415
    from kithmap.shared_map.masking import Mask  # noqa: PLC0415
    from kithmap.storage.snapshots import load  # noqa: PLC0415

    if form not in {None, "geojson"}:
        raise BadInputError(
            f"Kithmap cannot write one workshop's map as {form}. It writes geojson; published layers it writes in every format."
        )
    with opened(settings) as database:
        found = _workshop(database, workshop)
        with database.reading() as session:
            quotable = quotable_people(session, found)
        with database.session() as session:
            mask = Mask(masking_secret(session), found)
        content = load(SqlLog(database), found).content
    # As a researcher may have it: what was marked for facilitators alone stays with them. Photos are named as they lie in
    # the data folder.
    written = geojson(content, Reader(Role.RESEARCHER, "", quotable), mask, f"{PHOTOS}/{found}/{{photo}}.jpg")
    if output is None:
        sys.stdout.buffer.write(written + b"\n")
        return
    output.write_bytes(written)
    say(f"Saved to {output}.")


def build_basemap(settings: Settings, file: Path, area: str) -> None:
    """Build an area's basemap, showing how far it is."""
    from rich.progress import Progress  # noqa: PLC0415 - 50 ms

    from kithmap.basemap.archive import archive_path  # noqa: PLC0415 - geometry, half a second
    from kithmap.basemap.build_file import build_basemap as build  # noqa: PLC0415
    from kithmap.basemap.model import OSM_ATTRIBUTION, BuildProgress  # noqa: PLC0415
    from kithmap.programme.boundary import boundary_shape  # noqa: PLC0415

    with opened(settings) as database:
        found = known_area(database, area)
    folder = settings.storage.data_folder / BASEMAPS
    folder.mkdir(parents=True, exist_ok=True)
    with Progress(transient=True) as bars:
        bar = bars.add_task(f"Building {found.name}", total=1.0)

        def tell(step: BuildProgress) -> None:
            bars.update(bar, completed=step.fraction, description=step.message)

        summary = build(
            file,
            boundary_shape(found.boundary),
            archive_path(folder, found.id),
            area=found.name,
            attribution=OSM_ATTRIBUTION,
            built_at=system_clock(),
            progress=tell,
        )
    say(f"The basemap of {found.name} is ready: {summary.features:,} streets, buildings and places.")


def _workshop(database: Database, named: str) -> str:
    with database.reading() as session:
        found = find_workshop(session, named)
    if found is None:
        hint = "" if is_id(named) else " It may have ended: then use its id, which stands in its address."
        raise NotFoundError(f"There is no workshop {named}.{hint}")
    return found.id


def known_area(database: Database, named: str) -> Area:
    """Return the area of this name or id.

    Raises:
        NotFoundError: if there is none.
        ConflictError: if several have this name.
    """
    from kithmap.programme.access import find_areas  # noqa: PLC0415

    with database.reading() as session:
        found = find_areas(session, named)
    if not found:
        raise NotFoundError(
            f"There is no area called {named}. Make it in the browser first, with its boundary."
        )
    if len(found) > 1:
        ids = ", ".join(area.id for area in found)
        raise ConflictError(f"Several areas are called {named}. Please say which by its id: {ids}")
    return found[0]
