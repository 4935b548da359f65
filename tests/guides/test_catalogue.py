import os
from pathlib import Path
from typing import Any

import pytest

from kithmap.basics.errors import NotFoundError
from kithmap.guides.catalogue import GuideCatalogue, check_folder
from tests.support.guides import written_guide


@pytest.fixture
def catalogue(tmp_path: Path) -> GuideCatalogue:
    """Two guides that lead, one to read, and no own."""
    ours = tmp_path / "ours"
    ours.mkdir()
    write(ours / "03_connect.md", title="Connect", order=3)
    write(ours / "02_places.md", title="Places", order=2)
    write(ours / "01_before.md", title="Before", order=1, kind="reading", steps=[], minutes=5)
    (ours / "README.md").write_text("No guide.", encoding="utf-8")
    return GuideCatalogue(ours, tmp_path / "own")


def write(path: Path, **fields: Any) -> None:
    path.write_text(written_guide(**fields), encoding="utf-8")


def test_guides_stand_in_their_order_and_what_is_no_guide_is_left_out(catalogue: GuideCatalogue) -> None:
    shelf = catalogue.read()
    assert [guide.key for guide in shelf.guides] == ["before", "places", "connect"]
    assert [guide.key for guide in shelf.leading()] == ["places", "connect"]
    assert shelf.faults == ()


def test_own_guides_stand_beside_ours_even_under_the_same_name(
    catalogue: GuideCatalogue, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    write(own / "02_places.md", title="Places, our way", order=0)
    shelf = catalogue.read()
    assert [guide.key for guide in shelf.leading()] == ["places", "connect", "own_places"]
    assert [guide.key for guide in shelf.whole()] == ["places", "connect"]
    assert shelf.guide("own_places").title == "Places, our way"


def test_a_fault_is_told_and_the_others_can_be_used(catalogue: GuideCatalogue, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "latin.md").write_bytes("---\ntitle: Caf\xe9\n---\n".encode("latin-1"))
    (own / "huge.md").write_bytes(b"x" * 900_000)
    (own / "broken.md").write_text("Nothing.", encoding="utf-8")
    shelf = catalogue.read()
    assert len(shelf.leading()) == 2
    assert [fault.partition(":")[0] for fault in shelf.faults] == ["broken.md", "huge.md", "latin.md"]


def test_a_file_that_changed_is_read_again(catalogue: GuideCatalogue) -> None:
    before = catalogue.read().guide("places")
    path = catalogue.ours / "02_places.md"
    assert catalogue.read().guide("places") is before
    write(path, title="Places, second edition", order=2)
    os.utime(path, ns=(1, 1))
    assert catalogue.read().guide("places").title == "Places, second edition"


def test_what_is_chosen_stands_in_the_order_of_the_shelf(catalogue: GuideCatalogue) -> None:
    shelf = catalogue.read()
    assert [guide.key for guide in shelf.chosen(["connect", "places"])] == ["places", "connect"]
    for key in ("before", "nowhere"):
        with pytest.raises(NotFoundError):
            shelf.chosen([key])
    with pytest.raises(NotFoundError):
        shelf.guide("nowhere")


def test_a_folder_is_checked_with_every_fault(catalogue: GuideCatalogue) -> None:
    write(catalogue.ours / "07_places.md", title="Places again")
    guides, faults = check_folder(catalogue.ours)
    assert len(guides) == 3
    assert faults == (
        "07_places.md: 02_places.md has the same name but for its number. Please rename one of them.",
    )
