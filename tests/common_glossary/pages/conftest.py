import pytest

from tests.common_glossary.seven import Seven, seven_areas
from tests.support.installation import Installation


@pytest.fixture
def seven(installation: Installation) -> Seven:
    """Seven areas that have published."""
    return seven_areas(installation)
