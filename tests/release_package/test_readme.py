from dataclasses import replace
from datetime import UTC, datetime

from kithmap.layers.model import Edition, Header, PrivacyReport
from kithmap.layers.published import EditionFacts, PublishedRelease
from kithmap.release_package.readme import FOR_WHOM, Told, readme
from tests.support.layers import HEADER, RELEASE

REPORT = PrivacyReport(
    withheld={"room": 3, "waiting": 0}, masked={100: 2, 250: 0}, counts_hidden=4, words_left_out=5
)
TOLD = Told({"layers/": "the layers"}, {"room": "for the room alone"})


def of(header: Header = HEADER) -> PublishedRelease:
    counts = {layer.name: len(layer.features) for layer in RELEASE.layers}
    facts = EditionFacts(dict.fromkeys(counts, "ab" * 32), counts, {}, None, REPORT)
    at = datetime(2026, 5, 11, tzinfo=UTC)
    return PublishedRelease(
        "r", header, "cd" * 32, at, ("facilitator", "researcher"), dict.fromkeys(Edition, facts)
    )


def test_it_says_what_it_is_for_whom_and_what_it_holds() -> None:
    page = readme(of(), Edition.PARTNERS, TOLD)
    assert page.startswith("# Oakham, Baseline: community map, version 1.0.0\n")
    assert FOR_WHOM[Edition.PARTNERS] in page
    assert FOR_WHOM[Edition.PUBLIC] in readme(of(), Edition.PUBLIC, TOLD)
    assert "- `layers/`: the layers" in page
    assert "| Assets (`assets`) | 2 |" in page
    assert "signed by: facilitator, researcher" in page


def test_it_tells_what_was_changed_for_privacy_and_nothing_of_what_was_not() -> None:
    page = readme(of(), Edition.PUBLIC, TOLD)
    assert "- Left out: 3 (for the room alone)" in page
    assert "- Moved, by up to 100 m: 2 places" in page
    assert "Counts of fewer than 10 people, which are not told: 4" in page
    assert ("waiting" in page, "250 m" in page) == (False, False)


def test_without_a_glossary_or_signatures_it_says_so() -> None:
    page = readme(replace(of(replace(HEADER, glossary=None, note="")), signed_by=()), Edition.PUBLIC, TOLD)
    assert "the area had published no glossary" in page
    assert ("signed by" in page, "What is new" in page) == (False, False)


def test_names_are_no_markup() -> None:
    page = readme(of(replace(HEADER, area="<script>", note="# x", attribution="a | b")), Edition.PUBLIC, TOLD)
    assert "<script>" not in page
    assert r"What is new: \# x" in page
    assert r"a \| b" in page
