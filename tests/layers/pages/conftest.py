import pytest

from tests.layers.pages.table import Table
from tests.support.installation import Installation


@pytest.fixture
def table(installation: Installation) -> Table:
    return Table.of(installation)
