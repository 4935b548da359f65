"""Two releases each of an invented town and of a real one, from evenings that people held: every form of them, read by others.

The real one's map and boundary are OpenStreetMap's, © OpenStreetMap contributors, ODbL.
"""

import asyncio
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import orjson
import pytest
from sqlmodel import Session

from kithmap.demo import seed as seeding
from kithmap.glossary import store as glossaries
from kithmap.glossary.model import Release
from kithmap.layer_formats.files import write
from kithmap.layer_formats.formats import FORMATS, file_names, format_of
from kithmap.layers import access
from kithmap.layers.geojson import checksum
from kithmap.layers.model import Edition, Header, LayerName, ReleaseEdition
from kithmap.layers.published import PublishedRelease, Series
from kithmap.people.actions import masking_secret
from kithmap.shared_map.model import METRES, Precision
from kithmap.storage.engine import open_database
from kithmap.storage.oplog.sql import SqlLog
from tests.support.attack import betrayed
from tests.support.demo import tell
from tests.support.desk import Desk
from tests.support.layers_desk import LayersDesk, researcher
from tests.support.oakham import FIRST, SECOND, Oakham, known_places
from tests.support.outside_readers.comparing import READERS, assert_same, expected
from tests.support.outside_readers.seen import Reader
from tests.support.running_kithmap import RunningKithmap

pytestmark = pytest.mark.processes

EVERY_READER = pytest.mark.parametrize(
    ("key", "reader"), READERS, ids=lambda part: part if isinstance(part, str) else part.__name__
)
BOTH_TOWNS = pytest.mark.parametrize("town", ["tarrowby", "oakham"], indirect=True)


@dataclass
class Town:
    """A town with two releases.

    Attributes:
        series: what is published.
        editions: the newest release, whole.
        files: by edition, a folder for each format with its files.
        rebuilt: for each version, whether building it again from the log gives the same bytes.
        hidden: positions that nobody outside may know, by title.
        told: positions that are shown exactly.
        fetched: bytes that an outsider took away, besides the files.
    """

    series: Series
    editions: Mapping[Edition, ReleaseEdition]
    files: Path
    rebuilt: dict[str, bool]
    hidden: dict[str, tuple[float, float]] = field(default_factory=dict)
    told: list[tuple[float, float]] = field(default_factory=list)
    fetched: list[bytes] = field(default_factory=list)

    def of(self, edition: Edition, key: str) -> list[Path]:
        """Return the files of a format, in the order in which they are written."""
        form, release = format_of(key), self.editions[edition]
        assert form is not None
        names = file_names(form, release.header, edition, tuple(each.name for each in release.layers))
        return [self.files / edition.value / key / name for name in names]


def look(folder: Path, files: Path) -> Town:
    """Read what was published, from the database."""
    database = open_database(f"sqlite:///{(folder / 'kithmap.sqlite').as_posix()}")
    log = SqlLog(database)
    try:
        with database.session() as session:
            secret = masking_secret(session)
        with database.reading() as session:
            (series,) = access.series(session)
            whole = {each: access.whole_of(session, series.newest, each) for each in Edition}
            rebuilt = {}
            for each in series.versions:
                again = access.rebuild(session, log, each, glossary_of(session, each.header), secret)
                rebuilt[str(each.header.version)] = again.differing == ()
        return Town(series, whole, files, rebuilt)
    finally:
        database.close()


def glossary_of(session: Session, header: Header) -> Release | None:
    """Return the glossary's release that a release of layers names."""
    if header.glossary is None:
        return None
    found = glossaries.glossary_called(session, header.glossary.name)
    assert found is not None
    return glossaries.release(session, found.id, header.glossary.version)


