"""The marks of kinds are the same on paper as on the pages."""

import re
import xml.etree.ElementTree as ET

from kithmap.reports.drawings import ICONS, SHAPES, symbols
from kithmap.reports.model import Look
from tests.support.running_kithmap import ROOT


def drawn(table: str) -> dict[str, str]:
    text = (ROOT / "frontend" / "shared_map" / "kinds_drawings.ts").read_text(encoding="utf-8")
    inside = text.split(f"export const {table}")[1].split("};")[0]
    return dict(re.findall(r'(\w+):\s*"([^"]+)"', inside))


def test_shapes_and_icons_are_those_of_the_pages() -> None:
    ours = {look.value: path for look, path in SHAPES.items() if look is not Look.OTHER}
    assert ours == drawn("KIND_SHAPES")
    assert {look.value: path for look, path in ICONS.items()} == drawn("KIND_ICONS")


def test_a_look_is_drawn_once_however_often_it_is_named() -> None:
    root = ET.fromstring(f"<svg>{symbols([Look.EXCHANGE, Look.OTHER, Look.EXCHANGE])}</svg>")
    assert [each.get("id") for each in root] == ["mark-exchange", "mark-other"]
