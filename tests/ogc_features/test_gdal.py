"""GDAL's client reads from a server in another process: every page, every value, in degrees and on the grid."""

from collections.abc import Iterator

import geopandas
import pyogrio
import pytest
import shapely
from pyogrio.errors import DataSourceError
from shapely.geometry import shape

from kithmap.basics.british_grid import on_british_grid
from kithmap.layers.model import Edition, LayerName
from tests.ogc_features.conftest import Server
from tests.support.canned_server import canned
from tests.support.ogc import PARTNERS_ONLY, SLUG

pytestmark = pytest.mark.processes

ASSETS = f"{SLUG}.assets"


@pytest.fixture(autouse=True)
def no_token_left() -> Iterator[None]:
    yield
    pyogrio.set_gdal_config_options({"GDAL_HTTP_USERPWD": None})


def read(server: Server, layer: str = ASSETS, **how: object) -> geopandas.GeoDataFrame:
    return pyogrio.read_dataframe(f"OAPIF:{server.address}", layer=layer, **how)


def test_every_layer_is_listed(server: Server) -> None:
    names = [name for name, _ in pyogrio.list_layers(f"OAPIF:{server.address}")]
    layers = [each.name for each in server.editions[Edition.PUBLIC].layers]
    assert set(names) == {
        f"{SLUG}{version}.{layer}"
        for version in ("", ".1.0.0", ".1.1.0")
        for layer in [*layers, "assets.points", "assets.outlines"]
    }


def test_shapes_together_are_the_layer(server: Server) -> None:
    whole = read(server)
    points, outlines = (read(server, f"{ASSETS}.{shape}") for shape in ("points", "outlines"))
    assert set(points.geom_type) == {"Point"}
    assert set(outlines.geom_type) == {"Polygon"}
    assert {*points["id"], *outlines["id"]} == {*whole["id"]}
    assert len(points) + len(outlines) == len(whole)
    west, south, east, north = -0.7455, 52.6655, -0.7445, 52.6659
    inside = read(server, f"{ASSETS}.points", bbox=(west, south, east, north))
    assert set(inside["id"]) == set(points.cx[west:east, south:north]["id"])


@pytest.mark.parametrize("layer", [each for each in LayerName if each is not LayerName.STATISTICAL_AREAS])
def test_every_feature_of_all_pages_is_as_it_was_published(server: Server, layer: LayerName) -> None:
    found = read(server, f"{SLUG}.{layer}")
    published = server.editions[Edition.PUBLIC].layer(layer)
    assert published is not None
    features = {each.id: each for each in published.features}
    assert list(found["id"]) == list(features)
    for row in found.to_dict("records"):
        feature = features[row["id"]]
        geometry = row.pop("geometry", None)
        assert (feature.geometry is None) or geometry.equals(shape(feature.geometry))
        assert {name: as_published(row[name], value) for name, value in feature.properties.items()} == dict(
            feature.properties
        )


def as_published(read_: object, value: object) -> object:
    """Return what a table gives as the release has it: days as text, whole numbers whole, and nothing as None."""
    if value is None:
        return None if read_ is None or read_ != read_ else read_  # noqa: PLR0124 - not a number
    if isinstance(value, str) and not isinstance(read_, str):
        return str(read_)[:10]
    return type(value)(read_)  # type: ignore[call-arg]


def test_a_rectangle_and_values_pick_the_same_as_the_release_has(server: Server) -> None:
    bounds = (-0.75, 52.66, -0.7495, 52.6603)
    inside = read(server, bbox=bounds)
    box = shapely.box(*bounds)
    public = server.editions[Edition.PUBLIC].layers[0].features
    expected = {
        each.id for each in public if each.geometry is not None and box.intersects(shape(each.geometry))
    }
    assert set(inside["id"]) == expected
    assert len(read(server, where="me_too = 12 AND kind = 'physical_place'")) == 2


def test_on_the_grid_positions_are_ostn15_s(server: Server) -> None:
    found = read(server, CRS="EPSG:27700", max_features=30)
    assert found.crs.to_epsg() == 27700
    for row in found[found.geometry.geom_type == "Point"].itertuples():
        lon, lat = next(
            each.geometry["coordinates"]
            for each in server.editions[Edition.PUBLIC].layers[0].features
            if each.id == row.id and each.geometry is not None
        )
        assert (row.geometry.x, row.geometry.y) == on_british_grid(lon, lat)


def test_with_a_token_as_the_password_partners_read_their_edition(server: Server) -> None:
    assert PARTNERS_ONLY not in set(read(server)["id"])
    by_option = read(server, USERPWD=f"anybody:{server.token}")
    pyogrio.set_gdal_config_options({"GDAL_HTTP_USERPWD": f"anybody:{server.token}"})
    for found in (by_option, read(server)):
        assert PARTNERS_ONLY in set(found["id"])
        assert len(found) == len(server.editions[Edition.PARTNERS].layers[0].features)


def test_a_wrong_token_reads_nothing(server: Server) -> None:
    with pytest.raises(DataSourceError):
        read(server, USERPWD="anybody:kithmap_wrong")


def test_it_refuses_a_server_whose_features_are_none() -> None:
    collection = '{"id": "x", "itemType": "feature", "links": [{"rel": "items", "type": "application/geo+json", "href": "HERE/collections/x/items"}]}'
    answers = {
        "/": ("application/json", '{"links": []}'),
        "/collections": ("application/json", f'{{"links": [], "collections": [{collection}]}}'),
        "/collections/x/items": ("application/geo+json", '{"type": "FeatureCollection", "features": ['),
    }
    whole = {**answers, "/collections/x/items": ("application/geo+json", '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "1", "geometry": null, "properties": {"a": 1}}]}')}  # fmt: skip
    with canned(whole) as address:
        assert len(pyogrio.read_dataframe(f"OAPIF:{address}", layer="x")) == 1
    with canned(answers) as address, pytest.raises(Exception, match="JSON"):
        assert len(pyogrio.read_dataframe(f"OAPIF:{address}", layer="x")) == 1
