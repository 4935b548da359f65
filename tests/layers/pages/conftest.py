import pytest

from tests.support.installation import Installation
from tests.support.layer_desk import Table


@pytest.fixture
def table(installation: Installation) -> Table:
    return Table.of(installation)
