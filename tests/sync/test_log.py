from kithmap.sync.log import Batch
from tests.support.hall import WORKSHOP, Hall


def test_n3_a_batch_follows_the_number_before_its_first_entry() -> None:
    hall = Hall()
    entries = tuple(hall.log.entries(WORKSHOP, 1))
    assert [entry.number for entry in entries] == [2, 3]
    assert Batch(WORKSHOP, entries).after == 1
