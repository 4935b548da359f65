"""What was published, without its features: what a list of releases tells, and where to find the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from kithmap.layers.model import Edition, Header, LayerName, PrivacyReport
from kithmap.layers.shapes import Shape

if TYPE_CHECKING:
    HeaderAdapter = TypeAdapter[Header]
    ReportsAdapter = TypeAdapter[dict[Edition, PrivacyReport]]

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees on WGS 84."""


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """An edition of a release.

    Attributes:
        checksums: SHA-256 of each layer's canonical GeoJSON, in hexadecimal, in the layers' order.
        counts: features in each layer.
        shapes: how many of them are points, lines and outlines; shapes of which there are none are left out.
        bounds: around all that it shows; None if nothing of it lies anywhere.
        report: what was changed for privacy.
    """

    checksums: Mapping[LayerName, str]
    counts: Mapping[LayerName, int]
    shapes: Mapping[LayerName, Mapping[Shape, int]]
    bounds: Bounds | None
    report: PrivacyReport


@dataclass(frozen=True, slots=True)
class PublishedRelease:
    """A release.

    Attributes:
        id: names it in the database.
        header: what it says of itself.
        checksum: over both editions; what was signed.
        published_at: when.
        signed_by: roles of those who stood for it.
        editions: what is in each.
    """

    id: str
    header: Header
    checksum: str
    published_at: datetime
    signed_by: tuple[str, ...]
    editions: Mapping[Edition, EditionFacts]


@dataclass(frozen=True, slots=True)
class Series:
    """The releases of one area in one wave.

    Attributes:
        slug: names it in addresses and files.
        area_id: the area's id.
        area: its name, as the newest release has it.
        programme: the programme's title, likewise.
        wave_id: the wave's id.
        wave: its name, likewise.
        versions: the releases, newest first; never empty.
    """

    slug: str
    area_id: str
    area: str
    programme: str
    wave_id: str
    wave: str
    versions: tuple[PublishedRelease, ...]

    @property
    def newest(self) -> PublishedRelease:
        """The release that was published last."""
        return self.versions[0]


def bounds_of(geometry: Mapping[str, Any] | None) -> Bounds | None:
    """Return the rectangle around a GeoJSON geometry; None for a table's row."""
    if geometry is None:
        return None
    flat: list[float] = []
    _flatten(geometry["coordinates"], flat)
    return min(flat[::2]), min(flat[1::2]), max(flat[::2]), max(flat[1::2])


def around(every: list[Bounds]) -> Bounds | None:
    """Return the rectangle around rectangles; None if there are none."""
    if not every:
        return None
    west, south, east, north = zip(*every, strict=True)
    return min(west), min(south), max(east), max(north)


def _flatten(coordinates: Any, into: list[float]) -> None:
    if isinstance(coordinates[0], int | float):
        into.extend(coordinates[:2])
        return
    for each in coordinates:
        _flatten(each, into)


@lru_cache(maxsize=1)
def _headers() -> "HeaderAdapter":
    return TypeAdapter(Header)


@lru_cache(maxsize=1)
def _reports() -> "ReportsAdapter":
    return TypeAdapter(dict[Edition, PrivacyReport])


def header_text(header: Header) -> str:
    """Write a header as JSON."""
    return _headers().dump_json(header).decode()


def header_of(text: str) -> Header:
    """Read the header that was written as JSON."""
    return _headers().validate_json(text)


def reports_text(reports: Mapping[Edition, PrivacyReport]) -> str:
    """Write privacy reports as JSON."""
    return _reports().dump_json(dict(reports)).decode()


def reports_of(text: str) -> dict[Edition, PrivacyReport]:
    """Read the privacy reports that were written as JSON."""
    return _reports().validate_json(text)
