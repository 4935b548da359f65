import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from kithmap.web.language import BY_TAG, ENGLISH, LANGUAGES, PSEUDO, language_of, wished


def request(*, query: str = "", cookie: str = "", accept: str = "") -> Request:
    headers = [(b"accept-language", accept.encode()), (b"cookie", f"language={cookie}".encode())]
    return Request({"type": "http", "query_string": query.encode(), "headers": headers})


@pytest.mark.parametrize(
    ("accept", "tag"),
    [
        ("", "en"),
        ("*", "en"),
        ("cy", "cy"),
        ("cy-GB,cy;q=0.9,en;q=0.8", "cy"),
        ("de-DE,de;q=0.9,pl;q=0.5,en;q=0.4", "pl"),
        ("en-GB,en;q=0.9,cy;q=0.8", "en"),
        ("pl;q=0, ur;q=0.1", "ur"),
        ("UR-pk", "ur"),
        ("en-XA", "en"),
        ("pl;q=much,,;;", "en"),
    ],
)
def test_the_language_that_a_browser_likes_best_is_taken(accept: str, tag: str) -> None:
    assert wished(accept).tag == tag


@given(st.text(max_size=60))
def test_whatever_a_browser_says_there_is_a_language(accept: str) -> None:
    assert wished(accept) in LANGUAGES


def test_the_address_is_stronger_than_the_cookie_and_that_than_the_browser() -> None:
    assert language_of(request(accept="cy")).tag == "cy"
    assert language_of(request(accept="cy", cookie="pl")).tag == "pl"
    assert language_of(request(accept="cy", cookie="pl", query="language=ur")).tag == "ur"


def test_a_language_that_is_not_spoken_here_leads_to_the_next_wish() -> None:
    assert language_of(request(accept="cy", cookie="tlh", query="language=xx")).tag == "cy"


def test_the_language_for_looking_is_reached_by_its_cookie_and_offered_to_nobody() -> None:
    assert language_of(request(cookie=PSEUDO.tag)) is PSEUDO
    assert PSEUDO not in LANGUAGES


def test_english_is_no_draft_and_every_tag_has_one_language() -> None:
    assert not ENGLISH.is_draft
    assert len(BY_TAG) == len(LANGUAGES) + 1


def test_urdu_is_written_from_right_to_left() -> None:
    assert {language.tag for language in LANGUAGES if language.direction == "rtl"} == {"ur"}
