"""The shared vectors are what the engine does now."""

import json
from pathlib import Path

import pytest
from generate_vectors import files, main, render


def test_the_committed_files_are_what_the_engine_gives() -> None:
    for path, text in files().items():
        assert path.read_text(encoding="utf-8") == text, "run: python scripts/generate_vectors.py"


def test_a_stale_file_is_told_and_writing_cures_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generate_vectors.FOLDER", tmp_path)
    (tmp_path / "folds.json").write_text("[]\n", encoding="utf-8")
    assert main(["--check"]) == 1
    assert capsys.readouterr().err.count("stale") == len(files())
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert {path: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == files()


def test_a_file_is_json_with_a_line_for_each_part() -> None:
    vectors = [{"name": "a", "messages": [{"number": 1}, {"number": 2}], "snapshots": []}]
    text = render(vectors)
    assert json.loads(text) == vectors
    assert '    {"number":1},\n    {"number":2}\n' in text
