"""What one person said while the room agreed, for their own page: nobody else is told whose words these are."""

from kithmap.agreement.items import ITEM, QUESTION, RATING, REWORDING, STATEMENT
from kithmap.basics.records import Record, View


def own_words(view: View, person: str) -> list[str]:
    """Return what a person proposed, asked, suggested and gave as reasons, and what they want to be known, each once.

    Args:
        view: the state.
        person: who. A wording that the room took up is nobody's any more.
    """
    theirs = [record for record in view.of_author(person) if view.get(record.id) is not None]
    told = (_words(view, record) for record in sorted(theirs, key=lambda each: (each.version, each.id)))
    return list(dict.fromkeys(words for words in told if words))


def _words(view: View, record: Record) -> str:
    fields = record.fields
    if record.kind == ITEM:
        return str(fields["wordings"][-1]["label"])
    if record.kind == STATEMENT:
        return _statement(view.get(fields["item"]), record.id)
    name = {RATING: "reason", QUESTION: "text", REWORDING: "label"}.get(record.kind)
    return "" if name is None else str(fields[name])


def _statement(item: Record | None, statement: str) -> str:
    quotes = [] if item is None else item.fields["minority"]
    return next((str(quote["text"]) for quote in quotes if quote["id"] == statement), "")
