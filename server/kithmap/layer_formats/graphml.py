"""A release's network as GraphML.

Source: the GraphML primer and schema 1.1. Every key says for what it is and of which type, without which igraph drops it and NetworkX
reads text. The graph is directed, from where a connection begins to where it ends; readers refuse or overlook a mixture.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kithmap.layer_formats.network import CONNECTION_COLUMNS, PLACE_COLUMNS, Row, connections, places
from kithmap.layer_formats.xml_words import attribute, tag, value_text
from kithmap.layers.model import ReleaseEdition
from kithmap.layers.schema import CRS84, Column, Type

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">\n'
)
TYPES = {Type.WHOLE: "int", Type.NUMBER: "double", Type.YES_NO: "boolean"}

Named = tuple[tuple[str, Column], ...]
PLACES: Named = tuple((column.name, column) for column in PLACE_COLUMNS)


def graphml(release: ReleaseEdition) -> Iterator[bytes]:
    """Write the network of a release piece by piece."""
    said = _said(release)
    yield HEAD.encode()
    yield "".join(_keys(said)).encode()
    yield f'<graph id="{attribute(release.header.name)}" edgedefault="directed">\n'.encode()
    yield "".join(
        f"{tag('data', value, {'key': f'graph_{name}'})}\n" for name, value in said.items()
    ).encode()
    of_places, of_connections = _cells("node", PLACES), _cells("edge", CONNECTION_COLUMNS)
    for place in places(release):
        yield f'<node id="{attribute(place.id)}">{_values(of_places, place)}</node>\n'.encode()
    for each in connections(release):
        ends = {"id": each.id, "source": each.values["start"], "target": each.values["end"]}
        said_of_ends = "".join(f' {name}="{attribute(value)}"' for name, value in ends.items())
        yield f"<edge{said_of_ends}>{_values(of_connections, each)}</edge>\n".encode()
    yield b"</graph>\n</graphml>\n"


def _said(release: ReleaseEdition) -> dict[str, str]:
    header = release.header
    return {
        "title": header.title,
        "edition": release.edition.value,
        "version": str(header.version),
        "published": header.day.isoformat(),
        "licence": header.licence.address,
        "attribution": header.attribution,
        "address": f"{header.address}/versions/{header.version}",
        "coordinate_reference_system": CRS84,
    }


def _keys(said: Iterable[str]) -> Iterator[str]:
    for name in said:
        yield f'<key id="graph_{name}" for="graph" attr.name="{name}" attr.type="string"/>\n'
    for part, columns in (("node", PLACES), ("edge", CONNECTION_COLUMNS)):
        for name, column in columns:
            kind = TYPES.get(column.type, "string")
            yield (
                f'<key id="{part}_{name}" for="{part}" attr.name="{name}" attr.type="{kind}">'
                f"{tag('desc', column.words)}</key>\n"
            )


Cells = list[tuple[str, str, Callable[[Any], str]]]
"""Of each column: its name, what stands before a value of it, and what makes text of one."""


def _cells(part: str, columns: Named) -> Cells:
    return [(name, f'<data key="{part}_{name}">', value_text(column)) for name, column in columns]


def _values(cells: Cells, row: Row) -> str:
    given = ((before, text_of, row.values.get(name)) for name, before, text_of in cells)
    return "".join(
        f"{before}{text_of(value)}</data>" for before, text_of, value in given if value is not None
    )
