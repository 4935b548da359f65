"""Two areas whose layers are published, for whoever reads them: written as another process would."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

import shapely

from kithmap.layers.access import series
from kithmap.programme.access import known_area
from tests.research.published import publish_layers
from tests.support.basemaps import AREA
from tests.support.databases import opened
from tests.support.desk import Desk

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
OTHER = "Fern Side"
WAVE = "To be read"


@dataclass(frozen=True)
class ToRead:
    """What there is to read.

    Attributes:
        area: path of the first area's layers.
        other: of the second's.
        beside: of both side by side.
    """

    area: str
    other: str
    beside: str


def layers_to_read(desk: Desk) -> ToRead:
    """Publish the layers of the desk's area and of another one, if nobody has yet."""
    file = desk.kithmap.data_folder / "kithmap.sqlite"
    with opened(f"sqlite:///{file.as_posix()}") as database:
        with database.reading() as session:
            known = {each.area: each for each in series(session) if each.wave == WAVE}
        if OTHER not in known:
            boundary = json.dumps(shapely.geometry.mapping(AREA))
            where = desk.send(f"/programmes/{desk.programme}/areas", {"name": OTHER, "drawn": boundary})
            with database.session() as session:
                for area_id in (desk.area, where.rpartition("/")[2]):
                    publish_layers(session, known_area(session, area_id), NOW, wave=WAVE)
            with database.reading() as session:
                known = {each.area: each for each in series(session) if each.wave == WAVE}
    other, mine = known[OTHER], next(each for each in known.values() if each.area_id == desk.area)
    return ToRead(
        area=f"/layers/{mine.slug}",
        other=f"/layers/{other.slug}",
        beside=f"/layers/compare?areas={mine.area_id}&areas={other.area_id}&wave={WAVE.replace(' ', '+')}",
    )
