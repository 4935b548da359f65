import re
from dataclasses import dataclass
from typing import Any

import pytest

from kithmap.basics.actors import Role
from kithmap.glossary import store
from kithmap.glossary.model import Release, Version
from tests.support.agreed_words import AgreedWords
from tests.support.installation import HOSTILE, Installation
from tests.support.two_signers import TwoSigners, two_people


@dataclass
class Table(TwoSigners):
    """Two people who work on an area's glossary."""

    @property
    def path(self) -> str:
        return f"/areas/{self.installation.area.id}/glossary"

    def publish(self) -> Release:
        self.send("/releases", checksum=self.sign_both())
        return self.release()

    def release(self) -> Release:
        glossary = self.installation.do(store.glossary_of_area, self.installation.area.id)
        assert glossary is not None
        release = self.installation.do(store.release, glossary.id)
        assert release is not None
        return release


@pytest.fixture
def table(installation: Installation) -> Table:
    return Table(installation, *two_people(installation))


def test_from_a_workshop_to_1_0_0_and_from_another_meaning_to_2_0_0(table: Table) -> None:
    first = AgreedWords.begun(table.installation)
    first.agree("hub", "A place with many ties.")
    assert "1 word is agreed on already" in table.text()
    table.send("")
    assert "It will be version 1.0.0, the first." in table.text()
    published = table.publish()
    assert (published.version, [each.id for each in published.concepts]) == (Version(1, 0, 0), ["hub"])
    assert "5 of 5" in published.concepts[0].decisions[0].sentence
    assert "Nothing to publish" in table.text()

    second = AgreedWords.begun(table.installation, title="Second")
    second.agree("hub", "Any place where people come together.", concept="hub")
    text = table.text()
    assert "because the meaning of <bdi>hub</bdi> changed." in text
    assert "Before: A place with many ties. Now: Any place where people come together." in text
    told = table.fay.get(f"{table.path}/differences.json").json()
    assert [each["id"] for each in told["differences"]["redefined"]] == ["hub"]
    assert (told["version"]["major"], len(told["in_words"])) == (2, 1)
    later = table.publish()
    assert (later.version, len(later.concepts[0].decisions)) == (Version(2, 0, 0), 2)
    glossary = table.installation.do(store.glossary_of_area, table.installation.area.id)
    assert glossary is not None
    assert table.installation.do(store.release, glossary.id, Version(1, 0, 0)) == published


def test_only_the_words_changed_is_said_by_a_button_and_taken_back_by_another(table: Table) -> None:
    AgreedWords.begun(table.installation).agree("hub", "A place with many ties.")
    table.send("")
    table.publish()
    second = AgreedWords.begun(table.installation, title="Second")
    item = second.agree("hub", "A place that has many ties.", concept="hub")
    about: dict[str, Any] = {"workshop": second.workshop.id, "item": item, "from": "hub"}
    assert "Only the words changed" in table.text("/terms/hub")
    assert table.send("/edits/only_words", **about).endswith("/terms/hub?saved=edited")
    assert "It will be version 1.0.1: other words" in table.text()
    take_back = re.search(r'action="[^"]*(/edits/[^/"]+/take-back)"', table.text("/terms/hub"))
    assert take_back is not None
    table.send(take_back[1])
    assert "It will be version 2.0.0" in table.text()


def test_a_split_a_note_and_a_name_in_another_language_are_forms(table: Table) -> None:
    evening = AgreedWords.begun(table.installation)
    for label in ("hub", "meeting hub", "service hub"):
        evening.agree(label)
    table.send("")
    table.publish()
    table.send("/edits/withdraw", concept="hub", replaced_by=["meeting_hub", "service_hub"])
    table.send("/edits/say", concept="meeting_hub", language="cy", label="canolfan", definition="")
    table.send("/edits/scope", concept="meeting_hub", text="Where people sit down.")
    table.send("/edits/set_place", concept="meeting_hub", broader=[""], related=["service_hub"])
    address = "https://example.org/hub"
    table.send("/edits/match_to", concept="meeting_hub", match="close", address=address)
    table.send("/edits/note", text="Two sorts of hub.")
    text = table.text()
    assert "“hub” has become “meeting hub” and “service hub”." in text
    assert "because <bdi>hub</bdi> was split." in text
    release = table.publish()
    hub, meeting, _ = release.concepts
    assert (hub.replaced_by, meeting.related) == (("meeting_hub", "service_hub"), ("service_hub",))
    assert (meeting.label["cy"], meeting.scope["en"]) == ("canolfan", "Where people sit down.")
    assert (release.note, release.version) == ("Two sorts of hub.", Version(2, 0, 0))
    assert "What you changed" not in table.text()


def test_terms_that_come_with_kithmap_are_chosen(table: Table) -> None:
    table.send("")
    assert 'value="meeting_place"' in table.text("/starting-terms")
    table.send("/edits/take", concepts=["meeting_place", "community_asset"])
    assert 'value="meeting_place"' not in table.text("/starting-terms")
    assert "not written, they begin" not in table.text("/terms/meeting_place")
    assert "No room has decided on it" in table.text("/terms/meeting_place")
    assert {each.id for each in table.publish().concepts} == {"meeting_place", "community_asset"}


def test_an_adopted_indicator_enters_and_a_wish_is_listed_apart(table: Table) -> None:
    evening = AgreedWords.begun(table.installation)
    evening.ask("workshop.move_to_stage", stage="indicators")
    evening.agree("content", type="indicator", concept="life_satisfaction")
    evening.agree("a scale", type="indicator", licence={"rights": "slot", "held": False, "source": "x"})
    table.send("")
    text = table.text()
    assert "Wish list" in text
    assert "a scale" in text
    release = table.publish()
    assert [each.concept.id for each in release.indicators] == ["life_satisfaction"]


