import subprocess
import sys
import threading
from dataclasses import replace
from multiprocessing import active_children

import pytest

from kithmap.basics.errors import UnavailableError
from kithmap.release_package.api.apart import Apart, begun
from kithmap.release_package.api.orders import Far
from kithmap.release_package.files import FOLDER
from kithmap.release_package.offers import MAKING
from kithmap.reports.pages.releases import ReleaseReports
from tests.release_package.published import order_of, published
from tests.support.installation import Installation


@pytest.mark.processes
def test_a_process_of_its_own_makes_the_same_and_tells_how_far_it_is(installation: Installation) -> None:
    published(installation)
    told: list[Far] = []
    order = replace(order_of(installation, *MAKING), reports=ReleaseReports)
    Apart()(order, told.append)
    assert not [far for far in told if far.failed]
    assert [far.key for far in told if far.fraction == 1] == list(MAKING)
    made = {path.suffix for path in (installation.folder / FOLDER).rglob("*") if path.is_file()}
    assert made >= {".geojson", ".gpkg", ".fgb", ".parquet", ".kml", ".csv", ".graphml", ".html", ".zip"}


@pytest.mark.processes
def test_such_a_process_does_without_libraries_that_no_writer_uses() -> None:
    script = (
        "import sys; from kithmap.release_package.api.making import load_libraries; load_libraries(); "
        "print(*(name for name in ('pandas', 'geopandas', 'pyogrio', 'folium') if sys.modules.get(name)))"
    )
    told = subprocess.check_output([sys.executable, "-c", script], text=True, timeout=60)
    assert told.split() == ["pyogrio", "folium"]


@pytest.mark.processes
def test_one_process_makes_one_order_after_another_and_then_goes_home(installation: Installation) -> None:
    published(installation)
    before = {each.pid for each in active_children()}
    apart = Apart(idle=1)
    apart.be_ready()
    apart.be_ready()
    (ours,) = [each for each in active_children() if each.pid not in before]
    for key in ("csv", "geojson"):
        apart(order_of(installation, key), lambda _: None)
        assert {each.pid for each in active_children()} - before == {ours.pid}
    ours.join(60)
    assert ours.exitcode == 0
    apart(order_of(installation, "csv-wkt"), lambda _: None)
    apart.stop()
    made = {path.suffix for path in (installation.folder / FOLDER).rglob("*") if path.is_file()}
    assert made >= {".csv", ".geojson"}


@pytest.mark.processes
def test_who_went_home_before_an_order_came_is_told_from_who_failed(installation: Installation) -> None:
    published(installation)
    order = order_of(installation, "csv")
    gone = begun(idle=0)
    gone.process.join(60)
    assert not gone.make(order, lambda _: None)
    assert gone.had_gone_home()
    failed = begun(idle=60)
    failed.process.terminate()
    assert not failed.make(order, lambda _: None)
    assert not failed.had_gone_home()


@pytest.mark.processes
def test_a_process_that_is_stopped_lets_nobody_wait(installation: Installation) -> None:
    published(installation)
    apart = Apart()
    failed: list[UnavailableError] = []

    def run() -> None:
        try:
            apart(order_of(installation, "geojson", "package"), lambda _: apart.stop())
        except UnavailableError as error:
            failed.append(error)

    waiting = threading.Thread(target=run)
    waiting.start()
    waiting.join(60)
    assert not waiting.is_alive()
    assert len(failed) == 1
    with pytest.raises(UnavailableError):
        apart(order_of(installation, "csv"), lambda _: None)
