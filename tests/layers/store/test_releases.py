from dataclasses import replace
from types import ModuleType

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from kithmap.basics.errors import ConflictError
from kithmap.glossary.model import Version
from kithmap.layers.geojson import checksum, written
from kithmap.layers.model import Edition, Layer, LayerName
from kithmap.layers.shapes import Shape
from kithmap.layers.store import drafts, features, releases, series
from kithmap.sign_off.model import Signature
from kithmap.storage.database import Database
from kithmap.storage.migrate import downgrade, migrate
from tests.layers.stored import FIRST, NOW, add, of_version
from tests.support.layers import HALL, LINE, PARK, POINT, RELEASE

SHAPES = [POINT, PARK, None, LINE, POINT]


def test_a_release_tells_what_is_in_each_edition(session: Session) -> None:
    added = add(session)
    session.expire_all()
    assert releases.one(session, "s") == releases.one(session, "s", FIRST) == added
    assert releases.of_series(session, "s") == [added]
    assert releases.by_series(session) == {"s": [added]}
    assert (added.header, added.checksum, added.published_at) == (RELEASE.header, "cc", NOW)
    partners, public = added.editions[Edition.PARTNERS], added.editions[Edition.PUBLIC]
    assert list(partners.counts) == list(LayerName)[:5]
    assert dict(public.counts) == {LayerName.ASSETS: 1}
    assert partners.report == RELEASE.report
    assert partners.bounds == (-0.76, 52.65, -0.7, 52.69)
    assert public.bounds == (-0.7291, 52.6708, -0.7291, 52.6708)


def test_shapes_are_counted_layer_by_layer(session: Session) -> None:
    words = replace(HALL, id="words", properties={"title": '","geometry":{"type":"Polygon"'})
    shapes = Layer(
        LayerName.ASSETS, tuple(replace(words, id=f"{at}", geometry=each) for at, each in enumerate(SHAPES))
    )
    found = add(session, FIRST, shapes, Layer(LayerName.MEETING_PLACES, ())).editions[Edition.PUBLIC].shapes
    assert found == {
        LayerName.ASSETS: {Shape.POINTS: 2, Shape.LINES: 1, Shape.OUTLINES: 1},
        LayerName.MEETING_PLACES: {},
    }


def test_shapes_of_what_was_published_before_are_counted_when_the_database_is_brought_up(
    database: Database,
) -> None:
    words = replace(HALL, properties={"title": '","geometry":{"type":"Polygon"'})
    with database.session() as session:
        layers = (Layer(LayerName.ASSETS, (words,)), *RELEASE.layers[1:])
        added = add(session, FIRST, *layers)
    downgrade(database, "0009_read_tokens")
    migrate(database)
    with database.reading() as session:
        assert releases.of_series(session, "s") == [added]
    assert added.editions[Edition.PUBLIC].shapes[LayerName.ASSETS] == {Shape.POINTS: 1}


def test_a_layers_checksum_is_that_of_its_canonical_file(session: Session) -> None:
    found = add(session).editions[Edition.PARTNERS].checksums
    for layer in RELEASE.layers:
        assert found[layer.name] == checksum([written(RELEASE.header, Edition.PARTNERS, layer)])


def test_readers_learn_the_roles_of_those_who_signed(session: Session) -> None:
    new = of_version(FIRST)
    signed = [Signature(role, "account", "cc", NOW) for role in ("facilitator", "researcher")]
    added = releases.add(session, "s", releases.NewRelease(new.editions, "{}", "cc", signed), NOW)
    assert added.signed_by == ("facilitator", "researcher")


def test_the_ground_is_kept_beside_and_apart(session: Session) -> None:
    added = add(session)
    assert releases.ground(session, added.id) == '{"from":"x"}'
    assert releases.ground(session, "nobody") is None


def test_the_newest_release_is_the_highest_number_and_not_the_last_text(session: Session) -> None:
    numbers = [Version(1, 9, 0), Version(1, 10, 0), Version(10, 0, 0), Version(2, 0, 11)]
    for number in numbers:
        add(session, number)
    versions = [each.header.version for each in releases.of_series(session, "s")]
    assert versions == sorted(numbers, reverse=True)
    newest = releases.one(session, "s")
    assert newest is not None
    assert newest.header.version == Version(10, 0, 0)
    assert releases.one(session, "s", Version(3, 0, 0)) is None
    assert releases.one(session, "nobody") is None


def test_a_version_is_published_once_and_nothing_of_a_second_one_stays(database: Database) -> None:
    with database.session() as session:
        first = add(session)
    with pytest.raises(ConflictError, match=r"Version 1\.0\.0"), database.session() as session:
        add(session)
    with database.reading() as session:
        assert releases.of_series(session, "s") == [first]


def test_a_release_belongs_to_a_series(database: Database) -> None:
    with pytest.raises((ConflictError, IntegrityError)), database.session() as session:
        releases.add(session, "nobody", of_version(FIRST), NOW)


@pytest.mark.parametrize(
    ("module", "writers"),
    [
        (series, {"add"}),
        (releases, {"add"}),
        (features, {"add"}),
        (drafts, {"set_draft"}),
    ],
)
def test_the_store_offers_no_way_to_change_or_remove_a_release(module: ModuleType, writers: set[str]) -> None:
    changing = ("add", "set", "change", "update", "remove", "delete", "sign", "take_back", "drop", "move")
    made_here = {
        name
        for name, each in vars(module).items()
        if getattr(each, "__module__", "") == module.__name__ and callable(each) and name[0] != "_"
    }
    assert {each for each in made_here if each.startswith(changing)} == writers
