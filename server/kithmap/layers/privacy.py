"""Why something of the map is not in an edition of a release, and how a release names what it shows."""

import hashlib
import hmac
from collections.abc import Mapping
from enum import StrEnum

from kithmap.basics.records import Record, View
from kithmap.basics.words import said
from kithmap.layers.model import Edition
from kithmap.shared_map.left_out import why_left_out
from kithmap.shared_map.masking import Mask
from kithmap.shared_map.model import Visibility, is_place
from kithmap.shared_map.withheld import Withheld, reasons


class Why(StrEnum):
    """Why a place or a connection is not in an edition, the weightiest first."""

    MERGED = "merged"
    SET_ASIDE = "set_aside"
    RETURNED = "returned"
    WAITING = "waiting"
    HELD_BACK = "held_back"
    FACILITATORS = "facilitators"
    ROOM = "room"
    PARTNERS = "partners"
    SETTLED = "settled"
    SAME = "same"
    END = "end"


WORDS: Mapping[Why, str] = {
    Why.MERGED: said("It was joined with another place in the room, which stands for both."),
    Why.SET_ASIDE: said("Those who led the room put it aside."),
    Why.RETURNED: said("It was given back to its author to be corrected."),
    Why.WAITING: said("Nobody has looked at it yet."),
    Why.HELD_BACK: said("It was placed blind, and the room was never shown it."),
    Why.FACILITATORS: said("Its author gave it to those who led the room alone."),
    Why.ROOM: said("Its author gave it to the people in the room alone."),
    Why.PARTNERS: said("Its author gave it to the partners of the area, and not to everyone."),
    Why.SETTLED: said("It was left out before publishing, when the checks were settled."),
    Why.SAME: said("It is the same place as one of another workshop, which stands for both."),
    Why.END: said("One of the places that it joins is not in this edition."),
}
"""A sentence for each reason."""

SHOWN_TO: Mapping[Edition, frozenset[str]] = {
    Edition.PUBLIC: frozenset({Visibility.PUBLIC.value}),
    Edition.PARTNERS: frozenset({Visibility.PUBLIC.value, Visibility.PARTNERS.value}),
}
"""What places may say of who may see them, to be in an edition."""


def why_withheld(record: Record, view: View, edition: Edition) -> Why | None:
    """Return why a place or connection is not in an edition, as far as its workshop tells; None if it may be in it.

    A connection says nothing of who may see it: it is as private as the more private of its two places, whose own reasons count.
    """
    unfit = why_left_out(record, view)
    if unfit is not None:
        return Why(unfit.value)
    # A record that a later withdrawal emptied says nothing any more, in a log that is replayed.
    if not record.fields or Withheld.HELD_BACK in reasons(record.fields):
        return Why.HELD_BACK
    if not is_place(record):
        return None
    visibility = record.fields["visibility"]
    return None if visibility in SHOWN_TO[edition] else Why(visibility)


def feature_id(mask: Mask, record: str) -> str:
    """Return what a release calls a place or a connection: the same in every release, and no other one's.

    Ids of records begin with the millisecond in which somebody made them, by the clock of their phone: side by side they
    would tell who placed what, one after the other. This is a UUID of version 8 (RFC 9562, section 5.8) that tells nothing.
    """
    said_ = b"kithmap feature 1\n%b\n%b" % (mask.workshop.encode(), record.encode())
    raw = bytearray(hmac.digest(mask.secret, said_, hashlib.sha256)[:16])
    raw[6] = 0x80 | (raw[6] & 0x0F)
    raw[8] = 0x80 | (raw[8] & 0x3F)
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
