import zipfile
from pathlib import Path
from typing import Any

import pytest

from kithmap.basics.errors import BadInputError, NotFoundError
from kithmap.cli.releases import ALL, Wanted, export
from kithmap.layers.model import Edition
from kithmap.release_package.offers import MAKING, offered
from kithmap.settings import Settings, StorageSettings
from tests.release_package.published import Published, publish_wave, published
from tests.support.installation import Installation


@pytest.fixture
def release(installation: Installation) -> Published:
    return published(installation)


def run(release: Published, name: str, **wanted: Any) -> None:
    export(Settings(storage=StorageSettings(data_folder=release.installation.folder)), Wanted(name, **wanted))


def test_an_area_gives_its_package_and_the_same_again(release: Published, tmp_path: Path) -> None:
    run(release, "oakham", wave="baseline", output=tmp_path / "one.zip")
    run(release, release.header.area_id, version="1.0.0", output=tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert "README.md" in packed.namelist()


def test_a_format_of_several_files_goes_into_a_folder(
    release: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(release, "oakham-baseline", form="geojson", edition="partners", output=tmp_path / "new")
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names[0] == "oakham-baseline-1.0.0-partners-assets.geojson"
    assert b"bandstand" in (tmp_path / "new" / names[0]).read_bytes()
    assert capsys.readouterr().out.count("Saved to ") == len(names)


def test_all_is_everything_that_is_offered(
    release: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kithmap.cli.releases.MAKING", tuple(key for key in MAKING if key != "report"))
    run(release, "Oakham", form=ALL, output=tmp_path / "new")
    counts = tuple(release.release.editions[Edition.PUBLIC].counts)
    wanted = {
        each.name for each in offered(release.header, Edition.PUBLIC, counts) if each.sort.key != "report"
    }
    assert {path.name for path in (tmp_path / "new").iterdir()} == wanted


def test_a_workshop_still_gives_its_map(
    release: Published, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    workshop = release.evening.workshop
    run(release, workshop.code, output=tmp_path / "map.geojson")
    run(release, workshop.id)
    assert (tmp_path / "map.geojson").read_bytes() in capsysbinary.readouterr().out


def test_what_is_not_there_is_said_with_what_there_is(release: Published) -> None:
    there = r"Published layers there are of: Oakham --wave Baseline \(oakham-baseline\)\."
    with pytest.raises(NotFoundError, match=there):
        run(release, "Nowhere")
    with pytest.raises(NotFoundError, match=there):
        run(release, release.evening.workshop.id, wave="Baseline")
    with pytest.raises(NotFoundError, match=r"in a wave Final\. There are Baseline"):
        run(release, "Oakham", wave="Final")
    with pytest.raises(NotFoundError, match=r"The newest is 1\.0\.0"):
        run(release, "Oakham", version="2.0.0")
    with pytest.raises(BadInputError, match=r"It writes: package, .*; or all"):
        run(release, "Oakham", form="shp")
    with pytest.raises(BadInputError, match="There are: public, partners"):
        run(release, "Oakham", edition="secret")
    with pytest.raises(BadInputError, match="It writes geojson; published layers"):
        run(release, release.evening.workshop.id, form="gpkg")


def test_of_several_waves_one_has_to_be_said(release: Published, tmp_path: Path) -> None:
    publish_wave(release, "Final year")
    with pytest.raises(BadInputError, match=r'There are Baseline, "Final year"'):
        run(release, "Oakham")
    run(release, "Oakham", wave="Final year", form="citation", output=tmp_path)
    assert "oakham-final-year" in (tmp_path / "CITATION.cff").read_text(encoding="utf-8")


def test_where_nothing_was_published_it_says_so(installation: Installation) -> None:
    settings = Settings(storage=StorageSettings(data_folder=installation.folder))
    with pytest.raises(NotFoundError, match="No layers were published yet"):
        export(settings, Wanted("Oakham"))
