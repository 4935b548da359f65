"""What people answered about the workshop, for the workshop's record."""

import csv
from dataclasses import dataclass

from kithmap.basics.records import View
from kithmap.evaluation.model import Question
from kithmap.evaluation.tally import answers, tally

FEWEST_PUBLISHED = 10
"""Answers to a question below which a pack that leaves the room holds no counts of it: the programme's threshold."""

QUESTIONS = {
    Question.HEARD: "I could say what I wanted to.",
    Question.UNDERSTOOD: "I understood what others meant.",
    Question.AGAIN: "I would come again.",
}

COLUMNS = ("question", "statement", "answered", "yes", "partly", "no")


def counts_csv(view: View) -> str:
    """Write the counts as CSV (RFC 4180, UTF-8): a row for each question, without any person or sentence.

    Returns:
        A header and three rows. The cells of a question that fewer than ten people answered are empty but for its words.
    """
    lines: list[str] = []
    rows = csv.writer(_Into(lines))
    rows.writerow(COLUMNS)
    for question, counts in tally(answers(view), FEWEST_PUBLISHED).items():
        figures = ("", "", "", "") if counts is None else (counts.total, counts.yes, counts.partly, counts.no)
        rows.writerow((question.value, QUESTIONS[question], *figures))
    return "".join(lines)


@dataclass(frozen=True, slots=True)
class _Into:
    """What the CSV writer writes to: a list of lines, as nothing here opens a file."""

    lines: list[str]

    def write(self, line: str) -> None:
        self.lines.append(line)
