from random import Random

from shapely import Point, Polygon, box

from kithmap.demo.town.curves import straight
from kithmap.demo.town.mains import MAIN_ROADS
from kithmap.demo.town.plan import District, Quarter, Site, Street
from kithmap.demo.town.streets import all_streets

MEADOW = box(-3000, 1500, -2990, 1510)
"""Ground to keep off where nothing grows anyway."""


def quarter(
    streets: list[Street], *, sites: tuple[Site, ...] = (), districts: tuple[District, ...] = ()
) -> Quarter:
    return Quarter("Test", (0, 0), streets, sites, (), districts)


BYWAY = Street(straight((50, -1000), (400, -1400)), "residential", "Byway")


def test_main_roads_come_first_and_hand_drawn_streets_join_them() -> None:
    streets = all_streets([quarter([BYWAY])], MEADOW, Random(1))
    assert streets[0].name == MAIN_ROADS[0].name
    assert "Byway" in {street.name for street in streets}


def test_a_street_that_nothing_reaches_is_left_out() -> None:
    lost = Street(straight((-3200, 2500), (-3100, 2500)), "residential", "Lost Lane")
    assert "Lost Lane" not in {street.name for street in all_streets([quarter([lost])], MEADOW, Random(1))}


def test_grown_streets_have_names_and_keep_off_what_they_must() -> None:
    pond = box(200, -1330, 240, -1290)
    district = District(
        Polygon([(60, -1010), (60, -1400), (500, -1400), (500, -1010)]), "semi", "suburb", "birds"
    )
    streets = all_streets([quarter([BYWAY], districts=(district,))], pond, Random(1))
    new = [s for s in streets if s.line.within(district.outline.buffer(20)) and s.name not in ("", "Byway")]
    assert len(new) >= 4
    assert all(not street.line.intersects(pond) for street in new)


def test_paths_cross_a_park_from_the_streets_round_it() -> None:
    park = Site(box(60, -1300, 260, -1100), {"leisure": "park"}, paths=True)
    ring = Street(straight((50, -1090), (280, -1090), (280, -1310), (60, -1310)), "residential", "Park Side")
    paths = [
        s for s in all_streets([quarter([ring], sites=(park,))], MEADOW, Random(1)) if s.highway == "footway"
    ]
    assert len(paths) >= 2
    assert all(path.line.intersects(park.outline) for path in paths)
    middle = park.outline.representative_point()
    assert all(path.line.distance(Point(middle)) < 8 for path in paths)
