import re
from datetime import timedelta

import pytest

from kithmap.workshop import store
from kithmap.workshop.actions import join_token, seats
from kithmap.workshop.pages.coming_in import CODES
from tests.support.installation import HOSTILE, Installation, page_context


@pytest.mark.parametrize("typed", ["{code}", "{CODE}", " {code} ", "{code-}", "{run}"])
def test_a_code_is_read_as_people_type_it(installation: Installation, typed: str) -> None:
    code = installation.new_workshop().code
    forms = {
        "{code}": code,
        "{CODE}": code.upper(),
        " {code} ": f"  {code} ",
        "{code-}": code.replace(" ", "-"),
    }
    answer = installation.browser().post("/join", data={"code": forms.get(typed, code.replace(" ", ""))})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/welcome/")


def test_a_wrong_code_gets_a_kind_sentence_and_keeps_what_was_typed(installation: Installation) -> None:
    answer = installation.browser().post("/join", data={"code": "fern river 4"})
    assert answer.status_code == 404
    assert "No open workshop has that code" in answer.text
    assert 'value="fern river 4"' in answer.text


def test_the_link_s_token_leaves_the_address_bar(installation: Installation) -> None:
    token = join_token(installation.services.signing, installation.new_workshop().id)
    answer = installation.browser().get(f"/j/{token}")
    assert answer.status_code == 303
    assert token not in answer.headers["location"]


def test_a_wrong_link_leads_nowhere(installation: Installation) -> None:
    assert installation.browser().get("/j/AAAAAAAAAAAAAAAAAAAAAAAA").status_code == 404


def test_without_agreeing_to_take_part_nobody_comes_in(installation: Installation) -> None:
    workshop, phone = installation.new_workshop(), installation.browser()
    answer = phone.post(installation.ticket(workshop, phone), data={"name": "Ann", "quote": "true"})
    assert answer.status_code == 422
    assert "Nothing was kept" in answer.text
    assert 'value="Ann"' in answer.text
    assert not phone.cookies


def test_a_name_that_is_too_long_takes_no_tick_away(installation: Installation) -> None:
    workshop, phone = installation.new_workshop(), installation.browser()
    given = {"take_part": "true", "keep": "true", "name": "😀" * 41}
    answer = phone.post(installation.ticket(workshop, phone), data=given)
    assert "40 letters at most" in answer.text
    ticks = re.findall(r'name="(\w+)" value="true"[^>]* checked', answer.text)
    assert ticks == ["take_part", "keep"]


def test_joining_gives_a_seat_by_a_cookie_that_no_script_reads(installation: Installation) -> None:
    workshop, phone = installation.new_workshop(), installation.browser()
    answer = phone.post(installation.ticket(workshop, phone), data={"take_part": "true"})
    assert answer.headers["location"] == f"/w/{workshop.id}"
    cookie = next(each for each in answer.headers.get_list("set-cookie") if "kithmap_seat_" in each)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie


