import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.census import CENSUS
from kithmap.programme.profile import MOST_BYTES, MOST_FAULTS, read_profile, template

HEAD = "attribute,category,count\r\n"
SEXES = "sex,female,510\r\nsex,male,490\r\n"

profiles = st.fixed_dictionaries(
    {},
    optional={
        attribute: st.fixed_dictionaries(
            {category: st.integers(0, 10**8) for category in categories[:-1]}
            | {categories[-1]: st.integers(1, 10**8)}
        )
        for attribute, categories in CENSUS.items()
    },
).filter(bool)


def written(rows: list[tuple[str, str, object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("attribute", "category", "count"), *rows])
    return text.getvalue().encode()


@given(counts=profiles, draw=st.data())
def test_what_is_written_is_read_in_any_order_of_lines(
    counts: dict[str, dict[str, int]], draw: st.DataObject
) -> None:
    rows = [(a, c, n) for a, given in counts.items() for c, n in given.items()]
    assert read_profile(written(draw.draw(st.permutations(rows)))) == (counts, [])


@given(
    file=st.binary(max_size=300)
    | st.text(max_size=300).map(str.encode)
    | st.text(max_size=300).map(lambda t: (HEAD + t).encode(errors="replace"))
)
def test_whatever_is_sent_is_read_whole_or_its_faults_are_told(file: bytes) -> None:
    counts, faults = read_profile(file)
    assert len(faults) <= MOST_FAULTS
    assert all(fault.line >= 1 and fault.words.endswith(".") for fault in faults)
    if not faults:
        assert counts
        assert all(tuple(sorted(given)) == tuple(sorted(CENSUS[each])) for each, given in counts.items())


@given(counts=profiles, draw=st.data())
def test_one_broken_line_is_told_with_its_number(
    counts: dict[str, dict[str, int]], draw: st.DataObject
) -> None:
    rows: list[tuple[str, str, object]] = [(a, c, n) for a, given in counts.items() for c, n in given.items()]
    place = draw.draw(st.integers(0, len(rows) - 1))
    attribute, category, _ = rows[place]
    broken = [
        (("shoe_size", category, 1), "attribute"),
        ((attribute, "other still", 1), "category"),
        ((attribute, category, "1,200"), "count"),
        ((attribute, category, "-3"), "count"),
        ((attribute, category, ""), "count"),
    ]
    rows[place], column = draw.draw(st.sampled_from(broken))
    _, faults = read_profile(written(rows))
    assert [(fault.line, fault.column) for fault in faults] == [(place + 2, column)]


def test_the_template_names_every_category_and_is_refused_until_it_is_filled_in() -> None:
    lines = template().splitlines()
    assert len(lines) == 1 + sum(map(len, CENSUS.values()))
    _, faults = read_profile(template().encode())
    assert {fault.column for fault in faults} == {"count"}
    assert len(faults) == MOST_FAULTS
    counts, faults = read_profile("\n".join([lines[0], *(f"{line}7" for line in lines[1:])]).encode())
    assert not faults
    assert counts.keys() == CENSUS.keys()


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, ""),
        ("place,number\n", 1, ""),
        (HEAD, 1, ""),
        (HEAD + "sex,female,5\n", 2, "category"),
        (HEAD + "sex,female,0\nsex,male,0\n", 3, "count"),
        (HEAD + SEXES + "sex,male,4\n", 4, "category"),
        (HEAD + SEXES + "sex,male\n", 4, ""),
        (HEAD + 'sex,"female,5\n', 2, ""),
        ("x" * (MOST_BYTES + 1), 1, ""),
    ],
)
def test_each_fault_is_told_with_line_and_column(text: str, line: int, column: str) -> None:
    _, [fault] = read_profile(text.encode())
    assert (fault.line, fault.column) == (line, column)


def test_a_file_from_a_spreadsheet_is_read() -> None:
    assert read_profile(b"\xef\xbb\xbf" + (HEAD + "\r\n" + SEXES + ",,\r\n").encode()) == (
        {"sex": {"female": 510, "male": 490}},
        [],
    )
    _, [fault] = read_profile("attribute,category,count\nsex,m\xe4n,3".encode("latin-1"))
    assert "UTF-8" in fault.words
