from dataclasses import replace

from pydantic import TypeAdapter

from kithmap.agreement.operations import ProposeItem
from kithmap.glossary.catalogue import read_starting_glossary
from kithmap.glossary.model import Status
from kithmap.glossary.offered import Offered, offered
from tests.glossary.support import concept
from tests.support.source_tree import ROOT

STARTING = read_starting_glossary(ROOT / "indicator_glossary")


def test_everything_the_starting_glossary_offers_can_be_proposed_as_it_is() -> None:
    written = TypeAdapter(Offered)
    for each in offered(STARTING.concepts, STARTING.indicators, "en"):
        payload = written.dump_python(each, mode="json") | {"item": "01900000-0000-7000-8000-000000000001"}
        proposed = ProposeItem.model_validate_json(TypeAdapter(dict[str, object]).dump_json(payload))
        assert (proposed.label, proposed.concept) == (each.label, each.concept)


def test_a_licensed_wording_is_offered_as_an_empty_slot() -> None:
    slots = {each.concept.id for each in STARTING.indicators if each.rights == "slot"}
    found = {
        each.concept
        for each in offered(STARTING.concepts, STARTING.indicators, "en")
        if not each.licence.held
    }
    assert found == slots != set()


def test_what_is_withdrawn_is_not_offered() -> None:
    gone = replace(concept("hub"), status=Status.WITHDRAWN)
    assert [each.concept for each in offered([concept("park"), gone], [], "en")] == ["park"]


def test_terms_and_indicators_are_each_in_the_order_of_their_names() -> None:
    names = [
        (each.type, each.label.casefold()) for each in offered(STARTING.concepts, STARTING.indicators, "en")
    ]
    assert names == sorted(names)
