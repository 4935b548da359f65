"""An evening to keep a record of: people map, connect, agree and look back, by a run sheet to which the room does not keep."""

from datetime import timedelta

from kithmap.layers.model import Source
from kithmap.release_package.workshop_record import WorkshopRecord, workshop_record
from tests.support.agreeing import agree, fix_rules
from tests.support.hall import NOON, WORKSHOP, Hall, Phone, connection
from tests.support.run_sheets import run_sheet, sheet_step

SECRET_WORDS = "Ask Agatha Pym at number 9, 01572 000111"
"""A participant's own words, which must not leave the room."""

TITLE = "Fernside, <i>spring</i> | [x](http://x.example)"
REASON = "Bernard Quill came late"
"""In the words of the one who led: it may name somebody."""


def held(people: int = 12) -> tuple[Hall, list[Phone]]:
    """Return the room when it is over, and who was in it."""
    hall = Hall(opened=False)
    fix_rules(hall)
    hall.do(hall.facilitator, "workshop.open")
    hall.do(
        hall.facilitator,
        "run_sheet.choose",
        **run_sheet(
            sheet_step("places", minutes=30), sheet_step("look", minutes=10), sheet_step("back", "reflect")
        ),
    )
    hall.do(hall.facilitator, "run_sheet.go_to", step="places")
    phones = [hall.join(number) for number in range(2, 2 + people)]
    for phone in phones:
        hall.place(phone, note=SECRET_WORDS)
    first, second = hall.place(phones[0]), hall.place(phones[0], "Mill")
    hall.do(phones[0], "connection.draw", **connection(phones[0].new_id(), first, second))
    hall.host.now += timedelta(minutes=50)
    hall.do(hall.facilitator, "run_sheet.go_to", step="back", reason=REASON)
    agree(hall, phones[:6])
    hall.do(hall.facilitator, "workshop.move_to_stage", stage="reflect")
    for phone in phones:
        hall.do(phone, "reflection.answer", answers={"heard": "yes"}, sentence=SECRET_WORDS)
    return hall, phones


def recorded(people: int = 12, threshold: int = 10, *, with_reasons: bool = False) -> WorkshopRecord:
    """Return what is told of that evening."""
    hall, phones = held(people)
    source = Source(WORKSHOP, TITLE, NOON.date(), hall.host.room.content.number)
    inside = {phone.person for phone in phones}
    return workshop_record(hall.host.room.content, source, inside, threshold, with_reasons=with_reasons)
