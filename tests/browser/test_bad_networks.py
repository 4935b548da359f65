"""Networks that come and go, and a server that is started again."""

import pytest
from playwright.sync_api import expect

from tests.support.room.hall import Hall
from tests.support.room.network import SocketGate

pytestmark = pytest.mark.browser

COMING_BACK = 40_000
"""Milliseconds: after some tries in vain a page waits up to fifteen seconds before the next."""


def test_a_place_added_offline_survives_a_reload_and_arrives_once(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann, ben = hall.phone("ann"), hall.joined(evening, "ben")
    ann.watch.expect_network_trouble()
    gate = SocketGate(ann.page.context)
    ann.join_by_link(evening.join_path)
    expect(ann.told("What matters here?")).to_be_visible()

    gate.close()
    ann.page.context.set_offline(True)
    ann.place("Fern Hall")
    expect(ann.told("Saved here, will send")).to_be_visible()
    expect(ann.mine("1 place 1 waiting")).to_be_visible()

    # The network is back as far as the page itself; what it wants to send does not get through yet.
    ann.page.context.set_offline(False)
    ann.page.reload()
    expect(ann.pin("Fern Hall")).to_be_visible()
    expect(ann.mine("1 place 1 waiting")).to_be_visible()
    expect(ben.pin("Fern Hall")).to_have_count(0)

    gate.open()
    expect(ben.pin("Fern Hall")).to_be_visible(timeout=COMING_BACK)
    expect(ann.mine("1 place")).to_be_visible()
    ann.page.reload()
    expect(ann.mine("1 place")).to_be_visible()
    expect(ann.open_list().get_by_text("1 place on the map")).to_be_visible()
    expect(ben.open_list().get_by_text("1 place on the map")).to_be_visible()


def test_where_sockets_are_blocked_the_room_is_still_one(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann = hall.phone("ann")
    ann.watch.expect_network_trouble()
    SocketGate(ann.page.context, requests=True).close()
    ann.join_by_link(evening.join_path)
    ben = hall.joined(evening, "ben")

    ben.place("Mill Pond", move=(60, 40))
    expect(ann.pin("Mill Pond")).to_be_visible()
    ann.place("Fern Hall")
    expect(ben.pin("Fern Hall")).to_be_visible()
    expect(ann.mine("1 place")).to_be_visible()


def test_where_sockets_are_blocked_people_are_here_and_the_wall_follows(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    facilitator, screen, ann = hall.facilitator(), hall.projector(), hall.phone("ann")
    facilitator.sign_in()
    for each in (facilitator, screen, ann):
        each.watch.expect_network_trouble()
        SocketGate(each.page.context, requests=True).close()
    ann.join_by_link(evening.join_path)
    ann.place("Fern Hall")
    facilitator.open_console(evening)
    screen.open(facilitator.projector_path())
    expect(facilitator.page.get_by_role("heading", name="1 person here")).to_be_visible(timeout=COMING_BACK)

    facilitator.choose("Fern Hall")
    facilitator.page.keyboard.press("s")
    expect(screen.page.get_by_role("heading", name="Fern Hall")).to_be_visible(timeout=COMING_BACK)


def test_phones_come_back_by_themselves_when_the_server_is_started_again(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann, ben, cat = hall.joined(evening, "ann"), hall.joined(evening, "ben"), hall.phone("cat")
    for phone in (ann, ben, cat):
        phone.watch.expect_network_trouble()
    SocketGate(cat.page.context, requests=True).close()
    cat.join_by_link(evening.join_path)
    ann.place("Before")
    for phone in (ben, cat):
        expect(phone.pin("Before")).to_be_visible()

    hall.desk.kithmap.stop()
    ann.place("Meanwhile", move=(60, 40))
    expect(ann.mine("2 places 1 waiting")).to_be_visible()
    hall.desk.kithmap.start()

    for phone in (ben, cat):
        expect(phone.pin("Meanwhile")).to_be_visible(timeout=COMING_BACK)
    expect(ann.mine("2 places")).to_be_visible()
    ben.place("After", move=(-60, -40))
    expect(ann.pin("After")).to_be_visible()
