"""A release is built again from the log, by real rooms that went on and were opened anew, and gives the same bytes."""

import re
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from kithmap.glossary.model import Release
from kithmap.layers.access import published, rebuild
from kithmap.layers.model import Edition, LayerName
from kithmap.layers.origin import Rebuilt
from kithmap.storage.oplog.sql import SqlLog
from tests.support.agreed_words import AgreedWords
from tests.support.installation import Installation
from tests.support.layer_desk import Table
from tests.support.mapped_evenings import MappedEvening


def rebuilt(installation: Installation, version: str | None = None) -> Rebuilt:
    """Build a release of the only series again."""

    def again(session: Session) -> Rebuilt:
        release = published(session, "oakham-baseline", version)
        log = SqlLog(installation.services.database)
        glossary = glossary_of(installation, session, release.header.glossary)
        return rebuild(session, log, release, glossary, installation.services.masking)

    return installation.do(again)


def glossary_of(installation: Installation, session: Session, used: Any) -> Release | None:
    if used is None:
        return None
    library = installation.app.state.glossaries
    glossary = library.glossary(session, used.name)
    publication = library.publication(session, glossary, str(used.version))
    found: Release = library.release(session, glossary, publication)
    return found


def evening_of_all_sorts(table: Table) -> MappedEvening:
    evening = table.evening(people=3)
    evening.come(quote=False)
    evening.come(keep=False)
    hall = evening.asset("The hall", -0.73, 52.67, note="Warm.")
    bench = evening.meeting("The bench", -0.72, 52.665, seat=1, precision="100m", meeting={"who": "All."})
    evening.asset("Silent", -0.727, 52.668, seat=3, note="Not to be quoted.")
    mill = evening.asset("The mill", -0.715, 52.668, seat=2, visibility="partners", precision="street")
    evening.asset("Not to be kept", -0.7151, 52.6681, seat=4)
    evening.connect(hall, bench)
    evening.connect(bench, mill, seat=2, result={"outcome": "learned", "words": "We met."})
    evening.by(1, "me_too.add", place=hall)
    evening.close()
    return evening


def publish_with_glossary(table: Table) -> None:
    words = AgreedWords.begun(table.installation, title="Words")
    words.agree("hub", "A place with many ties.")
    path = f"/areas/{table.installation.area.id}/glossary"
    for who in (table.fay,):
        assert who.post(path).status_code == 303
    text = table.fay.get(path).text
    checksum = text.partition('name="checksum" value="')[2][:64]
    for who in (table.fay, table.ria):
        assert who.post(f"{path}/signatures", data={"checksum": checksum}).status_code == 303
    assert table.fay.post(f"{path}/releases", data={"checksum": checksum}).status_code == 303


def test_a_release_is_built_again_byte_by_byte_after_edits_another_release_and_a_restart(
    table: Table,
) -> None:
    installation = table.installation
    publish_with_glossary(table)
    evening = evening_of_all_sorts(table)
    table.send()
    key = next(iter(_keys(table.text())), None)
    if key is not None:
        table.send("/settlements", keys=_keys(table.text()), choice="keep", reason="Looked at.")
    first = table.publish()
    assert first.header.glossary is not None
    again = rebuilt(installation)
    assert again.differing == ()
    assert again.editions[Edition.PARTNERS] == table.release(Edition.PARTNERS)

    # The room goes on, words change, a boundary changes, another version comes out.
    evening.lead("workshop.reopen")
    hall = _record(evening, "The hall")
    evening.by(0, "asset.edit", place=hall, set={"title": "The old hall", "note": "Cold."})
    evening.by(0, "place.move", place=hall, geometry={"type": "Point", "coordinates": [-0.729, 52.671]})
    evening.asset("New", -0.724, 52.669)
    evening.close()
    installation.clock.pass_by(timedelta(days=3))
    keys = _keys(table.text())
    if keys:
        table.send("/settlements", keys=keys, choice="keep", reason="Looked at.")
    second = table.publish()
    assert str(second.header.version) == "2.0.0"
    assert rebuilt(installation, "1.0.0").differing == rebuilt(installation, "2.0.0").differing == ()


def _keys(text: str) -> list[str]:
    return re.findall(r'name="keys" value="([^"]+)"', text)


def _record(evening: MappedEvening, title: str) -> str:
    portal = evening.installation.main.portal
    assert portal is not None
    content = portal.call(evening.installation.services.rooms.read, evening.workshop.id)
    return next(each.id for each in content.of_kind("asset") if each.fields["title"] == title)


def test_after_somebody_withdrew_a_rebuilding_says_what_it_cannot_give_and_what_is_out_stays(
    table: Table,
) -> None:
    evening = evening_of_all_sorts(table)
    table.send()
    table.publish()
    before = table.release(Edition.PARTNERS)
    evening.by(1, "person.withdraw", person=evening.people[1].person)
    again = rebuilt(table.installation)
    bench = next(each for each in before.layers[1].features)
    missing = {(each.edition, each.layer): each.missing for each in again.differing}
    assert missing[Edition.PUBLIC, LayerName.MEETING_PLACES] == (bench.id,)
    assert len(missing[Edition.PARTNERS, LayerName.CONNECTIONS]) == 2
    # Nothing of theirs is told otherwise instead.
    assert all(not each.other for each in again.differing if each.layer is not LayerName.ASSETS)
    assert table.release(Edition.PARTNERS) == before


def test_a_server_that_was_started_anew_builds_the_same(table: Table) -> None:
    evening_of_all_sorts(table)
    table.send()
    first = table.publish()
    anew = Installation(table.installation.folder, table.installation.clock)
    try:
        with anew.services.database.reading() as session:
            log = SqlLog(anew.services.database)
            assert rebuild(session, log, first, None, anew.services.masking).differing == ()
    finally:
        anew.services.database.close()
