"""Lock files name what is installed, by version and hash, and leave open where it is fetched from."""

import json
import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.source_tree import ROOT

ADDRESS = re.compile(r'"resolved"|index-url|find-links|\b(?:https?|file|git)://| @ ')


@pytest.fixture(scope="module")
def locked() -> dict[str, str]:
    """Versions by name in the lock of the server's packages."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.+!]+)", text, re.MULTILINE))


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """What `pyproject.toml` says of the project."""
    said: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return said


def test_the_servers_lock_holds_no_address() -> None:
    assert not ADDRESS.search((ROOT / "requirements.lock").read_text(encoding="utf-8"))


def test_the_pages_lock_holds_no_address_of_a_package() -> None:
    packages = json.loads((ROOT / "frontend/package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_every_locked_package_has_its_hashes(locked: dict[str, str]) -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE)) >= len(locked)
    assert [entry.partition(" ")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_holds_what_the_project_asks_for(locked: dict[str, str], project: dict[str, Any]) -> None:
    wanted = map(Requirement, project["dependencies"] + project["optional-dependencies"]["postgresql"])
    assert [
        str(requirement)
        for requirement in wanted
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0"))
    ] == []
