from datetime import datetime, timedelta

import pytest

from kithmap.cli.tidying import GRACE, Tidied, tidy_database
from kithmap.programme import actions as programmes
from kithmap.programme.lawful_basis import Basis, Condition, LawfulBasis
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.snapshots import load
from kithmap.workshop import store
from kithmap.workshop.joining import Listed
from tests.support.installation import START, Installation
from tests.workshop.pages.test_me import WORD, add, opened


def titles(installation: Installation, workshop: Listed) -> set[str]:
    content = load(SqlLog(installation.services.database), workshop.id).content
    return {str(record.fields["title"]) for record in content.of_kind("asset")}


def tidied(installation: Installation, now: datetime) -> Tidied:
    photos = installation.services.photos
    assert photos is not None
    return tidy_database(installation.services.database, now, photos)


@pytest.fixture
def closed(installation: Installation) -> Listed:
    workshop = opened(installation)
    kept, unkept = installation.joined(workshop, name="Kit"), installation.browser()
    ticket = installation.ticket(workshop, unkept)
    unkept.post(ticket, data={"take_part": "true", "name": "Una"})
    add(kept, workshop, "Fern Hall")
    add(unkept, workshop, WORD)
    installation.ask(workshop, "workshop.close")
    assert tidied(installation, START) == Tidied(0, 0, 0)
    return workshop


def test_what_nobody_wanted_kept_goes_a_day_after_the_end(installation: Installation, closed: Listed) -> None:
    assert tidied(installation, START + GRACE - timedelta(seconds=1)) == Tidied(0, 0, 0)
    assert titles(installation, closed) == {"Fern Hall", WORD}
    assert tidied(installation, START + GRACE) == Tidied(1, 0, 0)
    assert titles(installation, closed) == {"Fern Hall"}
    assert tidied(installation, START + GRACE) == Tidied(0, 0, 0)
    assert WORD.encode() not in (installation.folder / "kithmap.sqlite").read_bytes()


def test_names_go_when_the_areas_time_is_over(installation: Installation, closed: Listed) -> None:
    kept = LawfulBasis(Basis.PUBLIC_TASK, Condition.NONE, "Ferndale Council", "", 30)
    installation.do(programmes.change_lawful_basis, installation.area.id, kept, START)
    assert tidied(installation, START + timedelta(days=29)).names == 0
    assert tidied(installation, START + timedelta(days=30)).names == 2
    assert [seat.name for seat in installation.do(store.seats, closed.id)] == ["", ""]


def test_a_withdrawal_that_broke_off_is_done(installation: Installation) -> None:
    workshop = opened(installation)
    add(installation.joined(workshop, name="Ann"), workshop, WORD)
    (seat,) = installation.do(store.seats, workshop.id)
    installation.do(store.note_withdrawing, [seat.person], START)
    assert tidied(installation, START) == Tidied(1, 0, 0)
    assert titles(installation, workshop) == set()
    assert installation.do(store.withdrawing) == []
