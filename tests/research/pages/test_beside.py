from sqlmodel import Session

from kithmap.layers.access import series_called
from kithmap.people.model import Account
from kithmap.programme import store as programmes
from kithmap.programme.profile import CensusProfile
from kithmap.programme.representativeness import Comparison
from kithmap.research.pages.beside import Beside, beside, compared, parked_in, residents
from kithmap.research.pages.shelf import Shelf
from kithmap.workshop.actions import RoomPicture
from tests.research.reader import Reading
from tests.support.installation import START

PROFILE = CensusProfile({"sex": {"female": 510, "male": 490}}, "Census 2021", None)


def look(reading: Reading, account: Account | None) -> Beside:
    def work(session: Session) -> Beside:
        library = reading.installation.app.state.glossaries
        return beside(session, library, Shelf(), account, series_called(session, "oakham-baseline"), None)

    return reading.installation.do(work)


def test_residents_are_those_whom_the_profile_counts() -> None:
    assert residents(PROFILE) == 1000
    assert residents(None) is None
    assert residents(CensusProfile({"tenure": {"owned": 3}}, "", None)) is None


def test_who_was_in_the_room_is_told_to_those_with_a_role_alone(reading: Reading) -> None:
    reading.installation.do(programmes.set_census_profile, reading.area.id, PROFILE, START)
    assert look(reading, None).balance.rooms is None
    mine = look(reading, reading.installation.admin)
    assert mine.balance.rooms is not None
    assert mine.mine
    assert mine.residents == 1000


def test_without_a_profile_nothing_can_be_laid_beside_a_room(reading: Reading) -> None:
    assert look(reading, reading.installation.admin).balance.rooms is None


def test_only_what_may_be_told_of_a_room_is_laid_beside_its_area() -> None:
    picture = RoomPicture(20, {"sex": {"female": 10, "male": None}, "tenure": {}}, {"sex": [], "tenure": []})
    (found,) = compared(picture, PROFILE)
    assert isinstance(found, Comparison)
    assert found.attribute == "sex"


def test_what_rooms_put_aside_is_counted_by_area(reading: Reading) -> None:
    installation = reading.installation
    installation.new_workshop()
    assert installation.main.portal is not None
    found = installation.main.portal.call(parked_in, installation.services, [reading.area.id])
    assert found == {reading.area.id: 0}
