"""The TypeScript types say what the Python models say."""

from pathlib import Path
from typing import Any

import pytest
from generate_protocol import TARGET, main, render, type_of

from kithmap.operations import OPERATIONS


def test_the_committed_file_is_what_the_models_give() -> None:
    assert TARGET.read_text(encoding="utf-8") == render(), "run: python scripts/generate_protocol.py"


def test_a_stale_file_is_told_and_writing_cures_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "protocol.ts"
    target.write_text("export type Hello = string;\n", encoding="utf-8")
    monkeypatch.setattr("generate_protocol.TARGET", target)
    assert main(["--check"]) == 1
    assert "stale" in capsys.readouterr().err
    assert main([]) == 0
    assert main(["--check"]) == 0


def test_every_operation_kind_has_its_payload() -> None:
    written = render()
    for operation in OPERATIONS:
        assert f'readonly "{operation.kind}": {operation.__name__};' in written


def test_what_the_server_writes_has_every_field_and_what_it_reads_may_lack_defaults() -> None:
    written = render()
    assert "readonly operation: string | null;" in written
    assert "readonly together?: boolean;" in written


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "integer"}, "number"),
        ({"type": "array", "items": {"type": "string"}}, "readonly string[]"),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, 'readonly ("a" | "b")[]'),
        (
            {"type": "array", "prefixItems": [{"type": "number"}, {"type": "null"}]},
            "readonly [number, null]",
        ),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string | null"),
        ({"$ref": "#/$defs/View"}, "View"),
        ({"const": True}, "true"),
        ({"type": "object", "additionalProperties": True}, "Fields"),
        (
            {"type": "object", "additionalProperties": {"type": "number"}},
            "{ readonly [name: string]: number }",
        ),
        ({"type": "object", "properties": {}}, "{ readonly [name: string]: never }"),
        ({}, "Json"),
    ],
)
def test_each_form_of_schema_has_its_type(schema: dict[str, Any], expected: str) -> None:
    assert type_of(schema) == expected


def test_an_unknown_form_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(ValueError, match="no TypeScript type"):
        type_of({"type": "duration"})
