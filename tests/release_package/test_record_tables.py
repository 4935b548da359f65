from kithmap.basics.csv_text import csv_rows
from kithmap.release_package.record_tables import (
    AGREED,
    DEPARTURES,
    REFLECTIONS,
    STEPS,
    TABLES,
    WORKSHOPS,
    Table,
    record_files,
)
from kithmap.release_package.workshop_record import WorkshopRecord
from tests.release_package.evening import TITLE, recorded


def rows(table: Table, *records: WorkshopRecord) -> list[dict[str, str]]:
    head, *rest = csv_rows(record_files(records)[table.path].decode("utf-8-sig"))
    return [dict(zip(head, row, strict=True)) for row in rest]


def test_every_table_has_the_columns_that_it_says_it_has() -> None:
    files = record_files([recorded()])
    for table in TABLES:
        head, *_ = csv_rows(files[table.path].decode("utf-8-sig"))
        assert head == [column.name for column in table.columns]
        assert set(table.key) <= set(head)


def test_every_evening_is_a_row_and_what_is_hidden_is_empty() -> None:
    (row,) = rows(WORKSHOPS, recorded())
    assert (row["title"], row["held_on"], row["joined"], row["connected"]) == (TITLE, "2026-05-01", "10", "")


def test_decisions_steps_departures_and_answers_are_rows_of_their_workshop() -> None:
    one = recorded()
    (decision,) = rows(AGREED, one)
    assert (decision["workshop"], decision["label"], decision["outcome"]) == (
        one.workshop,
        "heart",
        "adopted",
    )
    assert (decision["integrated"], decision["for"]) == ("false", "")
    (step,) = rows(STEPS, one)
    assert (step["position"], step["planned"], step["minutes"]) == ("1", "30", "50")
    over, skipped = rows(DEPARTURES, one)
    assert (over["what"], over["minutes"], over["reason"]) == ("ran_over", "50", "")
    assert (skipped["what"], skipped["minutes"]) == ("skipped", "")
    heard, *_ = rows(REFLECTIONS, one)
    assert (heard["question"], heard["yes"], heard["no"]) == ("heard", "10", "")


def test_codes_are_among_those_that_the_columns_list() -> None:
    for table in TABLES:
        for row in rows(table, recorded()):
            for column in table.columns:
                assert not column.values or row[column.name] in {"", *column.values}
