"""Layers as canonical GeoJSON."""

from hypothesis import given
from hypothesis import strategies as st

from kithmap.layers.geojson import AT_ONCE, checksum, collection, feature_of, feature_text
from kithmap.layers.model import Feature

VALUES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20)
FEATURES = st.builds(
    Feature,
    st.text("abc-", min_size=1),
    st.none() | st.just({"type": "Point", "coordinates": [-0.73, 52.67]}),
    st.dictionaries(st.text("abc", min_size=1, max_size=4), VALUES, max_size=4),
)


@given(FEATURES)
def test_a_feature_comes_back_as_it_was_written(feature: Feature) -> None:
    assert feature_of(feature_text(feature)) == feature


@given(st.lists(FEATURES, max_size=5))
def test_the_pieces_make_one_collection(features: list[Feature]) -> None:
    import orjson  # noqa: PLC0415 - the reader that is asked

    whole = b"".join(collection({"type": "FeatureCollection", "name": "x"}, map(feature_text, features)))
    read = orjson.loads(whole)
    assert read["name"] == "x"
    assert [each["id"] for each in read["features"]] == [each.id for each in features]


def test_no_piece_is_much_larger_than_what_is_sent_at_once() -> None:
    line = b"{" + b" " * 1000 + b"}"
    pieces = list(collection({}, (line for _ in range(1_000))))
    assert len(pieces) > 10
    assert max(map(len, pieces)) < 2 * AT_ONCE


def test_a_checksum_is_of_all_pieces_together() -> None:
    assert checksum([b"ab", b"c"]) == checksum([b"abc"])
