"""What a workshop's report tells comes from its room, as far as it may leave it."""

from typing import Any

from kithmap.basics.ids import new_id
from kithmap.layers.model import Edition, LayerName
from kithmap.programme import actions as programmes
from kithmap.reports.pages.gathering import Told, gathered
from kithmap.workshop import actions
from kithmap.workshop.joining import Consent, Listed
from tests.support.agreed_words import AgreedWords
from tests.support.installation import START, Installation

PROFILE = b"attribute,category,count\nsex,female,5000\nsex,male,5000\n"
YES = Consent(take_part=True, keep=True, quote=True)


def told(installation: Installation, workshop: Listed, edition: Edition = Edition.PARTNERS) -> Told:
    assert installation.main.portal is not None
    found: Told = installation.main.portal.call(gathered, installation.services, workshop, edition)
    return found


def opened(installation: Installation) -> Listed:
    workshop = installation.new_workshop(title="An evening")
    installation.ask(workshop, "workshop.open")
    installation.ask(workshop, "workshop.move_to_stage", stage="places")
    return workshop


def place(installation: Installation, workshop: Listed, title: str, **details: Any) -> None:
    where = {"type": "Point", "coordinates": [-0.73, 52.67]}
    payload = {"place": new_id(), "title": title, "asset_kind": "exchange", "geometry": where, **details}
    installation.ask(workshop, "asset.place", **payload)


def titles(found: Told) -> list[str]:
    layer = found.shown.layer(LayerName.ASSETS)
    return [] if layer is None else [feature.properties["title"] for feature in layer.features]


def test_each_edition_holds_what_was_given_to_its_readers(installation: Installation) -> None:
    workshop = opened(installation)
    for visibility in ("room", "partners", "public", "facilitators"):
        place(installation, workshop, f"For {visibility}", visibility=visibility)
    assert sorted(titles(told(installation, workshop))) == ["For partners", "For public"]
    assert titles(told(installation, workshop, Edition.PUBLIC)) == ["For public"]
    assert told(installation, workshop).shown.report.withheld == {"facilitators": 1, "room": 1}


def test_a_place_is_shown_where_every_release_shows_it(installation: Installation) -> None:
    workshop = opened(installation)
    place(installation, workshop, "A bench", visibility="public", precision="neighbourhood")
    first, second = (told(installation, workshop, edition).shown for edition in Edition)
    positions = {
        layer.features[0].geometry["coordinates"][0]
        for layer in (first.layers[0], second.layers[0])
        if layer.features[0].geometry
    }
    assert len(positions) == 1
    assert positions != {-0.73}


def test_a_workshop_without_a_wave_has_a_report_of_the_same_form(installation: Installation) -> None:
    workshop = opened(installation)
    assert workshop.wave is None
    found = told(installation, workshop)
    assert (found.shown.header.area, found.shown.header.wave) == ("Oakham", "")
    assert found.held_on == START.date()
    assert [source.title for source in found.shown.header.sources] == ["An evening"]


def test_one_that_never_opened_is_of_the_day_on_which_it_was_made(installation: Installation) -> None:
    assert told(installation, installation.new_workshop()).held_on == START.date()


def test_what_the_room_agreed_on_and_what_not_is_in_it(installation: Installation) -> None:
    evening = AgreedWords.begun(installation)
    evening.agree("Kith", "Those one knows.")
    evening.agree("Fence", choices=("against",) * 5)
    found = told(installation, evening.workshop)
    assert [term.label for term in found.adopted.terms] == ["Kith"]
    assert [term.label for term in found.not_adopted] == ["Fence"]


def test_who_was_in_the_room_is_told_to_partners_alone(installation: Installation) -> None:
    workshop = opened(installation)
    installation.do(
        programmes.change_census_profile, installation.area.id, PROFILE, "Census 2021", None, START
    )
    for number in range(44):
        seat, _ = installation.do(actions.join, workshop.id, YES, "", installation.services.signing, START)
        answers = {"sex": "female" if number % 2 else "male"}
        installation.do(actions.save_about_me, workshop.id, seat.person, answers)
    installation.as_admin().get(f"/workshops/{workshop.id}/balance")
    (compared,) = told(installation, workshop).balance
    assert compared.attribute == "sex"
    assert [group.room_share for group in compared.groups] == [0.5, 0.5]
    assert told(installation, workshop, Edition.PUBLIC).balance == []
    assert told(installation, workshop).evening.taking_part.came == 45