@pytest.fixture(scope="module")
def tarrowby(tmp_path_factory: pytest.TempPathFactory, migrated_database: Path) -> Town:
    """The invented town, as whoever opens the demonstration finds it."""
    folder, files = tmp_path_factory.mktemp("tarrowby"), tmp_path_factory.mktemp("tarrowby_files")
    shutil.copy(migrated_database, folder / "kithmap.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seeding, "_build_basemaps", lambda *_: None)
        asyncio.run(tell(folder))
    town = look(folder, files)
    for edition, release in town.editions.items():
        for form in FORMATS:
            write(form, release, _made(files / edition.value / form.key))
    return town


@pytest.fixture(scope="module")
def oakham(tmp_path_factory: pytest.TempPathFactory, rutland: str) -> Iterator[Town]:
    """The real town: eight phones, two evenings, two people who sign, and a stranger who takes all files away."""
    folder, files = tmp_path_factory.mktemp("oakham"), tmp_path_factory.mktemp("oakham_files")
    with RunningKithmap(folder) as kithmap, Desk(kithmap) as desk:
        oakham = Oakham(desk, Path(rutland))
        oakham.begin()
        layers = desk.client.get(f"/areas/{oakham.area}/layers", headers={"accept": "text/html"}).text
        path = re.search(rf"/areas/{oakham.area}/layers/([\w-]+)", layers)
        assert path is not None
        known = list(known_places(Path(rutland)))
        fetched = []
        with (
            researcher(desk, oakham.area) as tom,
            httpx.Client(base_url=desk.client.base_url, timeout=60) as stranger,
        ):
            at = LayersDesk(path[0], desk.client, tom)
            oakham.hold(FIRST, known[:24], path[1])
            assert at.publish("What the first evening mapped.") == "1.0.0"
            fetched += take_all(stranger, "1.0.0", Edition.PUBLIC, files / "first")
            oakham.hold(SECOND, known[20:], path[1])
            assert at.publish("What the second evening added.") == "1.1.0"
            fetched += take_all(stranger, "1.1.0", Edition.PUBLIC, files)
            fetched += take_all(at.researcher, "1.1.0", Edition.PARTNERS, files)
            fetched += ask_by_rectangle(stranger, oakham)
        town = look(kithmap.data_folder, files)
        exact = Precision.EXACT.value
        town.hidden = {
            each["title"]: each["position"]
            for each in oakham.placed.values()
            if each["precision"] != exact or each["visibility"] == "room"
        }
        town.told = [each["position"] for each in oakham.placed.values() if each["title"] not in town.hidden]
        town.fetched = fetched
        yield town
        assert kithmap.complaints == ""


@pytest.fixture
def town(request: pytest.FixtureRequest) -> Town:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Town)
    return found


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def take_all(client: httpx.Client, version: str, edition: Edition, files: Path) -> list[bytes]:
    """Take every file of a release away, as its page offers them; return what was fetched."""
    asked = {"edition": edition.value}
    told = client.get(f"/api/layers/oakham-baseline/versions/{version}/files", params=asked)
    taken = [told.content]
    for each in told.json()["files"]:
        answer = client.get(each["address"])
        answer.raise_for_status()
        folder = files / edition.value / each["sort"]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / each["name"]).write_bytes(answer.content)
        taken.append(answer.content)
    return taken


def ask_by_rectangle(client: httpx.Client, oakham: Oakham) -> list[bytes]:
    """Ask for what lies within some metres of where each place really is."""
    answers = []
    for each in oakham.placed.values():
        if each["precision"] == Precision.EXACT.value:
            continue
        lon, lat = each["position"]
        box = f"{lon - 0.0001},{lat - 0.0001},{lon + 0.0001},{lat + 0.0001}"
        for layer in ("assets", "meeting_places"):
            found = client.get(
                f"/ogc/collections/oakham-baseline.{layer}/items", params={"bbox": box, "f": "json"}
            )
            found.raise_for_status()
            assert each["title"] not in {row["properties"]["title"] for row in found.json()["features"]}
            answers.append(found.content)
    return answers


@BOTH_TOWNS
def test_a_second_evening_makes_a_second_release_that_adds_to_the_first(town: Town) -> None:
    second, first = town.series.versions
    assert [str(each.header.version) for each in (first, second)] == ["1.0.0", "1.1.0"]
    assert len(first.header.sources) == 1
    assert len(second.header.sources) == 2
    assert counts(second) > counts(first)


def counts(release: PublishedRelease) -> int:
    return sum(release.editions[Edition.PARTNERS].counts.values())


@BOTH_TOWNS
def test_every_release_is_built_again_from_the_log_byte_by_byte(town: Town) -> None:
    assert town.rebuilt == {"1.0.0": True, "1.1.0": True}


@BOTH_TOWNS
def test_checksums_are_of_the_files_that_are_taken_away(town: Town) -> None:
    for edition in Edition:
        facts = town.series.newest.editions[edition]
        for path in town.of(edition, "geojson"):
            name = next(each for each in LayerName if path.stem.endswith(f"-{each.value}"))
            assert checksum([path.read_bytes()]) == facts.checksums[name]


@BOTH_TOWNS
@EVERY_READER
def test_every_form_says_the_same_to_every_reader(town: Town, key: str, reader: Reader) -> None:
    form = format_of(key)
    assert form is not None
    for edition in Edition:
        assert_same(form, reader(town.of(edition, key)), expected(form, town.editions[edition]))


def test_whoever_reads_everything_finds_nobody(oakham: Town) -> None:
    assert len(oakham.hidden) > 5
    # To a fifth of a metre: masks are others in each run, and to a metre one in some hundred runs would meet a home by chance.
    assert betrayed(oakham.fetched, oakham.hidden.values(), oakham.told, degrees=2e-6, metres=0.2) == []


def test_a_masked_place_is_shown_at_one_spot_in_every_release(oakham: Town) -> None:
    first = titles_and_spots(oakham.files / "first" / "public" / "geojson")
    second = titles_and_spots(oakham.files / "public" / "geojson")
    assert first
    assert {each: second[each] for each in first} == first


def titles_and_spots(folder: Path) -> dict[str, tuple[float, ...]]:
    """Return where each place is shown that is not shown exactly, by its id."""
    rows = [row for path in folder.glob("*.geojson") for row in orjson.loads(path.read_bytes())["features"]]
    return {
        row["id"]: tuple(row["geometry"]["coordinates"])
        for row in rows
        if row["properties"].get("precision_m") in set(METRES.values()) - {0}
    }
