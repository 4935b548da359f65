"""What comes with Kithmap: the terms of the programme and of the tool, the indicators, and their releases."""

import re
from pathlib import Path

import pytest

from kithmap.basics.errors import BadInputError
from kithmap.glossary.catalogue import RELEASES, read_starting_glossary, read_starting_releases
from kithmap.glossary.checks import faults
from kithmap.glossary.measures import FUNCTIONS
from kithmap.glossary.release import every_concept, since
from kithmap.network.measures import FUNCTIONS as NETWORK_FUNCTIONS
from tests.glossary.support import ROOT

STARTING = read_starting_glossary(ROOT)

PROGRAMME = (
    ("community",),
    ("community_of_place", "community_of_interest", "community_of_identity"),
    ("community_connection",),
    ("area",),
    ("citizen",),
    ("public_service",),
    ("service_user",),
    ("service_provider",),
    ("statutory_duty", "community_responsibility"),
    ("vcs_organisation",),
    ("host_authority",),
    ("community_researcher",),
    ("researcher_training",),
    ("workshop",),
    ("representative_sample",),
    ("mapping",),
    ("term",),
    ("indicator",),
    ("common_understanding",),
    ("action_research",),
    ("social_network",),
    ("personal_network",),
    ("social_network_survey",),
    ("social_network_analysis",),
    ("social_capital",),
    ("networking",),
    ("community_involvement",),
    ("wellbeing",),
    ("mental_wellbeing",),
    ("social_inclusion",),
    ("social_exclusion",),
    ("social_outcome",),
    ("intervention",),
    ("self_directed_support",),
    ("co_production",),
    ("self_help", "collective_action"),
    ("community_development",),
    ("interim_figures", "post_intervention_figures"),
    ("impact",),
    ("evaluation",),
)
"""The forty terms of the founding document; some are several concepts."""

PRODUCT = (
    ("community_asset",),
    ("gift_or_skill", "association", "institution", "physical_place", "exchange", "story_or_culture"),
    ("meeting_place",),
    ("sensitive_place",),
    ("hub",),
    ("baseline_layer",),
    ("tie",),
    ("tie_strength",),
    ("bonding", "bridging", "linking"),
    ("isolate",),
    ("broker",),
    ("familiar_stranger",),
    ("name_generator",),
    ("place_generator",),
    ("playback",),
    ("social_prescribing",),
    ("loneliness", "social_isolation"),
    ("proposal", "reword", "adopted", "adopted_with_dissent", "minority_statement", "quorum"),
)
"""Those that the tool needs beside them."""

INDICATORS = {
    "life_satisfaction": "shipped",
    "worthwhile": "shipped",
    "happy_yesterday": "shipped",
    "anxious_yesterday": "shipped",
    "loneliness_three_items": "slot",
    "loneliness_direct": "shipped",
    "mental_wellbeing_scale": "slot",
    "belonging": "slot",
    "chats_to_neighbours": "slot",
    "exchanges_favours": "slot",
    "trusts_neighbours": "slot",
    "pulls_together": "slot",
    "backgrounds_get_on": "slot",
    "asks_neighbour_for_help": "slot",
    "people_there_if_needed": "slot",
    "influences_decisions": "slot",
    "volunteers_formally": "slot",
    "meets_in_person": "slot",
    "satisfied_with_area": "slot",
    "part_of_a_community": "ours",
    "network_size": "ours",
    "helping_ties": "ours",
    "structural_holes": "ours",
    "bridging_index": "ours",
    "linking_positions": "ours",
    "places_used": "ours",
    "map_cohesion": "ours",
    "tie_change": "ours",
}
"""All twenty-eight, by whose wording is shown: others' that may be shipped, ours, or none but where to get it."""


def test_every_term_of_the_programme_and_of_the_tool_is_there_and_no_other() -> None:
    assert len(PROGRAMME) == 40
    wanted = {each for terms in (*PROGRAMME, *PRODUCT) for each in terms}
    assert {each.id for each in STARTING.concepts} == wanted


def test_every_term_says_what_it_means_and_reads_aloud() -> None:
    assert not faults(STARTING.concepts, "en")
    for each in STARTING.concepts:
        assert each.definition["en"].endswith("."), each.id
        assert each.related or each.broader or each.scope or each.consult, each.id


def test_every_indicator_is_there_with_all_that_is_to_be_known_of_it() -> None:
    assert {each.concept.id: each.rights for each in STARTING.indicators} == INDICATORS
    known = FUNCTIONS.keys() | NETWORK_FUNCTIONS.keys()
    for each in STARTING.indicators:
        told = (each.source, each.licence, each.mode, each.limits, each.benchmark, each.comparability)
        assert all(told), each.concept.id
        assert each.answers, each.concept.id
        assert each.compute["function"] in known, each.concept.id


def test_an_empty_slot_says_where_to_get_its_words_and_an_open_one_whom_to_name() -> None:
    for each in STARTING.indicators:
        if each.rights == "slot":
            assert not each.questions, each.concept.id
            assert re.search(r"take the wording from|Register with|Off until", each.licence), each.concept.id
        if each.rights == "shipped":
            assert each.questions, each.concept.id
            assert "Open Government Licence v3.0" in each.attribution


def test_the_four_of_the_standard_are_asked_in_its_order() -> None:
    first = [each.concept.id for each in STARTING.indicators][:4]
    assert first == ["life_satisfaction", "worthwhile", "happy_yesterday", "anxious_yesterday"]


def test_every_release_is_as_it_was_and_the_change_log_tells_of_it() -> None:
    releases = read_starting_releases(ROOT)
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert releases, "the starting glossary has been released"
    for before, each in zip([None, *releases], releases, strict=False):
        assert f"## {each.version} ({each.on:%Y-%m-%d})" in log
        assert each.previous == (before.version if before else None)
        assert (ROOT / RELEASES / str(each.version)).is_dir()


def test_what_is_not_released_yet_is_told_in_the_change_log() -> None:
    last = read_starting_releases(ROOT)[-1]
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    _, _, section = log.partition("## Unreleased\n")
    told = section.partition("\n## ")[0]
    found = since(last, STARTING.concepts, STARTING.indicators)
    changed = {
        *found.added,
        *found.withdrawn,
        *found.restored,
        *found.instruments,
        *(each.id for each in (*found.redefined, *found.edited)),
        *(
            one
            for each in (*found.split, *found.merged, *found.replaced)
            for one in (*each.before, *each.after)
        ),
    }
    untold = {each for each in changed if f"`{each}`" not in told}
    assert not untold, "name these below “Unreleased” in indicator_glossary/CHANGELOG.md, or release them"


def test_the_newest_release_holds_all_that_the_folder_had(tmp_path: Path) -> None:
    last = read_starting_releases(ROOT)[-1]
    assert {each.first for each in every_concept(last)} <= {
        each.version for each in read_starting_releases(ROOT)
    }
    assert not read_starting_releases(tmp_path)


def test_a_fault_in_a_file_names_it(tmp_path: Path) -> None:
    (tmp_path / "glossary.yaml").write_text("title: [", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"glossary\.yaml"):
        read_starting_glossary(tmp_path)