def test_over_https_the_cookie_is_for_https_only(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone = installation.browser(base_url="https://testserver")
    answer = phone.post(installation.ticket(workshop, phone), data={"take_part": "true"})
    assert all("Secure" in each for each in answer.headers.get_list("set-cookie"))


def test_pressing_join_twice_gives_one_seat(installation: Installation) -> None:
    workshop, phone = installation.new_workshop(), installation.browser()
    ticket = installation.ticket(workshop, phone)
    for _ in range(2):
        assert phone.post(ticket, data={"take_part": "true"}).status_code == 303
    assert len(installation.do(store.seats, workshop.id)) == 1


def test_a_phone_that_is_in_goes_on_to_the_map(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone = installation.joined(workshop)
    assert phone.get(installation.ticket(workshop, phone)).headers["location"] == f"/w/{workshop.id}"


def test_the_three_words_are_shown_once_and_bring_back_the_same_person(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone = installation.joined(workshop)
    first = page_context(phone.get(f"/w/{workshop.id}").text)
    assert len(first["words"].split()) == 3
    assert page_context(phone.get(f"/w/{workshop.id}").text)["words"] == ""
    other = installation.browser()
    answer = other.post(
        f"{installation.ticket(workshop, other)}/back", data={"words": first["words"].upper()}
    )
    assert answer.headers["location"] == f"/w/{workshop.id}"
    assert page_context(other.get(f"/w/{workshop.id}").text)["person"] == first["person"]


def test_wrong_words_say_so_and_keep_what_was_typed(installation: Installation) -> None:
    workshop, phone = installation.new_workshop(), installation.browser()
    answer = phone.post(f"{installation.ticket(workshop, phone)}/back", data={"words": "fern river otter"})
    assert answer.status_code == 404
    assert "Those words do not fit" in answer.text
    assert "fern river otter" in answer.text


def test_words_of_another_workshop_are_worth_nothing(installation: Installation) -> None:
    one, other = installation.new_workshop(), installation.new_workshop(title="Second")
    words = page_context(installation.joined(one).get(f"/w/{one.id}").text)["words"]
    phone = installation.browser()
    assert phone.post(f"{installation.ticket(other, phone)}/back", data={"words": words}).status_code == 404


def test_guesses_at_codes_are_limited_by_address_and_for_a_while(installation: Installation) -> None:
    code = installation.new_workshop().code
    guesser = installation.browser(address="10.0.0.9")
    answers = [guesser.post("/join", data={"code": f"fern river {10 + n}"}).status_code for n in range(61)]
    assert set(answers[:60]) == {404}
    assert answers[60] == 429
    assert guesser.post("/join", data={"code": code}).status_code == 429
    assert installation.browser(address="10.0.0.8").post("/join", data={"code": code}).status_code == 303
    installation.clock.pass_by(timedelta(minutes=11))
    assert guesser.post("/join", data={"code": code}).status_code == 303


def test_guesses_at_words_are_limited_by_workshop_too(installation: Installation) -> None:
    workshop, phone = installation.new_workshop(), installation.browser()
    ticket = installation.ticket(workshop, phone)
    for number in range(300):
        installation.services.codes.wrong(f"10.1.0.{number}", workshop.id, installation.clock())
    answer = phone.post(f"{ticket}/back", data={"words": "fern river otter"})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    installation.services.codes.check("10.2.0.1", CODES, installation.clock())


def test_a_code_dies_with_its_workshop(installation: Installation) -> None:
    workshop = installation.new_workshop()
    token = join_token(installation.services.signing, workshop.id)
    installation.ask(workshop, "workshop.open")
    installation.ask(workshop, "workshop.close")
    for answer in (
        installation.browser().post("/join", data={"code": workshop.code}),
        installation.browser().get(f"/j/{token}"),
    ):
        assert answer.status_code == 410
        assert "This workshop has ended" in answer.text


def test_a_dead_code_may_live_again_in_a_new_workshop(installation: Installation) -> None:
    old = installation.new_workshop()
    old_token = join_token(installation.services.signing, old.id)
    installation.ask(old, "workshop.close")
    installation.browser().post("/join", data={"code": old.code})
    new = installation.new_workshop(title="New")
    installation.do(store.set_code, new.id, old.code)
    phone = installation.browser()
    assert "New" in phone.get(phone.post("/join", data={"code": old.code}).headers["location"]).text
    assert installation.browser().get(f"/j/{old_token}").status_code == 410


def test_a_ticket_of_yesterday_asks_for_the_code_again(installation: Installation) -> None:
    phone = installation.browser()
    ticket = installation.ticket(installation.new_workshop(), phone)
    installation.clock.pass_by(timedelta(hours=3))
    answer = phone.get(ticket)
    assert answer.status_code == 410
    assert "type the workshop&#39;s code again" in answer.text


@pytest.mark.parametrize("ticket", ["", "x", "1.2.3", "9999999999.abc.def", "%00", "é"])
def test_a_forged_ticket_opens_nothing(installation: Installation, ticket: str) -> None:
    assert installation.browser().get(f"/welcome/{ticket}").status_code in (404, 410)


def test_a_full_workshop_says_so(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = installation.new_workshop()
    installation.joined(workshop)
    monkeypatch.setattr(seats, "MOST_PARTICIPANTS", 1)
    phone = installation.browser()
    answer = phone.post(installation.ticket(workshop, phone), data={"take_part": "true"})
    assert answer.status_code == 409
    assert "full" in answer.text


@pytest.mark.parametrize("text", [HOSTILE, "x" * 5_000, "\x00", "\ud7ff" * 50])
def test_whatever_is_typed_is_shown_as_text_or_refused(installation: Installation, text: str) -> None:
    workshop, phone = installation.new_workshop(), installation.browser()
    ticket = installation.ticket(workshop, phone)
    for answer in (
        phone.post("/join", data={"code": text}),
        phone.post(ticket, data={"take_part": "true", "name": text}),
        installation.browser().post(f"{ticket}/back", data={"words": text}),
    ):
        assert answer.status_code < 500
        assert "<script>alert" not in answer.text
