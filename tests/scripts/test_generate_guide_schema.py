"""The schema in the guides' folder is what the parser holds to."""

from pathlib import Path

import pytest
from generate_guide_schema import FILE, main, render


def test_the_committed_schema_is_what_the_parser_holds_to() -> None:
    assert FILE.read_text(encoding="utf-8") == render(), "run: python scripts/generate_guide_schema.py"


def test_a_stale_file_is_told_and_writing_cures_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generate_guide_schema.FILE", tmp_path / "schema.json")
    assert main(["--check"]) == 1
    assert "stale" in capsys.readouterr().err
    assert main([]) == 0
    assert main(["--check"]) == 0
