from dataclasses import replace
from datetime import date

import pytest
from rdflib import OWL, Graph, URIRef
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.glossary import store
from kithmap.glossary.model import Glossary
from kithmap.glossary.release import next_release
from tests.glossary.published import BASE, NAME, SCHEME, publish
from tests.glossary.support import concept
from tests.support.installation import HOSTILE, START, Installation

HOME = f"/glossary/{NAME}"


@pytest.fixture
def reader(installation: Installation) -> TestClient:
    """Somebody whom nobody knows."""
    installation.do(publish, installation.area, START)
    return installation.browser()


def read(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.text)
    return answer.text


def test_anybody_may_read_what_was_published(reader: TestClient) -> None:
    page = read(reader, "/glossary")
    assert f'href="{HOME}"' in page
    assert 'href="/glossary/starting"' in page
    assert "Version 2.0.0 of 12 June 2026" in page


def test_a_glossary_lists_its_terms_and_all_its_versions(reader: TestClient) -> None:
    page = read(reader, HOME)
    for wanted in (
        f'href="{HOME}/hub"',
        f'href="{HOME}/versions/1.0.0"',
        f'href="{HOME}/versions/2.0.0/changes"',
        BASE,
    ):
        assert wanted in page
    assert page.index(f'href="{HOME}/bench"') < page.index(f'href="{HOME}/hub"')
    assert "Instead we say" in page


def test_a_word_is_looked_for_without_any_script(reader: TestClient) -> None:
    page = read(reader, f"{HOME}?words=PHONE")
    assert "1 term speaks of" in page
    assert f'href="{HOME}/bench"' not in page
    assert "Nothing here speaks of" in read(reader, f"{HOME}?words=elephant")
    assert f'href="{HOME}/sports_club"' in read(reader, f"{HOME}?by=theme")


def test_a_term_shows_its_meaning_its_past_and_its_votes(reader: TestClient) -> None:
    page = read(reader, f"{HOME}/hub")
    for wanted in (
        "in the flesh or by phone",
        "heart of the village",
        "Fern Hall; the Mill Café",
        "canolbwynt",
        "Agreed in a workshop on 4 March 2026, with what others say beside it",
        "22 of 22, 100 in 100",
        "It leaves out the bus.",
        "it means something else from here on",
        f"{BASE}hub",
    ):
        assert wanted in page
    assert page.count("<rect") == 14


def test_a_term_that_is_no_longer_used_keeps_its_page_and_says_what_to_use(reader: TestClient) -> None:
    page = read(reader, f"{HOME}/club")
    assert "This term is no longer used." in page
    assert f'href="{HOME}/sports_club"' in page


def test_an_indicator_shows_how_it_is_asked_and_by_what_right(reader: TestClient) -> None:
    page = read(reader, f"{HOME}/life_satisfaction")
    for wanted in (
        "Overall, how satisfied are you",
        "Open Government Licence",
        "computation_calculations",
        "bands (cuts",
    ):
        assert wanted in page
    assert "The wording belongs to its source" in read(reader, f"{HOME}/loneliness_three_items")
    assert f'href="{HOME}/life_satisfaction"' in read(reader, f"{HOME}/wellbeing")


