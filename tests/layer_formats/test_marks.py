import re

import pytest

from kithmap.layer_formats.marks import LINES, MARKS, MEETING_PLACE, OTHER, mark_of
from kithmap.layers.model import LayerName
from tests.support.source_tree import ROOT

TOKENS = (ROOT / "frontend" / "base" / "tokens.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "colour"),
    [*((kind, mark.colour) for kind, mark in MARKS.items()), ("meeting_place", MEETING_PLACE.colour)],
)
def test_a_kind_has_the_colour_of_our_own_maps_by_day(kind: str, colour: str) -> None:
    by_day = re.search(rf"--kind-{kind}: (#[0-9a-f]{{6}});", TOKENS)
    assert by_day is not None
    assert by_day[1] == colour


def test_a_kind_of_an_areas_own_is_drawn_too() -> None:
    assert mark_of(LayerName.ASSETS, "our_own") is OTHER
    assert mark_of(LayerName.ASSETS, "exchange") is MARKS["exchange"]
    assert mark_of(LayerName.MEETING_PLACES, None) is MEETING_PLACE
    assert mark_of(LayerName.BOUNDARY, None).colour == LINES[LayerName.BOUNDARY]


def test_kinds_are_told_apart_without_colour() -> None:
    shapes = [mark.shape for mark in (*MARKS.values(), MEETING_PLACE)]
    assert len(set(shapes)) == len(shapes)
