"""What changes the list of workshops and of those who take part."""

from kithmap.workshop.actions.about_me import erase_about_me, erase_names, save_about_me
from kithmap.workshop.actions.consent import change_consent, note_withdrawing, withdrawn
from kithmap.workshop.actions.room_picture import RoomPicture, last_picture, look_at_room
from kithmap.workshop.actions.seats import (
    ENDED,
    come_back,
    erase_name,
    join,
    let_back,
    remove,
    rename,
    renew_words,
    require_seat,
    seat_without_phone,
)
from kithmap.workshop.actions.workshops import (
    LONGEST_TITLE,
    PROJECTOR_LINK,
    NewWorkshop,
    join_token,
    make_workshop,
    note_life,
    projector_key,
    require_workshop,
)

__all__ = [
    "ENDED",
    "LONGEST_TITLE",
    "PROJECTOR_LINK",
    "NewWorkshop",
    "RoomPicture",
    "change_consent",
    "come_back",
    "erase_about_me",
    "erase_name",
    "erase_names",
    "join",
    "join_token",
    "last_picture",
    "let_back",
    "look_at_room",
    "make_workshop",
    "note_life",
    "note_withdrawing",
    "projector_key",
    "remove",
    "rename",
    "renew_words",
    "require_seat",
    "require_workshop",
    "save_about_me",
    "seat_without_phone",
    "withdrawn",
]
