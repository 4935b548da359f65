"""From what a release was built, as it is kept beside it: so that it can be built again from the log, and never read by anybody.

It names records, not people: whose words were told is kept by the ids of what they wrote.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson

from kithmap.basics.records import View
from kithmap.glossary.model import Release
from kithmap.layers.geojson import feature_text
from kithmap.layers.ground import Ground, Mapped, Settlement, StatisticalArea
from kithmap.layers.model import Edition, Header, Json, LayerName, ReleaseEdition
from kithmap.layers.unkept import Less, without

Lines = Mapping[tuple[Edition, LayerName], Sequence[bytes]]
"""The canonical lines of a release, by edition and layer."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A layer that was built again and is another one now: something was erased from the log since.

    Attributes:
        edition: whose.
        layer: which.
        missing: ids of what cannot be given any more.
        other: ids of what is told otherwise now.
    """

    edition: Edition
    layer: LayerName
    missing: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A release that was built again.

    Attributes:
        editions: as they come from the log now.
        differing: layers that are not what was published, byte by byte; empty where all are.
    """

    editions: Mapping[Edition, ReleaseEdition]
    differing: tuple[Differing, ...]


def as_document(ground: Ground) -> str:
    """Write what a release was built from, besides its header, the logs and the glossary, which are kept where they are."""
    written: Json = {
        "boundary": ground.boundary,
        "statistical_areas": [
            {"code": each.code, "name": each.name, "geometry": each.geometry}
            for each in ground.statistical_areas
        ],
        "settlements": {
            key: {"choice": each.choice, "reason": each.reason}
            for key, each in sorted(ground.settlements.items())
        },
        "workshops": [
            {
                "workshop": each.source.workshop,
                "number": each.source.number,
                "quoted": sorted(each.quoted),
                "hidden": sorted(each.view.hidden) if isinstance(each.view, Less) else [],
            }
            for each in ground.workshops
        ],
    }
    return orjson.dumps(written).decode()


def ground_again(
    document: str, header: Header, views: Mapping[str, View], glossary: Release | None, masking: bytes
) -> Ground:
    """Return the ground of a release from what was kept of it.

    Args:
        document: as :func:`as_document` wrote it.
        header: of the release.
        views: each workshop's records as they stood after the entry that the header names, by the workshop's id.
        glossary: the release that the header names.
        masking: the server's secret.
    """
    kept: Json = orjson.loads(document)
    by_workshop = {each["workshop"]: each for each in kept["workshops"]}
    return Ground(
        header=header,
        boundary=kept["boundary"],
        workshops=tuple(
            Mapped(
                source,
                without(views[source.workshop], by_workshop[source.workshop]["hidden"]),
                frozenset(by_workshop[source.workshop]["quoted"]),
            )
            for source in header.sources
        ),
        glossary=glossary,
        masking=masking,
        statistical_areas=tuple(StatisticalArea(**each) for each in kept["statistical_areas"]),
        settlements={key: Settlement(**each) for key, each in kept["settlements"].items()},
    )


def compared(editions: Mapping[Edition, ReleaseEdition], published: Lines) -> Rebuilt:
    """Hold what was built again against what was published."""
    differing = []
    for (edition, name), lines in published.items():
        layer = editions[edition].layer(name)
        again = {} if layer is None else {each.id: feature_text(each) for each in layer.features}
        before = {str(orjson.loads(line)["id"]): line for line in lines}
        missing = tuple(each for each in before if each not in again)
        other = tuple(each for each, line in before.items() if each in again and again[each] != line)
        more = tuple(each for each in again if each not in before)
        if missing or other or more:
            differing.append(Differing(edition, name, missing, (*other, *more)))
    return Rebuilt(editions, tuple(differing))
