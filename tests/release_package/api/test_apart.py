import threading

import pytest

from kithmap.basics.errors import UnavailableError
from kithmap.release_package.api.apart import Apart
from kithmap.release_package.api.orders import Far
from kithmap.release_package.files import FOLDER
from tests.release_package.published import order_of, published
from tests.support.installation import Installation


@pytest.mark.processes
def test_a_process_of_its_own_makes_the_same_and_tells_how_far_it_is(installation: Installation) -> None:
    published(installation)
    told: list[Far] = []
    Apart()(order_of(installation, "geojson", "package"), told.append)
    assert [far.key for far in told if far.fraction == 1] == ["geojson", "package"]
    assert list((installation.folder / FOLDER).rglob("*.zip"))


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
