"""How much of a published release is to go from the next one, because somebody withdrew since. What is out stays as it is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kithmap.layers.model import Feature, LayerName, ReleaseEdition
from kithmap.layers.privacy import feature_id
from kithmap.shared_map.masking import Mask

FROM_PEOPLE = (LayerName.ASSETS, LayerName.MEETING_PLACES, LayerName.CONNECTIONS)
"""Layers of what people mapped; the table of connections says the same as their lines."""

QUOTED = ("note", "who", "outcome_words")
"""Columns that hold people's own words."""


@dataclass(frozen=True, slots=True)
class Now:
    """What has become of a workshop since a release.

    Attributes:
        erased: ids of the records whose authors withdrew them, or do not want them kept.
        quoted: ids of the records whose words may be told.
    """

    erased: Collection[str]
    quoted: Collection[str]


@dataclass(frozen=True, slots=True)
class ToGo:
    """What is to go in the next version.

    Attributes:
        things: places and connections.
        words: places and connections that stay, whose words go.
    """

    things: int = 0
    words: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything is."""
        return bool(self.things or self.words)


def to_go(release: ReleaseEdition, workshops: Mapping[str, Now], masking: bytes) -> ToGo:
    """Count what of a release is to go.

    Args:
        release: in the edition that holds more.
        workshops: what has become of those that it was built from, by id.
        masking: the server's secret.
    """

    def named(workshop: str, records: Collection[str]) -> set[str]:
        mask = Mask(masking, workshop)
        return {feature_id(mask, each) for each in records}

    erased = {each for workshop, now in workshops.items() for each in named(workshop, now.erased)}
    quoted = {each for workshop, now in workshops.items() for each in named(workshop, now.quoted)}
    known = quoted | erased
    features = [
        each
        for layer in release.layers
        if layer.name in FROM_PEOPLE
        for each in layer.features
        if each.properties["workshop"] in workshops
    ]
    return ToGo(
        things=sum(each.id in erased for each in features),
        words=sum(_speaks(each) and each.id not in known for each in features),
    )


def _speaks(feature: Feature) -> bool:
    return any(feature.properties.get(column) for column in QUOTED)
