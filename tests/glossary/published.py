"""An area's glossary with two versions, as two workshops might have made it."""

from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from kithmap.basics.ids import new_id
from kithmap.glossary import store
from kithmap.glossary.model import Decision, Glossary, Match, Release, Scheme, Status
from kithmap.glossary.release import next_release
from kithmap.programme.model import Area
from tests.glossary.support import MAKER, concept, starting_concepts, starting_indicators

NAME = "oakham"
BASE = f"https://kithmap.example/glossary/{NAME}/"

DECISION = Decision(
    workshop="w1",
    item="i1",
    on=date(2026, 3, 4),
    outcome="adopted_with_dissent",
    counts={
        "strongly_for": 6,
        "for": 9,
        "can_live_with_it": 3,
        "against": 2,
        "cannot_accept": 1,
        "not_clear": 0,
        "skip": 1,
    },
    sentence="21 of 24 people answered; 15 are needed. 18 of 21, 85 in 100, are for it or can live with it; 75 in 100 are needed.",
    minority=("A hub is not always a building. My neighbour is one.", "It leaves out the bus."),
    room="Who was here differs from who lives in the area by 18 in 100.",
)
LATER = replace(
    DECISION, workshop="w2", item="i2", on=date(2026, 6, 9), outcome="adopted", minority=(), room="",
    counts={"strongly_for": 14, "for": 7, "can_live_with_it": 1, "against": 0, "cannot_accept": 0, "not_clear": 0, "skip": 0},
    sentence="22 of 26 people answered; 16 are needed. 22 of 22, 100 in 100, are for it or can live with it; 75 in 100 are needed.",
)  # fmt: skip

SCHEME = Scheme(
    base=BASE,
    title={"en": "Glossary of Oakham"},
    description={"en": "The words that people in Oakham agreed on in their workshops."},
    creator=MAKER,
    publisher=MAKER,
    licence="https://creativecommons.org/licenses/by/4.0/",
    language="en",
    created=date(2026, 3, 10),
)


def releases() -> tuple[Release, Release]:
    """Return 1.0.0, and 2.0.0 in which a meaning changed, one term gave way to two, and one came."""
    start = {each.id: replace(each, broader=(), related=()) for each in starting_concepts()}
    hub = replace(
        start["hub"],
        label={"en": "hub", "cy": "canolbwynt", "ur": "مرکز"},
        definition={
            "en": "Somewhere or somebody through whom many of us meet.",
            "ur": "جہاں بہت سے لوگ ملتے ہیں۔",
        },
        alt={"en": ("heart of the village", "where everybody goes")},
        example={"en": "Fern Hall; the Mill Café"},
        related=("broker", "meeting_place"),
        matches={Match.CLOSE: ("https://kithmap.example/glossary/starting/hub",)},
        decisions=(DECISION,),
    )
    concepts = [hub, start["meeting_place"], start["broker"], concept("club"), start["wellbeing"]]
    asked = starting_indicators()[:5]
    first = next_release(
        None, SCHEME, concepts, asked, date(2026, 3, 10), "What our first two evenings agreed on."
    )
    means_more = replace(
        hub,
        definition={
            "en": "A place or a person through which many of us are connected, in the flesh or by phone."
        },
        meaning=2,
        decisions=(DECISION, LATER),
    )
    later = [
        means_more,
        start["meeting_place"],
        start["broker"],
        start["wellbeing"],
        concept("club", status=Status.WITHDRAWN, replaced_by=("sports_club", "lunch_club")),
        concept("sports_club", broader=("meeting_place",)),
        concept("lunch_club", broader=("meeting_place",)),
        concept("bench", alt={"en": ("seat",)}),
    ]
    second = next_release(first, SCHEME, later, asked, date(2026, 6, 12), "Clubs are told apart.")
    return first, second


def publish(session: Session, area: Area, now: datetime) -> Glossary:
    """Found an area's glossary and publish both versions."""
    made = Glossary(new_id(), area.programme, area.id, NAME, BASE)
    store.add_glossary(session, made, now)
    for each in releases():
        store.add_release(session, made.id, each, now)
    return made
