"""A moderated round: from a phone to the hall's screen, by way of whoever looks at each place first."""

import pytest
from playwright.sync_api import expect

from tests.support.room.hall import Hall

pytestmark = pytest.mark.browser


def test_a_place_waits_comes_back_is_changed_approved_joined_and_put_aside(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    hall.desk.ask(evening, "workshop.start_round", blind=False, moderated=True)
    ann, ben = hall.joined(evening, "ann"), hall.joined(evening, "ben")
    facilitator, projector = hall.facilitator(), hall.projector()
    facilitator.sign_in()
    facilitator.open_console(evening)
    projector.open(evening.projector_path)
    page = facilitator.page

    # What waits is its author's and the facilitator's, and nobody else's.
    ann.place("Fern Hal")
    expect(ann.told("“Fern Hal” is with the facilitator, who looks at it first.")).to_be_visible()
    ben.place("The Fern Hall", move=(8, 0))
    expect(
        ben.pin("The Fern Hall, Building or open space, yours, waiting for the facilitator")
    ).to_be_visible()
    expect(ben.pin("Fern Hal, ")).to_have_count(0)
    expect(projector.place("Fern Hal")).to_have_count(0)

    # It goes back with a reason; its author corrects it, and it waits again by itself.
    expect(page.get_by_role("button", name="2 wait for you")).to_be_visible()
    page.keyboard.press("q")
    queue = page.get_by_role("region", name="Waiting for you")
    card = queue.get_by_role("region", name="Fern Hal", exact=True)
    expect(card).to_be_visible()
    page.keyboard.press("b")
    form = page.get_by_role("dialog", name="Give it back")
    form.get_by_label("I do not understand it").check()
    facilitator.press("Give it back", form)
    expect(ann.told("“Fern Hal” came back to you.")).to_be_visible()
    own = ann.open_place("Fern Hal")
    expect(own.get_by_text("Say it in other words.")).to_be_visible()
    ann.press("Change it", own)
    change = ann.sheet("Change this place")
    change.get_by_label("What do people call it?").fill("Fern Hall")
    ann.press("Save changes", change)

    # By one key each: approve the oldest, and join the other with it.
    expect(queue.get_by_role("region", name="Fern Hall", exact=True)).to_be_visible()
    page.keyboard.press("a")
    expect(projector.place("Fern Hall")).to_be_visible()
    expect(ann.told("Everyone sees “Fern Hall” now.")).to_be_visible()
    expect(queue.get_by_role("region", name="The Fern Hall", exact=True)).to_be_visible()
    page.keyboard.press("m")
    choice = page.get_by_role("region", name="Join with which place?")
    choice.get_by_role("button", name="Fern Hall").first.click()
    expect(ben.pin("The Fern Hall")).to_have_count(0)
    shared = ben.open_place("Fern Hall")
    expect(shared.get_by_text("1 person says me too")).to_be_visible()

    # One tap by anyone puts it aside, and tells the facilitator, who shows it again.
    ben.press("Could someone be harmed if this is shown?", shared)
    expect(projector.place("Fern Hall")).to_have_count(0)
    alarm = page.get_by_role("alert").filter(has_text="Someone could be harmed: 1 place")
    page.keyboard.press("Escape")
    expect(alarm).to_be_visible()
    facilitator.press("Show “Fern Hall” again", alarm)
    expect(projector.place("Fern Hall")).to_be_visible()
    expect(alarm).to_have_count(0)
