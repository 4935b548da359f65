"""What others' programs say of the starting glossary, of releases that a room made, and of vocabularies that are not sound."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kithmap.glossary.model import Concept, Release
from kithmap.glossary.skos import Format, as_skos
from tests.glossary.outside.programs import Judgement, labelled, semanticlint, skosify, vocpub, vp4cat
from tests.glossary.outside.rooms import RELEASES
from tests.glossary.support import concept, release

pytestmark = pytest.mark.checkers

Checker = Callable[[Path], Judgement]

CHECKERS: list[tuple[Checker, Format, str]] = [
    (skosify, "turtle", "ttl"),
    (semanticlint, "turtle", "ttl"),
    (vocpub, "json-ld", "jsonld"),
    (vp4cat, "xml", "rdf"),
    (labelled, "turtle", "ttl"),
]
"""Each form is read by one of them; that all forms say the same is looked at below."""


def judged(
    folder: Path, checker: Checker, given: Release, form: Format = "turtle", ending: str = "ttl"
) -> Judgement:
    file = folder / f"glossary.{ending}"
    file.write_bytes(as_skos(given, form))
    return checker(file)


@pytest.mark.parametrize("name", RELEASES)
@pytest.mark.parametrize(
    ("checker", "form", "ending"), CHECKERS, ids=[checker.__name__ for checker, _, _ in CHECKERS]
)
def test_every_checker_finds_nothing_wrong(
    tmp_path: Path, name: str, checker: Checker, form: Format, ending: str
) -> None:
    found = judged(tmp_path, checker, RELEASES[name](), form, ending)
    assert found.sound, found.words


@pytest.mark.parametrize("name", RELEASES)
def test_every_form_is_the_same_graph(name: str) -> None:
    forms: tuple[Format, ...] = ("turtle", "json-ld", "xml")
    first, *others = (Graph().parse(data=as_skos(RELEASES[name](), form), format=form) for form in forms)
    assert len(first) > 100
    assert all(isomorphic(first, other) for other in others)


HUB = concept("hub")
UNSOUND: dict[str, tuple[Checker, tuple[Concept, ...]]] = {
    "a circle": (
        skosify,
        (replace(HUB, broader=("park",)), concept("park", broader=("hub",))),
    ),
    "a label that is another word too": (semanticlint, (replace(HUB, alt={"en": ("hub",)}),)),
    "no definition": (vocpub, (replace(HUB, definition={}),)),
    "no meaning in words": (vp4cat, (replace(HUB, definition={}),)),
    "no label": (labelled, (replace(HUB, label={}),)),
}


@pytest.mark.parametrize("fault", UNSOUND)
def test_every_checker_refuses_what_is_not_sound(tmp_path: Path, fault: str) -> None:
    checker, concepts = UNSOUND[fault]
    sound = judged(tmp_path, checker, release(HUB))
    assert sound.sound, sound.words
    found = judged(tmp_path, checker, release(*concepts))
    assert not found.sound
    assert "hub" in found.words
