from kithmap.web.withdrawing import finish_withdrawals
from kithmap.workshop import actions, catalogue, store
from tests.support.installation import START, Installation
from tests.workshop.pages.test_me import WORD, add, opened


def test_a_withdrawal_that_broke_off_is_done_later_and_once(installation: Installation) -> None:
    workshop = opened(installation)
    add(installation.joined(workshop, name="Ann"), workshop, WORD)
    (seat,) = installation.do(store.seats, workshop.id)
    installation.do(actions.note_withdrawing, [seat.person], START)
    assert installation.main.portal is not None
    assert installation.main.portal.call(finish_withdrawals, installation.services) == 1
    assert installation.main.portal.call(finish_withdrawals, installation.services) == 0
    assert installation.do(catalogue.withdrawing) == []
    entries = installation.as_admin().get(f"/api/workshops/{workshop.id}/entries").text
    assert WORD not in entries
