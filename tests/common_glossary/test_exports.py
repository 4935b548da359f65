from dataclasses import replace

from kithmap.basics.csv_text import csv_rows
from kithmap.common_glossary.exports import COLUMNS, terms_csv, terms_document, told
from kithmap.common_glossary.model import Sheet
from kithmap.glossary.model import Match
from tests.common_glossary.support import (
    AREAS,
    a_round,
    accepted,
    answer,
    area_release,
    everywhere,
    held_by,
    worded,
)
from tests.glossary.support import concept

RELEASES = everywhere("hub", "park")
HUB = worded("g", {**held_by(5), ("fir", "park"): Match.NARROW}, concept="hub")
PARK = worded("h", held_by(2, "park"), "Park")


def test_every_area_has_its_say_on_every_term_common_ones_first() -> None:
    found = told(accepted(PARK, HUB), RELEASES)
    assert [each.group.label for each in found] == ["Hub", "Park"]
    assert [saying.area for saying in found[0].sayings] == list(AREAS)
    assert [len(saying.concepts) for saying in found[0].sayings] == [1, 1, 1, 1, 1, 1, 0]


def test_a_row_for_each_term_and_area() -> None:
    rows = csv_rows(terms_csv(told(accepted(HUB), RELEASES), "en").decode("utf-8-sig"))
    assert tuple(rows[0]) == COLUMNS
    ash, gorse = (dict(zip(COLUMNS, rows[place], strict=True)) for place in (1, 7))
    assert ash["address"] == "https://example.org/glossary/ash/hub"
    assert (ash["match"], ash["label"], ash["glossary_version"], ash["answer"]) == (
        "exact",
        "hub",
        "1.0.0",
        "accepts",
    )
    assert ash["arithmetic"].startswith("5 of 7 areas hold it")
    assert (gorse["area"], gorse["match"], gorse["address"], gorse["answer"]) == ("Gorse", "", "", "")


def test_what_a_spreadsheet_would_reckon_out_stays_text() -> None:
    releases = {**RELEASES, "ash": area_release("ash", concept("hub", label={"en": "=1+1"}))}
    assert b"'=1+1" in terms_csv(told(accepted(HUB), releases), "en")


def test_the_document_tells_the_same_as_the_table() -> None:
    objecting = Sheet(a_round(), (HUB,), (answer(HUB, "ash", accepts=False),))
    (found,) = terms_document(told(objecting, RELEASES), "en")
    assert (found["standing"], found["holding"], found["needed"], found["areas"]) == ("objected", 5, 5, 7)
    ash, fir = found["said"][0], found["said"][5]
    assert (ash["answer"], ash["reason"]) == ("objects", "It is too wide.")
    assert [word["match"] for word in fir["words"]] == ["narrow"]


def test_a_term_without_words_yet_comes_last() -> None:
    unworded = replace(PARK, label="", definition="")
    assert [each.group.id for each in told(accepted(unworded, HUB), RELEASES)] == ["g", "h"]
