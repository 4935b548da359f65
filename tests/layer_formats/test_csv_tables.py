from collections.abc import Iterable, Iterator
from dataclasses import replace

from kithmap.basics.csv_text import csv_rows
from kithmap.layer_formats.csv_tables import AT_ONCE, MARK, cell, csv_of, plain
from kithmap.layer_formats.formats import Format, format_of
from kithmap.layers.model import Feature, LayerName
from kithmap.layers.schema import Column, Type
from tests.support.layers import HALL, RELEASE


def form(key: str) -> Format:
    found = format_of(key)
    assert found is not None
    return found


def written(key: str, features: Iterable[Feature]) -> bytes:
    return b"".join(csv_of(form(key), LayerName.ASSETS, features))


ASSETS = RELEASE.layers[0].features


def test_a_table_begins_with_the_mark_that_spreadsheets_look_for() -> None:
    assert written("csv", ASSETS).startswith(b"\xef\xbb\xbfid,title,")


def test_shapes_stand_in_their_own_column_under_the_name_by_which_gdal_finds_them() -> None:
    head, first, *_ = csv_rows(written("csv-wkt", ASSETS).decode("utf-8-sig"))
    assert (head[-1], first[-1]) == ("wkt", "POINT (-0.7291 52.6708)")
    head, first, *_ = csv_rows(written("csv-bng", ASSETS).decode("utf-8-sig"))
    assert (head[-1], first[-1]) == ("wkt", "POINT (486034.993 308876.704)")


def test_no_word_is_reckoned_out_and_no_number_is_made_a_word() -> None:
    title, lon = Column("title", Type.TEXT, ""), Column("lon", Type.NUMBER, "")
    assert cell(title, "=1+1") == "'=1+1"
    assert cell(title, "-0.7") == "'-0.7"
    assert cell(lon, -0.7291) == "-0.7291"
    assert cell(lon, None) == cell(title, None) == ""


def test_yes_and_no_are_words_of_lower_case() -> None:
    blind = Column("blind", Type.YES_NO, "")
    assert [plain(blind, value) for value in (True, False)] == ["true", "false"]


def test_rows_are_made_a_few_at_a_time() -> None:
    taken = 0

    def many() -> Iterator[Feature]:
        nonlocal taken
        for taken in range(1, AT_ONCE * 2 + 2):
            yield replace(HALL, id=f"a{taken:05}")

    pieces = csv_of(form("csv"), LayerName.ASSETS, many())
    assert next(pieces).startswith(MARK)
    assert taken == 0
    assert len(csv_rows(next(pieces).decode())) == taken == AT_ONCE
    assert [len(csv_rows(piece.decode())) for piece in pieces] == [AT_ONCE, 1]


def test_a_layer_without_features_is_a_head() -> None:
    head = b"\xef\xbb\xbfid,name,programme,wave,wkt\r\n"
    assert b"".join(csv_of(form("csv-wkt"), LayerName.BOUNDARY, ())) == head
