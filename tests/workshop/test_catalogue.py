from kithmap.basics.ids import new_id
from kithmap.workshop.catalogue import find_workshop, workshops_of
from tests.support.installation import Installation


def test_a_workshop_is_found_by_its_id_or_code(installation: Installation) -> None:
    workshop = installation.new_workshop()
    for named in (workshop.id, workshop.code, workshop.code.upper()):
        assert installation.do(find_workshop, named) == workshop
    for named in (new_id(), "fern river 10", "nonsense", ""):
        assert installation.do(find_workshop, named) is None


def test_workshops_of_areas(installation: Installation) -> None:
    workshop = installation.new_workshop()
    assert installation.do(workshops_of, [installation.area.id]) == [workshop]
    assert installation.do(workshops_of, []) == []
