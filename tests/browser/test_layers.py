"""From a workshop that ended to layers that are published: one at the desk with a mouse, one without."""

import re
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.support.desk import Desk
from tests.support.room.hall import LAPTOP, SMALL_PHONE, Hall
from tests.support.room.keyboard import Keyboard
from tests.support.room.look import look
from tests.support.room.reach import lost_focus

pytestmark = pytest.mark.browser


def prepared(desk: Desk, wave: str, *, phone: str = "01572 123456") -> str:
    """Hold a workshop in a wave of its own, in which something stands that has to be looked at; return the path of the desk."""
    desk.plan_wave(wave)
    text = desk.client.get(f"/areas/{desk.area}/layers", headers={"accept": "text/html"}).text
    paths: dict[str, str] = {
        name: path for path, name in re.findall(r'<a href="([^"]+)"><bdi>([^<]+)</bdi></a></h2>', text)
    }
    path = paths[wave]
    evening = desk.new_workshop(f"Evening of {wave}", wave=path.rpartition("/")[2])
    hall = desk.place(evening, "Victoria Hall", (-0.73, 52.67), visibility="public")
    vague = desk.place(evening, "The old mill", (-0.7285, 52.6705), visibility="public", precision="100m")
    desk.place(evening, f"Lunch club, {phone}", (-0.7295, 52.6695), visibility="public")
    desk.place(evening, "For the room", (-0.7305, 52.6702), visibility="room")
    desk.ask(evening, "workshop.move_to_stage", stage="connections")
    how = {"mode": "in_person", "frequency": "weekly", "strength": "strong"}
    desk.ask(
        evening,
        "connection.draw",
        connection=hall[:-4] + "ffff",
        start=hall,
        end=vague,
        how=how,
        where="no_fixed_place",
        why=["fun"],
    )
    desk.ask(evening, "workshop.close")
    return path


def researcher(hall: Hall) -> Page:
    """Let a researcher of the area come, who was invited."""
    desk = hall.desk
    form = {"note": "Reads maps.", "role": "researcher", "areas": desk.area}
    text = desk.client.post("/people/invitations", data=form, headers={"accept": "text/html"}).text
    link = re.search(r"/invitations/[\w-]+", text)
    assert link is not None, text
    page = hall.stranger()
    keyboard = Keyboard(page)
    page.goto(link[0])
    names = len(desk.client.get("/people", headers={"accept": "text/html"}).text)
    keyboard.write(page.get_by_label("Your name"), f"Ria Reed {names}")
    keyboard.keys("Enter")
    expect(page.get_by_role("link", name=re.compile("^Ria Reed"))).to_be_visible()
    return page


def test_two_people_publish_what_a_workshop_mapped_one_of_them_by_keys_alone(hall: Hall) -> None:
    path = prepared(hall.desk, "Two at the desk")
    facilitator = hall.facilitator()
    facilitator.sign_in()
    page = facilitator.page

    page.goto(f"/areas/{hall.desk.area}")
    page.get_by_role("link", name=re.compile("The area’s layers")).click()
    page.get_by_role("link", name="Two at the desk").click()
    assert look(page) == []
    facilitator.press("Begin these layers")
    expect(page.get_by_role("status").filter(has_text="These layers are begun")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Victoria Hall"))).to_be_attached()
    expect(page.get_by_text("Its author gave it to the people in the room alone.")).to_be_visible()
    assert [*look(page), *lost_focus(page)] == []

    # Nothing is signed before somebody decides about the number.
    expect(page.get_by_role("button", name=re.compile("^Sign as"))).to_have_count(0)
    page.get_by_role("link", name="Look at the checks").click()
    check = page.locator("article").filter(has_text="look like a telephone number")
    check.get_by_text("Publish as it is").click()
    check.get_by_label("Why").fill("The club gives it out itself.")
    facilitator.press("Decide", check)
    expect(page.get_by_text("Nothing has to be decided.")).to_be_visible()
    facilitator.press("Sign as facilitator")
    expect(page.get_by_role("status").filter(has_text="You signed these layers")).to_be_visible()

    ria = researcher(hall)
    keyboard = Keyboard(ria)
    ria.goto(path)
    expect(ria.get_by_text("Signed by Admin")).to_be_visible()
    keyboard.press("Sign as researcher")
    expect(ria.get_by_role("status").filter(has_text="You signed these layers")).to_be_visible()
    keyboard.press("Publish version 1.0.0")
    expect(ria.get_by_role("status").filter(has_text="It is published.")).to_be_visible()
    assert look(ria) == []
    # The script says how far the files are, for as long as that takes.
    told = re.compile("files of this version are being made|Open the page of this version")
    expect(ria.locator("#release-files").filter(has_text=told)).to_be_visible()
    keyboard.go_to(ria.get_by_role("link", name="Read version 1.0.0"))
    keyboard.keys("Enter")
    expect(ria).to_have_url(re.compile(r"/layers/[\w-]+/versions/1\.0\.0$"))
    expect(ria.get_by_role("heading", level=1)).to_contain_text("Two at the desk")

    stranger = httpx.Client(base_url=hall.desk.client.base_url, timeout=60)
    with stranger:
        read = stranger.get(urlsplit(ria.url).path, headers={"accept": "text/html"})
    assert read.status_code == httpx.codes.OK
    assert "For the room" not in read.text


@pytest.mark.parametrize("screen", [SMALL_PHONE, LAPTOP], ids=lambda each: str(each["width"]))
def test_the_desk_fits_any_screen_and_is_open_to_everyone(hall: Hall, screen: ViewportSize) -> None:
    path = prepared(hall.desk, f"On {screen['width']} pixels", phone="01572 654321")
    facilitator = hall.facilitator(screen)
    facilitator.sign_in()
    page = facilitator.page
    faults = []
    for address in (f"/areas/{hall.desk.area}/layers", path):
        page.goto(address)
        faults += [f"{address}: {fault}" for fault in (*look(page), *lost_focus(page))]
    facilitator.press("Begin these layers")
    for edition in ("public", "partners"):
        page.goto(f"{path}?edition={edition}")
        facilitator.unfold()
        faults += [f"{edition}: {fault}" for fault in (*look(page), *lost_focus(page))]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults == []
