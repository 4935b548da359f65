"""What agreeing keeps of somebody who takes back what they said, and what goes.

Their reasons and their minority statements stand, without a name, in the items of the room: those lose the words, and show that
there were some. A count is nobody's words and stays as it was read out, and so does a wording, which the room took up.
"""

from collections.abc import Collection, Iterator
from typing import Any

from kithmap.agreement.items import (
    ITEM,
    RATING,
    STATEMENT,
    ItemState,
    answers_id,
    rating_id,
    revision_of,
    state_of,
    thresholds_of,
    who_may_rate,
)
from kithmap.agreement.tally import needed_answers
from kithmap.basics.quotes import take_back
from kithmap.basics.records import Changes, Put, Record, Restate, View

Quotes = list[dict[str, Any]]


def without_words_of(view: View, person: str, theirs: Collection[Record]) -> Changes:
    """Return what becomes of what the room agreed on, and is agreeing on, where a person takes back all they said.

    Their own records are for the caller to erase.

    Args:
        view: the state before.
        person: who.
        theirs: the records that they are the author of, removed ones too.
    """
    return (*_unquoted(view, person, theirs), *_recounted(view, person), *_let_out(view, theirs))


def _unquoted(view: View, person: str, theirs: Collection[Record]) -> Iterator[Restate]:
    """Restate what quotes them, or did in one of its earlier forms."""
    gave_reasons = {each.stands_on[0] for each in theirs if each.kind == RATING and _was_quoted(each)}
    stated = {each.id: each.stands_on[0] for each in theirs if each.kind == STATEMENT and each.fields}
    for item_id in sorted(gave_reasons | set(stated.values())):
        item = view.get(item_id)
        if item is not None:
            minority = [take_back(each) if each["id"] in stated else each for each in _statements(item)]
            yield Restate(item.with_fields(minority=minority, result=_result_without(view, item, person)))


def _was_quoted(register: Record) -> bool:
    """Tell whether a register gives a reason, or gave one before it was changed. An erased one tells nothing any more."""
    return bool(register.fields.get("reason") or register.fields.get("gave_reason"))


def _result_without(view: View, item: Record, person: str) -> dict[str, Any] | None:
    """Return an item's result without what this person gave as a reason, unless others gave it in the same words."""
    result: dict[str, Any] | None = item.fields["result"]
    if result is None:
        return None
    mine = view.get(rating_id(item.id, result["revision"], person))
    if mine is None or not mine.fields["reason"] or _said(mine) in _others_said(view, item, mine):
        return result
    is_theirs = [(each["choice"], each["text"]) == _said(mine) for each in result["reasons"]]
    told = list(zip(result["reasons"], is_theirs, strict=True))
    kept = [each for each, gone in told if not gone]
    # Behind the others: where it stood by its letters would tell how it began.
    return {**result, "reasons": [*kept, *(take_back(each) for each, gone in told if gone)]}


def _others_said(view: View, item: Record, mine: Record) -> set[tuple[str, str]]:
    return {
        _said(record)
        for record in view.standing_on(item.id)
        if record.kind == RATING
        and record.id != mine.id
        and record.fields["revision"] == mine.fields["revision"]
    }


def _said(register: Record) -> tuple[str, str]:
    return register.fields["choice"], register.fields["reason"]


def _recounted(view: View, person: str) -> Iterator[Put]:
    """Count a rating that is open as if they had not come: nothing was made of it yet."""
    here = who_may_rate(view)
    for item in sorted(view.of_kind(ITEM), key=lambda each: each.id):
        shown = view.get(answers_id(item.id))
        if state_of(item) is not ItemState.RATING or shown is None:
            continue
        answered = view.get(rating_id(item.id, revision_of(item), person)) is not None
        left = len(here.keys() - {person})
        if answered or left != len(here):
            yield Put(
                shown.with_fields(
                    answered=shown.fields["answered"] - answered,
                    may_rate=left,
                    needed=needed_answers(left, thresholds_of(view)),
                )
            )


def _let_out(view: View, theirs: Collection[Record]) -> Iterator[Put]:
    """Let others' proposals that were merged with one of theirs stand for themselves, or go to where that one went."""
    going = {
        record.id: record for record in theirs if record.kind == ITEM and view.get(record.id) is not None
    }
    for item in sorted(view.of_kind(ITEM), key=lambda each: each.id):
        into = item.fields["merged_into"]
        if item.id in going or into not in going:
            continue
        while into in going:
            into = going[into].fields["merged_into"]
        state = ItemState.DRAFT if into is None else ItemState.MERGED
        yield Put(item.with_fields(state=state.value, merged_into=into))


def _statements(item: Record) -> Quotes:
    return list(item.fields["minority"])
