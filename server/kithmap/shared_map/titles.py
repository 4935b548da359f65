"""Titles of places that stand outside the room beside other things, as examples of a word."""

from collections.abc import Callable

from kithmap.basics.records import Audience, View
from kithmap.shared_map.left_out import why_left_out
from kithmap.shared_map.model import PLACES, Visibility, is_held_back


def titles_for_all(view: View) -> Callable[[str], str | None]:
    """Return what tells a place's title where its author gave the place to all, and nothing holds it back."""

    def title_of(place: str) -> str | None:
        record = view.get(place)
        if record is None or record.kind not in PLACES or record.audience is not Audience.EVERYONE:
            return None
        if is_held_back(record.fields) or why_left_out(record, view) is not None:
            return None
        shown = record.fields.get("visibility") == Visibility.PUBLIC
        return str(record.fields["title"]) if shown else None

    return title_of
