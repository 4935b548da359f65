import pytest
from starlette.requests import Request

from kithmap.glossary.access import Library
from kithmap.glossary.forms import CSV, OF_CONCEPTS, OF_RELEASES, PAGE, TURTLE
from kithmap.glossary.pages.answers import FOR_EVER, kept, none_of_these, sent, wanted_form
from tests.glossary.support import ROOT


def asking(query: str = "", **headers: str) -> Request:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": "/glossary/a",
            "query_string": query.encode(),
            "headers": named,
        }
    )


def test_what_is_named_goes_before_what_is_accepted() -> None:
    assert wanted_form(asking("as=turtle", accept="text/html"), OF_CONCEPTS) is TURTLE
    assert wanted_form(asking("as=csv"), OF_CONCEPTS) is None
    assert wanted_form(asking("as=csv"), OF_RELEASES) is CSV
    assert wanted_form(asking("as=", accept="text/html"), OF_CONCEPTS) is None


def test_whoever_takes_anything_gets_the_page() -> None:
    assert wanted_form(asking(), OF_CONCEPTS) is PAGE
    assert wanted_form(asking(accept="*/*"), OF_CONCEPTS) is PAGE
    assert wanted_form(asking(accept="text/*;q=0.5"), OF_CONCEPTS) is PAGE
    assert wanted_form(asking(accept="text/turtle"), OF_CONCEPTS) is TURTLE


def test_what_somebody_has_already_is_not_sent_again() -> None:
    first = sent(asking(), b"hub", TURTLE, FOR_EVER)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == FOR_EVER
    for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = sent(asking(if_none_match=known), b"hub", TURTLE, FOR_EVER)
        assert (again.status_code, again.body, again.headers["etag"]) == (304, b"", tag)
    assert sent(asking(if_none_match=tag), b"changed", TURTLE, FOR_EVER).status_code == 200


def test_whoever_wants_another_form_is_told_which_there_are() -> None:
    answer = none_of_these(asking(), OF_CONCEPTS)
    assert answer.status_code == 406
    told = bytes(answer.body).decode()
    assert all(f"{form.media}  /glossary/a?as={form.name}" in told for form in OF_CONCEPTS)


def test_an_export_is_written_once_while_there_is_room() -> None:
    times: list[int] = []

    def write() -> bytes:
        times.append(1)
        return b"written"

    library = Library(ROOT)
    assert kept(library, "one", write) == kept(library, "one", write) == b"written"
    assert len(times) == 1
    full = Library(ROOT, most_written=1)
    assert kept(full, "one", write) == kept(full, "one", write)
    assert len(times) == 3


@pytest.mark.parametrize("form", [each for each in OF_RELEASES if each is not PAGE])
def test_data_may_be_read_by_pages_of_other_sites(form: object) -> None:
    answer = sent(asking(), b"", form, FOR_EVER)  # type: ignore[arg-type]
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["vary"] == "Accept"
