import pytest
from starlette.requests import Request

from kithmap.layers.model import Edition
from kithmap.ogc_features.addresses import Addresses
from kithmap.ogc_features.pages.answers import (
    ASKED_AGAIN,
    FOR_EVER,
    OF_ONE_READER,
    Asked,
    is_known,
    keep_of,
    tag_of,
)

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def asking(query: str = "", **headers: str) -> Request:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "path": "/ogc", "query_string": query.encode(), "headers": pairs})


@pytest.mark.parametrize(
    ("query", "accept", "html"),
    [
        ("", BROWSER, True),
        ("", "*/*", False),
        ("", "application/geo+json, application/json;q=0.9", False),
        ("", "image/png", False),
        ("f=json", BROWSER, False),
        ("f=html", "application/json", True),
    ],
)
def test_the_form_is_what_the_address_names_or_what_is_accepted(query: str, accept: str, html: bool) -> None:
    assert Asked(asking(query, accept=accept), Addresses("")).html is html


def test_only_the_public_edition_is_kept_by_others() -> None:
    assert keep_of(Edition.PUBLIC, fixed=True) == FOR_EVER
    assert keep_of(Edition.PUBLIC, fixed=False) == ASKED_AGAIN
    assert {keep_of(Edition.PARTNERS, fixed=fixed) for fixed in (True, False)} == {OF_ONE_READER}


def test_an_answer_is_named_by_all_it_rests_on() -> None:
    tags = {tag_of("a", "b"), tag_of("ab"), tag_of("a", "c")}
    assert len(tags) == 3
    assert is_known(asking(if_none_match=f"x, {tag_of('a')}"), tag_of("a"))
    assert not is_known(asking(if_none_match="x"), tag_of("a"))
    assert not is_known(asking(), tag_of("a"))