@pytest.mark.parametrize(
    ("accept", "sort"),
    [
        ("text/turtle", "text/turtle; charset=utf-8"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/json", "application/json"),
        ("text/turtle;q=0.2, application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_an_address_answers_in_the_form_that_is_accepted(reader: TestClient, accept: str, sort: str) -> None:
    for path in (HOME, f"{HOME}/hub"):
        answer = reader.get(path, headers={"accept": accept})
        assert (answer.status_code, answer.headers["content-type"]) == (200, sort)
        assert answer.headers["vary"] == "Accept"
        assert answer.headers["cache-control"] == "public, no-cache"


def test_what_programs_read_of_a_withdrawn_term_says_so(reader: TestClient) -> None:
    graph = Graph().parse(data=reader.get(f"{HOME}/club?as=turtle").content, format="turtle")
    assert bool(graph.value(URIRef(f"{BASE}club"), OWL.deprecated))


def test_whoever_accepts_none_of_the_forms_is_told_which_there_are(reader: TestClient) -> None:
    for path, form in (
        (HOME, "text/csv"),
        (f"{HOME}/hub", "text/turtle"),
        (f"{HOME}/versions/1.0.0", "text/csv"),
    ):
        answer = reader.get(path, headers={"accept": "image/png"})
        assert answer.status_code == 406
        assert form in answer.text
    assert reader.get(f"{HOME}/hub?as=csv").status_code == 406


def test_the_address_with_a_slash_leads_to_the_glossary(reader: TestClient) -> None:
    answer = reader.get(f"{HOME}/?as=turtle")
    assert (answer.status_code, answer.headers["location"]) == (308, f"{HOME}?as=turtle")


def test_an_unknown_term_names_the_glossary(reader: TestClient) -> None:
    answer = reader.get(f"{HOME}/elephant")
    assert answer.status_code == 404
    assert "Glossary of Oakham" in answer.text
    for form in ("turtle", "json"):
        assert reader.get(f"{HOME}/elephant?as={form}").status_code == 404
    assert reader.get("/glossary/nowhere").status_code == 404
    assert reader.get("/glossary/nowhere/hub?as=json").status_code == 404


def test_before_the_first_version_only_those_who_work_on_it_see_the_way_to_the_draft(
    installation: Installation,
) -> None:
    made = Glossary(new_id(), installation.area.programme, installation.area.id, "empty", f"{BASE}x/")
    installation.do(store.add_glossary, made, START)
    draft = f"/areas/{installation.area.id}/glossary"
    assert draft not in read(installation.browser(), "/glossary/empty")
    assert "empty" not in read(installation.browser(), "/glossary")
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    assert draft in read(researcher, "/glossary/empty")
    assert installation.browser().get("/glossary/empty?as=turtle").status_code == 404


def test_whatever_a_term_says_is_shown_as_text(installation: Installation) -> None:
    made = Glossary(new_id(), installation.area.programme, installation.area.id, "loud", f"{BASE}x/")
    installation.do(store.add_glossary, made, START)
    words = {"en": HOSTILE}
    loud = replace(
        concept("hub"), label=words, definition=words, scope=words, example=words, alt={"en": (HOSTILE,)}
    )
    scheme = replace(SCHEME, title=words, description=words)
    release = next_release(None, scheme, [loud], [], date(2026, 1, 1), HOSTILE)
    installation.do(store.add_release, made.id, release, START)
    for path in (
        "",
        "?by=theme",
        "?words=script",
        "/hub",
        "/versions/1.0.0/changes",
        "/versions/1.0.0/questionnaire",
    ):
        page = read(installation.browser(), f"/glossary/loud{path}")
        assert "<script>alert" not in page
        assert "{{ 7*7 }}" in page or "49" not in page


def test_a_long_glossary_shows_a_letter_at_a_time(installation: Installation) -> None:
    made = Glossary(new_id(), installation.area.programme, installation.area.id, "long", f"{BASE}x/")
    installation.do(store.add_glossary, made, START)
    many = [concept(f"{letter}{number}") for letter in "abc" for number in range(200)]
    release = next_release(None, SCHEME, many, [], date(2026, 1, 1))
    installation.do(store.add_release, made.id, release, START)
    page = read(installation.browser(), "/glossary/long")
    assert 'href="/glossary/long/a7"' in page
    assert 'href="/glossary/long/b7"' not in page
    assert 'href="/glossary/long/b7"' in read(installation.browser(), "/glossary/long?letter=B")
    assert 'href="/glossary/long/a7"' in read(installation.browser(), "/glossary/long?letter=%C3%98")


def test_who_is_signed_in_is_shown_on_the_page_and_keeps_it_from_being_stored(
    installation: Installation,
) -> None:
    installation.do(publish, installation.area, START)
    answer = installation.as_admin().get(HOME)
    assert installation.admin.name in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "Cookie" in answer.headers["vary"]
