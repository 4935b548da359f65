from typing import Any

from kithmap.basics.records import Audience, Record
from kithmap.workshop.model import (
    MAPPING,
    SIX_KINDS,
    Life,
    Stage,
    glossary_version,
    is_hiding,
    is_moderated,
    kind_keys,
    kind_labels,
    life_of,
    new_round,
    stage_of,
)


def record(*, blind: bool, revealed: bool) -> Record:
    fields = {
        "life": "open",
        "stage": "places",
        "round": {"number": 1, "blind": blind, "revealed": revealed},
        "asset_kinds": [{"key": "story"}],
    }
    return Record("workshop", "workshop", None, Audience.EVERYONE, fields)


def with_fields(**fields: Any) -> Record:
    return record(blind=False, revealed=False).with_fields(**fields)


def test_a_round_hides_only_while_it_is_blind_and_not_shown() -> None:
    cases = [(blind, revealed) for blind in (True, False) for revealed in (True, False)]
    assert [is_hiding(record(blind=blind, revealed=revealed)) for blind, revealed in cases] == [
        False,
        True,
        False,
        False,
    ]


def test_the_record_tells_life_stage_and_kinds() -> None:
    workshop = record(blind=False, revealed=False)
    assert (life_of(workshop), stage_of(workshop), kind_keys(workshop)) == (
        Life.OPEN,
        Stage.PLACES,
        {"story"},
    )
    assert stage_of(workshop) in MAPPING
    assert len(SIX_KINDS) == 6


def test_a_round_is_moderated_only_where_it_says_so() -> None:
    before = record(blind=True, revealed=False)
    assert not is_moderated(before)
    assert not is_moderated(before.with_fields(round=new_round(2, blind=True, moderated=False)))
    assert is_moderated(before.with_fields(round=new_round(2, blind=True, moderated=True)))


def test_a_workshop_names_its_kinds_by_the_glossary_that_was_in_force() -> None:
    named = with_fields(glossary={"name": "ferndale", "version": "1.2.0"})
    assert glossary_version(named) == "1.2.0"
    assert glossary_version(with_fields()) is None


def test_a_workshop_knows_what_its_kinds_were_called() -> None:
    kinds = [{"key": "association", "label": "Clubs", "matches": "association"}]
    assert kind_labels(with_fields(asset_kinds=kinds)) == {"association": "Clubs"}
