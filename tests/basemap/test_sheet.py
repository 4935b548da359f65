import os
import subprocess
import sys

import pytest

from kithmap.basemap.model import Theme
from kithmap.basemap.sheet import bare_tile, svg
from tests.support.basemaps import parse
from tests.support.source_tree import ROOT

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "server")}


@pytest.mark.parametrize("theme", list(Theme))
def test_a_drawing_becomes_a_document_of_the_size_asked_for(theme: Theme) -> None:
    root = parse(svg(16, theme, '<path d="M0 0"/>', 300, 200))
    assert (root.attrib["width"], root.attrib["height"]) == ("300", "200")


def test_light_and_dark_have_grounds_of_their_own() -> None:
    assert bare_tile(Theme.LIGHT) != bare_tile(Theme.DARK)


def test_serving_a_finished_map_loads_no_geometry() -> None:
    code = "import sys, kithmap.basemap.api; print(sorted({'numpy', 'shapely', 'osmium'} & set(sys.modules)))"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT
    )
    assert told.stdout.strip() == "[]"
