"""Files of published layers, by command: the same that the release's page offers, for whoever owns the data."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlmodel import Session

from kithmap.basics.errors import BadInputError, NotFoundError, UnavailableError
from kithmap.cli.progress import shown
from kithmap.cli.saying import say
from kithmap.cli.upkeep import BASEMAPS, export_map, opened
from kithmap.glossary.access import Library
from kithmap.layers.access import published
from kithmap.layers.access import series as every_series
from kithmap.layers.model import Edition
from kithmap.layers.published import Series
from kithmap.release_package.api.making import Making
from kithmap.release_package.files import FOLDER, ReleaseFiles
from kithmap.release_package.offers import MAKING, PACKAGE, SORTS
from kithmap.reports.pages.releases import ReleaseReports
from kithmap.settings import Settings
from kithmap.web.assets import content_folder

ALL = "all"
"""The format that stands for every one."""


def find_series(session: Session, named: str, wave: str | None) -> Series | None:
    """Return the published layers that are meant, or None where the name is none of an area with layers.

    Args:
        session: the transaction.
        named: the area's name or id, or what names the layers in addresses.
        wave: the wave's name or id; None where there is only one.

    Raises:
        NotFoundError: if the area has published layers, and none in this wave.
        BadInputError: if it has published some in several waves, and none is named.
    """
    wanted = named.casefold()
    mine = [each for each in every_series(session) if wanted in _names(each)]
    if not mine:
        return None
    if wave is None:
        if len(mine) > 1:
            raise BadInputError(f"Please say which wave with --wave. There are {_waves(mine)}.")
        return mine[0]
    found = [each for each in mine if wave.casefold() in (each.wave.casefold(), each.wave_id)]
    if not found:
        raise NotFoundError(
            f"There are no published layers of {named} in a wave {wave}. There are {_waves(mine)}."
        )
    if len(found) > 1:
        slugs = ", ".join(each.slug for each in found)
        raise BadInputError(f"Several areas are called {named}. Please say which by: {slugs}")
    return found[0]


def series_there_are(session: Session) -> str:
    """Return in words which layers were published."""
    found = every_series(session)
    if not found:
        return "No layers were published yet."
    listed = "; ".join(f"{each.area} --wave {_quoted(each.wave)} ({each.slug})" for each in found)
    return f"Published layers there are of: {listed}."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported, as it was typed.

    Attributes:
        name: of an area with published layers, or what names a workshop.
        wave: of the layers, by name or id; None where none was said.
        version: of the layers; None for the newest.
        edition: of the layers; None for the public one.
        form: in which format; None for the package, or for GeoJSON of a workshop.
        output: the file to write, or the folder to write into; None where none was said.
    """

    name: str
    wave: str | None = None
    version: str | None = None
    edition: str | None = None
    form: str | None = None
    output: Path | None = None

    @property
    def is_of_layers(self) -> bool:
        """Whether something was said that a workshop does not have."""
        return (self.wave, self.version, self.edition) != (None, None, None)


def export(settings: Settings, wanted: Wanted) -> None:
    """Save what is meant: files of an area's published layers, or else one workshop's map.

    Raises:
        NotFoundError: if there is neither, with what there is.
        BadInputError: if it does not say enough, or there is no such format.
    """
    with opened(settings) as database, database.reading() as session:
        found = find_series(session, wanted.name, wanted.wave)
        there = series_there_are(session)
    if found is not None:
        export_release(settings, found, wanted)
        return
    if wanted.is_of_layers:
        raise NotFoundError(f"There are no published layers of {wanted.name}. {there}")
    try:
        export_map(settings, wanted.name, wanted.form, wanted.output)
    except NotFoundError as error:
        raise NotFoundError(f"{error.message} {there}") from None


def export_release(settings: Settings, series: Series, wanted: Wanted) -> None:
    """Save files of a release, and tell where.

    Args:
        settings: where the data lie.
        series: whose release.
        wanted: which one, and of it what.

    Raises:
        NotFoundError: if there is no such version.
        BadInputError: if there is no such edition or format.
    """
    edition, keys = _edition(wanted.edition), _keys(wanted.form)
    folder = settings.storage.data_folder
    library = Library(content_folder("indicator_glossary"))
    with opened(settings) as database:
        with database.reading() as session:
            release = published(session, series.slug, wanted.version)
        reports = ReleaseReports(database, lambda: library, folder / BASEMAPS)
        making = Making(database, library, ReleaseFiles(folder / FOLDER), reports, release, edition)
        with shown(f"Making {release.header.name}") as step:
            paths = [path for key, told in _shares(keys, step) for path in making.make(key, told)]
    for saved in _save(paths, wanted.output):
        say(f"Saved to {saved}.")


def _edition(named: str | None) -> Edition:
    wanted = (named or Edition.PUBLIC).casefold()
    found = next((each for each in Edition if each.value == wanted), None)
    if found is None:
        raise BadInputError(f"There is no edition {named}. There are: {', '.join(Edition)}.")
    return found


def _keys(form: str | None) -> Sequence[str]:
    wanted = (form or PACKAGE.key).casefold()
    if wanted == ALL:
        return MAKING
    if wanted not in MAKING:
        there = ", ".join(each.key for each in SORTS)
        raise BadInputError(f"Kithmap cannot write published layers as {form}. It writes: {there}; or {ALL}.")
    return (wanted,)


def _shares(
    keys: Sequence[str], step: Callable[[float, str], None]
) -> "list[tuple[str, Callable[[float], None]]]":
    """Return the sorts, each with what is to be told how much of it is done."""

    def share(place: int, key: str, done: float) -> None:
        step((place + done) / len(keys), key)

    return [(key, partial(share, place, key)) for place, key in enumerate(keys)]


def _save(paths: Sequence[Path], output: Path | None) -> list[Path]:
    """Copy files to where they are wanted: one to a name, or any number into a folder under their own names."""
    if output is not None and len(paths) == 1 and not output.is_dir():
        targets = [output]
    else:
        targets = [(output or Path()) / path.name for path in paths]
    try:
        for path, target in zip(paths, targets, strict=True):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    except OSError as error:
        raise UnavailableError(f"The files could not be saved ({error}).") from None
    return targets


def _names(series: Series) -> tuple[str, ...]:
    return series.area.casefold(), series.area_id, series.slug


def _waves(found: Sequence[Series]) -> str:
    return ", ".join(_quoted(each.wave) for each in found)


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words
