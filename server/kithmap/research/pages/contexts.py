"""What the pages for researchers show of a release, and what all of them share."""

from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from kithmap.basemap.catalogue import BasemapDescription
from kithmap.glossary.model import Version
from kithmap.layers.model import Edition, Header
from kithmap.layers.published import EditionFacts, PublishedRelease
from kithmap.release_package.model import ReleaseFile
from kithmap.research.figures import Shown
from kithmap.research.map_drawing import MapDrawing
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchPage(Page):
    """What all pages for researchers share."""

    entry: ClassVar[str | None] = "research/page_research"
    screen: ClassVar[str] = "console"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """A figure on a page.

    Attributes:
        shown: its table.
        drawings: its chart as SVG: one drawing, or one for each small chart; none where it is not drawn.
        csv: where the table is saved from.
        svg: where the chart is saved from; empty where there is none.
    """

    shown: Shown
    drawings: tuple[Markup, ...]
    csv: str
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPage(ResearchPage):
    """What the pages of a release share.

    Attributes:
        header: what the release says of itself.
        edition: which the reader looks at.
        path: of the version.
    """

    header: Header
    edition: Edition
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDifferences:
    """What is different from the version before.

    Attributes:
        before: the version before.
        counts: how many came, went, moved and say something else.
        listed: the first of them.
        more: how many more there are.
    """

    before: Version
    counts: ShownFigure
    listed: ShownFigure
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePage(VersionPage):
    """A release of an area's layers.

    Attributes:
        release: what was published.
        facts: of that edition.
        may_read_more: whether the partners' edition is the reader's too.
        is_newest: whether there is no newer one.
        versions: all of the series, the newest first.
        address: under which this version is found for ever.
        layers: how many rows each layer has.
        figures: what is drawn of it.
        privacy: what was left out or changed.
        differences: from the version before; None for the first.
        citation: how to cite it, in one line.
        bibtex: the same for BibTeX.
        files: what can be taken away, those of a sort together.
        live_link: the address of the live link, whole.
        drawing: the map without a script; None where nothing lies anywhere.
        basemap: the area's, or None.
        desk: where the next release is prepared, for those who may; empty for the rest.
        gone: how many things were withdrawn since, and are to go in the next version; told to those with a role in the area.
        context: facts for the map's script.
    """

    template: ClassVar[str] = "research/release.html"
    entry: ClassVar[str | None] = "research/page_release"

    release: PublishedRelease
    facts: EditionFacts
    may_read_more: bool
    is_newest: bool
    versions: tuple[PublishedRelease, ...]
    address: str
    layers: ShownFigure
    figures: tuple[ShownFigure, ...]
    privacy: ShownFigure
    differences: ShownDifferences | None
    citation: str
    bibtex: str
    files: tuple[tuple[ReleaseFile, ...], ...]
    live_link: str
    drawing: MapDrawing | None
    basemap: BasemapDescription | None
    desk: str
    gone: int
    context: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage(VersionPage):
    """The places of a release as a list.

    Attributes:
        words: what was looked for; empty for nothing.
        kind: which kind is shown; empty for all.
        kinds: keys and names of the kinds that there are.
        table: what is shown.
        ids: of the rows that are shown.
        count: how many places fit.
        page: which page, from 1.
        pages: how many there are.
        query: the part of the address that says what is shown, without the page.
    """

    template: ClassVar[str] = "research/places.html"

    words: str
    kind: str
    kinds: tuple[tuple[str, str], ...]
    table: ShownFigure
    ids: tuple[str, ...]
    count: int
    page: int
    pages: int
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage(VersionPage):
    """One place of a release, with all that is told of it.

    Attributes:
        query: what has to be asked again for the same edition; or empty.
        title: what people call it.
        layer: in which layer it stands, in words.
        table: every column with what stands in it.
        live_link: where programs find it.
    """

    template: ClassVar[str] = "research/place.html"

    query: str
    title: str
    layer: str
    table: ShownFigure
    live_link: str
