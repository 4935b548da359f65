"""What people answered about the workshop, for the workshop's record."""

from kithmap.basics.csv_text import csv_text
from kithmap.basics.records import View
from kithmap.evaluation.model import Question
from kithmap.evaluation.tally import Counts, answers, tally

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
    return csv_text(
        COLUMNS,
        (_row(question, counts) for question, counts in tally(answers(view), FEWEST_PUBLISHED).items()),
    )


def _row(question: Question, counts: Counts | None) -> tuple[object, ...]:
    figures = ("", "", "", "") if counts is None else (counts.total, counts.yes, counts.partly, counts.no)
    return (question.value, QUESTIONS[question], *figures)
