from dataclasses import replace

from kithmap.layers.model import PrivacyReport
from kithmap.research.charts import chart_of
from kithmap.research.counting import Counts, Net, count
from kithmap.research.figures import shown
from kithmap.research.release_figures import figures, layers_figure, privacy_figure
from tests.support.layers import RELEASE

COUNTS = count({layer.name: layer.features for layer in RELEASE.layers})
BY_NAME = {each.name: each for each in figures(COUNTS)}


def rows(name: str) -> list[tuple[str, ...]]:
    return list(shown(BY_NAME[name], str).rows)


def test_a_release_is_told_by_its_topics() -> None:
    assert list(BY_NAME) == [
        "assets-by-kind",
        "meeting-places-by-how-often",
        "meeting-places-by-how-many",
        "meeting-places-by-who-may-come",
        "connections-by-why",
        "connections-by-how",
        "connections-by-how-often",
        "connections-by-strength",
        "connections-by-outcome",
        "places-by-source",
        "places-by-precision",
        "how-places-hang-together",
    ]
    assert rows("assets-by-kind") == [("A place or space", "1", "50.0"), ("A story or custom", "1", "50.0")]
    assert ("Fun", "1", "50.0") in rows("connections-by-why")
    assert rows("places-by-precision")[0] == ("Where it is", "2", "1", "3")
    assert [row[0] for row in rows("places-by-source")] == [
        "From a phone",
        "By who led the workshop",
        "From paper",
        "From a file that others made",
    ]
    assert sum(int(row[3]) for row in rows("places-by-source")) == 3


def test_every_figure_but_that_of_the_net_can_be_drawn() -> None:
    assert [each.name for each in BY_NAME.values() if chart_of(each, str) is None] == [
        "how-places-hang-together"
    ]


def test_the_counts_of_a_figure_come_to_the_layer_where_each_row_has_one_value() -> None:
    assert sum(int(row[1]) for row in rows("assets-by-kind")) == COUNTS.layers[RELEASE.layers[0].name]


def test_an_empty_release_has_no_figures() -> None:
    assert figures(Counts()) == []


def test_what_is_not_known_of_a_net_is_no_zero() -> None:
    lone = replace(COUNTS, net=Net(places=1, ties=1))
    (net,) = (each for each in figures(lone) if each.name == "how-places-hang-together")
    assert [row[1] for row in shown(net, str).rows][-2:] == ["–", "–"]


def test_each_layer_says_how_many_rows_it_has() -> None:
    assert shown(layers_figure(COUNTS.layers), str).rows[0] == ("Assets", "2")


def test_what_was_changed_for_privacy_is_told_where_it_was() -> None:
    report = PrivacyReport({"room": 3, "end": 1, "partners": 0}, {100: 2, 250: 0}, 2, 0)
    assert shown(privacy_figure(report), str).rows == (
        ("Its author gave it to the people in the room alone.", "3"),
        ("One of the places that it joins is not in this edition.", "1"),
        ("Places moved by up to 100 metres", "2"),
        ("Counts of people that are too small to be told", "2"),
    )
