from dataclasses import replace

import pytest

from kithmap.layers.model import Feature, Layer, LayerName
from kithmap.layers.privacy import feature_id
from kithmap.layers.to_go import Now, ToGo, to_go
from kithmap.shared_map.masking import Mask
from tests.support.layers import CUTTS, HALL, HEADER, RELEASE

SECRET = b"s" * 32
WORKSHOP = HEADER.sources[0].workshop
MASK = Mask(SECRET, WORKSHOP)


def named(feature: Feature, record: str) -> Feature:
    return Feature(feature_id(MASK, record), feature.geometry, feature.properties)


WITHOUT_WORDS = Feature("", HALL.geometry, {**HALL.properties, "note": None})
PUBLISHED = replace(
    RELEASE,
    layers=(
        Layer(LayerName.ASSETS, (named(HALL, "hall"), named(WITHOUT_WORDS, "park"))),
        Layer(LayerName.MEETING_PLACES, (named(CUTTS, "walk"),)),
        # Rows of the table are the connections over again.
        Layer(LayerName.CONNECTION_TABLE, (named(RELEASE.layers[3].features[0], "path"),)),
    ),
)
ALL = {"hall", "park", "walk", "path"}


@pytest.mark.parametrize(
    ("erased", "quoted", "gone"),
    [
        (set(), ALL, ToGo()),
        ({"hall"}, ALL, ToGo(1, 0)),
        ({"hall", "walk", "path", "never published"}, ALL, ToGo(2, 0)),
        (set(), ALL - {"hall"}, ToGo(0, 1)),
        (set(), ALL - {"park"}, ToGo()),
        ({"hall"}, ALL - {"hall", "walk"}, ToGo(1, 1)),
    ],
)
def test_what_was_withdrawn_and_what_may_be_quoted_no_more_is_counted_once(
    erased: set[str], quoted: set[str], gone: ToGo
) -> None:
    found = to_go(PUBLISHED, {WORKSHOP: Now(erased, quoted)}, SECRET)
    assert found == gone
    assert bool(found) == bool(gone.things + gone.words)


def test_records_of_another_workshop_are_not_meant() -> None:
    now = {WORKSHOP: Now((), ALL), "other": Now({"hall"}, ())}
    assert to_go(PUBLISHED, now, SECRET) == ToGo()
