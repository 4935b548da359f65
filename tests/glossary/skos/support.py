"""Releases whose words hold everything that a form could trip over."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from rdflib import Graph

from kithmap.glossary.model import Concept, Decision, Match, Release, Status
from kithmap.glossary.skos import Format, as_skos
from tests.glossary.support import concept, release

SIGNS = "a ö ₿ 🌳 \" ' \\ \n \r \t & < > ]] {} @ ^^ \x00 \x0b \x85 \u2028 \ufffe سڑک"
texts = st.text(st.sampled_from(SIGNS), max_size=12)
languages = st.sampled_from(["en", "cy", "ur", "zh-Hant", "en-GB", "", "no language"])
words = st.dictionaries(languages, texts, max_size=3)
ids = st.sampled_from([f"concept_{letter}" for letter in "abcde"])
some_ids = st.lists(ids, max_size=2).map(tuple)
addresses = st.builds("https://example.com/{}".format, texts)
decisions = st.builds(
    Decision,
    st.just("w"),
    st.just("i"),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.sampled_from(["adopted", "adopted_with_dissent"]),
    st.just({}),
    texts,
    st.lists(texts, max_size=2).map(tuple),
    texts,
)
concepts = st.builds(
    concept,
    ids,
    label=words,
    definition=words,
    alt=st.dictionaries(languages, st.lists(texts, max_size=2).map(tuple), max_size=2),
    scope=words,
    broader=some_ids,
    related=some_ids,
    matches=st.dictionaries(st.sampled_from(Match), st.lists(addresses, max_size=2).map(tuple), max_size=2),
    consult=st.lists(texts, max_size=2).map(tuple),
    status=st.sampled_from(Status),
    replaced_by=some_ids,
    decisions=st.lists(decisions, max_size=2).map(tuple),
)


def _release(given: list[Concept], **more: Any) -> Release:
    return release(*given, **more)


wild_releases = st.builds(
    _release, st.lists(concepts, max_size=4, unique_by=lambda each: each.id), note=texts
)


def read_back(given: Release, form: Format) -> Graph:
    """Return what a reader that is not ours makes of a release."""
    return Graph().parse(data=as_skos(given, form), format=form)
