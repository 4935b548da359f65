from dataclasses import replace
from datetime import date

from kithmap.glossary.model import Version
from kithmap.layers.model import LayerName
from kithmap.layers.schema import SCHEMAS
from kithmap.research.figures import shown
from kithmap.research.listing import (
    GROUPS,
    ListedRelease,
    PlaceRow,
    catalogue_figure,
    found_figure,
    place_figure,
    places_figure,
)
from kithmap.research.searching import MOST_SHOWN, Entry, Group, search
from tests.support.layers import CUTTS, HALL

LISTED = ListedRelease(
    "Seven places", "Oakham", "Baseline", "oakham-baseline", Version(1, 1, 0), date(2026, 6, 12), 2, 3, 4, 5
)


def test_the_catalogue_is_a_table_with_an_edition_in_each_row() -> None:
    rows = shown(catalogue_figure([LISTED, replace(LISTED, partners=True)]), str).rows
    assert rows[0] == (
        "Seven places",
        "Oakham",
        "Baseline",
        "/layers/oakham-baseline",
        "1.1.0",
        "2026-06-12",
        "For everybody",
        "3",
        "4",
        "5",
    )
    assert rows[1][6] == "For partners"


def test_what_was_found_is_taken_away_as_far_as_it_is_shown() -> None:
    entries = [Entry(Group.TERMS, f"hub {at}", f"/hub{at}", "Oakham", "What we mean") for at in range(99)]
    rows = shown(found_figure(search(entries, ("hub",))), str).rows
    assert len(rows) == MOST_SHOWN
    assert rows[0] == ("Terms", "hub 0", "Oakham", "What we mean", "/hub0")


def test_every_sort_has_a_name() -> None:
    assert list(GROUPS) == list(Group)


def test_places_are_listed_with_their_kind_and_how_exactly_they_are_shown() -> None:
    rows = [PlaceRow.of(LayerName.ASSETS, HALL), PlaceRow.of(LayerName.MEETING_PLACES, CUTTS)]
    assert [row.kind for row in rows] == ["physical_place", "meeting_place"]
    first, second = shown(places_figure(rows), str).rows
    assert first[:2] == ("Victoria Hall", "A place or space")
    assert second == ("Cutts Close walkers", "Meeting place", "", "Where it is", "2026-05-04")


def test_of_a_place_every_column_is_told_that_has_something_in_it() -> None:
    rows = {row[0]: row[1:] for row in shown(place_figure(LayerName.MEETING_PLACES, CUTTS), str).rows}
    columns = [each.name for each in SCHEMAS[LayerName.MEETING_PLACES].columns]
    assert list(rows) == [name for name in columns if CUTTS.properties[name] is not None]
    assert rows["how_often"][0] == "Every week"
    assert rows["placed_blind"][0] == "Yes"
