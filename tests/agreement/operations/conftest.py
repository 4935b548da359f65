import pytest

from tests.agreement.room import AgreeingHall


@pytest.fixture
def hall() -> AgreeingHall:
    return AgreeingHall()
