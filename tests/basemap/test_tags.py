from kithmap.basemap.lettering import LETTERING
from kithmap.basemap.style import GROUNDS_FROM, WIDTHS
from kithmap.basemap.tags import CIVIC, GROUNDS, KEYS, LINES, PLACES, POINTS, RANKS


def kinds_of(table: dict[str, dict[str, object]]) -> set[object]:
    return {kind for kinds in table.values() for kind in kinds.values()}


def test_every_key_of_a_table_is_asked_for() -> None:
    assert {*LINES, *GROUNDS, *POINTS, "place", "shop", "craft", "office"} <= set(KEYS)


def test_every_line_has_a_width_and_every_ground_a_place_in_the_stack() -> None:
    assert kinds_of({**LINES}) <= set(WIDTHS)  # type: ignore[dict-item]
    assert kinds_of({**GROUNDS}) <= set(GROUNDS_FROM)  # type: ignore[dict-item]


def test_every_named_spot_has_its_lettering() -> None:
    assert kinds_of({**POINTS}) <= set(LETTERING)  # type: ignore[dict-item]
    assert {kind for kind, _ in PLACES.values()} <= set(LETTERING)
    assert set(LETTERING) >= CIVIC


def test_ranked_values_are_values_of_a_table() -> None:
    values = {value for kinds in POINTS.values() for value in kinds}
    assert set(RANKS) - values == {"supermarket"}
