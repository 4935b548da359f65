"""Pages of features, each with a mark from which the next goes on: what comes or goes meanwhile moves nobody's page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson

from kithmap.layers.geojson import BETWEEN, feature_of, feature_text
from kithmap.layers.model import Feature, Json
from kithmap.layers.schema import BNG
from kithmap.ogc_features.grid import on_grid
from kithmap.ogc_features.matching import Fits, fits
from kithmap.ogc_features.model import ItemsQuery

Marked = Iterable[tuple[str, bytes]]
"""Lines of a layer, each with a mark behind which to go on."""


@dataclass(frozen=True, slots=True)
class ItemsPage:
    """A page of features.

    Attributes:
        lines: each feature as a line of JSON, in the coordinate reference system that is asked for.
        after: the mark behind which the next page begins; None on the last page.
        matched: how many features are asked for on all pages; None where that is not known.
    """

    lines: tuple[bytes, ...]
    after: str | None
    matched: int | None = None

    @property
    def text(self) -> "PageText":
        """The page as it is sent."""
        return PageText(BETWEEN.join(self.lines), len(self.lines), self.after, self.matched)


@dataclass(frozen=True, slots=True)
class PageText:
    """A page of features as it is sent.

    Attributes:
        features: one behind the other, as a collection has them.
        returned: how many they are.
        after: the mark behind which the next page begins; None on the last page.
        matched: how many features are asked for on all pages; None where that is not known.
    """

    features: bytes
    returned: int
    after: str | None
    matched: int | None


def page(lines: Marked, query: ItemsQuery) -> ItemsPage:
    """Return a page.

    Args:
        lines: the layer's behind the mark at which the page begins; those that are not asked for may be among them.
        query: what is asked for.
    """
    skipped = query.offset
    shown: list[bytes] = []
    last = ""
    for mark, line in _found(lines, query):
        if skipped:
            skipped -= 1
        elif len(shown) == query.limit:
            return ItemsPage(tuple(shown), last)
        else:
            shown.append(line if query.crs != BNG else feature_text(_moved(feature_of(line))))
            last = mark
    return ItemsPage(tuple(shown), None)


def count(lines: Marked, query: ItemsQuery) -> int:
    """Count the features that are asked for, on all pages."""
    return sum(1 for _ in _found(lines, query))


def item(line: bytes, crs: str, links: list[Json]) -> bytes:
    """Return one feature with its links."""
    feature = feature_of(line)
    shown = _moved(feature) if crs == BNG else feature
    return feature_text(shown)[:-1] + b',"links":' + orjson.dumps(links) + b"}"


def written(found: PageText, links: list[Json], now: datetime) -> bytes:
    """Write a page as GeoJSON (part 1, section 8.3).

    The features come first, as they are kept: they are not read to be written.
    """
    said: Json = {"numberReturned": found.returned, "timeStamp": _time_stamp(now), "links": links}
    if found.matched is not None:
        said = {"numberMatched": found.matched, **said}
    begun = b'{"type":"FeatureCollection","features":[\n'
    return begun + found.features + b"\n]," + orjson.dumps(said)[1:] + b"\n"


def _found(lines: Marked, query: ItemsQuery) -> Marked:
    return _picked(lines, fits(query)) if query.picks else lines


def _picked(lines: Marked, fitting: Fits) -> Iterator[tuple[str, bytes]]:
    return ((mark, line) for mark, line in lines if fitting(feature_of(line)))


def _moved(feature: Feature) -> Feature:
    geometry = None if feature.geometry is None else on_grid(feature.geometry)
    return Feature(feature.id, geometry, feature.properties)


def _time_stamp(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
