"""Reports in tests: without their built script, where only the page is looked at, and of people who write wicked words."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kithmap.evaluation.model import Question
from kithmap.evaluation.tally import Counts
from kithmap.glossary.adopted import Adopted
from kithmap.glossary.draft import Agreed
from kithmap.glossary.model import Concept, Decision, Release
from kithmap.guides.run_sheet import Departed
from kithmap.layers.model import Feature, Layer, ReleaseEdition
from kithmap.programme.model import Area
from kithmap.programme.representativeness import Comparison, Group
from kithmap.reports.evening import Evening, Note, Step, TakingPart
from kithmap.reports.pages import making
from kithmap.reports.pages.gathering import Told
from tests.glossary.support import release
from tests.support.installation import HOSTILE
from tests.support.layers import HEADER, RELEASE


def built_reports(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a built folder with a small script and style, which reports take from now on."""
    built = folder / "built"
    (built / "apart").mkdir(parents=True)
    (built / "apart" / "report.js").write_text('const end = "</script>";', encoding="utf-8")
    (built / "apart" / "report.css").write_text("p {}", encoding="utf-8")
    monkeypatch.setattr(making, "built_folder", lambda: built)
    return built


def policy_in(report: str) -> str:
    """Return the content security policy that a report's file names."""
    return html.unescape(re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', report)[0])


WORDS = {
    "title",
    "note",
    "kind_label",
    "who",
    "start_title",
    "end_title",
    "outcome_words",
    "provenance",
    "name",
}
"""Columns in which something stands that people wrote."""


def hostile_release(words: str = HOSTILE) -> ReleaseEdition:
    """Return a release in which whatever people write is wicked."""
    layers = tuple(
        Layer(layer.name, tuple(_wicked(each, words) for each in layer.features)) for layer in RELEASE.layers
    )
    header = replace(
        HEADER,
        area=words,
        programme=words,
        wave=words,
        note=words,
        creators=(words,),
        attribution=words,
        sources=(replace(HEADER.sources[0], title=words),),
    )
    return replace(RELEASE, header=header, layers=layers)


def hostile_glossary(words: str = HOSTILE) -> Release:
    """Return a release of a glossary in which whatever people write is wicked."""
    return release(
        Concept("kith", {"en": words}, {"en": words}, {"en": (words * 2,)}, decisions=(_decision(words),))
    )


def hostile_workshop(words: str = HOSTILE) -> Told:
    """Return what a report of a workshop tells, in which whatever people write is wicked."""
    agreed = Agreed(words, words, (words * 2,), None, (words,), _decision(words))
    return Told(
        shown=hostile_release(words),
        area=Area("a", "p", words, {}),
        glossary=hostile_glossary(words),
        adopted=Adopted((agreed,), (agreed,), (agreed,)),
        not_adopted=(agreed,),
        evening=Evening(
            TakingPart(25, 20, 15, 10, None),
            (Step(words, 10, 12), Step(words, 10, None)),
            tuple(Note(what, words, 10, 12, words) for what in Departed),
            tuple((question, Counts(8, 3, 1)) for question in Question),
            2,
        ),
        balance=[
            Comparison(
                "sex",
                (
                    Group("female", 0.5, 0.6, few=False, missing=False),
                    Group("male", 0.5, None, few=True, missing=True),
                ),
                0.1,
            )
        ],
    )


def _wicked(feature: Feature, words: str) -> Feature:
    told = {name: words if name in WORDS else value for name, value in feature.properties.items()}
    return Feature(feature.id, feature.geometry, told)


def _decision(words: str) -> Decision:
    counts = {"for": 8, "against": 2}
    return Decision("w", "i", HEADER.day, "adopted_with_dissent", counts, words, (words,), words, (words,))
