import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kithmap.basics.errors import NotFoundError, UnavailableError
from kithmap.glossary.access import Library
from kithmap.layers.geojson import checksum
from kithmap.layers.model import Edition, GlossaryUsed
from kithmap.layers.store import releases
from kithmap.release_package.api.making import Making, make_here
from kithmap.release_package.api.orders import Far, Order
from kithmap.release_package.files import FOLDER, ReleaseFiles
from kithmap.release_package.offers import MAKING, PACKED, offered
from kithmap.web.assets import content_folder
from tests.layers.stored import FIRST, with_area
from tests.release_package.published import PlainReports, Published, order_of, published
from tests.support.installation import START, Installation
from tests.support.layers import HEADER, RELEASE


@pytest.fixture
def release(installation: Installation) -> Published:
    return published(installation)


def making(found: Published, folder: Path, edition: Edition = Edition.PUBLIC) -> Making:
    library = Library(content_folder("indicator_glossary"))
    return Making(
        found.installation.services.database,
        library,
        ReleaseFiles(folder),
        lambda release: release.header.title.encode(),
        found.release,
        edition,
    )


@pytest.mark.parametrize("edition", Edition)
def test_every_file_that_is_offered_can_be_made(release: Published, tmp_path: Path, edition: Edition) -> None:
    made = making(release, tmp_path / "made", edition)
    names = {path.name for key in MAKING for path in made.make(key)}
    assert names == {each.name for each in offered(release.header, edition, made.layers)}


def test_canonical_files_are_those_that_were_published(release: Published, tmp_path: Path) -> None:
    paths = making(release, tmp_path / "made").make("geojson")
    checksums = release.release.editions[Edition.PUBLIC].checksums
    assert [checksum([path.read_bytes()]) for path in paths] == list(checksums.values())


def test_a_database_that_holds_something_else_gives_no_file_in_its_name(
    release: Published, tmp_path: Path
) -> None:
    made = making(release, tmp_path / "made")
    whole = made.release
    made.__dict__["release"] = type(whole)(whole.header, whole.edition, whole.layers[::-1], whole.report)
    with pytest.raises((UnavailableError, ValueError)):
        made.make("geojson")
    assert made.files.kept(release.header, Edition.PUBLIC, "geojson", ["x"]) is None


@pytest.fixture
def package(release: Published, tmp_path: Path) -> Iterator[zipfile.ZipFile]:
    (path,) = making(release, tmp_path / "made").make("package")
    with zipfile.ZipFile(path) as packed:
        yield packed


def test_the_package_holds_the_layers_the_glossary_and_the_workshops(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    for suffix in (".geojson", ".gpkg", ".csv"):
        assert any(name.startswith("layers/") and name.endswith(suffix) for name in names)
    assert "glossary/concepts/hub.json" in names
    assert "**hub** (term): Where many of us meet." in package.read("workshops/record.md").decode()
    assert "signed" not in package.read("SHA256SUMS").decode()


def test_the_package_of_one_edition_holds_nothing_of_the_other(
    release: Published, package: zipfile.ZipFile
) -> None:
    for name in package.namelist():
        content = package.read(name)
        assert b"bandstand" not in content, name
    assert not any("partners" in name for name in package.namelist())


def test_how_far_it_is_is_told(release: Published, tmp_path: Path) -> None:
    steps: list[float] = []
    made = making(release, tmp_path / "made")
    made.make("package", steps.append)
    assert (steps, steps[-1]) == (sorted(steps), 1)
    assert {path.parent.name for path in (tmp_path / "made").rglob("*.*")} >= {*PACKED, "package"}


def test_files_are_made_one_sort_after_another_and_told_of(installation: Installation) -> None:
    published(installation)
    told: list[Far] = []
    make_here(order_of(installation, "csv", "citation"), told.append)
    assert [far.key for far in told if far.fraction == 1] == ["csv", "citation"]
    assert (installation.folder / FOLDER / "oakham-baseline" / "1.0.0" / "public" / "csv").is_dir()


def test_one_that_fails_keeps_no_other_one_back(installation: Installation) -> None:
    published(installation)
    in_the_way = installation.folder / FOLDER / "oakham-baseline" / "1.0.0" / "public" / "csv"
    in_the_way.parent.mkdir(parents=True)
    in_the_way.write_text("a file where a folder belongs", encoding="utf-8")
    told: list[Far] = []
    make_here(order_of(installation, "csv", "citation"), told.append)
    assert [(far.key, bool(far.failed)) for far in told if far.failed or far.fraction == 1] == [
        ("csv", True),
        ("citation", False),
    ]


def test_what_is_not_published_is_not_made(installation: Installation) -> None:
    published(installation)
    with pytest.raises(NotFoundError):
        make_here(order_of(installation, "csv", version="9.0.0"), lambda _: None)


@pytest.mark.postgresql
def test_a_database_server_gives_the_same_files(postgresql: str, tmp_path: Path) -> None:
    header = replace(
        HEADER, sources=(), glossary=GlossaryUsed("gone", FIRST, "https://kithmap.example/gone", "ab" * 32)
    )
    editions = {each: replace(RELEASE, header=header, edition=each) for each in Edition}
    with with_area(postgresql) as database, database.session() as session:
        releases.add(session, "s", releases.NewRelease(editions, "{}", "ab" * 32), START)
    order = Order(
        postgresql, tmp_path, PlainReports, header.slug, "1.0.0", Edition.PUBLIC, ("geojson", "package")
    )
    told: list[Far] = []
    make_here(order, told.append)
    assert [far.key for far in told if far.fraction == 1] == ["geojson", "package"]
    (package,) = tmp_path.rglob("*.zip")
    with zipfile.ZipFile(package) as packed:
        # A glossary that is not kept here any more is left out, and named in the README all the same.
        assert not any(name.startswith("glossary/") for name in packed.namelist())
        assert "https://kithmap.example/gone" in packed.read("README.md").decode()
