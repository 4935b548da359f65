import csv
import io

from kithmap.evaluation.exports import FEWEST_PUBLISHED, counts_csv
from tests.support.hall import Hall


def rows_after(people: int) -> list[dict[str, str]]:
    hall = Hall(stage="reflect")
    for number in range(2, 2 + people):
        phone = hall.join(number)
        hall.do(phone, "reflection.answer", answers={"heard": "yes"}, sentence="=Mine, and nobody else's")
    return list(csv.DictReader(io.StringIO(counts_csv(hall.host.room.content))))


def test_a_published_count_needs_ten_answers() -> None:
    assert [row["answered"] for row in rows_after(FEWEST_PUBLISHED - 1)] == ["", "", ""]
    heard, understood, _ = rows_after(FEWEST_PUBLISHED)
    assert (heard["statement"], heard["answered"], heard["yes"], heard["no"]) == (
        "I could say what I wanted to.",
        "10",
        "10",
        "0",
    )
    assert understood["yes"] == ""


def test_nobodys_sentence_leaves_the_room() -> None:
    assert "Mine" not in str(rows_after(FEWEST_PUBLISHED))
