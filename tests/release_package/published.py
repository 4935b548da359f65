"""A release in an installation: an area with a glossary, a workshop that agreed on words, and what was published of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kithmap.basics.ids import new_id
from kithmap.glossary.access import Library
from kithmap.glossary.release import checksum_of
from kithmap.layers.model import Edition, GlossaryUsed, Header, Layer, ReleaseEdition, Source
from kithmap.layers.published import PublishedRelease
from kithmap.layers.store import releases, series
from kithmap.programme import actions as programmes
from kithmap.programme.model import Wave
from kithmap.release_package.api.making import make_here
from kithmap.release_package.api.orders import Order
from kithmap.release_package.offers import SORTS, Sort, sort_of
from kithmap.storage.database import Database
from tests.glossary.published import NAME, publish
from tests.glossary.published import releases as glossary_releases
from tests.support.agreed_words import AgreedWords
from tests.support.installation import Installation
from tests.support.layers import RELEASE


@dataclass(frozen=True, slots=True)
class PlainReports:
    """Writes reports that are a title: those of the product have their own tests."""

    database: Database
    glossaries: Callable[[], Library]
    basemaps: Path

    def __call__(self, release: ReleaseEdition) -> bytes:
        return release.header.title.encode()


PUBLIC_ROWS = 1
"""Features of each layer that are in the public edition: the first."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was published, and where."""

    installation: Installation
    release: PublishedRelease
    evening: AgreedWords

    @property
    def header(self) -> Header:
        return self.release.header

    def sort(self, key: str) -> Sort:
        found = sort_of(key)
        assert found is not None, f"there is {', '.join(each.key for each in SORTS)}"
        return found


def published(installation: Installation, **more: Any) -> Published:
    """Publish a release that was built from a real workshop; its files are made in this process."""
    desk = installation.app.state.release_files
    desk.run, desk.reports = make_here, PlainReports
    evening = AgreedWords.begun(installation, 12, title="Oakham: what holds us together")
    evening.agree("hub", "Where many of us meet.", ("for",) * 12)
    installation.do(publish, installation.area, installation.clock())
    number = installation.main.portal.call(installation.services.rooms.read, evening.workshop.id).number  # type: ignore[union-attr]
    release = glossary_releases()[1]
    used = GlossaryUsed(
        NAME, release.version, f"{release.scheme.base}versions/{release.version}", checksum_of(release)
    )
    source = Source(evening.workshop.id, evening.workshop.title, installation.clock().date(), number)
    header = replace(RELEASE.header, sources=(source,), glossary=used, **more)
    return Published(installation, _published(installation, header), evening)


def publish_wave(found: Published, name: str) -> PublishedRelease:
    """Publish the same again in another wave."""
    slug = f"oakham-{name.lower().replace(' ', '-')}"
    address = f"https://kithmap.example/layers/{slug}"
    return _published(found.installation, replace(found.header, wave=name, slug=slug, address=address))


def _published(installation: Installation, header: Header) -> PublishedRelease:
    now, area = installation.clock(), installation.area.id
    new = Wave(new_id(), header.wave, None, None)
    wave = installation.do(programmes.add_wave, installation.programme.id, new, now)
    header = replace(header, area_id=area, wave_id=wave.id)
    of = series.StoredSeries(new_id(), area, wave.id, header.slug, header.address)
    installation.do(series.add, of, now)
    found: PublishedRelease = installation.do(releases.add, of.id, _new(header), now)
    return found


def _new(header: Header) -> releases.NewRelease:
    partners = replace(RELEASE, header=header)
    first = tuple(Layer(each.name, each.features[:PUBLIC_ROWS]) for each in RELEASE.layers)
    public = ReleaseEdition(header, Edition.PUBLIC, first, RELEASE.report)
    return releases.NewRelease({Edition.PUBLIC: public, Edition.PARTNERS: partners}, "{}", "ab" * 32)


def order_of(installation: Installation, *keys: str, version: str = "1.0.0") -> Order:
    """Order sorts of files of the public edition."""
    url = f"sqlite:///{(installation.folder / 'kithmap.sqlite').as_posix()}"
    return Order(url, installation.folder, PlainReports, "oakham-baseline", version, Edition.PUBLIC, keys)
