"""What the pages for researchers show."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from markupsafe import Markup

from kithmap.basemap.catalogue import BasemapDescription
from kithmap.glossary.model import Version
from kithmap.layers.model import Edition, Header
from kithmap.layers.published import EditionFacts, PublishedRelease
from kithmap.release_package.model import ReleaseFile
from kithmap.research.figures import Shown
from kithmap.research.listing import ListedRelease
from kithmap.research.map_drawing import MapDrawing
from kithmap.research.searching import FoundGroup
from kithmap.web.templates import Page


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
class ListedWorkshop:
    """A workshop of an area.

    Attributes:
        id: its id.
        title: as its facilitator called it.
        day: when it was made, or the day on which it was held.
    """

    id: str
    title: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArea:
    """An area in the catalogue.

    Attributes:
        id: its id.
        name: its name.
        is_mine: whether the reader has a role there.
        releases: the newest of each wave.
        glossary: the glossary's name in addresses; empty where none is published.
        glossary_title: what it is called.
        glossary_language: of that title.
        glossary_version: the newest; empty where none is published.
        terms: how many terms are in use.
        workshops: those that the reader may look at, the newest first.
    """

    id: str
    name: str
    is_mine: bool
    releases: tuple[ListedRelease, ...]
    glossary: str
    glossary_title: str
    glossary_language: str
    glossary_version: str
    terms: int
    workshops: tuple[ListedWorkshop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedProgramme:
    """A programme in the catalogue.

    Attributes:
        title: what it is called.
        areas: by name.
        common: name of its common glossary in addresses; empty where none is published.
    """

    title: str
    areas: tuple[ListedArea, ...]
    common: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguePage(Page):
    """All that there is to read, and a box to look for words in it.

    Attributes:
        programmes: with their areas.
        words: what was looked for; empty for nothing.
        found: what was found, by sort.
        count: how much that is.
        signed_in: whether the reader is known.
        has_role: whether the reader has a role anywhere.
        comparable: how many areas have published layers.
    """

    template: ClassVar[str] = "research/catalogue.html"
    entry: ClassVar[str] = "research/page_research"
    screen: ClassVar[str] = "console"

    programmes: tuple[ListedProgramme, ...]
    words: str
    found: tuple[FoundGroup, ...]
    count: int
    signed_in: bool
    has_role: bool
    comparable: int


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
class ReleasePage(Page):
    """A release of an area's layers.

    Attributes:
        release: what was published.
        header: what it says of itself.
        edition: which the reader looks at.
        facts: of that edition.
        may_read_more: whether the partners' edition is the reader's too.
        is_newest: whether there is no newer one.
        versions: all of the series, the newest first.
        path: of this version.
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
    entry: ClassVar[str] = "research/page_release"
    screen: ClassVar[str] = "console"

    release: PublishedRelease
    header: Header
    edition: Edition
    facts: EditionFacts
    may_read_more: bool
    is_newest: bool
    versions: tuple[PublishedRelease, ...]
    path: str
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
class PlacesPage(Page):
    """The places of a release as a list.

    Attributes:
        header: what the release says of itself.
        edition: which the reader looks at.
        path: of the version.
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
    entry: ClassVar[str] = "research/page_research"
    screen: ClassVar[str] = "console"

    header: Header
    edition: Edition
    path: str
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
class PlacePage(Page):
    """One place of a release, with all that is told of it.

    Attributes:
        header: what the release says of itself.
        edition: which the reader looks at.
        path: of the version.
        query: what has to be asked again for the same edition; or empty.
        title: what people call it.
        layer: in which layer it stands, in words.
        table: every column with what stands in it.
        live_link: where programs find it.
    """

    template: ClassVar[str] = "research/place.html"
    entry: ClassVar[str] = "research/page_research"
    screen: ClassVar[str] = "console"

    header: Header
    edition: Edition
    path: str
    query: str
    title: str
    layer: str
    table: ShownFigure
    live_link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """An area that can be put beside others.

    Attributes:
        id: the area's id.
        name: its name.
        programme: the programme's title.
        waves: names of the waves of which it has published layers.
        chosen: whether it is.
    """

    id: str
    name: str
    programme: str
    waves: tuple[str, ...]
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRelease:
    """A release that stands beside others.

    Attributes:
        area: the area's name.
        wave: the wave's name.
        path: of the version.
        version: its number.
        day: of publishing.
        edition: which the reader looks at.
        workshops: how many it was built from.
    """

    area: str
    wave: str
    path: str
    version: Version
    day: date
    edition: Edition
    workshops: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSection:
    """Figures below one heading.

    Attributes:
        name: of the section, in the page's address.
        title: of the section.
        figures: in order.
    """

    name: str
    title: str
    figures: tuple[ShownFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage(Page):
    """Areas side by side.

    Attributes:
        areas: that can be chosen.
        waves: that can be chosen.
        wave: which is; empty for the newest of each area.
        compared: the releases that stand side by side.
        without: names of chosen areas that have nothing of this wave.
        sections: what is shown.
        problem: why nothing is shown, or None.
        now: when the page was made.
    """

    template: ClassVar[str] = "research/compare.html"
    entry: ClassVar[str] = "research/page_research"
    screen: ClassVar[str] = "console"

    areas: tuple[Choosable, ...]
    waves: tuple[str, ...]
    wave: str
    compared: tuple[ComparedRelease, ...]
    without: tuple[str, ...]
    sections: tuple[FigureSection, ...]
    problem: str | None
    now: datetime
