"""What becomes of others' places where one person takes back all that they ever added."""

from collections.abc import Collection

from kithmap.basics.records import Change, Changes, Put, Record, View
from kithmap.shared_map.joined import children_of, split
from kithmap.shared_map.model import is_place


def freed(view: View, person: str, theirs: Collection[Record]) -> Changes:
    """Return the changes by which others' places that were joined with one of theirs stand for themselves again.

    Args:
        view: the state before.
        person: who takes back what they added.
        theirs: the records that they are the author of, removed ones too; erasing those is for the caller.
    """
    ids = {record.id for record in theirs}
    return tuple(each for each in _split_off(view, theirs) if not _is_of(each, ids, person))


def _split_off(view: View, theirs: Collection[Record]) -> Changes:
    places = [record for record in theirs if is_place(record) and view.get(record.id) is not None]
    mine = {record.id for record in theirs}
    children = [child for place in places for child in children_of(view, place.id) if child.id not in mine]
    return split(view, children, going=mine) if children else ()


def _is_of(change: Change, theirs: Collection[str], person: str) -> bool:
    if isinstance(change, Put):
        return change.record.id in theirs or change.record.author == person
    return change.id in theirs
