"""The map's script: always the same, nothing from elsewhere, and nobody's words as markup."""

import re
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kithmap.layers.model import Layer, LayerName
from kithmap.reports.folium_map import map_script
from kithmap.reports.mapped import mapped
from kithmap.reports.model import Ground, MapWords
from tests.support.installation import HOSTILE
from tests.support.layers import HALL, RELEASE

WORDS = MapWords("Zoom in", "Zoom out", "Shown", "Close", "Table")
GROUND = Ground("data:image/svg+xml,<svg/>", (-0.8, 52.6, -0.6, 52.75), "© Test")


def script(*layers: Layer, ground: Ground | None = None) -> str:
    made = map_script(mapped(layers or RELEASE.layers, {}), ground, WORDS)
    assert made is not None
    return made


def test_the_same_map_has_the_same_script() -> None:
    assert script(ground=GROUND) == script(ground=GROUND)
    assert not re.search(r"[0-9a-f]{16}", script(ground=GROUND))


def test_it_names_no_address() -> None:
    assert "//" not in script(ground=GROUND)


def test_the_ground_is_the_picture_that_the_page_holds() -> None:
    assert GROUND.image not in script(ground=GROUND)
    assert "kithmap.groundOf()" in script(ground=GROUND)
    assert "groundOf" not in script()


def test_titles_and_notes_are_not_in_it() -> None:
    assert "Victoria Hall" not in script()
    assert "naïve" not in script()


def test_where_nothing_lies_anywhere_there_is_no_map() -> None:
    assert map_script(mapped([], {}), None, WORDS) is None


@settings(max_examples=20, deadline=None)
@given(st.text(min_size=6))
@example(HOSTILE)
@example("{{ 7*7 }}{% for each in ().__class__.__mro__ %}{{ each }}{% endfor %}{# hidden")
def test_no_word_that_anybody_wrote_is_in_it_so_none_is_worked_out(words: str) -> None:
    row = {"title": words, "note": words, "kind_label": words, "who": words}
    wicked = replace(HALL, properties={**HALL.properties, **row})
    assert script(Layer(LayerName.ASSETS, (wicked,))) == script(Layer(LayerName.ASSETS, (HALL,)))


def test_kinds_of_one_name_are_layers_of_their_own() -> None:
    twins = [replace(HALL, id=f"t{each}", properties={**HALL.properties, "kind": each}) for each in "ab"]
    made = script(Layer(LayerName.ASSETS, tuple(twins)))
    assert [f'data-layer=\\"{number}\\"' in made for number in range(3)] == [True, True, False]


def test_connections_are_in_the_list_of_layers_where_there_are_some() -> None:
    assert 'data-layer=\\"3\\"' in script()
