import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basemap import classify
from kithmap.basemap.classify import Tags
from kithmap.basemap.model import Kind, Level
from kithmap.basemap.tags import KEYS


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"highway": "motorway_link"}, Kind.MOTORWAY),
        ({"highway": "trunk"}, Kind.PRIMARY),
        ({"highway": "residential"}, Kind.MINOR),
        ({"highway": "service"}, Kind.SERVICE),
        ({"highway": "service", "service": "driveway"}, None),
        ({"highway": "footway"}, Kind.PATH),
        ({"highway": "footway", "footway": "sidewalk"}, None),
        ({"highway": "pedestrian", "area": "yes"}, None),
        ({"highway": "proposed"}, None),
        ({"railway": "rail"}, Kind.RAIL),
        ({"railway": "rail", "service": "siding"}, Kind.TRAM),
        ({"railway": "abandoned"}, None),
        ({"waterway": "canal"}, Kind.RIVER),
        ({"waterway": "stream", "tunnel": "culvert"}, None),
        ({"power": "line"}, None),
    ],
)
def test_lines(tags: Tags, kind: Kind | None) -> None:
    meaning = classify.line(tags)
    assert (meaning and meaning.kind) == kind


@pytest.mark.parametrize(
    ("tags", "level"),
    [
        ({"highway": "primary"}, Level.GROUND),
        ({"highway": "primary", "bridge": "yes"}, Level.BRIDGE),
        ({"railway": "rail", "bridge": "viaduct"}, Level.BRIDGE),
        ({"railway": "rail", "tunnel": "yes"}, Level.TUNNEL),
        ({"highway": "service", "tunnel": "building_passage"}, Level.GROUND),
        ({"highway": "primary", "bridge": "no", "tunnel": "no"}, Level.GROUND),
    ],
)
def test_levels(tags: Tags, level: Level) -> None:
    meaning = classify.line(tags)
    assert meaning is not None
    assert meaning.level is level


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"building": "yes"}, Kind.BUILDING),
        ({"building": "no"}, None),
        ({"building": "demolished"}, None),
        ({"building": "yes", "amenity": "library", "name": "County Library"}, Kind.CIVIC),
        ({"building": "church", "name": "All Saints"}, Kind.CIVIC),
        ({"building": "yes", "shop": "bakery", "name": "Oven"}, Kind.BUILDING),
        ({"landuse": "allotments"}, Kind.ALLOTMENTS),
        ({"natural": "water"}, Kind.WATER),
        ({"leisure": "pitch"}, Kind.PITCH),
        ({"amenity": "school", "name": "Catmose"}, Kind.GROUNDS),
        ({"highway": "pedestrian", "area": "yes", "name": "Market Place"}, Kind.SQUARE),
        ({"highway": "pedestrian"}, None),
        ({"landuse": "farmland"}, None),
    ],
)
def test_grounds(tags: Tags, kind: Kind | None) -> None:
    meaning = classify.ground(tags)
    assert (meaning and meaning.kind) == kind


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"place": "town", "name": "Oakham"}, Kind.TOWN),
        ({"place": "suburb", "name": "Southgate"}, Kind.SUBURB),
        ({"place": "locality", "name": "Three Gates"}, Kind.LOCALITY),
        ({"place": "ocean", "name": "Atlantic"}, None),
        ({"amenity": "community_centre", "name": "Victoria Hall"}, Kind.HALL),
        ({"amenity": "community_centre"}, None),
        ({"amenity": "pub", "name": "The Wheatsheaf", "disused": "yes"}, None),
        ({"amenity": "place_of_worship", "name": "All Saints"}, Kind.WORSHIP),
        ({"railway": "station", "name": "Oakham"}, Kind.STATION),
        ({"shop": "bakery", "name": "Oven"}, Kind.SHOP),
        ({"shop": "no", "name": "Oven"}, None),
        ({"natural": "tree"}, Kind.TREE),
        ({"amenity": "bench", "name": "Ann's bench"}, None),
    ],
)
def test_points(tags: Tags, kind: Kind | None) -> None:
    meaning = classify.point(tags)
    assert (meaning and meaning.kind) == kind


def test_a_main_road_without_a_name_shows_its_number() -> None:
    meaning = classify.line({"highway": "trunk", "ref": "A606"})
    assert meaning is not None
    assert meaning.name == "A606"


def test_the_larger_of_two_towns_is_named_first() -> None:
    large = classify.point({"place": "town", "name": "A", "population": "25,000"})
    small = classify.point({"place": "town", "name": "B", "population": "about 900"})
    city = classify.point({"place": "city", "name": "C"})
    assert large is not None
    assert small is not None
    assert city is not None
    assert small.rank < large.rank < city.rank


tag_values = st.text(max_size=120) | st.sampled_from(["yes", "no", "residential", "water", "station"])


@given(st.dictionaries(st.sampled_from([*KEYS, "name", "ref", "population", "area", "bridge"]), tag_values))
def test_any_tags_have_a_meaning_or_none_and_names_are_one_printable_line(tags: dict[str, str]) -> None:
    for meaning in (classify.line(tags), classify.ground(tags), classify.point(tags)):
        if meaning is not None:
            assert meaning.name.isprintable()
            assert len(meaning.name) <= classify.MAX_NAME
            assert meaning.name == meaning.name.strip()
