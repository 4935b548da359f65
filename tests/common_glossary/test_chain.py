"""From what seven rooms say to one common glossary: the demonstration's areas, each through a workshop, a draft, two signatures."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.basics.csv_text import csv_rows
from kithmap.common_glossary.model import Phase
from kithmap.demo.areas import AREAS
from kithmap.glossary import store as glossaries
from kithmap.glossary.model import Glossary, Release, Version
from kithmap.programme import actions as programmes
from kithmap.programme.model import Area
from tests.common_glossary.seven import Seven, text_of
from tests.common_glossary.test_journey import go, put_together, say, sign, unlabelled, word
from tests.glossary.outside.programs import Judgement, labelled, semanticlint, skosify, vocpub, vp4cat
from tests.support.agreed_words import AgreedWords
from tests.support.installation import Installation, installed

NAMES = tuple(area.name for area in AREAS)
FIVE, SIXTH, SEVENTH = NAMES[:5], NAMES[5], NAMES[6]

HUB = "A place or a person through whom many people here are connected."
HEART = "Whoever or wherever connects most of us."
WELCOME = "How people who are new here are met."
ONE_CANNOT = ("strongly_for", "for", "for", "can_live_with_it", "for", "for", "against", "cannot_accept")
PLAIN = ("strongly_for", "for", "for", "can_live_with_it", "for", "for", "for", "not_clear")


@dataclass
class Evening:
    """What one area's workshop came to.

    Attributes:
        area: which.
        room: its workshop.
        items: item ids by label.
    """

    area: Area
    room: AgreedWords
    items: dict[str, str] = field(default_factory=dict)

    def sentence(self, label: str) -> str:
        """Return the arithmetic as the room's record has it, which is what its projector shows."""
        installation = self.room.installation
        assert installation.main.portal is not None
        content = installation.main.portal.call(installation.services.rooms.read, self.room.workshop.id)
        item = content.get(self.items[label])
        assert item is not None
        sentence: str = item.fields["result"]["sentence"]
        return sentence


def held(installation: Installation, area: Area) -> Evening:
    """Hold one area's workshop."""
    evening = Evening(area, AgreedWords.begun(installation, people=len(PLAIN), area=area))
    label = "heart of the place" if area.name == SIXTH else "hub"
    if area.name != SEVENTH:
        evening.items[label] = evening.room.agree(label, HEART if area.name == SIXTH else HUB, PLAIN)
    if area.name in FIVE[:4]:
        evening.items["welcome"] = evening.room.agree("welcome", WELCOME, PLAIN)
    if area.name == NAMES[0]:
        evening.items["elder"] = with_dissent(evening)
    own = f"what we call {area.name}"
    evening.items[own] = evening.room.agree(own, f"All that lies between the roads around {area.name}.")
    return evening


def with_dissent(evening: Evening) -> str:
    """Let the room adopt a word that one person cannot accept, after one more round."""
    room = evening.room
    item = room.agree("elder", "Somebody old whom people ask.", choices=())
    for person, choice in zip(room.people, ONE_CANNOT, strict=True):
        reason = "Nobody asked the old." if choice == "cannot_accept" else ""
        enter = {"item": item, "revision": 0, "person": person, "choice": choice, "reason": reason}
        if person == room.people[0]:
            room.ask("rating.open", item=item, revision=0)
        room.ask("rating.enter", **enter)
    room.ask("rating.close", item=item, revision=0)
    room.ask("item.decide", item=item, revision=0)
    room.ask("rating.open", item=item, revision=0)
    room.ask("rating.close", item=item, revision=0)
    room.ask("item.decide", item=item, revision=0)
    said = {"item": item, "statement": item[:-4] + "ffff", "person": room.people[-1]}
    room.ask("minority.state", **said, text="We are not elders, we are neighbours.")
    return item


@dataclass
class Chain:
    """All seven, published."""

    seven: Seven
    evenings: dict[str, Evening]
    admin: TestClient
    researcher: TestClient

    def glossary(self, name: str) -> Glossary:
        """Return an area's glossary."""
        found = self.seven.installation.do(glossaries.glossary_of_area, self.seven.areas[name].id)
        assert found is not None
        return found

    def release(self, name: str) -> Release:
        """Return an area's newest release."""
        found = self.seven.installation.do(glossaries.release, self.glossary(name).id)
        assert found is not None
        return found


def published(installation: Installation, area: Area) -> None:
    """Draft, sign twice, publish, through the area's pages."""
    fay = installation.signed_in(installation.colleague(Role.FACILITATOR, area))
    ria = installation.signed_in(installation.colleague(Role.RESEARCHER, area))
    path = f"/areas/{area.id}/glossary"
    assert fay.post(path).status_code == 303
    found = re.search(r'name="checksum" value="([0-9a-f]{64})"', fay.get(path).text)
    assert found is not None
    for inside, who in (("/signatures", fay), ("/signatures", ria), ("/releases", fay)):
        answer = who.post(f"{path}{inside}", data={"checksum": found[1]})
        assert answer.status_code == 303, text_of(answer.text)


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory, migrated_database: Path) -> Iterator[Chain]:
    """Seven evenings take a while, so all that is looked at below is looked at in the same seven."""
    with installed(tmp_path_factory.mktemp("chain") / "data", migrated_database) as installation:
        installation.programme = installation.do(programmes.add_programme, "Tarrowby", installation.clock())
        areas = {name: installation.new_area(name) for name in NAMES}
        evenings = {name: held(installation, area) for name, area in areas.items()}
        for area in areas.values():
            published(installation, area)
        seven = Seven(installation, areas, f"/programmes/{installation.programme.id}/common")
        ria = installation.colleague(Role.RESEARCHER, areas[NAMES[0]])
        yield Chain(seven, evenings, installation.as_admin(), installation.signed_in(ria))


