"""How layers are drawn by QGIS and by programs that read styled layers: each kind in its colour and by its own mark.

Source: the style files that QGIS 3 writes (QML), and OGC Symbology Encoding 1.1 in Styled Layer Descriptor 1.1. Where a layer has several
types of geometry, QGIS makes a layer of its own of each, and gives all of them the one style that is the default: that has rules for each type.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from xml.sax.saxutils import quoteattr

from kithmap.layer_formats.marks import OTHER, Mark, mark_of
from kithmap.layer_formats.xml_words import tag, text
from kithmap.layers.model import Feature, Layer, LayerName
from kithmap.layers.schema import SCHEMAS
from kithmap.layers.shapes import OF_GEOMETRY, Shape

NUMBER = {Shape.POINTS: 0, Shape.LINES: 1, Shape.OUTLINES: 2}
"""As QGIS numbers types of geometry."""
OF_TYPE = {Shape.POINTS: "Point", Shape.LINES: "Line", Shape.OUTLINES: "Polygon"}
"""As QGIS's ``geometry_type`` calls them."""
SYMBOL = {Shape.POINTS: "marker", Shape.LINES: "line", Shape.OUTLINES: "fill"}
PIN_MM, LINE_MM = 4.0, 0.7
PIN_PX, LINE_PX = 14, 2
SEE_THROUGH = 64
"""Of 255: what an outline holds can still be seen."""

OUTLINED_ONLY = frozenset({LayerName.BOUNDARY, LayerName.STATISTICAL_AREAS})


def styled_shapes(name: LayerName) -> list[Shape]:
    """Return for which shapes a layer has styles, that of most features first."""
    may_be = {OF_GEOMETRY[each] for each in SCHEMAS[name].geometry}
    return [each for each in Shape if each in may_be]


Kinds = list[tuple[str, str, Mark]]
"""Each kind that a layer is drawn by: its value, what it is called, how it is drawn."""


def kinds_of(layer: Layer) -> Kinds:
    """Return the kinds of a layer's features in the order of the alphabet; empty where all are drawn alike."""
    if not SCHEMAS[layer.name].column("kind"):
        return []
    called = {feature.properties["kind"]: feature.properties["kind_label"] for feature in layer.features}
    return [(kind, called[kind], mark_of(layer.name, kind)) for kind in sorted(called)]


def kinds_by_shape(layer: Layer) -> Mapping[Shape, Kinds]:
    """Return the shapes that a layer's features have, and the kinds of those that have it."""
    found: dict[Shape, list[Feature]] = {}
    for feature in layer.features:
        if feature.geometry is not None:
            found.setdefault(OF_GEOMETRY[feature.geometry["type"]], []).append(feature)
    return {each: kinds_of(replace(layer, features=tuple(found[each]))) for each in Shape if each in found}


def qml(layer: LayerName, kinds: Kinds, shape: Shape) -> str:
    """Return a layer's style for QGIS; see :func:`kinds_of`."""
    marks = [mark for _, _, mark in kinds] or [mark_of(layer, None)]
    symbols = "".join(_symbol(str(number), mark, shape, layer) for number, mark in enumerate(marks))
    # An empty value stands for whatever is in no other category.
    other = _symbol(str(len(kinds)), OTHER, shape, layer) if kinds else ""
    categories = "".join(
        f'<category symbol="{number}" value={quoteattr(value)} label={quoteattr(label)} render="true"/>'
        for number, (value, label, _) in enumerate([*kinds, ("", "Other", OTHER)])
    )
    kind = 'type="categorizedSymbol" attr="kind"' if kinds else 'type="singleSymbol"'
    drawing = (
        f"{f'<categories>{categories}</categories>' if kinds else ''}<symbols>{symbols}{other}</symbols>"
    )
    return _qgis_style(kind, drawing, f"<layerGeometryType>{NUMBER[shape]}</layerGeometryType>")


def qml_by_shape(layer: LayerName, kinds: Mapping[Shape, Kinds]) -> str:
    """Return a style for QGIS that draws features of whatever shape; see :func:`kinds_by_shape`."""
    groups, symbols = "", ""
    number = count(0)
    for shape, own in kinds.items():
        rules = ""
        for label, which, mark in _told_apart(layer, own):
            name = str(next(number))
            rules += (
                f'<rule key="{name}" symbol="{name}" label={quoteattr(label)} filter={quoteattr(which)}/>'
            )
            symbols += _symbol(name, mark, shape, layer)
        is_type = quoteattr(f"geometry_type($geometry) = '{OF_TYPE[shape]}'")
        groups += f'<rule key="{shape}" label="{shape.capitalize()}" filter={is_type}>{rules}</rule>'
    drawing = f'<rules key="all">{groups}</rules><symbols>{symbols}</symbols>'
    return _qgis_style('type="RuleRenderer"', drawing)


