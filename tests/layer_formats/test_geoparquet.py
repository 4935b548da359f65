import json
from pathlib import Path
from typing import Any

import geopandas
import shapely
from pyarrow import parquet

from kithmap.layer_formats.geoparquet import write_geoparquet
from kithmap.layers.model import Edition, Feature, Layer, LayerName
from tests.support.layers import HEADER, RELEASE, row

NOWHERE = Feature("a", None, row(LayerName.BOUNDARY, name="a", programme="b", wave="c"))


def written(folder: Path, layer: Layer) -> Path:
    path = folder / "layer.parquet"
    write_geoparquet(HEADER, Edition.PUBLIC, layer, path)
    return path


def metadata(path: Path) -> dict[str, Any]:
    return {name.decode(): text.decode() for name, text in parquet.read_schema(path).metadata.items()}


def test_a_file_says_what_it_is_and_where_its_positions_are(tmp_path: Path) -> None:
    said = metadata(written(tmp_path, RELEASE.layers[0]))
    assert (said["version"], said["licence"]) == ("1.0.0", HEADER.licence.address)
    geo = json.loads(said["geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    column = geo["columns"]["geometry"]
    assert column["geometry_types"] == ["Point", "Polygon"]
    assert column["crs"]["id"] == {"authority": "OGC", "code": "CRS84"}
    assert column["bbox"] == [-0.732, 52.669, -0.7291, 52.6708]


def test_geopandas_reads_it_and_only_the_part_that_is_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, RELEASE.layers[0])
    frame = geopandas.read_parquet(path)
    assert frame.crs.to_string() == "OGC:CRS84"
    assert geopandas.read_parquet(path, bbox=(-0.7305, 52.67, -0.72, 52.68))["id"].tolist() == [
        "a-hall",
        "b-park",
    ]
    assert geopandas.read_parquet(path, bbox=(-0.7295, 52.67, -0.72, 52.68))["id"].tolist() == ["a-hall"]


def test_bounds_are_those_of_the_shape(tmp_path: Path) -> None:
    table = parquet.read_table(written(tmp_path, RELEASE.layers[0])).to_pylist()
    for each in table:
        assert tuple(each["bbox"].values()) == shapely.from_wkb(each["geometry"]).bounds


def test_a_feature_without_a_shape_has_no_bounds(tmp_path: Path) -> None:
    path = written(tmp_path, Layer(LayerName.BOUNDARY, (NOWHERE,)))
    assert parquet.read_table(path).to_pylist()[0]["bbox"] is None
    assert "bbox" not in json.loads(metadata(path)["geo"])["columns"]["geometry"]


def test_a_table_is_plain_parquet(tmp_path: Path) -> None:
    table = RELEASE.layer(LayerName.CONNECTION_TABLE)
    assert table is not None
    said = metadata(written(tmp_path, table))
    assert "geo" not in said
    assert said["title"].startswith("Connections as a table")
