from kithmap.basics.csv_text import csv_rows
from kithmap.layer_formats.network_tables import connections_csv, places_csv
from tests.support.layers import RELEASE


def test_tables_are_headed_as_programs_for_networks_look_for_it() -> None:
    head, *rows = csv_rows(b"".join(places_csv(RELEASE)).decode())
    assert head[:3] == ["Id", "Label", "layer"]
    assert rows[0][:2] == ["a-hall", "Victoria Hall"]
    head, *rows = csv_rows(b"".join(connections_csv(RELEASE)).decode())
    assert head[:4] == ["Id", "Source", "Target", "Type"]
    assert [row[:4] for row in rows] == [
        ["d-first", "a-hall", "c-walk", "Undirected"],
        ["e-second", "c-walk", "b-park", "Directed"],
    ]


def test_nothing_stands_before_the_first_name() -> None:
    assert b"".join(places_csv(RELEASE)).startswith(b"Id,")


def test_no_two_columns_are_alike_but_for_their_capitals() -> None:
    for table in (places_csv(RELEASE), connections_csv(RELEASE)):
        head = [name.lower() for name in csv_rows(b"".join(table).decode())[0]]
        assert len(set(head)) == len(head)
