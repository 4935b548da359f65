"""Releases in a database, to be read by OGC API - Features: many places, every shape, and more for partners than for all."""

from dataclasses import replace

from sqlmodel import Session

from kithmap.glossary.model import Version
from kithmap.layers.model import Edition, Feature, Header, Layer, LayerName, ReleaseEdition
from kithmap.layers.store import releases, series
from kithmap.ogc_features.grid import is_on_grid
from kithmap.ogc_features.model import Bounds, Collection, CollectionName
from kithmap.programme import store as programmes
from kithmap.programme.model import Wave
from tests.support.installation import START
from tests.support.layers import HALL, RELEASE

SLUG = "oakham-baseline"
PARTNERS_ONLY = "z-for-partners"
FIRST, SECOND = Version(1, 0, 0), Version(1, 1, 0)

BNG = "http://www.opengis.net/def/crs/EPSG/0/27700"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


def many_places(count: int) -> tuple[Feature, ...]:
    """Return places in rows of a hundred, each 0.0001 degrees from the next, in the order of their ids."""
    return tuple(
        Feature(
            f"p{number:06}",
            {
                "type": "Point",
                "coordinates": [
                    round(-0.75 + number % 100 * 1e-4, 7),
                    round(52.66 + number // 100 * 1e-4, 7),
                ],
            },
            {
                **HALL.properties,
                "title": f"Place {number}",
                "mapped_on": f"2026-05-{number % 28 + 1:02}",
                "me_too": number,
            },
        )
        for number in range(count)
    )


def editions(header: Header, places: int) -> dict[Edition, ReleaseEdition]:
    """Return both editions of a release: the partners' has a place more."""
    public = (*RELEASE.layers[0].features, *many_places(places))
    hidden = Feature(PARTNERS_ONLY, HALL.geometry, {**HALL.properties, "title": "For partners"})
    rest = RELEASE.layers[1:]
    return {
        Edition.PUBLIC: ReleaseEdition(
            header, Edition.PUBLIC, (Layer(LayerName.ASSETS, public), *rest), RELEASE.report
        ),
        Edition.PARTNERS: ReleaseEdition(
            header, Edition.PARTNERS, (Layer(LayerName.ASSETS, (*public, hidden)), *rest), RELEASE.report
        ),
    }


def begin_series(session: Session, area_id: str, programme_id: str) -> series.StoredSeries:
    """Begin the series of an area in a wave that is made for it."""
    programmes.add_wave(session, programme_id, Wave("baseline", "Baseline", None, None), START)
    begun = series.StoredSeries("s", area_id, "baseline", SLUG, RELEASE.header.address)
    series.add(session, begun, START)
    return begun


def publish(
    session: Session, area_id: str, version: Version = FIRST, places: int = 20
) -> dict[Edition, ReleaseEdition]:
    """Publish a release in the series, and return its editions."""
    header = replace(RELEASE.header, area_id=area_id, version=version)
    made = editions(header, places)
    releases.add(session, "s", releases.NewRelease(made, "{}", "cc"), START)
    return made


AROUND: Bounds = (-0.76, 52.65, -0.7, 52.69)


def collection(
    layer: LayerName = LayerName.ASSETS,
    *,
    version: Version | None = None,
    live: bool = False,
    bounds: Bounds | None = AROUND,
) -> Collection:
    """Return a collection of the release in tests/support."""
    name = CollectionName(SLUG, layer, version, live)
    return Collection(name, RELEASE.header, Edition.PUBLIC, 2, bounds, is_on_grid(bounds))
