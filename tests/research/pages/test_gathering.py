from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.people.model import Account
from kithmap.research.pages.gathering import Readable, entries, listed_programmes, readable
from kithmap.research.pages.shelf import Shelf
from kithmap.research.searching import Group
from tests.research.reader import Reading


def known(reading: Reading, account: Account | None) -> Readable:
    return reading.installation.do(readable, reading.installation.app.state.glossaries, account)


def test_an_area_without_anything_published_is_listed_for_those_with_a_role_there(reading: Reading) -> None:
    installation = reading.installation
    quiet = installation.new_area("Quiet End")
    theirs = installation.colleague(Role.RESEARCHER, quiet)
    assert [area.name for area in known(reading, None).areas] == ["Mill Side", "Oakham"]
    found = known(reading, theirs)
    assert [area.name for area in found.areas] == ["Mill Side", "Oakham", "Quiet End"]
    assert found.mine == {quiet.id}


def test_of_other_areas_the_workshops_behind_what_is_published_are_known(reading: Reading) -> None:
    installation = reading.installation
    installation.new_workshop(title="Inside")
    found = known(reading, None).workshops[reading.area.id]
    assert [each.title for each in found] == ["Oakham: what holds us together"]
    mine = known(reading, installation.admin).workshops[reading.area.id]
    assert [each.title for each in mine] == ["Inside"]


def test_a_programme_lists_its_areas_by_name_with_their_glossaries(reading: Reading) -> None:
    library = reading.installation.app.state.glossaries

    def look(session: Session) -> list[tuple[str, str, int]]:
        (programme,) = listed_programmes(session, library, readable(session, library, None), None)
        return [(area.name, area.glossary_version, len(area.releases)) for area in programme.areas]

    assert reading.installation.do(look) == [("Mill Side", "", 1), ("Oakham", "2.0.0", 1)]


def test_all_that_may_be_read_can_be_found(reading: Reading) -> None:
    library = reading.installation.app.state.glossaries

    def look(session: Session) -> set[Group]:
        found = readable(session, library, None)
        return {each.group for each in entries(session, library, Shelf(), found)}

    assert reading.installation.do(look) == set(Group)
