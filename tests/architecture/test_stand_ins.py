"""Stand-ins are arguments: code that takes what it needs is not patched from outside."""

import re

from tests.support.source_tree import ROOT

MOST_MOCK_LINES_PER_TEST = 0.15

PYTHON_MOCK = re.compile(
    r"\bunittest\.mock\b|\bMock\(|\bMagicMock\(|\bpatch\(|monkeypatch\.setattr|\bmocker\."
)
PYTHON_TEST = re.compile(r"^\s*(?:async )?def test_", re.MULTILINE)
SCRIPT_MOCK = re.compile(r"\bvi\.(?:mock|fn|spyOn|stubGlobal)\(")
SCRIPT_TEST = re.compile(r"^\s*(?:test|it)(?:\.each\(.*\))?\(", re.MULTILINE)


def mock_lines_per_test(texts: list[str], mock: re.Pattern[str], test: re.Pattern[str]) -> float:
    """Return how many lines replace something from outside, for each test."""
    lines = sum(bool(mock.search(line)) for text in texts for line in text.splitlines())
    tests = sum(len(test.findall(text)) for text in texts)
    return lines / max(tests, 1)


def _read(folder: str, pattern: str) -> list[str]:
    return [
        path.read_text(encoding="utf-8")
        for path in (ROOT / folder).rglob(pattern)
        if "node_modules" not in path.parts and path.name != "test_stand_ins.py"
    ]


def test_python_tests_hardly_patch_anything() -> None:
    assert mock_lines_per_test(_read("tests", "*.py"), PYTHON_MOCK, PYTHON_TEST) <= MOST_MOCK_LINES_PER_TEST


def test_page_tests_hardly_patch_anything() -> None:
    texts = _read("frontend", "*.test.ts")
    assert mock_lines_per_test(texts, SCRIPT_MOCK, SCRIPT_TEST) <= MOST_MOCK_LINES_PER_TEST


def test_patching_is_seen() -> None:
    text = "def test_a(monkeypatch):\n    monkeypatch.setattr(room, 'now', None)\ndef test_b():\n    pass\n"
    assert mock_lines_per_test([text], PYTHON_MOCK, PYTHON_TEST) == 0.5
