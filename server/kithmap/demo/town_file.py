"""Write the invented town to an OpenStreetMap-format file.

The file has OpenStreetMap's format only. Nothing in it was taken from OpenStreetMap: every line is the project's own
work and falls under the project's licence. Its attribution is `ATTRIBUTION`.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import osmium
from osmium.osm.mutable import Node, Relation, Way

from kithmap.demo.town.build import SEED, make_town
from kithmap.demo.town.elements import HoledShape, Town
from kithmap.demo.town.plan import XY

ATTRIBUTION = "Tarrowby is invented; drawn by the Kithmap project, no OpenStreetMap data"
FORMATS = (".osm", ".osm.pbf", ".osm.gz", ".osm.bz2")


def write_town(path: Path, seed: int = SEED) -> None:
    """Make the town and write it; the same seed writes the same content.

    Args:
        path: where to; the ending decides the format (see `FORMATS`). A file already there is replaced at once, so
            a reader never sees half a town.
        seed: see `kithmap.demo.town.build.make_town`.

    Raises:
        ValueError: the ending is none of `FORMATS`.
        OSError: the folder cannot be written to.
    """
    _require_format(path)
    write_elements(make_town(seed), path)


def write_elements(town: Town, path: Path) -> None:
    """Write the elements of a town.

    Args:
        town: what to write.
        path: where to, as in `write_town`.

    Raises:
        ValueError: the ending is none of `FORMATS`.
        OSError: the folder cannot be written to.
    """
    _require_format(path)
    with TemporaryDirectory(dir=path.parent, prefix=".town-") as folder:
        written = Path(folder) / path.name
        _write(town, written)
        written.replace(path)


def _require_format(path: Path) -> None:
    if not path.name.endswith(FORMATS):
        raise ValueError(f"The town file must end in one of {', '.join(FORMATS)}, not {path.name}.")


class _Numbering:
    """Gives every position one number, so that ways that meet share a point."""

    def __init__(self) -> None:
        self.of: dict[XY, int] = {}

    def refs(self, positions: Iterable[XY]) -> list[int]:
        return [self.of.setdefault(position, len(self.of) + 1) for position in positions]


def _write(town: Town, path: Path) -> None:
    numbering = _Numbering()
    ways = [(numbering.refs(way.positions), way.tags) for way in town.ways]
    relations = [_relation(shape, numbering, ways) for shape in town.shapes]
    marked = {numbering.refs([spot.position])[0]: spot.tags for spot in town.spots}
    west, south, east, north = town.bounds
    header = osmium.io.Header()
    header.set("generator", "kithmap demo town")
    header.add_box(osmium.osm.Box(west, south, east, north))
    with osmium.SimpleWriter(str(path), header=header) as writer:
        for position, number in numbering.of.items():
            writer.add_node(Node(id=number, version=1, location=position, tags=marked.get(number, {})))
        for number, (refs, tags) in enumerate(ways, start=1):
            writer.add_way(Way(id=number, version=1, nodes=refs, tags=tags))
        for number, (members, tags) in enumerate(relations, start=1):
            writer.add_relation(Relation(id=number, version=1, members=members, tags=tags))


def _relation(
    shape: HoledShape, numbering: _Numbering, ways: list[tuple[list[int], Mapping[str, str]]]
) -> tuple[list[tuple[str, int, str]], dict[str, str]]:
    members: list[tuple[str, int, str]] = []
    for role, rings in (("outer", shape.outers), ("inner", shape.inners)):
        for ring in rings:
            ways.append((numbering.refs(ring), {}))
            members.append(("w", len(ways), role))
    return members, {"type": "multipolygon", **shape.tags}
