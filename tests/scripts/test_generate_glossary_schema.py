"""The schemas beside the starting glossary are what its reader holds to."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from generate_glossary_schema import FILES, FOLDER, main, render

ROOT = FOLDER.parent
WRITTEN = [
    (ROOT / "glossary.yaml", "glossary.json"),
    (ROOT / "indicators.yaml", "indicators.json"),
    *((file, "concepts.json") for file in sorted((ROOT / "concepts").glob("*.yaml"))),
]


def schema(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def content(file: Path) -> Any:
    return json.loads(json.dumps(yaml.safe_load(file.read_text(encoding="utf-8")), default=str))


@pytest.mark.parametrize("name", FILES)
def test_the_committed_schemas_are_what_the_reader_holds_to(name: str) -> None:
    wanted = render(FILES[name])
    assert (FOLDER / name).read_text(encoding="utf-8") == wanted, (
        "run: python scripts/generate_glossary_schema.py"
    )


@pytest.mark.parametrize(("file", "name"), WRITTEN, ids=lambda each: getattr(each, "name", each))
def test_every_file_fits_its_schema_and_names_it(file: Path, name: str) -> None:
    jsonschema_rs.validate(schema(name), content(file))
    assert f"schema/{name}" in file.read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("concepts.json", {"id": "hub"}),
        ("concepts.json", [{"id": "hub", "label": "hub"}]),
        ("concepts.json", [{"id": "Hub", "label": "hub", "definition": "A place."}]),
        ("concepts.json", [{"id": "hub", "label": "hub", "definition": "A place.", "colour": "red"}]),
        ("concepts.json", [{"id": "hub", "label": "hub", "definition": "A place.", "status": "perhaps"}]),
        ("indicators.json", [{**content(ROOT / "indicators.yaml")[0], "rights": "borrowed"}]),
        ("indicators.json", [{**content(ROOT / "indicators.yaml")[0], "direction": "sideways"}]),
        ("indicators.json", [{**content(ROOT / "indicators.yaml")[0], "questions": ["How are you?"]}]),
        ("glossary.json", {**content(ROOT / "glossary.yaml"), "base": "https://example.org/without-slash"}),
    ],
)
def test_what_the_reader_would_refuse_does_not_fit_either(name: str, broken: Any) -> None:
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(schema(name), broken)


def test_a_stale_file_is_told_and_writing_cures_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generate_glossary_schema.FOLDER", tmp_path / "schema")
    assert main(["--check"]) == 1
    assert "stale" in capsys.readouterr().err
    assert main([]) == 0
    assert main(["--check"]) == 0
