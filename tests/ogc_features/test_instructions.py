"""The lines that people are told to type do what is said of them."""

import re
from typing import Any

import pytest
from owslib.ogcapi import REQUEST_HEADERS

from kithmap.layers.model import Edition
from tests.ogc_features.conftest import Server
from tests.support.ogc import SLUG
from tests.support.source_tree import ROOT

pytestmark = pytest.mark.processes

FOLDER = ROOT / "docs" / "gis"


def lines_for(language: str, server: Server) -> list[str]:
    """Return what is to be typed, block by block, for this server in place of the demonstration."""
    text = (FOLDER / f"{language}.md").read_text(encoding="utf-8")
    blocks: list[str] = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    return [
        block.replace("http://127.0.0.1:8000/ogc", server.address)
        .replace("tenterfields-baseline.live", SLUG)
        .replace("tenterfields-baseline", SLUG)
        for block in blocks
    ]


def test_the_lines_for_python_read_what_they_say(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITHMAP_TOKEN", server.token)
    before = dict(REQUEST_HEADERS)
    known: dict[str, Any] = {}
    for block in lines_for("python", server):
        exec(compile(block, "docs/gis/python.md", "exec"), known)
    public, partners = (
        server.editions[each].layers[0].features for each in (Edition.PUBLIC, Edition.PARTNERS)
    )
    assert len(known["assets"]) == len(public)
    assert len(known["live"]) == len(partners)
    assert known["on_the_grid"].crs.to_epsg() == 27700
    assert set(known["halls"]["kind"]) == {"physical_place"}
    assert known["found"]["numberMatched"] == 1
    assert before == REQUEST_HEADERS


@pytest.mark.parametrize("name", ["qgis", "r", "python"])
def test_no_instructions_put_a_token_into_an_address(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert not re.search(r"[?&](token|key|access_token)=", text)
    assert f"docs/gis/{name}.md" in (ROOT / "tests" / "architecture" / "test_documents.py").read_text("utf-8")
