import asyncio
import shutil
from pathlib import Path

import pytest

from kithmap.demo import seed as seeding
from kithmap.demo.areas import AREAS
from kithmap.demo.story import FINISHED_WORKSHOP, OPEN_WORKSHOP, SECOND_WORKSHOP
from kithmap.glossary import store as glossaries
from kithmap.layers import access as layers
from kithmap.layers.model import Edition, LayerName
from kithmap.programme import store as programmes
from kithmap.state import WorkshopRules
from kithmap.storage.engine import open_database
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.replay import replay_workshop
from kithmap.sync.content import Content
from kithmap.workshop import store as workshops
from kithmap.workshop.joining import Listed
from kithmap.workshop.model import RECORD
from tests.support.demo import tell


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, migrated_database: Path) -> Path:
    """A data folder in which the stories were told; drawing the town has tests of its own and takes half a minute."""
    made = tmp_path_factory.mktemp("demo")
    shutil.copy(migrated_database, made / "kithmap.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seeding, "_build_basemaps", lambda *_: None)
        first, again = asyncio.run(tell(made)), asyncio.run(tell(made))
    assert first == again
    return made


def told(folder: Path, title: str) -> tuple[Listed, Content]:
    """Return a workshop as listed and its records, after a replay that found nothing amiss."""
    database = open_database(f"sqlite:///{(folder / 'kithmap.sqlite').as_posix()}")
    try:
        with database.reading() as session:
            areas = [area.id for area in programmes.areas(session)]
            listed = next(each for each in workshops.workshops(session, areas) if each.title == title)
        report = replay_workshop(SqlLog(database), WorkshopRules(), listed.id)
    finally:
        database.close()
    assert report.differences == []
    return listed, report.content


def test_there_are_seven_areas_each_with_two_partners(folder: Path) -> None:
    database = open_database(f"sqlite:///{(folder / 'kithmap.sqlite').as_posix()}")
    with database.reading() as session:
        areas = programmes.areas(session)
        partners = {area.name: len(programmes.partners(session, area.id)) for area in areas}
    database.close()
    assert partners == {area.name: 2 for area in AREAS}


def test_two_evenings_make_two_releases_of_which_the_second_adds_to_the_first(folder: Path) -> None:
    database = open_database(f"sqlite:///{(folder / 'kithmap.sqlite').as_posix()}")
    with database.reading() as session:
        (tenterfields,) = layers.series(session)
        second, first = tenterfields.versions
        rows = list(layers.feature_texts(session, second.id, Edition.PUBLIC, LayerName.MEETING_PLACES))
    database.close()
    assert (str(first.header.version), str(second.header.version)) == ("1.0.0", "1.1.0")
    assert [each.title for each in second.header.sources] == [FINISHED_WORKSHOP.title, SECOND_WORKSHOP.title]
    assert second.signed_by == ("facilitator", "researcher")
    assert sum(b"Tuesday dinner" in row for row in rows) == 1


def test_the_second_evening_names_its_kinds_by_the_glossary_that_the_first_had_made(folder: Path) -> None:
    _, content = told(folder, SECOND_WORKSHOP.title)
    placed = [record.fields["placed"] for record in content.of_kind("asset")]
    assert len(placed) == sum(place.meeting is None for place in SECOND_WORKSHOP.places)
    assert {each["glossary"] for each in placed} == {"1.0.0"}


def test_the_finished_workshop_went_as_its_story_tells(folder: Path) -> None:
    _, content = told(folder, FINISHED_WORKSHOP.title)
    places = [*content.of_kind("asset"), *content.of_kind("meeting_place")]
    assert len(places) == len(FINISHED_WORKSHOP.places)
    assert len(list(content.of_kind("connection"))) == len(FINISHED_WORKSHOP.connections)
    record = content.get(RECORD)
    assert record is not None
    assert record.fields["life"] == "closed"
    assert record.fields["round"]["revealed"] is True
    assert not any(place.fields["outside"] for place in places)


def test_the_open_workshop_waits_for_whoever_comes(folder: Path) -> None:
    listed, content = told(folder, OPEN_WORKSHOP.title)
    record = content.get(RECORD)
    assert record is not None
    assert (record.fields["life"], record.fields["stage"]) == ("open", "lobby")
    assert listed.closed_at is None
    assert len(listed.code.split()) == 3


def test_each_place_is_its_author_s_own(folder: Path) -> None:
    _, content = told(folder, FINISHED_WORKSHOP.title)
    authors = {place.author for kind in ("asset", "meeting_place") for place in content.of_kind(kind)}
    assert len(authors) == len({place.author for place in FINISHED_WORKSHOP.places})


def test_the_room_agreed_as_its_story_tells(folder: Path) -> None:
    _, content = told(folder, FINISHED_WORKSHOP.title)
    states = {item.fields["wordings"][-1]["label"]: item.fields["state"] for item in content.of_kind("item")}
    assert states == {
        "hub": "adopted",
        "warm place": "adopted",
        "community": "adopted_with_dissent",
        "belonging to the neighbourhood": "adopted",
        "mental wellbeing scale": "wish_list",
    }


def test_the_area_has_published_what_it_agreed_on_in_people_s_own_words(folder: Path) -> None:
    database = open_database(f"sqlite:///{(folder / 'kithmap.sqlite').as_posix()}")
    with database.reading() as session:
        (glossary,) = glossaries.glossaries(session)
        release = glossaries.release(session, glossary.id)
    database.close()
    assert release is not None
    assert str(release.version) == "1.0.0"
    concepts = {concept.id: concept for concept in release.concepts}
    assert {"hub", "warm_place", "community", "association"} <= set(concepts)
    assert "laundrette" in concepts["hub"].example["en"]
    (statement,) = concepts["community"].decisions[0].minority
    assert statement.startswith("A community is whoever lives here")
    assert [each.concept.id for each in release.indicators] == ["belonging"]
