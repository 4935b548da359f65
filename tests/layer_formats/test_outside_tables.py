"""What a validator of others says of tables and what is written beside them, run as a program in an environment of its own."""

from pathlib import Path

import pytest

from kithmap.layer_formats.files import write
from kithmap.layer_formats.formats import FORMATS, Format
from tests.glossary.outside.programs import csvw
from tests.support.layers import RELEASE

pytestmark = pytest.mark.checkers

TABLES = [form for form in FORMATS if form.beside]


@pytest.mark.parametrize("form", TABLES, ids=lambda form: form.key)
def test_every_table_is_what_is_written_beside_it(form: Format, tmp_path: Path) -> None:
    *_, beside = write(form, RELEASE, tmp_path)
    found = csvw(beside)
    assert found.sound, found.words


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b",exact,", b",nearly,"),
        (b",2026-05-04,", b",in May,"),
        (b",false,", b",perhaps,"),
        (b"\r\nb-park,", b"\r\na-hall,"),
    ],
)
def test_a_table_that_is_something_else_is_refused(before: bytes, after: bytes, tmp_path: Path) -> None:
    assets, *_, beside = write(TABLES[0], RELEASE, tmp_path)
    written = assets.read_bytes()
    assert before in written
    assets.write_bytes(written.replace(before, after, 1))
    assert not csvw(beside).sound
