from kithmap.glossary.adopted import Adopted
from kithmap.glossary.pages.gathering import Gathered, gathered
from kithmap.glossary.touched import Touched
from tests.support.agreed_words import AgreedWords
from tests.support.installation import Installation


def test_what_all_workshops_of_an_area_agreed_on_comes_together(installation: Installation) -> None:
    elsewhere = installation.new_area("Elsewhere")
    AgreedWords.begun(installation, area=elsewhere).agree("not ours")
    AgreedWords.begun(installation, title="First").agree("hub")
    evening = AgreedWords.begun(installation, title="Second")
    evening.agree("park")
    where = {"type": "Point", "coordinates": [-0.73, 52.67]}
    place = {"place": evening.people[0], "asset_kind": "association", "title": "Fern Hall"}
    evening.ask("workshop.move_to_stage", stage="places")
    evening.ask("asset.place", geometry=where, **place)
    found = read(installation, installation.area.id)
    assert sorted(each.label for each in found.adopted.terms) == ["hub", "park"]
    assert found.touched == {"association": Touched(1, 1)}
    nothing = read(installation, installation.new_area("Quiet").id)
    assert nothing == Gathered(Adopted(), {})


def read(installation: Installation, area: str) -> Gathered:
    assert installation.main.portal is not None
    found: Gathered = installation.main.portal.call(gathered, installation.services, area)
    return found
