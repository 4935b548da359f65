"""What the pages of OGC API - Features show people: the same that programs are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from kithmap.layers.model import Json
from kithmap.layers.schema import Column
from kithmap.ogc_features.model import Collection
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class OgcPage(Page):
    """What all of these pages share."""

    entry: ClassVar[str | None] = "ogc_features/page_ogc_features"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage(OgcPage):
    """What programs are told in one document, for people.

    Attributes:
        document: as programs are told.
    """

    document: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class LandingPage(DocumentPage):
    """Where programs begin, and how people let them.

    Attributes:
        address: to give to a program.
        lines: to begin with, by language.
    """

    template: ClassVar[str] = "ogc_features/landing.html"

    address: str
    lines: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConformancePage(DocumentPage):
    """What this conforms to."""

    template: ClassVar[str] = "ogc_features/conformance.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPage(DocumentPage):
    """The API definition.

    Attributes:
        parameters: of each path, in order.
    """

    template: ClassVar[str] = "ogc_features/api.html"

    parameters: Mapping[str, Sequence[Json]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionsPage(DocumentPage):
    """The collections.

    Attributes:
        collections: the same ones.
    """

    template: ClassVar[str] = "ogc_features/collections.html"

    collections: Sequence[Collection]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionPage(DocumentPage):
    """A collection.

    Attributes:
        collection: the same one.
    """

    template: ClassVar[str] = "ogc_features/collection.html"

    collection: Collection


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryablesPage(DocumentPage):
    """What can be asked of a collection's features.

    Attributes:
        collection: which.
        example: an address with something asked.
    """

    template: ClassVar[str] = "ogc_features/queryables.html"

    collection: Collection
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeaturesPage(OgcPage):
    """Features as a table.

    Attributes:
        collection: to which they belong.
        columns: of the table.
        rows: id, geometry as text, and a value for each column, of each feature.
        matched: how many are asked for on all pages; None where that is not known.
        crs: the coordinate reference system of the geometries.
        next: the address of the next page, or None.
        data: the address of the same for programs.
    """

    template: ClassVar[str] = "ogc_features/features.html"

    collection: Collection
    columns: Sequence[Column]
    rows: Sequence[tuple[str, str, Sequence[Any]]]
    matched: int | None
    crs: str
    next: str | None
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeaturePage(OgcPage):
    """One feature.

    Attributes:
        collection: to which it belongs.
        id: its id.
        geometry: its geometry as text.
        values: each column with its value.
        crs: the coordinate reference system of the geometry.
        data: the address of the same for programs.
    """

    template: ClassVar[str] = "ogc_features/feature.html"

    collection: Collection
    id: str
    geometry: str
    values: Sequence[tuple[Column, Any]]
    crs: str
    data: str
