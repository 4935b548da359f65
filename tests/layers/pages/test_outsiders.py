"""Everybody who is not in the room follows every link that they are given, and reads every byte for what was not for them.

Pages, files of every format, packages, the live link, reports, films, previews: whatever a page or a document leads to is fetched, as
nobody in particular, as somebody of another area, and as a researcher of this one.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from pyproj import Geod
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from tests.support.attack import Position, betrayed
from tests.support.layer_desk import Table
from tests.support.mapped_evenings import MappedEvening

LINK = re.compile(r'(?:href|src|action|"href"|"url"|"address")\s*[=:]\s*"([^"]+)"')
LEFT_ALONE = re.compile(
    r"^/(static|sign-out|j/|guides|glossary|programmes/[^/]+/common)|/glossary|/(theme|language|guides)\b"
    r"|/versions/1\.0\.0/files/(?!.*\.geojson$)"
)
"""What tells of no place, and files of the first release but its layers: those of the second come by the same way."""
MOST = 900
"""Addresses that are followed; more would mean that something leads on for ever."""
MOST_QUERIES = 6
"""Of one address: sorted and filtered it tells the same."""

ELLIPSOID = Geod(ellps="WGS84")

COARSE: dict[str, tuple[Position, str, int]] = {
    "Ada's corner": ((-0.7312347, 52.6712349), "100m", 100),
    "Bo's corner": ((-0.7267893, 52.6687891), "street", 250),
    "Cy's corner": ((-0.7223457, 52.6723453), "neighbourhood", 1000),
}
"""Places that may be shown, and not exactly."""
ROOM: Position = (-0.7345671, 52.6654327)
LEADING: Position = (-0.7154329, 52.6765433)
PARTNERS: Position = (-0.7187659, 52.6634561)


@dataclass
class Reader:
    """Somebody who follows links.

    Attributes:
        client: their browser.
        read: everything that they were sent, by address.
        asked: how many addresses of each path came up.
    """

    client: TestClient
    read: dict[str, bytes] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)

    def follow(self, *starts: str) -> "Reader":
        """Fetch some addresses and all that they lead to."""
        waiting = deque(starts)
        while waiting:
            address = waiting.popleft()
            path = address.partition("?")[0]
            self.asked[path] += address not in self.read
            if address in self.read or LEFT_ALONE.search(path) or self.asked[path] > MOST_QUERIES:
                continue
            assert len(self.read) < MOST, sorted(self.read)[::50]
            answer = self.client.get(address)
            # What is told to somebody who may not read on counts too.
            self.read[address] = answer.content
            waiting.extend(self._links(address, answer.content, answer.headers.get("location", "")))
        return self

    def _links(self, address: str, content: bytes, location: str) -> Iterator[str]:
        told = [location]
        if b"\x00" not in content[:1000]:
            told += LINK.findall(content.decode(errors="replace"))
        for each in told:
            found = urlsplit(urljoin(address, unescape(each)))
            if each and found.netloc in {"", "testserver"} and found.path.startswith("/"):
                yield found.path + (f"?{found.query}" if found.query else "")


@dataclass
class Published:
    """Two releases of an area, and what nobody outside may find out."""

    table: Table
    evening: MappedEvening
    moved: list[Position]

    @property
    def coarse(self) -> list[Position]:
        """Where coarse places are and were."""
        return [*(position for position, _, _ in COARSE.values()), *self.moved]


@pytest.fixture
def published(table: Table) -> Published:
    """Publish twice; in between one coarse place moves and another is renamed."""
    evening = table.evening(people=3)
    ids = {
        title: evening.asset(title, *position, precision=precision)
        for title, (position, precision, _) in COARSE.items()
    }
    hall = evening.meeting("Fern Hall", -0.7251, 52.6701)
    evening.asset("Only in the room", *ROOM, visibility="room")
    evening.asset("Only for those who lead", *LEADING, visibility="facilitators")
    evening.asset("Only for partners", *PARTNERS, visibility="partners")
    for place in ids.values():
        evening.connect(place, hall, where=place)
    moved = (-0.7290123, 52.6745679)
    table.send()
    evening.close()
    settle(table)
    table.publish()
    evening.lead("workshop.reopen")
    evening.lead(
        "place.move", place=ids["Ada's corner"], geometry={"type": "Point", "coordinates": list(moved)}
    )
    evening.lead("asset.edit", place=ids["Bo's corner"], set={"title": "Bo's spot"})
    evening.close()
    settle(table)
    table.publish()
    return Published(table, evening, [moved])


def settle(table: Table) -> None:
    """Decide that everything is published as it is."""
    keys = re.findall(r'name="keys" value="([^"]+)"', table.text())
    if keys:
        table.send("/settlements", keys=keys, choice="keep", reason="We asked.")


STARTS = ("/", "/layers", "/ogc", "/ogc/collections?f=json", "/ogc/api")


# Files of releases are made in processes of their own.
@pytest.mark.processes
def test_nobody_outside_the_room_ever_reads_where_a_coarse_or_private_place_is(published: Published) -> None:
    table, workshop = published.table, published.evening.workshop.id
    installation = table.installation
    inside = (
        f"{table.path}",
        f"{table.path}?edition=partners",
        f"/areas/{installation.area.id}",
        f"/workshops/{workshop}/report",
        f"/workshops/{workshop}/time-lapse",
        f"/api/workshops/{workshop}/export.geojson",
        f"/api/workshops/{workshop}/entries",
        f"/api/workshops/{workshop}/duplicates",
        f"/w/{workshop}",
        f"/projector/{workshop}",
        f"/console/{workshop}",
    )
    elsewhere = installation.colleague(Role.RESEARCHER, installation.new_area("Elsewhere"))
    readers = {
        "nobody": Reader(installation.browser()),
        "stranger": Reader(installation.signed_in(elsewhere)),
        "researcher": Reader(table.ria),
    }
    readers["nobody"].follow(*STARTS, *inside)
    readers["researcher"].follow(*STARTS, *inside)
    # What everybody is given, nobody in particular has read already.
    readers["stranger"].read.update(
        {each: b"" for each in readers["nobody"].read if each.startswith("/layers/")}
    )
    readers["stranger"].follow(*STARTS, *inside)
    assert any(address.endswith(".zip") for address in readers["nobody"].read)
    secrets = {
        "nobody": [*published.coarse, ROOM, LEADING, PARTNERS],
        "stranger": [*published.coarse, ROOM, LEADING, PARTNERS],
        "researcher": [*published.coarse, ROOM, LEADING],
    }
    for name, reader in readers.items():
        found = {
            address: where
            for address, read in reader.read.items()
            if (where := betrayed([read], secrets[name]))
        }
        assert found == {}, name
    assert betrayed(readers["researcher"].read.values(), [PARTNERS]) == [PARTNERS]
    for name, titles in (
        ("nobody", [b"Only in the room", b"Only for those who lead", b"Only for partners"]),
        ("researcher", [b"Only in the room", b"Only for those who lead"]),
    ):
        told = [
            address for address, read in readers[name].read.items() if any(each in read for each in titles)
        ]
        assert told == []


def test_squeezing_a_rectangle_around_a_place_ends_where_it_is_shown(published: Published) -> None:
    browser = published.table.installation.browser(page=False)
    items = "/ogc/collections/oakham-baseline.assets/items"
    features = browser.get(items).json()["features"]
    feature = next(each for each in features if each["properties"]["title"] == "Cy's corner")
    shown = feature["geometry"]["coordinates"]

    def within(west: float, south: float) -> bool:
        found = browser.get(f"{items}?bbox={west:.7f},{south:.7f},1,54").json()["features"]
        return any(each["id"] == feature["id"] for each in found)

    lon = squeezed(lambda west: within(west, 50.0), -1.0, 0.5)
    lat = squeezed(lambda south: within(-2.0, south), 52.0, 53.5)
    assert (lon, lat) == pytest.approx(shown, abs=2e-5)
    (true, _, metres) = COARSE["Cy's corner"]
    assert metres / 5 - 2 <= ELLIPSOID.inv(*true, lon, lat)[2] <= metres + 2


def squeezed(holds: Callable[[float], bool], low: float, high: float) -> float:
    """Return where a rectangle's edge stops holding a place, to a metre."""
    while high - low > 1e-5:
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low
