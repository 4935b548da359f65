"""Places and the connections between them, as the forms for networks have them.

A release's meeting places and assets are the places of one network. It keeps parallel connections, each with its own id. Whether a
connection leads one way alone is told by its column ``directed``: programs for networks take all as directed or none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kithmap.layers.model import LayerName, ReleaseEdition
from kithmap.layers.schema import SCHEMAS, Column, Type

PLACES = (LayerName.ASSETS, LayerName.MEETING_PLACES)

LAYER = Column(
    "layer",
    Type.CODE,
    "Whether it is an asset or a meeting place.",
    {name.value: SCHEMAS[name].title for name in PLACES},
    always=True,
)

CONNECTION = Column("connection", Type.TEXT, "Id of the connection.", always=True)
"""Besides the id that each format has a place for: igraph gives an edge the id of some other part of the file."""

CAME_BY = "came_by"
"""What the column ``source`` of connections is called here, where a source is the place at which one begins."""


def _place_columns() -> Iterator[Column]:
    seen = set()
    for name in PLACES:
        for column in SCHEMAS[name].columns:
            if column.name not in seen:
                seen.add(column.name)
                yield column


PLACE_COLUMNS: tuple[Column, ...] = (LAYER, *_place_columns())
"""Those of both layers, each once."""

CONNECTION_COLUMNS: tuple[tuple[str, Column], ...] = (
    (CONNECTION.name, CONNECTION),
    *(
        (CAME_BY if column.name == "source" else column.name, column)
        for column in SCHEMAS[LayerName.CONNECTION_TABLE].columns
    ),
)
"""Those of the connections, each with its name here."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place or a connection.

    Attributes:
        id: of the feature.
        values: by column; a column that is not there has no value.
    """

    id: str
    values: Mapping[str, Any]


def places(release: ReleaseEdition) -> Iterator[Row]:
    """Yield the places of a network, those at the ends of connections that are in no layer last, by what is known of them."""
    known = set()
    for name in PLACES:
        layer = release.layer(name)
        for feature in layer.features if layer else ():
            known.add(feature.id)
            yield Row(feature.id, {LAYER.name: name.value, **feature.properties})
    for connection in connections(release):
        for end in ("start", "end"):
            id_ = connection.values[end]
            if id_ not in known:
                known.add(id_)
                yield Row(id_, {"title": connection.values[f"{end}_title"], "lon": connection.values[f"{end}_lon"],
                                "lat": connection.values[f"{end}_lat"]})  # fmt: skip


def connections(release: ReleaseEdition) -> Iterator[Row]:
    """Yield the connections of a network."""
    layer = release.layer(LayerName.CONNECTION_TABLE)
    for feature in layer.features if layer else ():
        given = {CONNECTION.name: feature.id, **feature.properties}
        yield Row(feature.id, {name: given[column.name] for name, column in CONNECTION_COLUMNS})
