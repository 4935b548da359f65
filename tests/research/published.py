"""Areas with published layers, as two of their evenings might have made them."""

from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from kithmap.glossary.model import Version
from kithmap.layers.model import Edition, Layer, LayerName, PrivacyReport, ReleaseEdition
from kithmap.layers.published import PublishedRelease
from kithmap.layers.store import releases, series
from kithmap.programme import store as programmes
from kithmap.programme.model import Area, Wave
from tests.support.layers import HALL, HEADER, RELEASE

ADDRESS = "https://kithmap.example/layers/"
FIRST = Version(1, 0, 0)
SECOND = Version(1, 1, 0)


def wave_called(session: Session, area: Area, name: str, now: datetime) -> Wave:
    """Return the wave of a name of an area's programme, made if there is none."""
    known = next((each for each in programmes.waves(session, area.programme) if each.name == name), None)
    if known is None:
        known = Wave(f"{area.programme[:20]}-{name}".lower(), name, None, None)
        programmes.add_wave(session, area.programme, known, now)
    return known


def publish_layers(
    session: Session,
    area: Area,
    now: datetime,
    *,
    wave: str = "Baseline",
    release: ReleaseEdition = RELEASE,
) -> list[PublishedRelease]:
    """Publish two versions of an area's layers: an asset alone for everybody, and then all but its second asset.

    The partners' edition holds both assets from the first version on.
    """
    planned = wave_called(session, area, wave, now)
    slug = f"{area.name}-{wave}".lower().replace(" ", "-")
    stored = series.StoredSeries(f"series-{slug}", area.id, planned.id, slug, f"{ADDRESS}{slug}")
    series.add(session, stored, now)
    header = replace(
        HEADER,
        area_id=area.id,
        area=area.name,
        wave_id=planned.id,
        wave=wave,
        slug=slug,
        address=stored.address,
        version=FIRST,
        glossary=None,
    )
    later = replace(
        header, version=SECOND, previous=FIRST, day=date(2026, 6, 12), note="Meeting places came in."
    )
    return [
        _published(session, stored.id, replace(release, header=header), (Layer(LayerName.ASSETS, (HALL,)),), now),
        _published(session, stored.id, replace(release, header=later), _for_all(release), now),
    ]  # fmt: skip


def _for_all(release: ReleaseEdition) -> tuple[Layer, ...]:
    """Return what everybody gets: the first asset, and no connection with an end that is not there."""
    hidden = {
        each.id for layer in release.layers if layer.name is LayerName.ASSETS for each in layer.features[1:]
    }
    return tuple(
        replace(
            layer,
            features=tuple(
                each
                for each in layer.features
                if not hidden & {each.id, each.properties.get("start"), each.properties.get("end")}
            ),
        )
        for layer in release.layers
    )


def _published(
    session: Session, stored: str, partners: ReleaseEdition, public: tuple[Layer, ...], now: datetime
) -> PublishedRelease:
    editions = {
        Edition.PUBLIC: ReleaseEdition(
            partners.header, Edition.PUBLIC, public, PrivacyReport({"partners": 1, "room": 3}, {100: 2})
        ),
        Edition.PARTNERS: replace(partners, report=PrivacyReport()),
    }
    new = releases.NewRelease(editions, "{}", f"checksum {partners.header.version}")
    return releases.add(session, stored, new, now)
