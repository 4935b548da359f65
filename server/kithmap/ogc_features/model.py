"""Collections of OGC API - Features: what each is called, what it is a layer of, and what may be asked of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kithmap.basics.errors import BadInputError, NotFoundError
from kithmap.glossary.model import Version
from kithmap.layers.model import Edition, Header, LayerName
from kithmap.layers.schema import BNG, CRS84, SCHEMAS, Schema
from kithmap.layers.shapes import Shape

Bounds = tuple[float, float, float, float]
"""West, south, east, north: degrees, or metres on the British National Grid."""

LIVE = "live"

DEFAULT_LIMIT = 5_000
"""Features on a page unless more or fewer are asked for: GDAL and QGIS read page by page of this size, a fifth quicker than by thousands."""

MOST_FEATURES = 10_000
"""On one page: some 10 MB. Who asks for more is given so many, as the standard has it."""

MOST_ROWS = 100
"""On one page for people, who do not read a thousand rows."""


class BadQueryError(BadInputError):
    """A parameter is unknown, or its value cannot be read."""

    code = "bad_query"


@dataclass(frozen=True, slots=True)
class CollectionName:
    """What a collection is called in addresses.

    Attributes:
        slug: of the series.
        layer: of it.
        version: which release; None for the newest, or for the map as it stands.
        live: whether it is the map as it stands.
        shape: of which shape its features are; None for all.
    """

    slug: str
    layer: LayerName
    version: Version | None = None
    live: bool = False
    shape: Shape | None = None

    def __str__(self) -> str:
        """Return it as it is written: ``oakham-baseline.assets``, ``oakham-baseline.1.0.0.assets.points``, ``oakham-baseline.live.assets``."""
        which = LIVE if self.live else self.version
        parts = (self.slug, which, self.layer, self.shape)
        return ".".join(str(each) for each in parts if each is not None)

    @property
    def is_fixed(self) -> bool:
        """Whether what stands in it never changes."""
        return self.version is not None

    @classmethod
    def parse(cls, text: str) -> "CollectionName":
        """Read a name.

        Raises:
            NotFoundError: if no collection can have this name.
        """
        found = _NAME.fullmatch(text)
        if found is None or found["layer"] not in SCHEMAS:
            raise NotFoundError(NO_COLLECTION)
        which = found["which"]
        try:
            version = Version.parse(which) if which not in (None, LIVE) else None
        except BadInputError:
            raise NotFoundError(NO_COLLECTION) from None
        shape = Shape(found["shape"]) if found["shape"] else None
        return cls(found["slug"], LayerName(found["layer"]), version, which == LIVE, shape)


NO_COLLECTION = "There is no such collection. The page of all collections lists those that you may read."

_NAME = re.compile(
    r"(?P<slug>[a-z0-9-]{1,200})(?:\.(?P<which>live|\d+\.\d+\.\d+))?\.(?P<layer>[a-z_]+)(?:\.(?P<shape>points|lines|outlines))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Collection:
    """A layer as OGC API - Features gives it.

    Attributes:
        name: in addresses.
        header: what the release says of itself; of the map as it stands, what a release of today would.
        edition: whose.
        count: its features.
        bounds: around all that the edition shows, in degrees; None if nothing of it lies anywhere.
        on_grid: whether all of it lies on the British National Grid.
        shapes: how many of its features are points, lines and outlines; empty where it is itself of one shape of a layer.
    """

    name: CollectionName
    header: Header
    edition: Edition
    count: int
    bounds: Bounds | None
    on_grid: bool
    shapes: Mapping[Shape, int] = field(default_factory=dict)

    @property
    def schema(self) -> Schema:
        """The layer's columns."""
        return SCHEMAS[self.name.layer]

    @property
    def crs(self) -> tuple[str, ...]:
        """The coordinate reference systems in which it is given, the one that is taken if none is asked for first."""
        return (CRS84, BNG) if self.on_grid else (CRS84,)

    @property
    def title(self) -> str:
        """What people call it."""
        where = f"{self.header.area}, {self.header.wave}: {self.schema.title}"
        if self.name.shape is not None:
            where += f", {self.name.shape} only"
        elif len(self.shapes) > 1:
            where += ", all shapes"
        if self.name.live:
            return f"{where} (as the map stands now)"
        if self.name.version is not None:
            return f"{where} (version {self.header.version})"
        return f"{where} (newest version, {self.header.version})"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Where features are asked for.

    Attributes:
        bounds: in ``crs``; west of east, unless it goes over the 180th meridian.
        crs: of the bounds.
    """

    bounds: Bounds
    crs: str


@dataclass(frozen=True, slots=True)
class ItemsQuery:
    """Which features are asked for.

    Attributes:
        limit: at most so many on a page.
        after: only those behind this mark, which the link to the next page carries; empty for those from the first.
        offset: so many of those that fit are passed over.
        rectangle: only those that touch it; None for all.
        days: only those mapped from the first day to the second, either of which may be open; None for all.
        equal: only those with these values in these columns.
        crs: in which they are given.
    """

    limit: int = DEFAULT_LIMIT
    after: str = ""
    offset: int = 0
    rectangle: Rectangle | None = None
    days: tuple[date | None, date | None] | None = None
    equal: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    crs: str = CRS84

    @property
    def picks(self) -> bool:
        """Whether it asks for some features of a layer only, wherever a page begins."""
        return self.rectangle is not None or self.days is not None or bool(self.equal)

    @property
    def is_plain(self) -> bool:
        """Whether it asks for features one behind the other, as they are kept."""
        return not self.picks and self.crs == CRS84
