"""Released glossaries to and from folders under version control."""

from pathlib import Path

from kithmap.basics.clock import system_clock
from kithmap.basics.errors import BadInputError, ConflictError, NotFoundError
from kithmap.cli.saying import say
from kithmap.cli.upkeep import known_area as area_called
from kithmap.cli.upkeep import opened
from kithmap.glossary.access import STARTING, Library
from kithmap.glossary.files import read_release, write_release
from kithmap.glossary.folder import as_folder
from kithmap.glossary.release_folder import Whose, take_in
from kithmap.programme.access import find_programmes, known_area
from kithmap.settings import Settings
from kithmap.storage.database import Database
from kithmap.web.assets import content_folder


def export_glossary(settings: Settings, name: str, version: str | None, folder: Path) -> None:
    """Write a release of a glossary into a folder; without a version the newest.

    Raises:
        NotFoundError: if there is no such glossary or version.
        ConflictError: if the folder holds something else.
    """
    library = _library()
    with opened(settings) as database, database.reading() as session:
        glossary = library.glossary(session, name)
        published = (
            library.newest(session, glossary)
            if version is None
            else library.publication(session, glossary, version)
        )
        release = library.release(session, glossary, published)
        area = known_area(session, glossary.area).name if glossary.area else ""
    write_release(folder, as_folder(release, area), release.scheme.base)
    say(
        f"Version {release.version} is saved to {folder}: {len(release.concepts)} terms, {len(release.indicators)} indicators."
    )


def import_glossary(settings: Settings, folder: Path, area: str | None, programme: str | None) -> None:
    """Take in the release that a folder holds.

    Args:
        settings: where the data lie.
        folder: as the export writes it.
        area: whose glossary it becomes if it is not here yet, by name or id.
        programme: whose common glossary it becomes if it is not here yet, by title or id.

    Raises:
        BadInputError: naming the file that is not as it was released.
        ConflictError: if it does not fit what is here.
        NotFoundError: if the folder, the area or the programme is not there.
    """
    if area is not None and programme is not None:
        raise BadInputError("Please say either --area or --programme: a glossary belongs to one of them.")
    release = read_release(folder)
    with opened(settings) as database:
        with database.reading() as session:
            comes_with_kithmap = _library().glossary(session, STARTING)
        if release.scheme.base == comes_with_kithmap.base:
            raise ConflictError("This glossary comes with Kithmap: every version of it is here already.")
        whose = _whose(database, area, programme)
        with database.session() as session:
            taken = take_in(session, release, whose, system_clock())
    if taken.is_new:
        say(f"Version {release.version} is here now, at /glossary/{taken.glossary.name}.")
    else:
        say(f"Version {release.version} was here already, the very same. Nothing was changed.")


def _library() -> Library:
    return Library(content_folder("indicator_glossary"))


def _whose(database: Database, area: str | None, programme: str | None) -> Whose | None:
    if area is not None:
        found = area_called(database, area)
        return Whose(found.programme, found.id)
    if programme is None:
        return None
    with database.reading() as session:
        programmes = find_programmes(session, programme)
    if len(programmes) != 1:
        told = "no programme" if not programmes else "more than one programme"
        raise NotFoundError(f"There is {told} called {programme}. Please say which by its id.")
    return Whose(programmes[0].id, None)
