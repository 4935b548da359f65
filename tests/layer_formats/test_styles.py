from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from kithmap.layer_formats.styles import (
    Kinds,
    kinds_by_shape,
    kinds_of,
    qml,
    qml_by_shape,
    sld,
    styled_shapes,
)
from kithmap.layers.model import Feature, Layer, LayerName
from kithmap.layers.schema import SCHEMAS
from kithmap.layers.shapes import Shape
from tests.support.layers import HALL, LINE, PARK, RELEASE, row

DRAWN = [layer for layer in RELEASE.layers if SCHEMAS[layer.name].geometry]
SE = "{http://www.opengis.net/se}"


def assets() -> Layer:
    layer = RELEASE.layer(LayerName.ASSETS)
    assert layer is not None
    return layer


def drawn_by(layer: Layer) -> tuple[LayerName, Kinds]:
    return layer.name, kinds_of(layer)


@pytest.mark.parametrize("layer", DRAWN, ids=lambda layer: layer.name)
@pytest.mark.parametrize("shape", Shape)
def test_a_style_is_well_formed_and_says_for_what_geometry_it_is(layer: Layer, shape: Shape) -> None:
    read = ET.fromstring(qml(*drawn_by(layer), shape))
    assert read.findtext("layerGeometryType") == {"points": "0", "lines": "1", "outlines": "2"}[shape]
    symbols = read.findall("renderer-v2/symbols/symbol")
    assert {symbol.get("type") for symbol in symbols} == {
        {"points": "marker", "lines": "line", "outlines": "fill"}[shape]
    }
    ET.fromstring(sld(*drawn_by(layer), shape))


def test_each_kind_has_its_mark_and_what_is_new_has_one_too() -> None:
    read = ET.fromstring(qml(*drawn_by(assets()), Shape.POINTS))
    categories = read.findall("renderer-v2/categories/category")
    assert [each.get("value") for each in categories] == ["physical_place", "story_or_culture", ""]
    names = {symbol.get("name") for symbol in read.findall("renderer-v2/symbols/symbol")}
    assert {each.get("symbol") for each in categories} == names
    rules = ET.fromstring(sld(*drawn_by(assets()), Shape.POINTS)).iter(f"{SE}Rule")
    assert [rule.findtext(f"{SE}Name") for rule in rules] == [
        "A place or space",
        "A story or custom",
        "Other",
    ]


def test_where_there_are_several_types_of_geometry_each_kind_is_drawn_by_the_type_that_it_has() -> None:
    story = replace(HALL, id="s", geometry=LINE, properties={**HALL.properties, "kind": "story's"})
    layer = Layer(LayerName.ASSETS, (HALL, replace(HALL, id="p", geometry=PARK), story))
    read = ET.fromstring(qml_by_shape(layer.name, kinds_by_shape(layer))).find("renderer-v2")
    assert read is not None
    types = {each.get("name"): each.get("type") for each in read.findall("symbols/symbol")}
    drawn = {
        group.get("filter"): {rule.get("filter"): types[rule.get("symbol")] for rule in group}
        for group in read.findall("rules/rule")
    }
    place = "\"kind\" = 'physical_place'"
    assert drawn == {
        "geometry_type($geometry) = 'Point'": {place: "marker", "ELSE": "marker"},
        "geometry_type($geometry) = 'Line'": {"\"kind\" = 'story''s'": "line", "ELSE": "line"},
        "geometry_type($geometry) = 'Polygon'": {place: "fill", "ELSE": "fill"},
    }


def test_a_layer_without_kinds_is_drawn_alike_type_by_type() -> None:
    layer = Layer(LayerName.BOUNDARY, (replace(HALL, geometry=PARK), replace(HALL, id="b", geometry=LINE)))
    read = ET.fromstring(qml_by_shape(layer.name, kinds_by_shape(layer)))
    assert [each.get("filter") for each in read.iter("rule")] == [
        "geometry_type($geometry) = 'Line'",
        "",
        "geometry_type($geometry) = 'Polygon'",
        "",
    ]


def test_words_of_a_kind_are_text_and_nothing_else() -> None:
    hostile = '"/><script>&'
    layer = Layer(
        LayerName.ASSETS,
        (replace(HALL, properties={**HALL.properties, "kind": hostile, "kind_label": hostile}),),
    )
    assert kinds_of(layer)[0][:2] == (hostile, hostile)
    category = ET.fromstring(qml(*drawn_by(layer), Shape.POINTS)).find("renderer-v2/categories/category")
    assert category is not None
    assert (category.get("value"), category.get("label")) == (hostile, hostile)
    literal = ET.fromstring(sld(*drawn_by(layer), Shape.POINTS)).find(
        ".//{http://www.opengis.net/ogc}Literal"
    )
    assert literal is not None
    assert literal.text == hostile


def test_an_outline_of_an_area_hides_nothing() -> None:
    boundary = Layer(
        LayerName.BOUNDARY, (Feature("a", None, row(LayerName.BOUNDARY, name="a", programme="b", wave="c")),)
    )
    assert 'name="style" value="no"' in qml(*drawn_by(boundary), Shape.OUTLINES)
    assert "fill" not in sld(*drawn_by(boundary), Shape.OUTLINES)


def test_layers_have_styles_for_what_they_may_hold() -> None:
    assert styled_shapes(LayerName.ASSETS) == [Shape.POINTS, Shape.LINES, Shape.OUTLINES]
    assert styled_shapes(LayerName.BOUNDARY) == [Shape.OUTLINES]
    assert styled_shapes(LayerName.CONNECTION_TABLE) == []
