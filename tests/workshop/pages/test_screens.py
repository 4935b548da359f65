import pytest

from kithmap.basics.actors import Role
from kithmap.sync.protocol import PROTOCOL_VERSION
from tests.support.installation import HOSTILE, SQUARE, Installation, page_context


def test_the_phone_s_page_carries_what_its_script_needs(installation: Installation) -> None:
    workshop = installation.new_workshop()
    text = installation.joined(workshop, "Ann").get(f"/w/{workshop.id}").text
    context = page_context(text)
    assert context["workshop"] == workshop.id
    assert context["role"] == "participant"
    assert context["protocol"] == PROTOCOL_VERSION
    assert context["boundary"] == SQUARE
    assert context["basemap"] is None
    assert context["socket"] == f"/live/{workshop.id}?as=participant"
    assert context["code"] == context["join_link"] == context["projector_link"] == ""
    assert "Ann" not in text


def test_the_phone_s_page_brings_the_room_s_first_message_and_asks_for_its_snapshot_at_once(
    installation: Installation,
) -> None:
    workshop = installation.new_workshop()
    phone = installation.joined(workshop)
    text = phone.get(f"/w/{workshop.id}").text
    context = page_context(text)
    first = context["catch_up"]
    assert (first["type"], first["number"]) == ("catch_up", first["snapshot"])
    address = f"{context['api']}/snapshots/{first['snapshot']}?{context['query']}"
    assert f'<link rel="preload" as="fetch" crossorigin href="{address}">' in text
    records = phone.get(address).json()["records"]
    assert [record["id"] for record in records] == ["workshop"]


def test_without_a_seat_the_phone_is_shown_the_way_in(installation: Installation) -> None:
    answer = installation.browser().get(f"/w/{installation.new_workshop().id}")
    assert answer.status_code == 401
    assert "type its code" in answer.text
    assert 'href="/"' in answer.text


