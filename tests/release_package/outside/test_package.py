"""What others' programs say of the package and of the citation file."""

import hashlib
import json
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary.access import Library
from kithmap.layers.model import LICENCES, Edition
from kithmap.release_package.api.making import Making
from kithmap.release_package.citation import citation_file
from kithmap.release_package.files import ReleaseFiles
from kithmap.web.assets import content_folder
from tests.glossary.outside.programs import ENVIRONMENT, frictionless
from tests.release_package.published import published
from tests.support.installation import Installation
from tests.support.layers import HEADER
from tests.support.needs import missing

pytestmark = pytest.mark.checkers

DECISIONS = "workshops/decisions.csv"
ASSETS = "layers/oakham-baseline-1.0.0-partners-assets.csv"
GEOJSON = "layers/oakham-baseline-1.0.0-partners-assets.geojson"


@pytest.fixture
def package(installation: Installation, tmp_path: Path) -> Path:
    """The folder of an unpacked package of the partners' edition, which has hostile words in it."""
    found = published(installation)
    library = Library(content_folder("indicator_glossary"))
    files = ReleaseFiles(tmp_path / "made")
    making = Making(
        installation.services.database, library, files, lambda _: b"", found.release, Edition.PARTNERS
    )
    (path,) = making.make("package")
    folder = tmp_path / "package"
    with zipfile.ZipFile(path) as packed:
        packed.extractall(folder)
    return folder


def test_every_file_is_what_the_descriptor_says(package: Path) -> None:
    found = frictionless(package)
    assert found.sound, found.words
    assert "a-hall" in (package / ASSETS).read_text(encoding="utf-8")


def with_new_sums(package: Path, path: str, before: bytes, after: bytes) -> None:
    """Change a file, and the descriptor's size and checksum with it: what is left to find is what stands in it."""
    content = (package / path).read_bytes()
    assert before in content
    changed = content.replace(before, after)
    (package / path).write_bytes(changed)
    told: dict[str, Any] = json.loads((package / "datapackage.json").read_bytes())
    for each in told["resources"]:
        if each["path"] == path:
            each |= {"bytes": len(changed), "hash": f"sha256:{hashlib.sha256(changed).hexdigest()}"}
    (package / "datapackage.json").write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "before", "after", "told"),
    [
        (ASSETS, b",exact,0,", b",exact,near,", "type"),
        (ASSETS, b",exact,0,", b",roughly,0,", "constraint"),
        (ASSETS, b"\r\nb-park,", b"\r\na-hall,", "primary-key"),
        (DECISIONS, b",adopted,", b",carried,", "constraint"),
        ("workshops/reflections.csv", b"\r\n0", b"\r\n9", "foreign-key"),
    ],
)
def test_a_table_that_holds_something_else_is_refused(
    package: Path, path: str, before: bytes, after: bytes, told: str
) -> None:
    with_new_sums(package, path, before, after)
    found = frictionless(package)
    assert not found.sound
    assert told in found.words


@pytest.mark.parametrize(
    "path", [GEOJSON, ASSETS, "glossary/concepts.csv", "layers/oakham-baseline-1.0.0-partners.gpkg"]
)
def test_a_file_of_which_one_byte_is_another_is_refused(package: Path, path: str) -> None:
    content = bytearray((package / path).read_bytes())
    content[len(content) // 2] ^= 1
    (package / path).write_bytes(content)
    assert not frictionless(package).sound
    sums = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"],
        cwd=package,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (sums.returncode, path in sums.stdout) == (1, True)


def test_sha256sum_finds_every_file_as_it_was(package: Path) -> None:
    checked = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=package, capture_output=True, text=True, check=True
    )
    every = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    assert {line.removesuffix(": OK") for line in checked.stdout.splitlines()} == every - {"SHA256SUMS"}


@lru_cache
def citation_schema() -> dict[str, Any]:
    """Return the schema of citation files by those who made the format, as cffconvert brings it along."""
    found = next(ENVIRONMENT.rglob("cffconvert/schemas/1.2.0/schema.json"), None)
    if found is None:
        missing("The schema of citation files was not found", "Install it with: make checkers")
    schema: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
    return schema


def as_read(text: str) -> Any:
    """Return what stands in a citation file: days stay words, as the schema wants them."""
    return yaml.load(text, yaml.BaseLoader)


@given(
    note=st.text(max_size=40),
    creators=st.lists(st.text(min_size=1, max_size=20), max_size=3).map(tuple),
    licence=st.sampled_from(LICENCES[:2]),
)
def test_a_citation_file_is_what_its_schema_says(note: str, creators: tuple[str, ...], licence: Any) -> None:
    written = citation_file(replace(HEADER, note=note, creators=creators, licence=licence))
    jsonschema_rs.validate(citation_schema(), as_read(written))


def lose_title(told: dict[str, Any]) -> None:
    del told["title"]


def name_no_author(told: dict[str, Any]) -> None:
    told["authors"] = []


def name_no_licence(told: dict[str, Any]) -> None:
    told["license"] = "mine"


@pytest.mark.parametrize("spoil", [lose_title, name_no_author, name_no_licence])
def test_a_citation_file_that_says_too_little_is_refused(spoil: Callable[[dict[str, Any]], None]) -> None:
    told = as_read(citation_file(HEADER))
    spoil(told)
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(citation_schema(), told)


@pytest.mark.parametrize("licence", LICENCES, ids=lambda licence: licence.id)
def test_every_licence_that_may_be_chosen_is_one_that_citation_files_know(licence: Any) -> None:
    jsonschema_rs.validate(citation_schema(), as_read(citation_file(replace(HEADER, licence=licence))))
