from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kithmap.basemap.build import tile_box
from kithmap.basemap.collision import around
from kithmap.basemap.labels import NameDrawer, NameIndex
from kithmap.basemap.model import MAP_ZOOMS, Feature, Kind
from kithmap.basemap.names import PlacedName
from kithmap.basemap.projection import world_pixels
from tests.support.basemaps import ground, spot, street
from tests.support.osm_scene import square

places = st.tuples(st.integers(0, 9), st.integers(0, 9))
names = st.sampled_from(
    ["High Street", "Mill Lane", "Jubilee Hall", "Oakham", "St. Mary's Church of the Fen", "A"]
)
features = st.one_of(
    st.builds(spot, st.sampled_from([Kind.TOWN, Kind.HALL, Kind.SHOP, Kind.NEIGHBOURHOOD]), names, places),
    st.builds(
        lambda kind, name, one, other: street(kind, name, one, (other[0] + 0.5, other[1] + 0.5)),
        st.sampled_from([Kind.MINOR, Kind.PRIMARY, Kind.RIVER]),
        names,
        places,
        places,
    ),
    st.builds(lambda name, corner: ground(Kind.GREEN, name, *square(corner[0], corner[1], 2)), names, places),
)


def overlap(one: PlacedName, other: PlacedName) -> bool:
    return any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a in one.boxes for b in other.boxes
    )


@settings(max_examples=60)
@given(st.lists(features, max_size=25), st.sampled_from(MAP_ZOOMS))
def test_no_two_names_overlap_at_any_zoom(scene: list[Feature], zoom: int) -> None:
    placed = NameIndex(scene).place(zoom)
    assert not any(overlap(one, other) for one, other in combinations(placed, 2))


@settings(max_examples=30)
@given(st.lists(features, max_size=12), st.randoms(use_true_random=False))
def test_the_order_in_a_file_does_not_move_the_names_of_spots(scene: list[Feature], random: object) -> None:
    spots = [feature for feature in scene if feature.kind in {Kind.TOWN, Kind.HALL, Kind.SHOP}]
    assert NameIndex(spots).place(18) == NameIndex(spots[::-1]).place(18)


def test_pieces_of_one_street_are_named_as_one() -> None:
    pieces = [street(Kind.MINOR, "Church Lane", (step / 4, 0), ((step + 1) / 4, 0)) for step in range(4)]
    assert len(NameIndex(pieces).place(18)) == 1
    assert NameIndex(pieces[:1]).place(18) == []


def test_a_hall_drawn_as_point_and_as_house_is_named_once() -> None:
    twice = [spot(Kind.HALL, "Jubilee Hall", (0, 0)), spot(Kind.HALL, "Jubilee Hall", (0.2, 0.1))]
    assert len(NameIndex(twice).place(17)) == 1


@pytest.mark.parametrize(
    ("zoom", "shown"), [(14, {"Oakham"}), (16, {"Jubilee", "Hall"}), (18, {"Jubilee", "Hall", "Oven"})]
)
def test_names_come_and_go_with_the_zoom(zoom: int, shown: set[str]) -> None:
    scene = [
        spot(Kind.TOWN, "Oakham", (0, 5)),
        spot(Kind.HALL, "Jubilee Hall", (0, 0)),
        spot(Kind.SHOP, "Oven", (3, 0)),
    ]
    words = {word for name in NameIndex(scene).place(zoom) for line in name.lines for word in line.split()}
    assert words == shown


def test_the_higher_rank_gets_the_spot() -> None:
    scene = [spot(Kind.HALL, "Club", (0, 0)), spot(Kind.HALL, "Town Hall", (0, 0), rank=3)]
    assert NameIndex(scene).place(16)[0].lines == ("Town Hall",)


def test_a_name_belongs_to_every_tile_that_it_touches_and_to_no_other() -> None:
    (name,) = NameIndex([street(Kind.PRIMARY, "Great North Road", (0, 0), (3, 0))]).place(17)
    drawer = NameDrawer([name])
    left, top, right, bottom = around(name.boxes)
    columns, rows = (
        range(int(left // 512) - 1, int(right // 512) + 2),
        range(int(top // 512) - 1, int(bottom // 512) + 2),
    )
    for column in columns:
        for row in rows:
            box = tile_box(column, row)
            near = (
                box.left - 4 < right
                and left < box.right + 4
                and box.top - 4 < bottom
                and top < box.bottom + 4
            )
            touches = bool(drawer.touching(box))
            assert touches == near


def test_pixels_of_a_zoom_are_those_of_the_world() -> None:
    (name,) = NameIndex([spot(Kind.TOWN, "Oakham", (0, 0))]).place(13)
    left, _, right, _ = name.boxes[0]
    assert (left + right) / 2 == pytest.approx((-0.73 / 360 + 0.5) * world_pixels(13))
