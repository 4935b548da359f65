"""A report's file, put together: its map twice, its script and style, and a policy that lets it fetch nothing."""

import gzip
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from kithmap.basemap.catalogue import find_archive
from kithmap.basemap.model import BasemapError, Theme
from kithmap.basics.words import said
from kithmap.layers.model import Layer
from kithmap.reports.drawings import symbols
from kithmap.reports.ground import ground
from kithmap.reports.mapped import Looks, mapped
from kithmap.reports.model import Ground, MapWords
from kithmap.reports.pages.contexts import Drawn, Parts
from kithmap.reports.picture import picture
from kithmap.time_lapse.whole_file import Inlined, inlined, policy
from kithmap.web.assets import FrontEndNotBuiltError, built_folder
from kithmap.web.language import Language
from kithmap.web.templates import Page, environment
from kithmap.web.translation import translation


def drawn_map(layers: Iterable[Layer], looks: Looks, under: Ground | None) -> Drawn:
    """Return the map and the tables of some layers; see :func:`kithmap.reports.mapped.mapped`."""
    found = mapped(layers, looks)
    marks = Markup(symbols(kind.look for kind in found.kinds))  # noqa: S704 - our own drawings
    return Drawn(found, under, picture(found, under), marks)


def ground_of(folder: Path, area_id: str) -> Ground | None:
    """Return what lies under an area's map, from its basemap; None where it has none, or a damaged one.

    Args:
        folder: the folder of basemaps.
        area_id: the area's id.
    """
    try:
        archive = find_archive(folder, area_id)
        if archive is None:
            return None
        drawing = gzip.decompress(archive.whole(Theme.LIGHT)).decode()
    except BasemapError:
        return None
    bounds, about = archive.metadata.bounds, archive.metadata
    return ground(drawing, (bounds.west, bounds.south, bounds.east, bounds.north), about.attribution)


def parts_of(drawn: Drawn, language: Language) -> Parts:
    """Return what a report's file carries within itself.

    Raises:
        FrontEndNotBuiltError: if its script and style are not built.
    """
    from kithmap.reports.folium_map import map_script  # noqa: PLC0415 - takes a second, see there

    style = _built("report.css")
    own = map_script(drawn.mapped, drawn.ground, _words(language))
    scripts = (_built("report.js"), *([] if own is None else [inlined(own.encode())]))
    return Parts(scripts, style, policy(list(scripts), [style]))


def written(page: Page, language: Language) -> bytes:
    """Return a report's file: the same facts give the same bytes."""
    html = environment(language).get_template(page.template).render(page=page)
    return html.encode()


def _words(language: Language) -> MapWords:
    gettext = translation(language).gettext
    return MapWords(
        zoom_in=gettext(said("Zoom in")),
        zoom_out=gettext(said("Zoom out")),
        layers=gettext(said("What the map shows")),
        close=gettext(said("Close")),
        row=gettext(said("Find it in the table")),
    )


def _built(name: str) -> Inlined:
    path = built_folder() / "apart" / name
    try:
        changed = path.stat().st_mtime_ns
    except FileNotFoundError:
        raise FrontEndNotBuiltError(
            "The script of reports has not been built yet. In a copy of the source, run: python scripts/front_end.py build."
        ) from None
    return _read(path, changed)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Inlined:
    return inlined(path.read_bytes())
