"""Pages find their files in a checkout and in an installed wheel alike."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kithmap.web.assets import (
    Assets,
    FrontEndNotBuiltError,
    Manifest,
    built_folder,
    content_folder,
    template_folders,
)

CHUNKS: Mapping[str, Mapping[str, Any]] = {
    "_lit-1.js": {"file": "chunks/lit-1.js"},
    "_map-2.js": {"file": "chunks/map-2.js", "imports": ["_lit-1.js"], "css": ["assets/map-2.css"]},
    "shared_map/page_console.ts": {
        "file": "shared_map/page_console-3.js",
        "imports": ["_lit-1.js", "_map-2.js"],
        "css": ["assets/page_console-3.css"],
        "dynamicImports": ["drawing.ts"],
    },
    "drawing.ts": {"file": "chunks/drawing-4.js"},
    "base/base.css": {
        "file": "assets/base-5.css",
        "assets": ["assets/letters-6.woff2", "assets/paper-7.svg"],
    },
}


def write_manifest(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    return folder


def test_a_page_names_its_script_its_styles_and_what_the_script_imports(tmp_path: Path) -> None:
    manifest = Manifest.load(write_manifest(tmp_path, json.dumps(CHUNKS)))

    assert manifest.entry("shared_map/page_console") == Assets(
        script="/static/built/shared_map/page_console-3.js",
        styles=("/static/built/assets/map-2.css", "/static/built/assets/page_console-3.css"),
        preloads=("/static/built/chunks/lit-1.js", "/static/built/chunks/map-2.js"),
        fonts=(),
    )


def test_a_style_sheet_can_be_an_entry_without_a_script() -> None:
    assert Manifest(CHUNKS).entry("base/base") == Assets(
        script=None,
        styles=("/static/built/assets/base-5.css",),
        preloads=(),
        fonts=("/static/built/assets/letters-6.woff2",),
    )


def test_the_base_style_comes_first_so_that_a_page_may_differ_from_it() -> None:
    chunks = {
        **CHUNKS,
        "x/page_x.ts": {
            "file": "x.js",
            "imports": ["_map-2.js"],
            "css": ["assets/x-8.css", "assets/base-5.css"],
        },
    }
    built = "/static/built/assets/"
    assert Manifest(chunks).entry("x/page_x").styles == (
        f"{built}base-5.css",
        f"{built}map-2.css",
        f"{built}x-8.css",
    )


def test_chunks_that_import_each_other_are_listed_once() -> None:
    knot: Mapping[str, Mapping[str, Any]] = {
        "_a.js": {"file": "a.js", "imports": ["_b.js"]},
        "_b.js": {"file": "b.js", "imports": ["_a.js"]},
        "x/page_x.ts": {"file": "x.js", "imports": ["_a.js"]},
    }
    assert Manifest(knot).entry("x/page_x").preloads == ("/static/built/b.js", "/static/built/a.js")


def test_a_front_end_that_was_never_built_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(FrontEndNotBuiltError, match=r"scripts/front_end.py build"):
        Manifest.load(tmp_path / "absent")


def test_a_damaged_list_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FrontEndNotBuiltError, match="is damaged"):
        Manifest.load(write_manifest(tmp_path, "{"))


def test_a_page_that_was_not_built_is_named() -> None:
    with pytest.raises(FrontEndNotBuiltError, match="lack people/page_nobody"):
        Manifest(CHUNKS).entry("people/page_nobody")


def test_in_a_checkout_templates_and_content_lie_beside_their_sources(tmp_path: Path) -> None:
    (tmp_path / "facilitator_guides").mkdir()
    here = tmp_path / "server/kithmap/web"

    assert template_folders(here, tmp_path) == [tmp_path / "frontend"]
    assert content_folder("facilitator_guides", here, tmp_path) == tmp_path / "facilitator_guides"
    assert built_folder(here) == here / "static/built"


def test_in_a_wheel_templates_and_content_lie_inside_the_package(tmp_path: Path) -> None:
    here = tmp_path / "kithmap/web"
    (here / "templates").mkdir(parents=True)
    (here / "content/facilitator_guides").mkdir(parents=True)

    assert template_folders(here, tmp_path) == [here / "templates"]
    assert content_folder("facilitator_guides", here, tmp_path) == here / "content/facilitator_guides"


def test_content_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="recipes"):
        content_folder("recipes", tmp_path, tmp_path)
