import threading
from pathlib import Path

import pytest

from kithmap.basics.errors import NotFoundError, UnavailableError
from kithmap.layers.model import Edition
from kithmap.release_package.api.apart import Apart, Far, Order, make_here
from kithmap.release_package.files import FOLDER
from tests.release_package.published import PlainReports, published
from tests.support.installation import Installation


def order_of(installation: Installation, *keys: str, version: str = "1.0.0") -> Order:
    url = f"sqlite:///{(installation.folder / 'kithmap.sqlite').as_posix()}"
    return Order(url, installation.folder, PlainReports, "oakham-baseline", version, Edition.PUBLIC, keys)


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


def test_an_address_with_a_password_is_never_shown() -> None:
    order = Order(
        "postgresql://anna:secret@host/kithmap",
        Path("data"),
        PlainReports,
        "s",
        "1.0.0",
        Edition.PUBLIC,
        ("csv",),
    )
    assert "secret" not in f"{order} {order!r}"


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
