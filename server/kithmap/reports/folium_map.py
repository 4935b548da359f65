"""The map that moves: its script, as folium writes it for Leaflet.

Of what folium writes only the script is taken. Its page, styles and addresses on other people's servers are left aside: the report
holds the library itself, and the ground as a picture. folium gives every part an id by chance, and parts of a page are told apart
by them; here each is given its own, so that the same report has the same bytes.

No word that anybody wrote is handed to folium, escaped or not: it takes what it has written for a template once more, so that a kind
called ``{{ 7*7 }}`` would be worked out on the server, and Leaflet reads names of layers as markup. The page's script takes the words,
as text, from the page, which Jinja has escaped: titles from the tables, names of kinds from the legend.

Importing this takes a second and 60 MB, for folium brings numpy and requests along: whoever makes a report imports it then.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

import folium
from branca.element import Element, Figure
from folium.raster_layers import ImageOverlay
from folium.template import Template

from kithmap.basics.geometry import positions
from kithmap.reports.model import MAP, Ground, Kind, Mapped, MapWords

Part = TypeVar("Part", bound=Element)

AROUND = 12
"""Pixels between the map's edge and what it shows."""

NEAREST = 17
"""The zoom at which a single place is shown: the streets around it."""


class _Picture(ImageOverlay):
    """The ground, from the picture that the page holds already."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.imageOverlay(kithmap.groundOf(), {{ this.bounds|tojson }}, {interactive: false});
        {% endmacro %}
        """
    )


class _Drawn(folium.MacroElement):
    """Everything that stands on the map, drawn by ``frontend/reports/report_map.ts``."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            kithmap.draw({{ this._parent.get_name() }}, [{{ this.groups|join(", ") }}], {{ this.facts|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, groups: list[str], facts: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca tells no types here
        self._name = "Drawn"
        self.groups = groups
        self.facts = facts


def map_script(mapped: Mapped, ground: Ground | None, words: MapWords) -> str | None:
    """Return the script that draws a report's map into the element `MAP`; None where nothing lies anywhere.

    It needs Leaflet as ``L`` and what ``frontend/reports/file_report.ts`` gives as ``kithmap``, runs by itself, and fetches nothing.

    Args:
        mapped: what stands on the map.
        ground: what lies under it; the page holds the picture.
        words: of the buttons.
    """
    bounds = _bounds(mapped)
    if bounds is None:
        return None
    drawn = folium.Map(
        tiles=None, zoom_control=False, attributionControl=False, zoomSnap=0.5, fadeAnimation=False
    )
    figure = Figure()
    figure.add_child(_called(drawn, MAP.removeprefix("map_")))
    if ground is not None:
        west, south, east, north = ground.bounds
        picture = _Picture("data:,", [[south, west], [north, east]], control=False)
        drawn.add_child(_called(picture, "ground"))
    groups = [folium.FeatureGroup(name=_mark(number, kind)) for number, kind in enumerate(mapped.kinds)]
    groups.append(folium.FeatureGroup(name=_line(len(groups)), control=bool(mapped.connections)))
    for number, group in enumerate(groups):
        drawn.add_child(_called(group, str(number)))
    whole = folium.FitBounds(bounds, padding=[AROUND, AROUND], max_zoom=NEAREST)
    drawn.add_child(_called(whole, "all"))
    drawn.add_child(_called(folium.LayerControl(collapsed=False), "all"))
    names = [group.get_name() for group in groups]
    drawn.add_child(_called(_Drawn(names, _facts(mapped, words)), "all"))
    figure.render()
    return figure.script.render()


def _called(part: Part, name: str) -> Part:
    """Give a part of folium's an id of its own in place of the one by chance."""
    part._id = name  # noqa: SLF001 - folium has no other way
    return part


def _mark(number: int, kind: Kind) -> str:
    """Return how a kind stands in the list of layers, without its name."""
    look = kind.look.value
    return (
        f'<svg class="kind-mark kind-{look}" viewBox="-1 -1 34 34" aria-hidden="true">'
        f'<use href="#mark-{look}"/></svg>{_name(number)}'
    )


def _line(number: int) -> str:
    return (
        '<svg class="report-legend-line" viewBox="0 0 32 28" aria-hidden="true">'
        f'<path class="report-line" d="M2 14H30"/></svg>{_name(number)}'
    )


def _name(number: int) -> str:
    """Return where the page's script writes a layer's name."""
    return f'<span data-layer="{number}"></span>'


def _bounds(mapped: Mapped) -> list[list[float]] | None:
    corners = [place.at for place in mapped.places]
    if mapped.boundary is not None:
        corners += positions(mapped.boundary)
    if not corners:
        return None
    lons, lats = zip(*corners, strict=True)
    return [[min(lats), min(lons)], [max(lats), max(lons)]]


def _facts(mapped: Mapped, words: MapWords) -> Mapping[str, Any]:
    """Return what ``frontend/reports/report_map.ts`` takes as its facts: numbers, and words of ours."""
    return {
        "looks": [kind.look.value for kind in mapped.kinds],
        "places": [[each.number, each.kind, *each.at, each.metres, each.shape] for each in mapped.places],
        "connections": [[each.number, *each.ends[0], *each.ends[1]] for each in mapped.connections],
        "boundary": mapped.boundary,
        "words": {
            "zoomIn": words.zoom_in,
            "zoomOut": words.zoom_out,
            "layers": words.layers,
            "close": words.close,
            "row": words.row,
        },
    }
