"""A release as one file: whole, always the same, and made of text."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kithmap.glossary.model import Concept
from kithmap.layers.model import Edition, Header, LayerName, Source
from kithmap.reports.pages.releases import ReleaseReports, looks_of, release_report
from tests.glossary.support import release
from tests.support.installation import HOSTILE, Installation
from tests.support.layers import HEADER, RELEASE
from tests.support.reports import built_reports, hostile_glossary, hostile_release, policy_in


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return built_reports(tmp_path, monkeypatch)


def text_of(made: bytes) -> str:
    return made.decode()


def test_the_same_release_gives_the_same_bytes() -> None:
    assert release_report(RELEASE) == release_report(RELEASE)


def test_it_tells_what_stands_in_the_release() -> None:
    text = text_of(release_report(RELEASE))
    for told in (
        "Oakham, Baseline: community map, version 1.0.0",
        "Victoria Hall",
        "We found each other.",
        "anyone with a dog",
        "Every week; Up to 10; Everyone",
        "Its author gave it to the people in the room alone.",
        "1 text left out",
        "2 counts left empty because they were of fewer than 10 people",
        "Creative Commons Attribution 4.0 International",
        "Voluntary Action Oakham and Oakham Town Council (2026)",
        "Residents of Oakham with Voluntary Action Oakham, CC BY 4.0",
        "11 May 2026",
        "No fixed place",
    ):
        assert told in text, told


def test_each_edition_says_for_whom_it_is() -> None:
    assert "please do not pass it on" in text_of(release_report(RELEASE))
    public = text_of(release_report(replace(RELEASE, edition=Edition.PUBLIC)))
    assert "please do not pass it on" not in public
    assert "For everyone." in public


def test_the_words_of_the_glossary_stand_in_it() -> None:
    words = release(Concept("kith", {"en": "Kith"}, {"en": "Those one knows."}))
    text = text_of(release_report(RELEASE, glossary=words))
    assert "Words people agreed on" in text
    assert "Those one knows." in text
    assert "Words people agreed on" not in text_of(release_report(RELEASE))


def test_a_kind_below_one_of_the_six_looks_like_it() -> None:
    words = release(
        Concept("exchange", {"en": "Shop"}, {"en": "x"}),
        Concept("pub", {"en": "Pub"}, {"en": "x"}, broader=("exchange",)),
    )
    assert looks_of(words, "en")["pub"] == "exchange"


def test_whatever_people_wrote_is_text() -> None:
    text = text_of(release_report(hostile_release(), glossary=hostile_glossary()))
    assert HOSTILE not in text
    assert "<script>alert" not in text
    assert text.count("<script>") == text.count("</script>") == 2
    assert text.count("</title>") == 1
    assert "49" not in re.sub(r"\d{3,}", "", text.split("<main")[1].split("<svg")[0])


def test_it_asks_nobody_for_anything() -> None:
    text = text_of(release_report(RELEASE))
    assert policy_in(text).startswith("default-src 'none'")
    assert re.findall(r"\ssrc=", text) == []
    assert "<link" not in text
    # What it leads to is what its reader asks for, and the marks that it holds itself.
    assert {each[:8] for each in re.findall(r'href="([^"]*)"', text)} <= {
        "https://",
        "#place-1",
        "#places",
        *marks(text),
    }


def marks(text: str) -> set[str]:
    return {each[:8] for each in re.findall(r'href="(#mark-[^"]*)"', text)}


def test_an_empty_release_says_so() -> None:
    text = text_of(release_report(replace(RELEASE, layers=())))
    assert "Nothing that may be shown has been placed." in text
    assert text.count("None that may be shown.") == 2


def test_a_server_writes_it_with_what_it_has(installation: Installation) -> None:
    reports = ReleaseReports(
        installation.services.database,
        lambda: installation.app.state.glossaries,
        installation.folder / "basemaps",
    )
    # The glossary that the release names is not on this server: it still has its report.
    assert reports(RELEASE) == release_report(RELEASE)
    assert HEADER.glossary is not None
    starting = installation.app.state.glossaries
    with installation.services.database.reading() as session:
        name = starting.glossaries(session)[-1]
        version = starting.newest(session, name).version
    used = replace(HEADER.glossary, name=name.name, version=version)
    named: Header = replace(HEADER, glossary=used, sources=(*HEADER.sources, Source("s", "t", HEADER.day, 1)))
    assert "Words people agreed on" in reports(replace(RELEASE, header=named)).decode()


def test_every_layer_that_people_look_at_is_in_it() -> None:
    shown = {LayerName.ASSETS, LayerName.MEETING_PLACES, LayerName.CONNECTION_TABLE}
    text = text_of(release_report(RELEASE))
    for layer in RELEASE.layers:
        if layer.name in shown:
            for feature in layer.features:
                title = feature.properties.get("title") or feature.properties["start_title"]
                assert title in text
