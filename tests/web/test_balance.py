import pytest

from kithmap.programme import actions as programmes
from kithmap.programme.lawful_basis import Basis, Condition, LawfulBasis
from kithmap.web.balance import Balance, balance_of
from kithmap.workshop.joining import Listed
from tests.support.installation import START, Installation
from tests.workshop.pages.test_balance import come, room


def told(installation: Installation, workshop: Listed) -> Balance:
    assert installation.main.portal is not None
    return installation.main.portal.call(balance_of, installation.services, workshop)


def test_without_a_profile_nothing_is_compared(installation: Installation) -> None:
    workshop = installation.new_workshop()
    come(installation, workshop, "female", 20)
    balance = told(installation, workshop)
    assert (balance.answered, balance.questions, balance.balanced, balance.source) == (20, [], None, "")


@pytest.mark.parametrize(("least", "shown"), [(5, True), (10, False)])
def test_an_area_that_raised_the_threshold_is_told_less(
    installation: Installation, least: int, shown: bool
) -> None:
    workshop = room(installation)
    kept = LawfulBasis(Basis.CONSENT, Condition.NONE, "Ferndale Council", "", 30, least)
    installation.do(programmes.change_lawful_basis, installation.area.id, kept, START)
    come(installation, workshop, "female", 15)
    come(installation, workshop, "male", 15)
    balance = told(installation, workshop)
    assert (balance.least_shown, balance.needed, bool(balance.questions)) == (least, 4 * least, shown)
    assert balance.balanced is (True if shown else None)
