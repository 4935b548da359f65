from random import Random

from shapely import box, unary_union

from kithmap.demo.town.countryside import CROPS, EDGE, FARMS, FIELD, SMALLEST, WOODS, fields

TAKEN = box(-800, -600, 900, 700)


def test_fields_fill_the_open_land_and_keep_off_the_town() -> None:
    drawn = [field.outline for field in fields([TAKEN], Random(1))]
    assert all(not field.intersects(TAKEN) for field in drawn)
    assert unary_union(drawn).area > (box(*EDGE).area - TAKEN.area) * 0.9


def test_fields_do_not_overlap_and_are_of_a_farmers_size() -> None:
    drawn = [field.outline for field in fields([TAKEN], Random(1))]
    assert sum(field.area for field in drawn) - unary_union(drawn).area < 1
    assert all(SMALLEST < field.area < 3 * FIELD for field in drawn)


def test_each_field_has_its_use() -> None:
    assert {field.tags["landuse"] for field in fields([TAKEN], Random(1))} == set(CROPS)


def test_the_same_seed_divides_the_land_the_same_way() -> None:
    first, second = (fields([TAKEN], Random(7)) for _ in range(2))
    assert [f.outline.wkt for f in first] == [f.outline.wkt for f in second]


def test_woods_and_farms_lie_on_the_plan() -> None:
    plan = box(*EDGE)
    assert all(plan.intersects(wood.outline) for wood in WOODS)
    assert all(plan.covers(box(*farm.centre, *farm.centre)) for farm in FARMS)