def _told_apart(layer: LayerName, kinds: Kinds) -> list[tuple[str, str, Mark]]:
    """Return what is drawn in a way of its own: what it is called, QGIS's expression for it, its mark."""
    if not kinds:
        return [(SCHEMAS[layer].title, "", mark_of(layer, None))]
    return [*((label, _is_kind(value), mark) for value, label, mark in kinds), ("Other", "ELSE", OTHER)]


def _is_kind(value: str) -> str:
    """Return QGIS's expression for features of a kind."""
    written = value.replace("\\", "\\\\").replace("'", "''")
    return f"\"kind\" = '{written}'"


def _qgis_style(kind: str, drawing: str, only: str = "") -> str:
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        '<qgis version="3.28.0" styleCategories="Symbology">'
        f'<renderer-v2 {kind} symbollevels="0" enableorderby="0" forceraster="0">{drawing}</renderer-v2>'
        f"<layerOpacity>1</layerOpacity>{only}</qgis>"
    )


def _symbol(name: str, mark: Mark, shape: Shape, layer: LayerName) -> str:
    kind, said = _qgis(mark, shape, layer)
    options = "".join(f'<Option type="QString" name="{key}" value="{value}"/>' for key, value in said.items())
    return (
        f'<symbol type="{SYMBOL[shape]}" name="{name}" alpha="1" clip_to_extent="1" force_rhr="0">'
        f'<layer class="{kind}" enabled="1" locked="0" pass="0"><Option type="Map">{options}</Option></layer></symbol>'
    )


def _qgis(mark: Mark, shape: Shape, layer: LayerName) -> tuple[str, dict[str, str]]:
    solid = _rgba(mark.colour, 255)
    if shape is Shape.POINTS:
        return "SimpleMarker", {
            "name": mark.shape, "color": solid, "outline_color": "255,255,255,255", "outline_width": "0.4",
            "outline_width_unit": "MM", "size": str(PIN_MM), "size_unit": "MM",
        }  # fmt: skip
    if shape is Shape.LINES:
        return "SimpleLine", {"line_color": solid, "line_width": str(LINE_MM), "line_width_unit": "MM"}
    return "SimpleFill", {
        "color": _rgba(mark.colour, SEE_THROUGH), "style": "no" if layer in OUTLINED_ONLY else "solid",
        "outline_color": solid, "outline_width": str(LINE_MM), "outline_width_unit": "MM",
    }  # fmt: skip


def _rgba(colour: str, opacity: int) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red},{green},{blue},{opacity}"


def sld(layer: LayerName, kinds: Kinds, shape: Shape) -> str:
    """Return a layer's style as a styled layer descriptor; see :func:`kinds_of`."""
    rules = "".join(_rule(layer, shape, *kind) for kind in kinds)
    last = _rule(layer, shape, None, "Other" if kinds else SCHEMAS[layer].title,
                 OTHER if kinds else mark_of(layer, None))  # fmt: skip
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" '
        'xmlns:ogc="http://www.opengis.net/ogc"><NamedLayer>'
        f"<se:Name>{layer.value}</se:Name><UserStyle><se:Name>{layer.value}</se:Name>"
        f"<se:FeatureTypeStyle>{rules}{last}</se:FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>"
    )


def _rule(layer: LayerName, shape: Shape, kind: str | None, title: str, mark: Mark) -> str:
    which = "<se:ElseFilter/>" if layer is LayerName.ASSETS else ""
    if kind is not None:
        which = (
            "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName>"
            f"{tag('ogc:Literal', kind)}</ogc:PropertyIsEqualTo></ogc:Filter>"
        )
    return (
        f"<se:Rule>{tag('se:Name', title)}<se:Description>{tag('se:Title', title)}</se:Description>{which}"
        f"{''.join(_symbolizer(layer, shape, mark))}</se:Rule>"
    )


def _symbolizer(layer: LayerName, shape: Shape, mark: Mark) -> Iterator[str]:
    fill = f"<se:Fill>{_parameter('fill', mark.colour)}"
    stroke = (
        f"<se:Stroke>{_parameter('stroke', mark.colour)}{_parameter('stroke-width', LINE_PX)}</se:Stroke>"
    )
    if shape is Shape.POINTS:
        white = f"<se:Stroke>{_parameter('stroke', '#ffffff')}{_parameter('stroke-width', 1)}</se:Stroke>"
        yield f"<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>{mark.plain_shape}</se:WellKnownName>"
        yield f"{fill}</se:Fill>{white}</se:Mark><se:Size>{PIN_PX}</se:Size></se:Graphic></se:PointSymbolizer>"
    elif shape is Shape.LINES:
        yield f"<se:LineSymbolizer>{stroke}</se:LineSymbolizer>"
    else:
        inside = f"{fill}{_parameter('fill-opacity', SEE_THROUGH / 255)}</se:Fill>"
        yield f"<se:PolygonSymbolizer>{'' if layer in OUTLINED_ONLY else inside}{stroke}</se:PolygonSymbolizer>"


def _parameter(name: str, value: object) -> str:
    return f'<se:SvgParameter name="{name}">{text(f"{value}")}</se:SvgParameter>'
