"""A layer release and what it is made of, as plain records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from kithmap.glossary.model import Version

Json = dict[str, Any]


class Edition(StrEnum):
    """For whom a release is written out. Each edition has its own bytes and checksums."""

    PUBLIC = "public"
    """For everybody: what its authors gave to all."""
    PARTNERS = "partners"
    """For those with a role in the area: what its authors gave to the area's partners, besides."""


class LayerName(StrEnum):
    """The layers of a release, in the order in which they are listed."""

    ASSETS = "assets"
    MEETING_PLACES = "meeting_places"
    CONNECTIONS = "connections"
    """As lines between the places that they join."""
    CONNECTION_TABLE = "connection_table"
    """The same connections without geometry, with the positions of both ends as columns."""
    BOUNDARY = "boundary"
    STATISTICAL_AREAS = "statistical_areas"


@dataclass(frozen=True, slots=True)
class Feature:
    """One row of a layer.

    Attributes:
        id: names the record that it shows, in every release, and tells nothing of it; see :func:`kithmap.layers.privacy.feature_id`.
        geometry: GeoJSON in longitude and latitude on WGS 84, seven decimals; None in a table.
        properties: a value for each column of its layer, in the columns' order: text, whole number, number, yes or no, an
            ISO 8601 date as text, or None.
    """

    id: str
    geometry: Json | None
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of one edition.

    Attributes:
        name: which.
        features: in the order of their ids.
    """

    name: LayerName
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A workshop that a release was built from.

    Attributes:
        workshop: its id.
        title: as its facilitator called it.
        held_on: the day on which it opened.
        number: the last entry of its log that counts.
    """

    workshop: str
    title: str
    held_on: date
    number: int


@dataclass(frozen=True, slots=True)
class GlossaryUsed:
    """The glossary release by which kinds are called.

    Attributes:
        name: of the glossary, in addresses.
        version: of the release.
        address: under which the release is found; a stable identifier.
        checksum: SHA-256 of its document, in hexadecimal.
    """

    name: str
    version: Version
    address: str
    checksum: str


@dataclass(frozen=True, slots=True)
class Licence:
    """On what terms a release may be used.

    Attributes:
        id: of SPDX, ``CC-BY-4.0``.
        title: in words.
        address: where its text stands.
    """

    id: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Header:
    """What a release says of itself; the same in both editions.

    Attributes:
        area_id: the area's id.
        area: its name.
        programme: the programme's title.
        wave_id: the wave's id.
        wave: its name.
        slug: names the area's layers of this wave in addresses and files: ``tenterfields-baseline``.
        address: under which all releases of this slug are found, without a slash at its end; a stable identifier.
        version: its number.
        day: of publishing.
        previous: the version before, or None.
        note: what is new, in plain words.
        licence: on what terms.
        creators: organisations that made it, the area's voluntary organisation first.
        attribution: the line to print beside it, basemap data and statistical areas with theirs.
        glossary: by which kinds are called; None where the area has published none.
        sources: workshops, in the order of their days.
        threshold: counts of people below it are not told.
    """

    area_id: str
    area: str
    programme: str
    wave_id: str
    wave: str
    slug: str
    address: str
    version: Version
    day: date
    previous: Version | None
    note: str
    licence: Licence
    creators: tuple[str, ...]
    attribution: str
    glossary: GlossaryUsed | None
    sources: tuple[Source, ...]
    threshold: int

    @property
    def name(self) -> str:
        """What files of this release are called, without an ending: ``tenterfields-baseline-1.0.0``."""
        return f"{self.slug}-{self.version}"

    @property
    def title(self) -> str:
        """What people call it."""
        return f"{self.area}, {self.wave}: community map, version {self.version}"


@dataclass(frozen=True, slots=True)
class PrivacyReport:
    """What was changed or left out so that nobody is found out: counts alone.

    Attributes:
        withheld: features left out of this edition, by why; see :class:`kithmap.layers.privacy.Why`.
        masked: places shown away from where they are, by precision in metres.
        counts_hidden: counts of people that were below the threshold.
        words_left_out: notes and words on outcomes whose authors did not agree to be quoted.
    """

    withheld: Mapping[str, int] = field(default_factory=dict)
    masked: Mapping[int, int] = field(default_factory=dict)
    counts_hidden: int = 0
    words_left_out: int = 0


@dataclass(frozen=True, slots=True)
class ReleaseEdition:
    """A release as one kind of reader has it, whole and in memory.

    Attributes:
        header: what it says of itself.
        edition: for whom.
        layers: in the order of :class:`LayerName`; a release without statistical areas has no such layer.
        report: what was changed for privacy.
    """

    header: Header
    edition: Edition
    layers: tuple[Layer, ...]
    report: PrivacyReport

    def layer(self, name: LayerName) -> Layer | None:
        """Return a layer of it, or None if it has no such one."""
        return next((each for each in self.layers if each.name is name), None)


LICENCES = (
    Licence(
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    Licence(
        "CC0-1.0",
        "Creative Commons Zero v1.0 Universal",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    Licence(
        "OGL-UK-3.0",
        "Open Government Licence v3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    Licence(
        "ODC-By-1.0",
        "Open Data Commons Attribution License v1.0",
        "https://opendatacommons.org/licenses/by/1-0/",
    ),
)
"""Those that may be chosen, the one that is taken if nobody chooses first."""
