"""A photo on a place: from a phone's camera to everyone's screens, over a network that comes and goes."""

import io
import re
from pathlib import Path

import exifread
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, Request, expect

from tests.support.pictures import camera_photo
from tests.support.room.hall import SMALL_PHONE, Hall
from tests.support.room.look import look
from tests.support.room.network import SocketGate
from tests.support.room.phone import Phone

pytestmark = pytest.mark.browser

CAMERA_BYTES = 12_000_000

COMING_BACK = 40_000
"""Milliseconds: after some tries in vain a page waits up to fifteen seconds before the next."""


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photo as a phone's camera makes it."""
    path = tmp_path_factory.mktemp("camera") / "IMG_0042.jpg"
    path.write_bytes(camera_photo())
    assert path.stat().st_size > CAMERA_BYTES
    return path


def choose(page: Page, within: Locator, button: str, photo: Path) -> None:
    """Choose a photo by what looks like a button."""
    with page.expect_file_chooser() as waiting:
        within.get_by_text(button, exact=True).click()
    waiting.value.set_files(photo)


def shown_size(image: Locator) -> tuple[int, int]:
    """Return the size in pixels of the picture that an image shows, once it is there."""
    expect(image).to_be_visible()
    size = image.evaluate(
        "async (image) => { await image.decode(); return [image.naturalWidth, image.naturalHeight]; }"
    )
    return size[0], size[1]


def add_without_a_network(phone: Phone, gate: SocketGate, photo: Path) -> None:
    """Put a place with a photo on the map while the network is away."""
    phone.press("Place here")
    form = phone.sheet("Tell us about it")
    form.get_by_role("radio", name="Building or open space").click()
    form.get_by_label("What do people call it?").fill("Fern Hall")
    choose(phone.page, form, "Add a photo", photo)
    form.get_by_label("What can be seen on it?").fill("A red door")
    assert look(phone.page) == []
    gate.close()
    phone.page.context.set_offline(True)
    phone.press("Add this place", form)
    card = phone.open_place("Fern Hall")
    expect(card.get_by_text("The photo is kept here and will be sent.")).to_be_visible()


def test_a_camera_photo_taken_without_a_network_comes_to_everyone_small_and_without_where_it_was_taken(
    hall: Hall, photo: Path
) -> None:
    evening = hall.desk.new_workshop()
    ann, ben = hall.phone("ann", SMALL_PHONE), hall.joined(evening, "ben")
    ann.watch.expect_network_trouble()
    gate = SocketGate(ann.page.context)
    ann.join_by_link(evening.join_path)
    facilitator = hall.facilitator()
    facilitator.sign_in()
    facilitator.open_console(evening)
    screen = hall.projector()
    screen.open(facilitator.projector_path())
    sizes: list[int] = []

    def note(asked: Request) -> None:
        if asked.method == "POST" and "/photos/" in asked.url:
            sizes.append(len(asked.post_data_buffer or b""))

    ann.page.on("request", note)

    add_without_a_network(ann, gate, photo)
    ann.page.context.set_offline(False)
    ann.page.reload()
    gate.open()
    expect(ben.pin("Fern Hall")).to_be_visible(timeout=COMING_BACK)
    card = ben.open_place("Fern Hall")
    assert max(shown_size(card.locator("img"))) == 320
    ben.page.get_by_role("button", name="Show the photo larger: A red door").click()
    expect(card.locator("img")).to_have_attribute("src", re.compile("size=large"))
    assert 0 < max(sizes) < 1_000_000
    assert look(ben.page) == []

    console_card = facilitator.choose("Fern Hall")
    console_card.get_by_role("button", name="Spotlight").click()
    large = screen.page.get_by_role("img", name="A red door")
    assert max(shown_size(large)) == 1600
    kept = screen.page.evaluate(
        "async (src) => Array.from(new Uint8Array(await (await fetch(src)).arrayBuffer()))",
        large.get_attribute("src"),
    )
    assert exifread.process_file(io.BytesIO(bytes(kept))) == {}
    assert Image.open(io.BytesIO(bytes(kept))).size == (1200, 1600)

    facilitator.press("Put aside", console_card)
    expect(large).to_have_count(0)
    facilitator.press("Take off the photo", console_card)
    expect(console_card.locator("img")).to_have_count(0)
    facilitator.press("Undo", facilitator.told("The photo is off").locator(".."))
    assert max(shown_size(console_card.locator("img"))) == 320
