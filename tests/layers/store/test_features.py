import itertools
import random

import pytest
from sqlmodel import Session

from kithmap.glossary.model import Version
from kithmap.layers.geojson import feature_text
from kithmap.layers.model import Edition, Layer, LayerName
from kithmap.layers.store import features
from tests.layers.stored import add, points
from tests.support.layers import RELEASE

SEED = 20261123


def part_of(session: Session, layer: LayerName, edition: Edition = Edition.PARTNERS) -> int:
    """Publish the small release, and return the number of one of its layers."""
    found = features.part_number(session, add(session).id, edition.value, layer.value)
    assert found is not None
    return found


@pytest.mark.parametrize("layer", RELEASE.layers, ids=lambda each: each.name.value)
def test_lines_come_back_byte_by_byte_in_their_order(session: Session, layer: Layer) -> None:
    part = part_of(session, layer.name)
    lines = [feature_text(each) for each in layer.features]
    assert list(features.numbered(session, part)) == list(enumerate(lines, start=1))


def test_lines_go_on_behind_any_of_them(session: Session) -> None:
    part = features.part_number(
        session, add(session, Version(1, 0, 0), points(*[(0, 0)] * 25)).id, "public", "assets"
    )
    assert part is not None
    whole = list(features.numbered(session, part))
    assert len(whole) == 25
    assert list(features.numbered(session, part, limit=10)) == whole[:10]
    assert list(features.numbered(session, part, after=10, limit=10)) == whole[10:20]
    assert list(features.numbered(session, part, after=20, limit=10)) == whole[20:]
    assert list(features.numbered(session, part, after=25)) == []


@pytest.mark.parametrize("layer", RELEASE.layers, ids=lambda each: each.name.value)
def test_lines_that_the_database_joins_are_the_same_bytes_in_the_same_order(
    session: Session, layer: Layer
) -> None:
    part = part_of(session, layer.name)
    lines = [feature_text(each) for each in layer.features]
    for after, limit in itertools.product(range(5), range(1, 5)):
        some = lines[after : after + limit]
        assert features.joined(session, part, after, limit) == (len(some), b",\n".join(some))


def test_a_feature_is_found_by_its_id(session: Session) -> None:
    part = part_of(session, LayerName.ASSETS)
    assert features.line(session, part, "b-park") == feature_text(RELEASE.layers[0].features[1])
    assert features.line(session, part, "c-walk") is None


def test_a_layer_that_is_not_there_has_no_number(session: Session) -> None:
    release = add(session).id
    assert features.part_number(session, release, "public", "boundary") is None
    assert features.part_number(session, "nobody", "public", "assets") is None


def test_a_rectangle_finds_what_touches_it_and_nothing_else(session: Session) -> None:
    chance = random.Random(SEED)
    # A grid of steps, so that edges meet often.
    positions = [(chance.randint(-20, 20) / 10, chance.randint(-20, 20) / 10) for _ in range(300)]
    release = add(session, Version(1, 0, 0), points(*positions))
    # Others in the same places must not be found.
    add(session, Version(2, 0, 0), points(*positions))
    part = features.part_number(session, release.id, "partners", "assets")
    assert part is not None
    for _ in range(40):
        west, east = sorted(chance.randint(-25, 25) / 10 for _ in range(2))
        south, north = sorted(chance.randint(-25, 25) / 10 for _ in range(2))
        wanted = [
            place
            for place, (lon, lat) in enumerate(positions, start=1)
            if west <= lon <= east and south <= lat <= north
        ]
        box = (west, south, east, north)
        assert [place for place, _ in features.numbered(session, part, box)] == wanted
        assert features.count(session, part, box) == len(wanted)
        after = list(itertools.islice(features.numbered(session, part, box, after=100, limit=3), 5))
        assert [place for place, _ in after] == [each for each in wanted if each > 100][:3]


def test_positions_that_differ_in_the_last_figure_are_told_apart(session: Session) -> None:
    close = [(-0.7291000, 52.6708), (-0.7291001, 52.6708), (-0.7290999, 52.6708)]
    part = features.part_number(
        session, add(session, Version(1, 0, 0), points(*close)).id, "public", "assets"
    )
    assert part is not None
    box = (-0.7291, 52.6708, -0.7291, 52.6708)
    assert [place for place, _ in features.numbered(session, part, box)] == [1]


def test_rows_of_a_table_lie_nowhere(session: Session) -> None:
    part = part_of(session, LayerName.CONNECTION_TABLE)
    assert list(features.numbered(session, part, (-180, -90, 180, 90))) == []
    assert len(list(features.numbered(session, part))) == 2
