import pytest
from sqlalchemy import UniqueConstraint

from kithmap.layers.tables import LayerFeatureRow, LayerReleaseRow, LayerSeriesRow
from kithmap.storage.base import Table


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (LayerSeriesRow, {"area", "wave"}),
        (LayerReleaseRow, {"series", "major", "minor", "patch"}),
        (LayerFeatureRow, {"part", "id"}),
    ],
)
def test_each_is_there_once(table: type[Table], columns: set[str]) -> None:
    constraints = table.metadata.tables[str(table.__tablename__)].constraints
    found = [set(each.columns.keys()) for each in constraints if isinstance(each, UniqueConstraint)]
    assert columns in found
