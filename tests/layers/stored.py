"""A database with an area, two waves and a series, to store releases in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from sqlmodel import Session

from kithmap.glossary.model import Version
from kithmap.layers.model import Edition, Feature, Layer, LayerName, ReleaseEdition
from kithmap.layers.published import PublishedRelease
from kithmap.layers.store import releases, series
from kithmap.programme import store as programmes
from kithmap.programme.model import Area, Programme, Wave
from kithmap.storage.database import Database
from tests.support.databases import migrated
from tests.support.layers import HALL, RELEASE

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
BASELINE = series.StoredSeries(
    "s", "a", "w", "oakham-baseline", "https://kithmap.example/layers/oakham-baseline"
)
FOLLOW_UP = series.StoredSeries(
    "t", "a", "v", "oakham-follow-up", "https://kithmap.example/layers/oakham-follow-up"
)
FIRST = Version(1, 0, 0)


@contextmanager
def with_area(url: str) -> Iterator[Database]:
    """Open a database with an area, two waves, and the series of the first."""
    with migrated(url) as database:
        with database.session() as session:
            programmes.add_programme(session, Programme("p", "Places that connect us"), NOW)
            programmes.add_area(session, Area("a", "p", "Oakham", {}), NOW)
            programmes.add_wave(session, "p", Wave("w", "Baseline", None, None), NOW)
            programmes.add_wave(session, "p", Wave("v", "Follow-up", None, None), NOW)
            series.add(session, BASELINE, NOW)
        yield database


def of_version(version: Version, *layers: Layer) -> releases.NewRelease:
    """Return a release of a version: that of tests/support, its public edition with one asset alone."""
    header = replace(RELEASE.header, version=version)
    partners = replace(RELEASE, header=header, layers=layers or RELEASE.layers)
    public = ReleaseEdition(
        header, Edition.PUBLIC, layers or (Layer(LayerName.ASSETS, (HALL,)),), RELEASE.report
    )
    return releases.NewRelease({Edition.PUBLIC: public, Edition.PARTNERS: partners}, '{"from":"x"}', "cc")


def add(session: Session, version: Version = FIRST, *layers: Layer) -> PublishedRelease:
    """Publish a release in the series of the first wave."""
    return releases.add(session, "s", of_version(version, *layers), NOW)


def points(*positions: tuple[float, float]) -> Layer:
    """Return a layer of points, whose ids are in the order given."""
    return Layer(
        LayerName.ASSETS,
        tuple(
            Feature(f"p{number:06}", {"type": "Point", "coordinates": [lon, lat]}, HALL.properties)
            for number, (lon, lat) in enumerate(positions)
        ),
    )
