import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from kithmap.basemap import classify
from kithmap.basemap.build import tile_box
from kithmap.basemap.model import Kind
from kithmap.basemap.names import Curved, PlacedName, Spot, Straight, write

BOX = tile_box(0, 0)
SETTINGS: list[Spot | Straight | Curved] = [
    Spot(50, 60, dot=(50, 40)),
    Straight(50, 60, -12.5),
    Curved(((10, 10), (60, 20), (110, 10))),
]


def written(name: PlacedName, column: int = 0) -> ET.Element:
    return ET.fromstring(f"<svg>{write([name], tile_box(column, 0))}</svg>")


@given(st.text(max_size=90), st.sampled_from(SETTINGS))
def test_any_name_that_a_map_may_hold_is_written_as_it_is(
    text: str, setting: Spot | Straight | Curved
) -> None:
    meaning = classify.line({"highway": "residential", "name": text})
    assert meaning is not None
    root = written(PlacedName(Kind.MINOR, (meaning.name,), setting, ()))
    assert "".join(root.itertext()) == meaning.name


def test_markup_in_a_name_is_text() -> None:
    hostile = "</text><script>alert(1)</script>&\"'"
    for setting in SETTINGS:
        root = written(PlacedName(Kind.MINOR, (hostile,), setting, ()))
        assert "".join(root.itertext()) == hostile
        assert "script" not in {element.tag for element in root.iter()}


def test_a_name_across_a_joint_stands_at_one_place_in_both_tiles() -> None:
    name = PlacedName(Kind.MINOR, ("Church Lane",), Straight(511.3, 60.1, 0.0), ())
    here, there = (written(name, column)[0].attrib["transform"] for column in (0, 1))
    assert here == "translate(2045 240)rotate(0.0)"
    assert there == f"translate({2045 - 2048} 240)rotate(0.0)"


def test_lines_of_a_name_stand_below_each_other() -> None:
    root = written(PlacedName(Kind.HALL, ("Jubilee", "Hall"), Spot(50, 60), ()))
    first, second = (int(line.attrib["y"]) for line in root[0])
    assert second > first


def test_names_of_one_tile_have_base_lines_of_their_own() -> None:
    name = PlacedName(Kind.MINOR, ("Church Lane",), SETTINGS[2], ())
    root = ET.fromstring(f"<svg>{write([name, name], BOX)}</svg>")
    ids = [element.attrib["id"] for element in root if "id" in element.attrib]
    references = [element.attrib["href"] for element in root.iter("textPath")]
    assert references == [f"#{one}" for one in ids]
    assert len(set(ids)) == 2