@pytest.fixture(scope="module")
def common(chain: Chain) -> Release:
    """The common release, after both rounds."""
    return came_together(chain)


def came_together(chain: Chain) -> Release:
    """Go through both rounds to the common release."""
    seven, admin, ria = chain.seven, chain.admin, chain.researcher
    assert admin.post(f"{seven.path}/begin").status_code == 303
    put_together(seven, ria, dict.fromkeys(FIVE, ("hub", "exact")) | {SIXTH: ("heart_of_the_place", "close")})
    word(seven, ria, unlabelled(seven), "Hub", HUB)
    put_together(seven, ria, dict.fromkeys(FIVE[:4], ("welcome", "exact")))
    word(seven, ria, unlabelled(seven), "Welcome", WELCOME)
    go(seven, admin, "answers")
    for name in (*FIVE, SIXTH):
        assert say(seven, seven.facilitator(name), "Hub", name, "accepts") == 303
    go(seven, admin, "closed")
    sign(seven, ria)
    assert admin.post(f"{seven.path}/publish", data={"seen": sign(seven, admin)}).status_code == 303
    glossary = seven.installation.do(glossaries.common_glossary, seven.installation.programme.id)
    assert glossary is not None
    release = seven.installation.do(glossaries.release, glossary.id)
    assert release is not None
    return release


def exports(chain: Chain, glossary: str, version: str, *endings: str) -> dict[str, bytes]:
    """Return what anybody can download of a release."""
    stranger = chain.seven.installation.browser()
    found = {}
    for ending in endings:
        answer = stranger.get(f"/glossary/{glossary}/versions/{version}.{ending}")
        assert answer.status_code == 200, (ending, answer.text[:200])
        found[ending] = answer.content
    return found


def test_seven_rooms_come_to_seven_glossaries_and_one_common_one(chain: Chain, common: Release) -> None:
    assert chain.seven.sheet().round.phase is Phase.RELEASED
    assert [concept.id for concept in common.concepts] == ["hub"]
    assert common.version == Version(1, 0, 0)
    # Six of seven hold it; a word that four hold stays theirs, and so does what each area calls itself.
    for name in NAMES:
        ids = {concept.id for concept in chain.release(name).concepts}
        assert ("hub" in ids) == (name in FIVE)
        assert any(each.startswith("what_we_call") for each in ids)


def test_the_arithmetic_of_the_wall_is_that_of_the_record_the_release_and_every_export(chain: Chain) -> None:
    for name, evening in chain.evenings.items():
        glossary, release = chain.glossary(name).name, chain.release(name)
        files = exports(chain, glossary, str(release.version), "json", "ttl", "jsonld", "rdf")
        by_label = {concept.label["en"]: concept for concept in release.concepts}
        for label in evening.items:
            said = evening.sentence(label)
            concept = by_label[label]
            assert concept.decisions[-1].sentence == said
            page = chain.seven.installation.browser().get(f"/glossary/{glossary}/{concept.id}")
            assert said in text_of(page.text)
            document = json.loads(files["json"])
            written = next(each for each in document["concepts"] if each["id"] == concept.id)
            assert written["decisions"][-1]["sentence"] == said
            assert said in files["ttl"].decode()


def test_a_minority_statement_is_in_every_form_of_the_release(chain: Chain) -> None:
    name = chain.glossary(NAMES[0]).name
    files: dict[str, Any] = exports(chain, name, "1.0.0", "json", "ttl", "jsonld", "rdf")
    # Whoever sits at the desk says the words of somebody who agreed to nothing yet: that there was one is told.
    for ending, content in files.items():
        assert "does not want to be quoted" in content.decode() or "neighbours" in content.decode(), ending


def test_the_tables_hold_every_term(chain: Chain) -> None:
    name = chain.glossary(NAMES[0]).name
    table = exports(chain, name, "1.0.0", "csv")["csv"]
    rows = csv_rows(table.decode("utf-8-sig"))
    assert len(rows) == 1 + len(chain.release(NAMES[0]).concepts)


@pytest.mark.checkers
def test_others_find_nothing_wrong_with_what_came_of_it(
    chain: Chain, common: Release, tmp_path: Path
) -> None:
    glossary = chain.seven.installation.do(glossaries.common_glossary, chain.seven.installation.programme.id)
    assert glossary is not None
    names = [(glossary.name, str(common.version)), (chain.glossary(NAMES[0]).name, "1.0.0")]
    found: list[Judgement] = []
    for name, version in names:
        files = exports(chain, name, version, "ttl", "jsonld", "rdf")
        for ending, content in files.items():
            (tmp_path / f"{name}.{ending}").write_bytes(content)
        turtle = tmp_path / f"{name}.ttl"
        found += [skosify(turtle), semanticlint(turtle), labelled(turtle)]
        found += [vocpub(tmp_path / f"{name}.jsonld"), vp4cat(tmp_path / f"{name}.rdf")]
    assert [each.words for each in found if not each.sound] == []
