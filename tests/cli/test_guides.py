from pathlib import Path

import pytest

from kithmap.basics.errors import NotFoundError
from kithmap.cli.guides import check_guides
from tests.support.guides import written_guide


def test_guides_that_are_sound_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "01_our_way.md").write_text(written_guide(), encoding="utf-8")
    assert check_guides(tmp_path)
    assert capsys.readouterr().out == "our_way: Mapping places, 10 minutes, 1 steps\n"


def test_every_fault_is_told_with_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "01_our_way.md").write_text(written_guide(), encoding="utf-8")
    (tmp_path / "02_our_way.md").write_text(written_guide(), encoding="utf-8")
    (tmp_path / "03_broken.md").write_text(written_guide(minutes=0), encoding="utf-8")
    assert not check_guides(tmp_path)
    told = capsys.readouterr().out
    assert "! 03_broken.md, minutes: this should be 1 or more." in told
    assert "! 02_our_way.md: 01_our_way.md has the same name but for its number." in told


def test_a_folder_without_guides_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="There is no guide in"):
        check_guides(tmp_path / "nowhere")
