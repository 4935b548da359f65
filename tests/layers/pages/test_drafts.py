import json
import re
from typing import Any

import pytest

from kithmap.basics.actors import Role
from kithmap.layers.model import Edition, LayerName
from kithmap.storage.oplog.sql import SqlLog
from tests.support.installation import HOSTILE
from tests.support.layer_desk import Table


def keys_of(text: str) -> list[str]:
    return re.findall(r'name="keys" value="([^"]+)"', text)


def test_from_a_closed_workshop_to_1_0_0_and_from_another_to_the_next(table: Table) -> None:
    evening = table.evening()
    hall = evening.asset("The hall", -0.73, 52.67)
    bench = evening.meeting("The bench", -0.72, 52.665, seat=1, precision="100m")
    evening.asset("For partners", -0.726, 52.671, visibility="partners")
    evening.asset("For the room", -0.727, 52.672, visibility="room")
    evening.connect(hall, bench)
    evening.close()

    assert "Begin these layers" in table.text()
    assert table.send().endswith("?saved=begun")
    text = table.text()
    assert "It will be version 1.0.0." in text
    assert "2 things are left out" in text
    assert "1 thing is left out" in table.text("?edition=partners")
    first = table.publish()
    assert (str(first.header.version), first.signed_by) == ("1.0.0", ("facilitator", "researcher"))
    assert table.titles() == ["The hall"]
    assert table.titles(Edition.PARTNERS) == ["For partners", "The hall"]
    assert table.release().header.sources[0].workshop == evening.workshop.id
    assert "Nothing to publish" in table.text()

    second = table.evening(title="Second")
    second.asset("The mill", -0.715, 52.668)
    second.close()
    text = table.text()
    assert "It will be version 1.1.0." in text
    assert "The mill" in text
    assert "2 differences" not in text
    later = table.publish()
    assert str(later.header.version) == "1.1.0"
    assert later.header.previous == first.header.version
    assert table.titles() == ["The hall", "The mill"]


def test_an_open_workshop_enters_only_if_it_is_chosen_and_that_has_to_be_decided(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67)
    table.send()
    assert "not closed yet" in table.text()
    assert '<td class="layers-number">1</td>' in table.text()  # the boundary alone
    table.send("/workshops", workshops=[evening.workshop.id])
    text = table.text()
    assert "This workshop is not closed yet." in text
    (key,) = keys_of(text)
    table.send("/settlements", keys=[key], choice="keep", reason="It goes on in spring.")
    assert "It goes on in spring." in table.text()
    table.publish()
    assert table.titles() == ["The hall"]


def test_what_has_to_be_decided_keeps_it_from_being_signed_until_somebody_decides(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67)
    evening.asset("Call 01572 123456", -0.72, 52.665)
    evening.close()
    table.send()
    text = table.text()
    assert "These words look like a telephone number." in text
    assert 'action="' + table.path + '/signatures"' not in text
    refused = table.send("/signatures", status=422, checksum=table.checksum())
    assert "Something has to be settled first." in refused
    (key,) = keys_of(text)
    assert "say in a few words why" in table.send(
        "/settlements", status=422, keys=[key], choice="leave_out", reason=" "
    )
    assert "choose what to do" in table.send(
        "/settlements", status=422, keys=[key], choice="first_stands", reason="x"
    )
    assert "tick what this is about" in table.send("/settlements", status=422, choice="keep", reason="x")
    assert "changed meanwhile" in table.send(
        "/settlements", status=422, keys=["phone.x.y"], choice="keep", reason="x"
    )
    table.send("/settlements", keys=[key], choice="leave_out", reason="A private number.")
    assert "1 decided" in table.text()
    table.send("/settlements", keys=[key], choice="take_back")
    assert keys_of(table.text()) == [key]
    table.send("/settlements", keys=[key], choice="leave_out", reason="A private number.")
    table.publish()
    assert table.titles() == ["The hall"]


def test_both_have_to_sign_just_this_draft(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67)
    evening.close()
    table.send()
    checksum = table.checksum()
    assert "Two people have to sign" in table.send("/releases", status=409, checksum=checksum)
    table.send("/signatures", checksum=checksum)
    assert "Signed by <bdi>Fay Finch</bdi>" in table.text()
    assert "Sign as researcher" in table.text(who=table.ria)
    assert "Sign as facilitator" not in table.text(who=table.ria)
    table.send("/details", note="What is new.", licence="CC0-1.0")
    assert "signed a draft that was changed since" in table.text()
    assert "changed meanwhile" in table.send("/signatures", table.ria, status=409, checksum=checksum)
    checksum = table.sign_both()
    table.send("/signatures/take-back", table.ria)
    assert "Two people have to sign" in table.send("/releases", status=409, checksum=checksum)
    published = table.publish()
    assert (published.header.note, published.header.licence.id) == ("What is new.", "CC0-1.0")


def test_details_are_kept_but_for_the_note_and_bad_ones_change_nothing(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67)
    evening.close()
    table.send()
    assert "one of the licences" in table.send("/details", status=422, licence="WTFPL")
    table.send(
        "/details", note="First.", licence="OGL-UK-3.0", creators="Voluntary Action\r\n\r\nThe council "
    )
    published = table.publish()
    assert published.header.creators == ("Voluntary Action", "The council")
    assert (
        published.header.attribution == "Residents of Oakham with Voluntary Action, The council, OGL-UK-3.0"
    )
    text = table.text()
    assert "First." not in text
    assert "Voluntary Action\nThe council" in text


