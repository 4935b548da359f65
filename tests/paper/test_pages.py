import re

import pytest

from kithmap.basics.actors import Role
from tests.support.installation import HOSTILE, Installation


@pytest.mark.parametrize(
    "page", ["sheet", "sheet?paper=a4&turn=portrait", "cards", "cards?card=connections&first=25&pages=2"]
)
def test_paper_is_for_who_leads(installation: Installation, page: str) -> None:
    workshop = installation.new_workshop()
    path = f"/workshops/{workshop.id}/paper/{page}"
    assert installation.as_admin(page=True).get(path).status_code == 200
    assert installation.signed_in(installation.colleague(Role.RESEARCHER)).get(path).status_code == 403
    assert "/sign-in" in installation.browser().get(path).headers["location"]


def test_a_sheet_says_how_people_come_in_and_what_a_square_is(installation: Installation) -> None:
    workshop = installation.new_workshop()
    page = installation.as_admin(page=True).get(f"/workshops/{workshop.id}/paper/sheet").text
    assert workshop.code in page
    assert 'class="qr"' in page
    assert re.search(r"Each square is \d+ metres wide", page)
    assert ">B4<" in page


def test_a_workshop_that_is_over_prints_no_way_in(installation: Installation) -> None:
    workshop = installation.new_workshop()
    installation.ask(workshop, "workshop.open")
    installation.ask(workshop, "workshop.close")
    page = installation.as_admin(page=True).get(f"/workshops/{workshop.id}/paper/sheet").text
    assert workshop.code not in page
    assert 'class="qr"' not in page


def test_cards_are_numbered_on_from_where_one_wants(installation: Installation) -> None:
    workshop = installation.new_workshop()
    page = installation.as_admin(page=True).get(f"/workshops/{workshop.id}/paper/cards?first=25&pages=2").text
    assert re.findall(r"Card (\d+)", page) == [str(number) for number in range(25, 33)]
    assert "begin with 33" in page


@pytest.mark.parametrize("page", ["sheet?paper=a5", "cards?first=0", "cards?pages=51", "cards?first=x"])
def test_what_cannot_be_printed_is_said(installation: Installation, page: str) -> None:
    workshop = installation.new_workshop()
    assert installation.as_admin(page=True).get(f"/workshops/{workshop.id}/paper/{page}").status_code == 422


def test_a_hostile_title_is_words_on_paper_too(installation: Installation) -> None:
    workshop = installation.new_workshop(title=HOSTILE)
    for page in ("sheet", "cards"):
        assert (
            "<script>alert"
            not in installation.as_admin(page=True).get(f"/workshops/{workshop.id}/paper/{page}").text
        )
