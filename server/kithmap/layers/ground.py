"""All that a release is built from, handed in: the same ground gives the same bytes, on any machine and on any day."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from kithmap.basics.records import View
from kithmap.glossary.model import Release
from kithmap.layers.model import Header, Json, Source
from kithmap.shared_map.masking import Mask
from kithmap.shared_map.model import ASSET, CONNECTION, MEETING_PLACE
from kithmap.shared_map.provenance import is_brought_in


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a workshop mapped.

    Attributes:
        source: which workshop, and up to which entry of its log.
        view: its records as they stood after that entry.
        quoted: ids of the records whose words may be told; see :func:`quoted_records`.
    """

    source: Source
    view: View
    quoted: frozenset[str]


@dataclass(frozen=True, slots=True)
class StatisticalArea:
    """An official small area.

    Attributes:
        code: its official code; unique.
        name: its name, or empty.
        geometry: a GeoJSON polygon or multipolygon in longitude and latitude on WGS 84.
    """

    code: str
    name: str
    geometry: Json


@dataclass(frozen=True, slots=True)
class Settlement:
    """What somebody decided about a finding; see :mod:`kithmap.layers.checks`.

    Attributes:
        choice: one of those that the finding offered.
        reason: why, in plain words.
    """

    choice: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a release is built from.

    Attributes:
        header: what it says of itself; its sources are those of ``workshops``.
        boundary: of the area, a GeoJSON polygon or multipolygon.
        workshops: in the order of their days.
        glossary: by which kinds are called; None where the area has published none.
        masking: the secret by which places are shown away from where they are; see ``shared_map.masking``.
        statistical_areas: official small areas to count in; empty for none.
        settlements: by the key of the finding. One whose finding has changed since holds no longer.
    """

    header: Header
    boundary: Json
    workshops: tuple[Mapped, ...]
    glossary: Release | None
    masking: bytes = field(repr=False)
    statistical_areas: tuple[StatisticalArea, ...] = ()
    settlements: Mapping[str, Settlement] = field(default_factory=dict)

    def mask(self, mapped: Mapped) -> Mask:
        """Return what moves the places of one of its workshops."""
        return Mask(self.masking, mapped.source.workshop)


def quoted_records(view: View, people: Collection[str]) -> frozenset[str]:
    """Return the ids of the records whose words may be told in a release.

    Args:
        view: a workshop's records.
        people: its participants who agreed to be quoted. What came from a file are nobody's words in the room, and whoever
            brought it in said on what terms.
    """
    return frozenset(
        record.id
        for kind in (ASSET, MEETING_PLACE, CONNECTION)
        for record in view.of_kind(kind)
        if record.author in people or is_brought_in(record.fields)
    )
