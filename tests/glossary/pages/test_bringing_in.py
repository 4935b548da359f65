import re
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.glossary import store
from kithmap.glossary.pages.bringing_in import MOST_MEGABYTES
from kithmap.glossary.skos import as_skos
from tests.glossary.published import publish
from tests.glossary.support import concept, release
from tests.support.installation import HOSTILE, START, Installation

TABLE = "label,definition,other words\nhub,Where we meet.,heart\nbench,A long seat.,\nwell,,\n"


class Desk:
    """A facilitator at the desk of an area with a glossary."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.glossary = installation.do(publish, installation.area, START)
        self.path = f"/areas/{installation.area.id}/glossary/bring-in"
        self.browser: TestClient = installation.signed_in(installation.colleague(Role.FACILITATOR))

    def look_at(self, content: str | bytes, name: str = "words.csv") -> Any:
        return self.browser.post(self.path, files={"file": (name, content)})

    def take(self, page: str, *ids: str, **more: str) -> Any:
        found = re.search(r'name="packed" value="([^"]*)"', page)
        assert found is not None
        return self.browser.post(
            f"{self.path}/take", data={"packed": found[1], "concepts": list(ids), **more}
        )

    def edits(self) -> list[dict[str, Any]]:
        return self.installation.do(store.edits, self.glossary.id)


@pytest.fixture
def desk(installation: Installation) -> Desk:
    return Desk(installation)


def test_what_is_in_a_file_is_shown_first_and_changes_nothing(desk: Desk) -> None:
    answer = desk.look_at(TABLE)
    page = unescape(answer.text)
    assert answer.status_code == 200
    assert "words.csv" in page
    assert "2 terms that can be used" in page
    assert "It has no definition in the glossary's language (en)." in page
    assert "here already, with another meaning" in page
    assert "in the flesh or by phone" in page
    assert desk.edits() == []


def test_what_was_chosen_enters_the_draft_and_nothing_else(desk: Desk) -> None:
    answer = desk.take(desk.look_at(TABLE).text, "bench")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"{desk.path.rpartition('/')[0]}?saved=edited",
    )
    (edit,) = desk.edits()
    assert edit["kind"] == "bring_in"
    assert [each["id"] for each in edit["concepts"]] == ["bench"]
    assert "A long seat." in desk.browser.get(answer.headers["location"]).text


def test_a_vocabulary_is_read_whole_and_keeps_where_its_words_are_from(desk: Desk) -> None:
    others = release(concept("lamp"), concept("wick", broader=("lamp",)))
    page = desk.look_at(as_skos(others, "turtle"), "theirs.ttl").text
    desk.take(page, "lamp", "wick")
    lamp, wick = desk.edits()[0]["concepts"]
    assert lamp["matches"] == {"exact": ["https://example.org/glossary/lamp"]}
    assert wick["broader"] == ["lamp"]
    page = desk.look_at(as_skos(others, "turtle"), "theirs.ttl").text
    desk.take(page, "wick")
    assert desk.edits()[1]["concepts"][0]["broader"] == ["lamp"]


def test_a_word_that_would_clash_says_with_what(desk: Desk) -> None:
    page = unescape(desk.look_at("id,label,definition\nseat_2,seat,To sit on.\n").text)
    assert "“seat” is also what “bench” is called." in page or "is also what “seat_2” is called" in page
    assert " checked" not in page


@pytest.mark.parametrize(
    ("content", "name", "status", "words"),
    [
        ("", "words.csv", 422, "empty"),
        ("a,b\n", "words.csv", 422, "“label” and “definition”"),
        ("@prefix : <", "words.ttl", 422, ""),
        ("hub", "words.docx", 422, "whose name ends with"),
        ("hub", "words", 422, "whose name ends with"),
    ],
)
def test_what_cannot_be_read_is_told(desk: Desk, content: str, name: str, status: int, words: str) -> None:
    answer = desk.look_at(content, name)
    assert answer.status_code == status
    assert words in unescape(answer.text)
    assert 'role="alert"' in answer.text


def test_nothing_sent_and_nothing_chosen_are_told(desk: Desk) -> None:
    assert "Please choose a file first." in desk.browser.post(desk.path).text
    answer = desk.take(desk.look_at(TABLE).text)
    assert answer.status_code == 422
    assert "Nothing was chosen" in answer.text
    assert (
        desk.browser.post(f"{desk.path}/take", data={"packed": "broken", "concepts": "hub"}).status_code
        == 422
    )
    assert desk.edits() == []


def test_so_many_that_nobody_can_tick_them_are_taken_all_at_once(desk: Desk) -> None:
    rows = "".join(f"word {number},What word {number} is.\n" for number in range(600))
    page = desk.look_at(f"label,definition\n{rows}").text
    assert "And 100 more." in page
    assert 'type="checkbox"' not in page
    assert desk.take(page, all="true").status_code == 303
    assert len(desk.edits()[0]["concepts"]) == 600


def test_what_is_too_large_is_refused_before_it_is_read(desk: Desk) -> None:
    answer = desk.look_at(b"x" * (MOST_MEGABYTES * 1_000_000 + 1000))
    assert answer.status_code == 413


def test_whatever_a_file_says_is_shown_as_text(desk: Desk) -> None:
    quoted = HOSTILE.replace('"', '""')
    page = desk.look_at(f'label,definition\n"{quoted}","{quoted}"\n', f"{HOSTILE}.csv").text
    assert "<script>alert" not in page


def test_only_those_with_a_role_there_may_bring_words_in(desk: Desk, installation: Installation) -> None:
    stranger = installation.browser()
    assert stranger.get(desk.path).status_code == 401
    other = installation.new_area("Elsewhere")
    guest = installation.signed_in(installation.colleague(Role.FACILITATOR, other))
    assert guest.get(desk.path).status_code == 403
    assert guest.post(desk.path, files={"file": ("words.csv", TABLE)}).status_code == 403
    assert desk.browser.get(desk.path).status_code == 200