def test_statistical_areas_are_taken_in_from_a_file_counted_in_and_taken_out(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.72, 52.665)
    evening.close()
    table.send()
    areas = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"LSOA21CD": "E01", "LSOA21NM": "Oakham 1"},
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [[[-0.74, 52.66], [-0.71, 52.66], [-0.71, 52.68], [-0.74, 52.66]]],
                },
            }
        ],
    }

    def upload(status: int = 303, **form: Any) -> str:
        answer = table.fay.post(
            f"{table.path}/statistical-areas", files={"file": ("lsoa.geojson", json.dumps(areas))}, data=form
        )
        assert answer.status_code == status, answer.text[:3000]
        return answer.text

    assert "Please write the line" in upload(422)
    assert "There is no column" in upload(422, attribution="x", code="OA11")
    upload(attribution="Source: Office for National Statistics")
    text = table.text()
    assert "1 statistical area" in text
    assert "They come from <bdi>lsoa.geojson</bdi>" in text
    table.publish()
    layer = table.release().layer(LayerName.STATISTICAL_AREAS)
    assert layer is not None
    assert layer.features[0].properties == {
        "code": "E01", "name": "Oakham 1", "assets": 1, "meeting_places": 0, "connections": 0,
    }  # fmt: skip
    assert table.release().header.attribution.endswith(". Source: Office for National Statistics")
    table.send("/statistical-areas/take-out")
    assert "Add statistical areas" in table.text()


def test_who_withdraws_goes_from_the_next_version_and_the_desk_says_so(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67)
    evening.asset("Theirs", -0.72, 52.665, seat=1, note="Words of theirs.")
    evening.close()
    table.send()
    first = table.publish()
    assert "withdrawn since" not in table.text()
    person = evening.people[1].person
    evening.by(1, "person.withdraw", person=person)
    text = table.text()
    assert "1 thing of version 1.0.0 was withdrawn since" in text
    assert "It will be version 2.0.0." in text
    assert table.titles() == ["The hall", "Theirs"]
    table.publish()
    assert table.titles() == ["The hall"]
    log = SqlLog(table.installation.services.database)
    assert first.header.sources[0].number < log.last_number(evening.workshop.id)


def test_what_somebody_did_not_want_kept_enters_no_release(table: Table) -> None:
    evening = table.evening()
    evening.come(keep=False)
    hall = evening.asset("The hall", -0.73, 52.67)
    theirs = evening.asset("Theirs", -0.72, 52.665, seat=2)
    evening.connect(hall, theirs)
    evening.close()
    table.send()
    table.publish()
    assert table.titles(Edition.PARTNERS) == ["The hall"]
    connections = table.release(Edition.PARTNERS).layer(LayerName.CONNECTIONS)
    assert connections is not None
    assert connections.features == ()


def test_publishing_begins_to_make_the_files(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67)
    evening.close()
    table.send()
    published = table.publish()
    assert table.begun == [published]


def test_once_both_have_signed_all_is_ready_to_make_the_files(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67)
    evening.close()
    table.send()
    checksum = table.checksum()
    for who in (table.fay, table.ria):
        table.text()
        assert not table.ready
        table.send("/signatures", who, checksum=checksum)
    assert "Publish version 1.0.0" in table.text()
    assert len(table.ready) == 1
    table.send("/releases", checksum=checksum)
    assert len(table.ready) == 2


def test_a_researcher_works_at_the_desk_and_others_are_refused(table: Table) -> None:
    table.send(who=table.ria)
    elsewhere = table.installation.new_area("Elsewhere")
    stranger = table.installation.colleague(Role.FACILITATOR, elsewhere)
    client = table.installation.signed_in(stranger)
    for path in (table.path, f"/areas/{table.installation.area.id}/layers"):
        assert client.get(path).status_code == 403
        assert table.installation.browser().get(path).status_code == 401
    for inside in ("", "/details", "/workshops", "/settlements", "/signatures", "/releases"):
        assert client.post(f"{table.path}{inside}").status_code == 403
    assert table.fay.get(f"{table.path}x").status_code == 404


def test_layers_are_begun_once_and_nothing_can_be_decided_before(table: Table) -> None:
    assert "not begun yet" in table.send("/details", status=404, licence="CC-BY-4.0")
    table.send()
    assert table.send(status=409)


def test_what_people_write_is_text_on_the_page(table: Table) -> None:
    evening = table.evening(title=HOSTILE[:80])
    evening.asset(HOSTILE[:60], -0.73, 52.67)
    evening.asset("Call 01572 123456", -0.72, 52.665)
    evening.close()
    table.send()
    table.send("/details", note=HOSTILE, creators=HOSTILE, attribution=HOSTILE, licence="CC-BY-4.0")
    (key,) = keys_of(table.text())
    table.send("/settlements", keys=[key], choice="keep", reason=HOSTILE)
    text = table.text()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "49" not in re.sub(r"[0-9a-f]{8,}", "", text.partition('id="says"')[2].partition("Change this")[0])


@pytest.mark.parametrize("saved", ["signed", "<b>", ""])
def test_the_address_can_say_only_what_the_page_knows(table: Table, saved: str) -> None:
    table.send()
    text = table.fay.get(table.path, params={"saved": saved}).text
    assert "<b>" not in text
    assert ("You signed these layers" in text) == (saved == "signed")
