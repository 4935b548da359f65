from datetime import timedelta
from typing import Any

import pytest

from kithmap.basics.errors import NotFoundError
from kithmap.glossary.model import Version
from kithmap.layers.build import build
from kithmap.layers.ground import Ground
from kithmap.layers.model import Edition, LayerName
from kithmap.layers.to_go import ToGo
from kithmap.programme import actions as programmes
from kithmap.programme.model import PartnerRole
from kithmap.web.layers_ground import Held, ground_now, held, to_go_from
from kithmap.web.withdrawing import change_consent
from kithmap.workshop.joining import ConsentGiven, Purpose
from kithmap.workshop.model import Life
from tests.support.installation import Installation
from tests.support.layer_desk import Table
from tests.support.mapped_evenings import new_wave


@pytest.fixture
def table(installation: Installation) -> Table:
    return Table.of(installation)


def now(table: Table, **how: Any) -> Ground:
    found: Ground = table.call(ground_now, table.installation.area.id, table.wave.id, **how)
    return found


def titles(ground: Ground) -> list[str]:
    layer = build(ground, Edition.PUBLIC).layer(LayerName.ASSETS)
    assert layer is not None
    return sorted(str(each.properties["title"]) for each in layer.features)


def test_the_map_as_it_stands_holds_open_workshops_of_the_wave_too(table: Table) -> None:
    closed, still_open = table.evening(), table.evening(title="Second")
    closed.asset("The hall", -0.73, 52.67)
    closed.close()
    still_open.asset("The mill", -0.72, 52.665)
    other = new_wave(table.installation, "Follow-up")
    type(closed).begun(table.installation, other).asset("Later", -0.72, 52.665)
    ground = now(table)
    assert titles(ground) == ["The hall", "The mill"]
    assert ground.header.version == Version(0, 0, 0)
    assert (ground.header.slug, ground.header.wave) == ("oakham-baseline", "Baseline")


def test_a_draft_workshop_and_an_area_without_any_map_nothing(table: Table) -> None:
    table.installation.new_workshop()
    assert titles(now(table)) == []
    with pytest.raises(NotFoundError):
        table.call(ground_now, table.installation.area.id, "nowhere")
    with pytest.raises(NotFoundError):
        table.call(ground_now, "nowhere", table.wave.id)


def test_a_workshop_was_held_on_the_day_on_which_it_opened(table: Table) -> None:
    clock = table.installation.clock
    made = clock().date()
    answer = table.installation.as_admin().post(
        f"/areas/{table.installation.area.id}/workshops",
        data={"title": "Prepared", "placing": "open", "wave": table.wave.id},
    )
    workshop = table.installation.listed(answer.headers["location"].rpartition("/")[2])
    clock.pass_by(timedelta(days=9))
    table.installation.ask(workshop, "workshop.open")
    clock.pass_by(timedelta(days=1))
    table.installation.ask(workshop, "workshop.close")
    found: list[Held] = table.call(held, table.installation.area.id, table.wave.id)
    assert [(each.held_on - made, each.life) for each in found] == [(timedelta(days=9), Life.CLOSED)]


def test_the_areas_organisations_made_it_the_voluntary_one_first(table: Table) -> None:
    area = table.installation.area.id
    for role, name in (
        (PartnerRole.HOST_AUTHORITY, "The council"),
        (PartnerRole.VCS_ORGANISATION, "Voluntary Action"),
        (PartnerRole.VCS_ORGANISATION, "Good Neighbours"),
    ):
        table.installation.do(programmes.add_partner, area, role, name, None)
    header = now(table, basemap="© OpenStreetMap contributors").header
    assert header.creators == ("Voluntary Action", "Good Neighbours", "The council")
    assert header.attribution.endswith(". © OpenStreetMap contributors")


def test_words_that_may_be_quoted_no_more_are_to_go_as_well(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67, note="Warm.")
    evening.close()
    table.send()
    table.publish()
    release = table.release(Edition.PARTNERS)
    assert table.call(to_go_from, release) == ToGo()
    assert table.call(to_go_from, None) == ToGo()
    no_more = ConsentGiven(
        evening.people[0].person, Purpose.QUOTE, agreed=False, at=table.installation.clock()
    )
    table.call(change_consent, evening.workshop.id, no_more)
    assert table.call(to_go_from, release) == ToGo(words=1)
    assert "may no longer be quoted" in table.text()