def test_the_address_that_a_page_gets_opens_the_live_line(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone = installation.joined(workshop)
    context = page_context(phone.get(f"/w/{workshop.id}").text)
    with phone.websocket_connect(context["socket"]) as line:
        line.send_json({"type": "hello", "protocol": PROTOCOL_VERSION, "after": None})
        assert line.receive_json()["person"] == context["person"]
    assert phone.get(f"{context['api']}/entries?{context['query']}").json()["type"] == "catch_up"


def test_the_console_is_for_those_who_lead(installation: Installation) -> None:
    workshop = installation.new_workshop()
    path = f"/console/{workshop.id}"
    assert installation.browser().get(path).headers["location"] == f"/sign-in?next={path}"
    rex = installation.signed_in(installation.colleague(Role.RESEARCHER))
    assert rex.get(path).status_code == 403
    fay = installation.signed_in(installation.colleague(Role.FACILITATOR))
    context = page_context(fay.get(path).text)
    assert context["role"] == "facilitator"
    assert context["code"] == workshop.code
    assert context["qr"].startswith("<svg")
    assert context["people_page"] == f"/workshops/{workshop.id}/people"


def test_the_projector_s_key_becomes_a_cookie_and_leaves_the_address(installation: Installation) -> None:
    workshop = installation.new_workshop()
    link = page_context(installation.as_admin().get(f"/console/{workshop.id}").text)["projector_link"]
    screen = installation.browser()
    assert screen.get(f"/projector/{workshop.id}").status_code == 401
    answer = screen.get(link.removeprefix("http://testserver"))
    assert answer.headers["location"] == f"/projector/{workshop.id}"
    context = page_context(screen.get(answer.headers["location"]).text)
    assert (context["role"], context["person"]) == ("projector", "")
    assert context["code"] == workshop.code
    assert context["join_address"] == "testserver"
    assert context["projector_link"] == context["people_page"] == ""


def test_a_projector_can_neither_add_nor_lead(installation: Installation) -> None:
    workshop = installation.new_workshop()
    link = page_context(installation.as_admin().get(f"/console/{workshop.id}").text)["projector_link"]
    screen = installation.browser()
    screen.get(link.removeprefix("http://testserver"))
    assert screen.get(f"/console/{workshop.id}").status_code == 303
    operation = {"id": "01a20630-8dcb-7522-aa37-fea462810602", "kind": "workshop.open", "payload": {}}
    answers = screen.post(f"/api/workshops/{workshop.id}/operations", json={"operations": [operation]}).json()
    assert answers[0]["reason"] == "not_allowed"


def test_links_carry_the_public_address_where_one_is_set(installation: Installation) -> None:
    workshop = installation.new_workshop()
    admin = installation.as_admin()
    assert page_context(admin.get(f"/console/{workshop.id}").text)["join_link"].startswith(
        "http://testserver/j/"
    )


@pytest.mark.parametrize("title", [HOSTILE, "</script><script>alert(1)</script>", "\u2028 <!-- --> ]]>"])
def test_markup_in_a_title_stays_a_title(installation: Installation, title: str) -> None:
    workshop = installation.new_workshop(title=title)
    for text in (
        installation.joined(workshop).get(f"/w/{workshop.id}").text,
        installation.as_admin().get(f"/console/{workshop.id}").text,
        installation.as_admin().get(f"/projector/{workshop.id}").text,
    ):
        assert "<script>alert" not in text
        assert page_context(text)["title"] == workshop.title


def test_new_words_are_asked_for_and_shown_once(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone = installation.joined(workshop)
    old = page_context(phone.get(f"/w/{workshop.id}").text)["words"]
    assert phone.post(f"/w/{workshop.id}/words").headers["location"] == f"/w/{workshop.id}"
    new = page_context(phone.get(f"/w/{workshop.id}").text)["words"]
    assert new
    assert new != old
    assert page_context(phone.get(f"/w/{workshop.id}").text)["words"] == ""
    assert installation.as_admin().post(f"/w/{workshop.id}/words").status_code == 403


def test_a_removed_phone_is_told_whom_to_talk_to(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone = installation.joined(workshop)
    person = page_context(phone.get(f"/w/{workshop.id}").text)["person"]
    installation.as_admin().post(f"/workshops/{workshop.id}/people/{person}/remove")
    answer = phone.get(f"/w/{workshop.id}")
    assert answer.status_code == 403
    assert "talk to them" in answer.text


@pytest.mark.parametrize(
    ("asked", "kept"), [("light", "?theme=light"), ("dark", "?theme=dark"), ("pink", ""), ("", "")]
)
def test_a_bright_hall_keeps_its_theme_when_the_key_leaves_the_address(
    installation: Installation, asked: str, kept: str
) -> None:
    workshop = installation.new_workshop()
    console = page_context(installation.as_admin().get(f"/console/{workshop.id}").text)
    opened = installation.browser().get(f"{console['projector_link']}&theme={asked}")
    assert opened.headers["location"] == f"/projector/{workshop.id}{kept}"


@pytest.mark.parametrize(("asked", "lang"), [("ur", "ur"), ("cy", "cy"), ("tlh", "en-GB")])
def test_the_hall_s_screen_speaks_the_language_of_its_link(
    installation: Installation, asked: str, lang: str
) -> None:
    workshop = installation.new_workshop()
    console = page_context(installation.as_admin().get(f"/console/{workshop.id}").text)
    hall = installation.browser()
    opened = hall.get(f"{console['projector_link']}&language={asked}")
    assert f'lang="{lang}"' in hall.get(opened.headers["location"]).text


def test_a_workshop_that_is_open_again_is_joined_by_the_code_on_the_wall(installation: Installation) -> None:
    workshop = installation.new_workshop()
    admin = installation.as_admin()
    for kind in ("workshop.open", "workshop.close"):
        installation.ask(workshop, kind)
    admin.get(f"/projector/{workshop.id}")
    installation.ask(workshop, "workshop.reopen")
    code = page_context(admin.get(f"/projector/{workshop.id}").text)["code"]
    assert installation.browser().post("/join", data={"code": code}).status_code == 303
