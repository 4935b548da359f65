from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import NotFoundError
from kithmap.glossary.model import Version
from kithmap.layers.model import LayerName
from kithmap.layers.shapes import Shape
from kithmap.ogc_features.model import CollectionName
from tests.support.ogc import collection

VERSIONS = st.builds(Version, *[st.integers(0, 999_999)] * 3)
SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True)


@given(
    SLUGS, st.sampled_from(LayerName), st.none() | VERSIONS, st.booleans(), st.none() | st.sampled_from(Shape)
)
def test_a_name_is_read_as_it_was_written(
    slug: str,
    layer: LayerName,
    version: Version | None,
    live: bool,
    shape: Shape | None,
) -> None:
    name = CollectionName(slug, layer, None if live else version, live, shape)
    assert CollectionName.parse(str(name)) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "assets",
        "oakham",
        "oakham.roads",
        "oakham.1.0.assets",
        "oakham.01.0.0.assets",
        "oakham.live",
        "oakham.assets.circles",
        "oakham.assets.points.lines",
        "../x.assets",
    ],
)
def test_what_no_collection_can_be_called_is_not_found(text: str) -> None:
    with pytest.raises(NotFoundError):
        CollectionName.parse(text)


@given(st.text())
def test_any_text_is_a_name_or_is_not_found(text: str) -> None:
    with suppress(NotFoundError):
        assert str(CollectionName.parse(text)) == text


def test_only_a_version_never_changes() -> None:
    assert CollectionName("o", LayerName.ASSETS, Version(1, 0, 0)).is_fixed
    assert not CollectionName("o", LayerName.ASSETS).is_fixed
    assert not CollectionName("o", LayerName.ASSETS, live=True).is_fixed


def test_a_collection_tells_which_version_it_is() -> None:
    assert collection().title == "Oakham, Baseline: Assets (newest version, 1.0.0)"
    assert collection(live=True).title == "Oakham, Baseline: Assets (as the map stands now)"
    assert collection(version=Version(1, 0, 0)).title == "Oakham, Baseline: Assets (version 1.0.0)"


def test_the_british_grid_is_offered_where_all_of_it_lies_there() -> None:
    assert len(collection().crs) == 2
    assert len(collection(bounds=(30.0, 50.0, 31.0, 51.0)).crs) == 1
    assert len(collection(bounds=None).crs) == 1
