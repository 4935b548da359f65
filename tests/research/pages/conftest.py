"""Two areas that published layers, one of them a glossary as well."""

import pytest

from tests.glossary.published import publish
from tests.research.published import publish_layers
from tests.research.reader import Reading
from tests.support.installation import START, Installation


@pytest.fixture
def reading(installation: Installation) -> Reading:
    other = installation.new_area("Mill Side")
    installation.do(publish_layers, installation.area, START)
    installation.do(publish_layers, other, START)
    installation.do(publish, installation.area, START)
    return Reading(installation, installation.browser(), other)
