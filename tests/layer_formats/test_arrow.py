import pyarrow as pa

from kithmap.layer_formats.arrow import table_of
from kithmap.layer_formats.shapes import shapes_of
from kithmap.layers.model import Layer, LayerName
from tests.support.layers import HALL, POINT

LAYER = Layer(LayerName.ASSETS, (HALL,))


def test_columns_have_the_types_of_the_schema() -> None:
    schema = table_of(LAYER).schema
    assert schema.names[0] == "id"
    assert {
        name: schema.field(name).type for name in ("title", "me_too", "lon", "outside_area", "mapped_on")
    } == {
        "title": pa.string(),
        "me_too": pa.int64(),
        "lon": pa.float64(),
        "outside_area": pa.bool_(),
        "mapped_on": pa.date32(),
    }
    assert table_of(LAYER, days_as_text=True).schema.field("mapped_on").type == pa.string()


def test_columns_say_what_they_mean() -> None:
    assert table_of(LAYER).schema.field("lat").metadata == {
        b"description": b"Latitude of the same position, WGS 84."
    }


def test_shapes_stand_last() -> None:
    table = table_of(LAYER, "geometry", shapes_of([POINT]))
    assert table.schema.names[-1] == "geometry"
    (found,) = table.column("geometry").to_pylist()
    assert isinstance(found, bytes)
    assert found.startswith(b"\x01\x01\x00\x00\x00")


def test_a_layer_without_features_has_its_columns() -> None:
    table = table_of(Layer(LayerName.ASSETS, ()), "geometry", shapes_of([]))
    assert (table.num_rows, table.schema) == (0, table_of(LAYER, "geometry", shapes_of([POINT])).schema)
