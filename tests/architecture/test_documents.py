"""What the documents name is there."""

import re
from pathlib import Path

import pytest

from tests.support.source_tree import ROOT, SERVER

DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "NOTICE",
    "server/README.md",
    "server/DECISIONS.md",
    "docs/backup.md",
    "docs/bringing_in.md",
    "docs/first_workshop.md",
    "docs/gis/python.md",
    "docs/gis/qgis.md",
    "docs/gis/r.md",
    "docs/take_away.md",
    "facilitator_guides/README.md",
)

LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
FILE = re.compile(r"`((?:[\w.]+/)*[\w.]+/|(?:[\w.]+/)*\w+\.(?:py|ts|md|css|html))`")


def dead_links(text: str, folder: Path) -> list[str]:
    """Return the links to files that are not there, relative to the folder of the document."""
    return [link for link in LINK.findall(text) if not (folder / link).exists()]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_somewhere(name: str) -> None:
    path = ROOT / name
    assert dead_links(path.read_text(encoding="utf-8"), path.parent) == []


def test_every_file_in_the_table_of_places_is_there() -> None:
    table, _, _ = (SERVER / "README.md").read_text(encoding="utf-8").partition("## The tree")
    named = {name for row in table.splitlines() if row.startswith("| ") for name in FILE.findall(row)}
    assert len(named) > 10
    assert [
        name for name in named if not ((SERVER / "kithmap" / name).exists() or (ROOT / name).exists())
    ] == []


def test_every_folder_of_the_package_is_in_the_tree() -> None:
    tree = (SERVER / "README.md").read_text(encoding="utf-8").partition("## The tree")[2]
    folders = {path.parent.name for path in (SERVER / "kithmap").glob("*/__init__.py")}
    assert folders - set(re.findall(r"^  (\w+)/ ", tree, re.MULTILINE)) == set()


def test_every_licence_that_the_notice_names_is_there() -> None:
    licences = {path.stem.replace("-", " ") for path in (ROOT / "LICENSES").glob("*.txt")}
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert [name for name in licences if name not in notice] == []


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "here.md").touch()
    assert dead_links("[a](here.md#top) [b](gone.md) [c](https://example.org) [d](#top)", tmp_path) == [
        "gone.md"
    ]