def test_what_is_left_out_can_be_taken_in_again(table: Table) -> None:
    evening = AgreedWords.begun(table.installation)
    item = evening.agree("hub")
    evening.agree("park")
    table.send("")
    table.send("/edits/leave_out", workshop=evening.workshop.id, item=item)
    text = table.text()
    assert "Left out for now" in text
    assert 'id="term-hub"' not in text
    take_in = re.search(r'action="[^"]*(/edits/[^/"]+/take-back)"', text)
    assert take_in is not None
    table.send(take_in[1])
    assert 'id="term-hub"' in table.text()


def test_a_change_takes_signatures_away_and_the_page_says_so(table: Table) -> None:
    evening = AgreedWords.begun(table.installation)
    evening.agree("hub")
    table.send("")
    checksum = table.sign_both()
    assert "Publish version 1.0.0" in table.text()
    table.send("/edits/scope", concept="hub", text="New.")
    text = table.text()
    assert "Publish version" not in text
    assert text.count("signed a draft that was changed since") == 2
    refused = table.send("/releases", status=409, checksum=checksum)
    assert "changed meanwhile" in refused
    # What rooms agree on is a change, too.
    checksum = table.sign_both()
    evening.agree("park")
    assert "Publish version" not in table.text()
    assert "changed meanwhile" in table.send("/releases", status=409, checksum=checksum)


def test_one_person_cannot_sign_for_both(table: Table) -> None:
    AgreedWords.begun(table.installation).agree("hub")
    table.send("")
    text = table.text()
    assert "Sign as facilitator" in text
    assert "Sign as researcher" not in text
    checksum = table.checksum()
    for _ in range(2):
        table.send("/signatures", checksum=checksum)
    assert "Two people have to sign" in table.send("/releases", status=409, checksum=checksum)
    table.send("/signatures/take-back")
    assert "Signed by" not in table.text()


def test_publishing_twice_publishes_once(table: Table) -> None:
    AgreedWords.begun(table.installation).agree("hub")
    table.send("")
    checksum = table.sign_both()
    table.send("/releases", checksum=checksum)
    assert "nothing new to publish" in table.send("/releases", status=409, checksum=checksum)


def test_it_is_for_those_who_have_a_role_in_the_area(table: Table) -> None:
    AgreedWords.begun(table.installation).agree("hub")
    table.send("")
    elsewhere = table.installation.new_area("Elsewhere")
    stranger = table.installation.signed_in(table.installation.colleague(Role.FACILITATOR, elsewhere))
    for inside in ("", "/terms/hub", "/starting-terms", "/differences.json"):
        assert table.installation.browser().get(f"{table.path}{inside}").status_code == 401
        assert stranger.get(f"{table.path}{inside}").status_code == 403
    for inside in (
        "",
        "/edits/note",
        "/edits/x/take-back",
        "/signatures",
        "/signatures/take-back",
        "/releases",
    ):
        assert stranger.post(f"{table.path}{inside}").status_code == 403
        assert table.installation.browser().post(f"{table.path}{inside}").status_code == 401


def test_a_form_from_elsewhere_does_nothing(table: Table) -> None:
    answer = table.fay.post(table.path, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "Begin the glossary" in table.text()


def test_it_is_begun_once_and_nothing_is_there_before(table: Table) -> None:
    assert table.fay.get(f"{table.path}/starting-terms").status_code == 404
    assert table.fay.post(f"{table.path}/edits/note", data={"text": "x"}).status_code == 404
    table.send("")
    assert "is there already" in table.send("", status=409)


def test_what_cannot_be_understood_is_told_on_the_page_it_came_from(table: Table) -> None:
    AgreedWords.begun(table.installation).agree("hub")
    table.send("")
    form: dict[str, Any] = {"concept": "hub", "language": "??", "label": "x", "from": "hub"}
    refused = table.send("/edits/say", status=422, **form)
    assert "This change was not understood" in refused
    assert "Its name in another language" in refused
    assert "This change was not understood" in table.send("/edits/nothing", status=422)
    assert table.fay.get(f"{table.path}/terms/nowhere").status_code == 404


def test_a_fault_stands_beside_its_term_and_nobody_can_sign(table: Table) -> None:
    AgreedWords.begun(table.installation).agree("hub")
    table.send("")
    table.send("/edits/withdraw", concept="hub", replaced_by=["nowhere"])
    text = table.text()
    assert "to be mended" in text
    assert "1 thing has to be mended first." in text
    assert "Sign as" not in text


def test_whatever_people_wrote_is_text(table: Table) -> None:
    evening = AgreedWords.begun(table.installation)
    evening.agree(HOSTILE[:70], HOSTILE)
    table.send("")
    table.send("/edits/note", text=HOSTILE)
    for inside in ("", "/starting-terms"):
        assert "<script>alert" not in table.text(inside)
    concept = next(iter(re.findall(r'id="term-([a-z0-9_]+)"', table.text())))
    table.send("/edits/scope", concept=concept, text=HOSTILE)
    assert "<script>alert" not in table.text(f"/terms/{concept}")


def test_no_account_is_named_in_what_is_published(table: Table) -> None:
    AgreedWords.begun(table.installation).agree("hub")
    table.send("")
    table.publish()
    glossary = table.installation.do(store.glossary_of_area, table.installation.area.id)
    assert glossary is not None
    document = table.installation.do(store.release_document, glossary.id) or b""
    assert b"Fay" not in document
    assert b"Ria" not in document
    assert table.installation.do(store.signed_by, glossary.id, Version(1, 0, 0)) == (
        "facilitator",
        "researcher",
    )
